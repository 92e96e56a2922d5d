"""``dateline build``: reports in, record out."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from dateline.cli.options import DEFAULT, RecordFile, as_day
from dateline.model import DatelineError
from dateline.run.build import Summary
from dateline.run.build import build as run
from dateline.run.settings import Settings

_defaults = Settings()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(build)


def build(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files, folders, patterns, or - for standard input; none finishes an interrupted build."),
    ] = None,
    record: RecordFile = DEFAULT,
    as_of: Annotated[
        str | None, typer.Option(help="The day to look back from, YYYY-MM-DD; today if not given.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that read reports.")] = _defaults.jobs,
    batch: Annotated[int, typer.Option(min=1, help="Reports read, and kept, at a time.")] = _defaults.batch,
    parser: Annotated[str, typer.Option(help="An installed spaCy pipeline, by name or path.")] = _defaults.parser,
    max_chars: Annotated[int, typer.Option(min=1, help="A longer text is set aside.")] = _defaults.max_chars,
    parses: Annotated[Path | None, typer.Option(help="Keep parses in this file between builds.")] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 where something was set aside or left unread.")
    ] = False,
) -> None:
    """Read reports into a record, a new one or one to be extended.

    Example: dateline build examples/moscow-damascus/reports --record record.db
    """
    settings = Settings(parser=parser, max_chars=max_chars, as_of=as_day(as_of), jobs=jobs, batch=batch, parses=parses)
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading", total=None)

        def watch(what: str, count: int) -> None:
            progress.update(task, description=f"{what} {count:,} reports" if count else what)

        try:
            summary = run([*(paths or [])], record, settings, watch)
        except KeyboardInterrupt:
            words = f"stopped; what was read is kept, finish it with: dateline build -r {record}"
            console.print(words, markup=False, highlight=False, soft_wrap=True)
            sys.exit(130)
    _close(Console(), record, summary)
    if summary.aside and not (summary.new or summary.known):
        raise DatelineError(f"nothing could be read from {', '.join(paths or [])}; the record is as it was")
    if strict and (summary.aside or summary.unread):
        sys.exit(1)


def _close(console: Console, record: Path, summary: Summary) -> None:
    table = Table(title=Text(f"Record {record}"), show_header=False, title_justify="left")
    for name in ("reports", "new", "known", "copies", "events", "people", "places", "discrepancies"):
        table.add_row(name, f"{getattr(summary, name):,}")
    table.add_row("set aside", f"{len(summary.aside):,}")
    table.add_row("unread", f"{len(summary.unread):,}")
    table.add_row("time", f"{summary.seconds:.1f} s")
    console.print(table)
    for reason, count in Counter(reason for _, reason in summary.unread).most_common():
        first = next(path for path, why in summary.unread if why == reason)
        console.print(f"kept unread {count} × {reason}: {first}", highlight=False, soft_wrap=True, markup=False)
    for reason, count in Counter(reason for _, _, reason in summary.aside).most_common():
        console.print(f"set aside {count} × {reason}", highlight=False, soft_wrap=True, markup=False)
    for path, line, reason in summary.aside[:20]:
        console.print(f"  {path}{f':{line}' if line else ''}: {reason}", highlight=False, soft_wrap=True, markup=False)
    if len(summary.aside) > 20:
        console.print(f"  … and {len(summary.aside) - 20} more: dateline show aside --record {record}", markup=False)
