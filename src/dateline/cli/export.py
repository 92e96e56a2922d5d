"""``dateline export``: the record in the forms that others read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import DEFAULT, RecordArgument
from dateline.export import jsonl
from dateline.model import DatelineError
from dateline.store.view import Record

FORMS: dict[str, Callable[[Record], Iterator[bytes]]] = {"jsonl": jsonl.lines}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(export)


def export(
    record: RecordArgument = DEFAULT,
    out: Annotated[Path | None, typer.Argument(help="Write to this file; standard output if not given.")] = None,
    to: Annotated[str, typer.Option(help=f"One of: {', '.join(FORMS)}.")] = "jsonl",
) -> None:
    """Hand the record out; jsonl is the whole of it, line by line, as docs/export.md describes.

    Example: dateline export record.db --to jsonl
    """
    if to not in FORMS:
        raise DatelineError(f"there is no form {to!r}; known are: {', '.join(FORMS)}")
    with Record(record) as opened:
        if out is None:
            sys.stdout.buffer.writelines(FORMS[to](opened))
            return
        with out.open("wb") as file:
            file.writelines(FORMS[to](opened))
