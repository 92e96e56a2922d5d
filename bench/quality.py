"""Build every set of ../shared/bench, score it, and hold the figures to bench/floors.json.

    python bench/quality.py [SET ...] [--write] [--keep FOLDER] [--jobs N]

Prints one table: the figure reached, the floor, the reach asked. Exits with 1 where a figure fell below its floor or a
record is not healthy. ``--write`` raises floors to what was reached (it never lowers one: edit the file for that, and
say why). Where ../shared/bench is absent it says so and exits with 0.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from dateline.export.jsonl import lines
from dateline.run.build import build
from dateline.run.settings import Settings
from dateline.store.view import Record

HERE = Path(__file__).parent
BENCH = HERE.parents[1] / "shared" / "bench"
FLOORS = HERE / "floors.json"
SLACK = 0.002  # figures are rounded, and the last digit of a float differs between processors
SCORERS = {
    "dossiers": ["score_dossiers.py", "--labels", "dossiers"],
    "gva_incidents": ["score_groups.py", "gva", "--gold", "gva_incidents"],
    "ecbplus": ["score_groups.py", "ecbplus", "--gold", "ecbplus"],
    "isaf_press_releases": ["score_groups.py", "isaf", "--gold", "isaf_press_releases"],
    "muc4": ["score_groups.py", "muc4", "--gold", "muc4"],
    **{
        name: ["score_spans.py", name, "--gold", name]
        for name in ("polnear", "dates", "plover", "names", "re3d", "pages")
    },
}


def digest(name: str) -> str:
    """SHA-256 over the files of a set, so that a figure is held to the very data it was reached on."""
    found = hashlib.sha256()
    for path in sorted(p for p in (BENCH / name).rglob("*") if p.is_file() and p.suffix != ".md"):
        found.update(path.relative_to(BENCH).as_posix().encode() + path.read_bytes())
    return found.hexdigest()


def export(name: str, folder: Path, jobs: int) -> Path:
    """Build a set and write its export; for names, the answers."""
    out = folder / f"{name}.jsonl"
    if name == "names":
        return answers(folder)
    source = BENCH / name / ("html" if name == "pages" else "input.jsonl")
    record = folder / f"{name}.db"
    parses = HERE.parent / "build" / "parses.db"
    parses.parent.mkdir(exist_ok=True)
    build([source], record, Settings(jobs=jobs, parses=parses))
    with Record(record) as opened, out.open("wb") as file:
        file.writelines(lines(opened))
    return out


def answers(folder: Path) -> Path:
    """Compare the pairs of names."""
    from dateline.knowledge.names import compare  # noqa: PLC0415 - only this set needs it

    out = folder / "names.csv"
    with (BENCH / "names" / "cases.csv").open(newline="", encoding="utf-8") as cases, out.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "score", "reason"])
        for row in csv.DictReader(cases):
            likeness = compare(row["left"], row["right"], row["kind"])
            writer.writerow([row["id"], likeness.score, likeness.reason])
    return out


def last_json(command: list[str]) -> dict[str, object]:
    """The figures that a scorer's last line holds."""
    run = subprocess.run([sys.executable, *command], cwd=BENCH, capture_output=True, text=True, check=False)
    if not run.stdout.strip():
        raise SystemExit(f"{' '.join(command)}: {run.stderr}")
    return dict(json.loads(run.stdout.strip().splitlines()[-1]))


def score(name: str, out: Path) -> dict[str, object]:
    """All figures of a set, with whether its record is healthy."""
    figures = last_json([*SCORERS[name], "--answers" if name == "names" else "--record", str(out)])
    if name != "names":
        figures["healthy"] = last_json(["score_sanity.py", "--record", str(out)])["healthy"]
        faults = sum(b'"unread_fault"' in line for line in out.read_bytes().splitlines())
        figures["healthy"] = figures["healthy"] is True and not faults
    return figures


def asked() -> dict[str, dict[str, float]]:
    """What each set is asked to reach: set -> figure -> value (bench/reach.toml)."""
    return tomllib.loads((HERE / "reach.toml").read_text(encoding="utf-8"))


def held(name: str, figures: dict[str, object], floors: dict[str, dict[str, object]]) -> tuple[list[str], bool]:
    """The rows of a set's table, and whether every figure stands at its floor."""
    known = floors.get(name, {})
    floor = known.get("figures", {}) if known.get("digest") == digest(name) else {}
    rows, good = [], figures.get("healthy", True) is True
    for figure, wanted in asked().get(name, {}).items():
        lower = figure.endswith("_mae") or figure == "false_alarms"
        reached = float(figures.get(figure) or 0.0)
        at_least = floor.get(figure)
        fell = at_least is not None and (reached - at_least) * (-1 if lower else 1) < -SLACK
        met = reached <= wanted if lower else reached >= wanted
        good = good and not fell
        shown = "-" if at_least is None else f"{at_least:.3f}"
        verdict = "met" * met + " FELL" * fell
        rows.append(f"{name:<20} {figure:<28} {reached:>7.3f} {shown:>7} {wanted:>7.3f} {verdict}")
    if figures.get("healthy", True) is not True:
        rows.append(f"{name:<20} the record is NOT HEALTHY (score_sanity.py)")
    return rows, good


def raised(name: str, figures: dict[str, object], floors: dict[str, dict[str, object]]) -> dict[str, object]:
    """A set's floors, each lifted to what was reached where that is better."""
    old = floors.get(name, {})
    before = old.get("figures", {}) if old.get("digest") == digest(name) else {}
    kept = {}
    for figure in asked().get(name, {}):
        best = min if figure.endswith("_mae") or figure == "false_alarms" else max
        reached = round(float(figures.get(figure) or 0.0), 4)
        kept[figure] = best(reached, before.get(figure, reached))
    return {"digest": digest(name), "figures": kept}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sets", nargs="*", default=list(SCORERS))
    options.add_argument("--write", action="store_true", help="raise the floors")
    options.add_argument("--keep", type=Path, help="keep records and exports in this folder")
    options.add_argument("--jobs", type=int, default=2)
    given = options.parse_args()
    if not BENCH.is_dir():
        print("skipped: ../shared/bench is not there, so there is nothing to score")
        return
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    good = True
    print(f"{'set':<20} {'figure':<28} {'reached':>7} {'floor':>7} {'asked':>7}", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for name in given.sets:
            for old in folder.glob(f"{name}.*"):
                old.unlink()
            figures = score(name, export(name, folder, given.jobs))
            rows, fine = held(name, figures, floors)
            print("\n".join(rows), flush=True)
            good = good and fine
            if given.write:
                floors[name] = raised(name, figures, floors)
    if given.write:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
