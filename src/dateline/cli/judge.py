"""``dateline judge`` and ``dateline undo``: a person's word on what is one and what is two."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer
from rich.console import Console

from dateline.cli.options import DEFAULT, RecordFile
from dateline.model import DatelineError
from dateline.run.build import rebuild
from dateline.run.judged import pair_of
from dateline.store.file import connect
from dateline.store.judgements import judge as keep
from dateline.store.judgements import undo as take_back
from dateline.store.view import Record

_VERDICTS = ("same", "different", "unsure")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(judge)
    app.command()(undo)


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
    base = connect(record)
    number = keep(base, about, pair, verdict, why=why, by=getpass.getuser())  # type: ignore[arg-type]
    base.close()
    rebuild(record)
    Console().print(f"judgement {number}: {verdict}; undo it with: dateline undo {number} --record {record}")


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
    Console().print(f"undone: judgement {gone.number}, {gone.verdict}, {gone.left} and {gone.right}", markup=False)
