// Switches layers of marks on and off; everything on the pages can be read without this.
"use strict";
for (const box of document.querySelectorAll("[data-switch] input[data-class]")) {
  box.addEventListener("change", () => {
    for (const piece of document.querySelectorAll(`main [data-start].${CSS.escape(box.dataset.class)}`)) {
      piece.classList.toggle("off", !box.checked);
    }
  });
}
const lit = document.getElementById("lit");
if (lit) lit.scrollIntoView({ block: "center" });
const mark = /^#(\d+)-(\d+)$/.exec(location.hash);
if (mark) {
  // a static page cannot be asked for a span, so the words after the # are lit here
  let first = null;
  for (const piece of document.querySelectorAll(".report [data-start]")) {
    if (Number(piece.dataset.start) < Number(mark[2]) && Number(piece.dataset.end) > Number(mark[1])) {
      piece.classList.add("lit");
      first = first || piece;
    }
  }
  if (first) first.scrollIntoView({ block: "center" });
}
const counts = document.querySelector("[data-live]");
if (counts) {
  // a build that runs beside the pages: how far it has come, and the new record once it is there
  const building = document.getElementById("building");
  const look = async () => {
    if (document.hidden) return;
    let now;
    try {
      now = await (await fetch(counts.dataset.live)).json();
    } catch {
      return; // the server was stopped: what is shown stays
    }
    if (!building.hidden && !now.unfinished) location.reload();
    building.hidden = !now.unfinished;
    for (const place of document.querySelectorAll("[data-count]")) {
      const count = now.counts[place.dataset.count];
      if (count !== undefined) place.textContent = count.toLocaleString("en");
    }
  };
  setInterval(look, 2000);
}
