"""Build one bench folder into a record, with parses kept between runs, and write the export that its scorer reads.

python bench/within.py polnear OUT.jsonl [--parses FILE] [--limit N]
"""

from __future__ import annotations

import argparse
import tempfile
from datetime import date
from itertools import batched
from pathlib import Path

from dateline.export.jsonl import lines
from dateline.model import Report
from dateline.read.sources import read
from dateline.run.flow import decide, fingerprint, read_batch
from dateline.run.local import make_parser
from dateline.run.settings import Settings
from dateline.store.decided import put_decided
from dateline.store.file import connect, put_setting, transaction
from dateline.store.reports import put_readings
from dateline.store.view import Record

BENCH = Path(__file__).parents[2] / "shared" / "bench"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", help="a folder of the bench, or any path")
    options.add_argument("out", type=Path)
    options.add_argument("--parses", type=Path, default=Path(__file__).parents[1] / "build" / "parses.db")
    options.add_argument("--limit", type=int)
    asked = options.parse_args()
    parser = make_parser(Settings().parser, asked.parses)
    known = BENCH / asked.folder / "input.jsonl"
    source = [r for r in read([known if known.exists() else asked.folder]) if isinstance(r, Report)][: asked.limit]
    readings = [reading for batch in batched(source, 64) for reading in read_batch(batch, parser)]
    as_of = date(2026, 11, 22)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "record.db"
        base = connect(path, create=True)
        with transaction(base):
            put_readings(base, readings, fingerprint(parser))
        put_decided(base, readings, decide(readings, (), as_of), as_of)
        put_setting(base, "settings", "{}")
        base.close()
        with Record(path) as record, asked.out.open("wb") as out:
            out.writelines(lines(record))


if __name__ == "__main__":
    main()
