"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from dateline.model import DatelineError
from dateline.store.view import Record

RecordFile = Annotated[
    Path, typer.Option("--record", "-r", help="The record file.", envvar="DATELINE_RECORD", show_envvar=True)
]
RecordArgument = Annotated[Path, typer.Argument(help="The record file.", envvar="DATELINE_RECORD")]
DEFAULT = Path("record.db")


@contextmanager
def looking(record: Path) -> Iterator[Record]:
    """A record opened to be told from; where reports wait to be decided about, that is said on standard error."""
    with Record(record) as opened:
        if opened.unfinished:
            words = f"note: a build of {record} is under way or was stopped; finish it with: dateline build -r {record}"
            Console(stderr=True).print(words, markup=False, highlight=False, soft_wrap=True)
        yield opened


def as_day(value: str | None) -> date | None:
    """A day given as YYYY-MM-DD; raises `DatelineError` for anything else."""
    if value is None:
        return None
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a calendar day has no zone
    except ValueError as error:
        raise DatelineError(f"{value!r} is not a day; write it as YYYY-MM-DD, for example 2025-12-23") from error
