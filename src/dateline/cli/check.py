"""``dateline check``: a sentence held against the record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from dateline.cli.options import DEFAULT, RecordFile, as_day
from dateline.model import DatelineError
from dateline.run.check import Checked
from dateline.run.check import check as hold
from dateline.run.local import make_parser
from dateline.store.view import Record


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(check)


def check(
    text: Annotated[str, typer.Argument(help="A sentence or a paragraph.")],
    record: RecordFile = DEFAULT,
    as_of: Annotated[
        str | None, typer.Option(help="The day on which it was said; the record's own if not given.")
    ] = None,
    parses: Annotated[Path | None, typer.Option(help="Keep parses in this file.")] = None,
) -> None:
    """Hold a sentence against the record, slot by slot: held by whom, differing in what, or not in the record.

    Example: dateline check "Vladimir Putin met Asaad al-Shaibani in Moscow on 24 December 2025." --record record.db
    """
    if not text.strip():
        raise DatelineError("there is nothing to check; give a sentence in quotation marks")
    with Record(record) as opened:
        found = hold(opened, text, make_parser(str(opened.settings.get("parser")), parses), as_day(as_of))
    console = Console()
    for one in found:
        _print(console, one)
    if not found:
        console.print("nothing in this can be held against a record: no claim with a name, a day, a place or a count")


def _print(console: Console, one: Checked) -> None:
    def say(words: str, style: str | None = None) -> None:
        console.print(words, style=style, markup=False, highlight=False, soft_wrap=True)

    say(f"“{' '.join(one.words.split())}”", "bold")
    say(f"  {one.verdict}" + (f": {one.event}  {one.title}" if one.event else ""))
    for slot in one.slots:
        known = f"; the record has: {slot.record}" if slot.record and slot.verdict != "held" else ""
        by = f" by {', '.join(slot.reports)}" if slot.verdict != "silent" else ""
        origins = f" (from {', '.join(slot.origins)})" if slot.origins and slot.verdict != "silent" else ""
        say(f"    {slot.slot}: {slot.said}: {slot.verdict}{known}{by}{origins}")
