"""What people said: two mentions or claims are, or are not, of one bearer. Kept for good, undone only by a person."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import msgspec

from dateline.model import DatelineError, Decision
from dateline.model.decision import Subject, Verdict


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a person's judgements; ``undone`` says when it was taken back."""

    number: int
    about: Subject
    left: str
    right: str
    verdict: Verdict
    why: str
    by: str
    at: str
    undone: str | None = None


def judge(
    base: sqlite3.Connection, about: Subject, pair: tuple[str, str], verdict: Verdict, *, why: str = "", by: str = ""
) -> int:
    """Keep a judgement on a pair of claims or mentions; gives its number."""
    left, right = sorted(pair)
    if left == right:
        raise DatelineError(f"both sides are {left}; a judgement needs two different ones")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    cursor = base.execute(
        "insert into judgement (about, left, right, verdict, why, by, at) values (?,?,?,?,?,?,?)",
        (about, left, right, verdict, why, by or "a person", now),
    )
    return int(cursor.lastrowid or 0)


def undo(base: sqlite3.Connection, number: int | None = None) -> Judgement:
    """Take back a judgement, the newest where no number is given; raises `DatelineError` where there is none."""
    open_ones = [j for j in judgements(base) if j.undone is None and number in (None, j.number)]
    if not open_ones:
        raise DatelineError("there is no judgement to undo" if number is None else f"no judgement {number} stands")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    base.execute("update judgement set undone = ? where number = ?", (now, open_ones[-1].number))
    return open_ones[-1]


def take(base: sqlite3.Connection, given: Judgement) -> bool:
    """Bring in a judgement made elsewhere, with its time; gives False where it is there already."""
    known = {(j.about, j.left, j.right, j.verdict, j.by, j.at) for j in judgements(base)}
    if (given.about, given.left, given.right, given.verdict, given.by, given.at) in known:
        return False
    base.execute(
        "insert into judgement (about, left, right, verdict, why, by, at, undone) values (?,?,?,?,?,?,?,?)",
        (given.about, given.left, given.right, given.verdict, given.why, given.by, given.at, given.undone),
    )
    return True


def judgements(base: sqlite3.Connection) -> list[Judgement]:
    """Every judgement, oldest first, those that were undone among them."""
    rows = base.execute(
        "select number, about, left, right, verdict, why, by, at, undone from judgement order by number"
    )
    return [msgspec.convert(dict(zip(Judgement.__struct_fields__, row, strict=True)), Judgement) for row in rows]


def standing(base: sqlite3.Connection) -> tuple[Decision, ...]:
    """The latest judgement on each pair that was not undone, as decisions sorted by pair."""
    latest = {(j.about, j.left, j.right): j for j in judgements(base) if j.undone is None}
    return tuple(
        Decision(
            id=f"J:{about}:{left}|{right}",
            about=about,
            left=left,
            right=right,
            verdict=judgement.verdict,
            score=1.0,
            reasons=(judgement.why,) if judgement.why else (),
            by=judgement.by,
        )
        for (about, left, right), judgement in sorted(latest.items())
    )
