"""``dateline names``: whether two names can be one bearer's, and why."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.knowledge.names import compare
from dateline.model import DatelineError

_KINDS = ("person", "organization", "place", "facility", "group", "document", "vessel")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(names)


def names(
    left: Annotated[str | None, typer.Argument(help="A name, in any script.")] = None,
    right: Annotated[str | None, typer.Argument(help="The name to hold against it.")] = None,
    kind: Annotated[str, typer.Option(help=f"One of: {', '.join(_KINDS)}.")] = "person",
    table: Annotated[Path | None, typer.Option("--csv", help="A CSV with the columns id, left, right, kind.")] = None,
) -> None:
    """Say how alike two names are, 0 to 1 (the same from 0.5 on), and why.

    Example: dateline names "Murhaf Abu Qasra" "Marhaf Abu Kassar"
    """
    asked = _asked(table, left, right, kind)
    for sort in {sort for *_, sort in asked}:
        if sort not in _KINDS:
            raise DatelineError(f"{sort!r} is no kind of names; known are: {', '.join(_KINDS)}")
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("id", "score", "reason"))
    for number, one, other, sort in asked:
        found = compare(one, other, sort)
        out.writerow((number, f"{found.score:.4f}", found.reason))


def _asked(table: Path | None, left: str | None, right: str | None, kind: str) -> list[tuple[str, str, str, str]]:
    if table is None:
        if left is None or right is None:
            raise DatelineError("two names are needed, or --csv FILE: dateline names 'Tartus' 'Tartous' --kind place")
        return [("1", left, right, kind)]
    try:
        with table.open(encoding="utf-8-sig", newline="") as source:
            return [
                (row["id"], row["left"], row["right"], row.get("kind") or "person") for row in csv.DictReader(source)
            ]
    except FileNotFoundError as missing:
        raise DatelineError(f"there is no file {table}; give a CSV with the columns id, left, right, kind") from missing
    except UnicodeDecodeError as error:
        raise DatelineError(f"{table} is not in UTF-8; save it so, with the columns id, left, right, kind") from error
    except KeyError as missing:
        raise DatelineError(
            f"{table} has no column {missing}; the columns id, left, right, kind are needed"
        ) from missing
