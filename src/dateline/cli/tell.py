"""``dateline tell``: the timeline and the digest."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.cli.handing import hand_out
from dateline.cli.options import DEFAULT, RecordArgument, as_day, looking
from dateline.model import DatelineError
from dateline.run.known import known_on
from dateline.tell.digest import Section, digest, markdown
from dateline.tell.document import docx, html
from dateline.tell.timeline import Row, timeline

_BY = ("story", "day")
_FORMS: dict[str, Callable[[Iterable[Section]], bytes]] = {
    "markdown": lambda given: markdown(given).encode(),
    "html": lambda given: html(given).encode(),
    "docx": docx,
}
_ENDINGS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".docx": "docx"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(tell)


def tell(
    record: RecordArgument = DEFAULT,
    background: Annotated[bool, typer.Option("--background", help="Also events that reports only recall.")] = False,
    since: Annotated[str | None, typer.Option(help="Only events that may fall on or after this day.")] = None,
    as_known_on: Annotated[
        str | None, typer.Option(help="As it would have been told on this day, from what was out by then.")
    ] = None,
    by: Annotated[str, typer.Option(help="The digest by story or by day.")] = "story",
    to: Annotated[
        str | None, typer.Option(help="text, markdown, html or docx; told by the ending of --out if not given.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write to this file; standard output if not given.")] = None,
) -> None:
    """Tell the record: a timeline of its events, then a digest in which each sentence cites its reports.

    Example: dateline tell record.db --by day --to markdown
    """
    if by not in _BY:
        raise DatelineError(f"a digest cannot be told by {by!r}; known are: {', '.join(_BY)}")
    form = to or (_ENDINGS.get(out.suffix.lower()) if out else None) or "text"
    if form not in {"text", *_FORMS}:
        raise DatelineError(f"there is no form {form!r}; known are: text, {', '.join(_FORMS)}")
    if form == "docx" and out is None and sys.stdout.isatty():
        raise DatelineError("a Word document cannot be shown here; name a file: --out digest.docx")
    day = as_day(as_known_on)
    with looking(record) as whole, known_on(whole, day) if day else nullcontext(whole) as opened:
        rows = timeline(opened, background=background, since=as_day(since))
        sections = digest(opened, by=by, background=background, only={row.event for row in rows})
        if form != "text":
            hand_out([_FORMS[form](sections)], out)
        elif out is None:
            _print(Console(), rows, sections)
        else:
            page = io.StringIO()
            _print(Console(file=page, width=100), rows, sections)
            hand_out([page.getvalue().encode()], out)


def _print(console: Console, rows: Sequence[Row], sections: Iterable[Section]) -> None:
    if not rows:
        console.print("nothing to tell: no event of these reports fits what was asked")
        return
    table = Table(title="Timeline", title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    narrow = {"when": 11, "where": 9}  # what happened gets the rest of the line
    for name in ("event", "when", "what", "where", "reports", "origins"):
        table.add_column(name, max_width=narrow.get(name), no_wrap=name in {"event", "reports", "origins"})
    for row in rows:
        hedge = "" if row.modality == "happened" else f" ({row.modality})"
        table.add_row(row.event, row.when, Text(row.title + hedge), Text(row.place), f"{row.reports}", f"{row.origins}")
    console.print(table)
    for section in sections:
        console.print(f"\n{section.title}", style="bold", markup=False)
        for sentence in section.sentences:
            console.print(f"  {sentence.text} [{', '.join(sentence.reports)}]", markup=False, highlight=False)
