"""``dateline judge`` and ``dateline undo``: a person's word on what is one and what is two."""

from __future__ import annotations

import csv
import getpass
import io
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from dateline.cli.handing import hand_out
from dateline.cli.options import DEFAULT, RecordFile
from dateline.model import DatelineError
from dateline.run.build import rebuild
from dateline.run.judged import pair_of
from dateline.store.file import connect
from dateline.store.judgements import Judgement, take
from dateline.store.judgements import judge as keep
from dateline.store.judgements import judgements as every
from dateline.store.judgements import undo as take_back
from dateline.store.view import Record
from dateline.tell.judged import judged

_VERDICTS = ("same", "different", "unsure")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(judge)
    app.command()(undo)
    app.command()(judgements)


def judge(
    verdict: Annotated[str, typer.Argument(help="same, different or unsure.")],
    left: Annotated[str, typer.Argument(help="An entity, event, mention or claim; or an entity's name.")],
    right: Annotated[str, typer.Argument(help="The other one.")],
    record: RecordFile = DEFAULT,
    why: Annotated[str, typer.Option(help="The reason, kept with the judgement.")] = "",
) -> None:
    """Say that two entities or events are the same, or different; final over every rebuild, until undone.

    Example: dateline judge same "Murhaf Abu Qasra" "Marhaf Abu Kassar" --record record.db
    """
    if verdict not in _VERDICTS:
        raise DatelineError(f"{verdict!r} is no verdict; say one of: {', '.join(_VERDICTS)}")
    with Record(record) as opened:
        about, pair = pair_of(opened, left, right)
        said = judged(opened, about, verdict, *pair)
    base = connect(record)
    number = keep(base, about, pair, verdict, why=why, by=getpass.getuser())  # type: ignore[arg-type]
    base.close()
    rebuild(record)
    _say(f"judgement {number}: {said}; undo it with: dateline undo {number} --record {record}")


def undo(
    number: Annotated[int | None, typer.Argument(help="The judgement's number; the newest if not given.")] = None,
    record: RecordFile = DEFAULT,
) -> None:
    """Take a judgement back.

    Example: dateline undo --record record.db
    """
    base = connect(record)
    gone = take_back(base, number)
    base.close()
    rebuild(record)
    with Record(record) as opened:
        _say(f"undone: judgement {gone.number}, {judged(opened, gone.about, gone.verdict, gone.left, gone.right)}")


def _say(words: str) -> None:
    Console().print(words, markup=False, highlight=False, soft_wrap=True)


_COLUMNS = ("number", "about", "left", "right", "verdict", "why", "by", "at", "undone")


def judgements(
    record: RecordFile = DEFAULT,
    out: Annotated[Path | None, typer.Option(help="Write to this file; standard output if not given.")] = None,
    take_from: Annotated[Path | None, typer.Option("--take", help="Bring in the judgements of this CSV file.")] = None,
) -> None:
    """Hand out people's judgements as CSV, or bring in those of another record.

    Example: dateline judgements --record record.db
    """
    base = connect(record)
    if take_from is None:
        rows = every(base)
        base.close()
        hand_out([_table(rows)], out)
        return
    new = sum(take(base, judgement) for judgement in _read(take_from))
    base.close()
    if new:
        rebuild(record)
    Console().print(f"{new} judgements brought in")


def _table(rows: list[Judgement]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(_COLUMNS)
    writer.writerows([getattr(row, name) for name in _COLUMNS] for row in rows)
    return file.getvalue().encode()


def _read(path: Path) -> list[Judgement]:
    wanted = ", ".join(_COLUMNS)
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            table = csv.DictReader(file)
            if missing := [name for name in _COLUMNS if name not in (table.fieldnames or ())]:
                raise DatelineError(f"{path} has no column {missing[0]!r}; judgements have {wanted}")
            rows = [{**row, "number": int(row["number"] or 0), "undone": row["undone"] or None} for row in table]
        return [msgspec.convert(row, Judgement) for row in rows]
    except (ValueError, msgspec.ValidationError, csv.Error) as error:
        raise DatelineError(f"{path} cannot be taken as judgements ({error}); columns: {wanted}") from error
