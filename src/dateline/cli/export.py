"""``dateline export``: the record in the forms that others read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.handing import hand_out
from dateline.cli.options import DEFAULT, RecordArgument
from dateline.export import jsonl, plover
from dateline.model import DatelineError
from dateline.store.view import Record

FORMS: dict[str, Callable[[Record], Iterator[bytes]]] = {
    "jsonl": jsonl.lines,
    "plover": plover.lines,
    "plover-tsv": plover.tsv,
}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(export)


def export(
    record: RecordArgument = DEFAULT,
    out: Annotated[Path | None, typer.Argument(help="Write to this file; standard output if not given.")] = None,
    to: Annotated[
        str | None, typer.Option(help=f"One of: {', '.join(FORMS)}; plover-tsv where OUT ends in .tsv, else jsonl.")
    ] = None,
    history: Annotated[bool, typer.Option("--history", help="Also arrivals, former ids and changes (jsonl).")] = False,
) -> None:
    """Hand the record out; jsonl is the whole of it, line by line, as docs/export.md describes.

    Example: dateline export record.db --to jsonl
    """
    form = to or ("plover-tsv" if out and out.suffix.lower() == ".tsv" else "jsonl")
    if form not in FORMS:
        raise DatelineError(f"there is no form {form!r}; known are: {', '.join(FORMS)}")
    if history and form != "jsonl":
        raise DatelineError("--history goes with --to jsonl")
    with Record(record) as opened:
        lines = chain(FORMS[form](opened), jsonl.history(opened) if history else ())
        hand_out(lines, out)
