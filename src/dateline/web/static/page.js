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
