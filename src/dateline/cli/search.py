"""``dateline search``: full text."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from dateline.cli.options import DEFAULT, RecordFile, looking
from dateline.store.search import search as find
from dateline.tell.labels import labels


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(search)


def search(
    words: Annotated[list[str], typer.Argument(help='Words, "a phrase", prefix*, AND, OR, NOT.')],
    record: RecordFile = DEFAULT,
    most: Annotated[int, typer.Option(min=1, help="How many reports at most.")] = 20,
) -> None:
    """Find reports by their words.

    Example: dateline search naval facility --record record.db
    """
    console = Console()
    with looking(record) as opened:
        hits = find(opened.base, " ".join(words), most)
        named = labels(opened, [hit.report for hit in hits])
    for hit in hits:
        about = (
            f"{hit.report}  {hit.title}  ({named[hit.report]})" if hit.title else f"{hit.report}  {named[hit.report]}"
        )
        console.print(about, style="bold", markup=False, highlight=False)
        console.print(f"  {' '.join(hit.excerpt.split())}", markup=False, highlight=False)
    if not hits:
        console.print("no report holds these words")
