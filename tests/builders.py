"""Small reports and records for tests."""

import json
import shutil
from datetime import date
from pathlib import Path

from dateline.export.jsonl import lines
from dateline.model import Report
from dateline.run.build import build
from dateline.run.settings import Settings
from dateline.store.view import Record

EXAMPLE = Path(__file__).parents[1] / "examples" / "moscow-damascus" / "reports"


def report(identifier: str = "a", text: str = "Two men met in Moscow.", **rest: object) -> Report:
    return Report(**{"id": identifier, "uri": f"{identifier}.txt", "title": None, "text": text, **rest})


def write_jsonl(path: Path, *rows: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def exported(record: Path) -> bytes:
    with Record(record) as opened:
        return b"".join(lines(opened))


def built(sources: list[Path], record: Path, **settings: object) -> bytes:
    """The default export of a build."""
    build(sources, record, Settings(**{"as_of": date(2026, 1, 15), **settings}))
    return exported(record)


def copied(record: Path, to: Path) -> Path:
    """A copy of a record that a test may write to."""
    with Record(record) as opened:
        opened.base.execute("pragma wal_checkpoint(truncate)")
    shutil.copy(record, to)
    return to
