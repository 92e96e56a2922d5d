"""``dateline tell``: the timeline and the digest."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from dateline.cli.options import DEFAULT, RecordArgument, as_day
from dateline.store.view import Record
from dateline.tell.digest import digest, markdown
from dateline.tell.timeline import timeline


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(tell)


def tell(
    record: RecordArgument = DEFAULT,
    background: Annotated[bool, typer.Option("--background", help="Also events that reports only recall.")] = False,
    since: Annotated[str | None, typer.Option(help="Only events that may fall on or after this day.")] = None,
    as_known_on: Annotated[str | None, typer.Option(help="Only what had been published by this day.")] = None,
    to: Annotated[str, typer.Option(help="text or markdown.")] = "text",
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
) -> None:
    """Tell the record: a timeline of its events, then a digest in which each sentence cites its reports.

    Example: dateline tell record.db --to markdown
    """
    with Record(record) as opened:
        rows = timeline(opened, background=background, since=as_day(since), known_on=as_day(as_known_on))
        if to == "markdown":
            text = markdown(digest(opened, background=background))
            if out:
                out.write_text(text, encoding="utf-8")
            else:
                sys.stdout.write(text)
            return
        table = Table(title="Timeline", title_justify="left")
        for name in ("event", "when", "what", "where", "reports", "origins"):
            table.add_column(name, overflow="fold")
        for row in rows:
            hedge = "" if row.modality == "happened" else f" ({row.modality})"
            table.add_row(row.event, row.when, row.title + hedge, row.place, str(row.reports), row.origins)
        console = Console()
        console.print(table)
        for section in digest(opened, background=background):
            console.print(f"\n{section.title}", style="bold", markup=False)
            for sentence in section.sentences:
                console.print(f"  {sentence.text} [{', '.join(sentence.reports)}]", markup=False, highlight=False)
