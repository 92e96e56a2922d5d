"""Read one bench folder through the stages, with parses kept between runs, and write the export that its scorer reads.

python bench/within.py polnear OUT.jsonl [--parses FILE] [--only within] [--limit N]
"""

from __future__ import annotations

import argparse
from datetime import date
from itertools import batched
from pathlib import Path

from dateline.export.jsonl import lines
from dateline.read.jsonl import reports
from dateline.run.flow import decide, read_batch
from dateline.run.record import record
from dateline.within.parsers.kept import KeptParser
from dateline.within.parsers.spacy_parser import SpacyParser

BENCH = Path(__file__).parents[2] / "shared" / "bench"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder")
    options.add_argument("out", type=Path)
    options.add_argument("--parses", type=Path, default=Path("/tmp/dateline-parses.db"))  # noqa: S108
    options.add_argument("--limit", type=int)
    asked = options.parse_args()
    parser = KeptParser(SpacyParser(), asked.parses)
    source = list(reports(BENCH / asked.folder / "input.jsonl"))[: asked.limit]
    readings = [reading for batch in batched(source, 64) for reading in read_batch(batch, parser)]
    as_of = date(2026, 11, 22)
    made = record(readings, decide(readings, (), as_of), as_of, {})
    with asked.out.open("wb") as out:
        out.writelines(lines(made))


if __name__ == "__main__":
    main()
