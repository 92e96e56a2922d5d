"""Dateline reads many news reports and keeps one sourced record of what they say happened."""

from __future__ import annotations

from pathlib import Path

from dateline.model import Claim, DatelineError, Entity, Event, Report, When
from dateline.store.view import Record

__version__ = "0.1.0"
__all__ = ["Claim", "DatelineError", "Entity", "Event", "Record", "Report", "When", "build", "open"]


def open(record: str | Path) -> Record:  # noqa: A001 - dateline.open(), as one opens a book
    """Open a record file; raises `DatelineError` where there is none."""
    return Record(record)


def build(*paths: str | Path, record: str | Path, **settings: object) -> Record:
    """Read reports into a record file and open it; ``settings`` are those of `dateline.run.settings.Settings`."""
    from dateline.run.build import build as run  # noqa: PLC0415 - the parser is not needed to read a record
    from dateline.run.settings import Settings  # noqa: PLC0415

    run(list(paths), record, Settings(**settings))  # type: ignore[arg-type]
    return Record(record)
