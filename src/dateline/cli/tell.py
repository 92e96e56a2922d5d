"""``dateline tell``: the timeline and the digest."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from dateline.cli.options import DEFAULT, RecordArgument, as_day
from dateline.model import DatelineError
from dateline.store.view import Record
from dateline.tell.digest import Section, digest, markdown
from dateline.tell.document import docx, html
from dateline.tell.timeline import timeline

_BY = ("story", "day")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(tell)


def _hand_out(sections: Iterable[Section], to: str, out: Path | None) -> None:
    forms: dict[str, Callable[[Iterable[Section]], bytes]] = {
        "markdown": lambda given: markdown(given).encode(),
        "html": lambda given: html(given).encode(),
        "docx": docx,
    }
    if to not in forms:
        raise DatelineError(f"there is no form {to!r}; known are: text, {', '.join(forms)}")
    content = forms[to](sections)
    if out:
        out.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)


def tell(
    record: RecordArgument = DEFAULT,
    background: Annotated[bool, typer.Option("--background", help="Also events that reports only recall.")] = False,
    since: Annotated[str | None, typer.Option(help="Only events that may fall on or after this day.")] = None,
    as_known_on: Annotated[str | None, typer.Option(help="Only what had been published by this day.")] = None,
    by: Annotated[str, typer.Option(help="The digest by story or by day.")] = "story",
    to: Annotated[str, typer.Option(help="text, markdown, html or docx.")] = "text",
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
) -> None:
    """Tell the record: a timeline of its events, then a digest in which each sentence cites its reports.

    Example: dateline tell record.db --by day --to markdown
    """
    if by not in _BY:
        raise DatelineError(f"a digest cannot be told by {by!r}; known are: {', '.join(_BY)}")
    with Record(record) as opened:
        rows = timeline(opened, background=background, since=as_day(since), known_on=as_day(as_known_on))
        sections = digest(opened, by=by, background=background, only={row.event for row in rows})
        if to != "text":
            _hand_out(sections, to, out)
            return
        table = Table(title="Timeline", title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
        narrow = {"when": 11, "where": 9}  # what happened gets the rest of the line
        for name in ("event", "when", "what", "where", "reports", "origins"):
            table.add_column(name, max_width=narrow.get(name), no_wrap=name in {"event", "reports", "origins"})
        for row in rows:
            hedge = "" if row.modality == "happened" else f" ({row.modality})"
            table.add_row(row.event, row.when, row.title + hedge, row.place, str(row.reports), row.origins.split()[0])
        console = Console()
        console.print(table)
        for section in sections:
            console.print(f"\n{section.title}", style="bold", markup=False)
            for sentence in section.sentences:
                console.print(f"  {sentence.text} [{', '.join(sentence.reports)}]", markup=False, highlight=False)
