"""``dateline verify``: the proof that the record holds together."""

from __future__ import annotations

import sys

import typer
from rich.console import Console

from dateline.cli.options import DEFAULT, RecordArgument
from dateline.store.view import Record
from dateline.tell.verify import verify as prove


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(verify)


def verify(record: RecordArgument = DEFAULT) -> None:
    """Re-read the record and prove that every span holds its words, every id resolves and every sentence is backed.

    Example: dateline verify record.db
    """
    console = Console()
    with Record(record) as opened:
        proof = prove(opened)
    console.print(f"{proof.spans:,} spans, {proof.ids:,} ids, {proof.sentences:,} digest sentences looked at")
    for failure in proof.failures:
        console.print(f"{failure.where}: {failure.why}", markup=False, highlight=False, soft_wrap=True)
    console.print(f"{len(proof.failures):,} unsupported")
    sys.exit(1 if proof.failures else 0)
