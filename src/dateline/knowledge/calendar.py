"""The calendar as English speaks of it: names of months, days, units and holidays, and when the movable ones fall."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """One table of ``data/calendar.toml``, keys in lower case."""
    found: dict[str, Any] = _tables()[name]
    return found


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((files("dateline.knowledge") / "data" / "calendar.toml").read_text(encoding="utf-8"))


@cache
def patterns() -> tuple[tuple[str, str, str], ...]:
    """What each pattern of time expressions means, the kinds of words it is tried around, and how it reads."""
    text = (files("dateline.knowledge") / "data" / "time_patterns.toml").read_text(encoding="utf-8")
    return tuple(
        (row["means"], row["near"], "".join(line.removeprefix("    ") for line in row["reads"].split("\n")))
        for row in tomllib.loads(text)["pattern"]
    )


def holiday(name: str, year: int) -> date | None:
    """The day that a holiday falls on in a year; None where the name is not known."""
    rule: list[int] | None = table("holidays").get(name)
    if rule is None:
        return None
    if len(rule) == 1:
        return easter(year) + timedelta(rule[0])
    if len(rule) == 2:
        return date(year, rule[0], rule[1])
    return nth_weekday(year, rule[0], rule[1], rule[2])


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The first, second ... (``which`` = 1, 2 ...) or last (-1) Monday (``weekday`` = 1) to Sunday (7) of a month."""
    if which < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian algorithm, Nature 1876)."""
    golden, century, in_century = year % 19, year // 100, year % 100
    skipped, leap = divmod(century, 4)
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, rest = divmod(in_century, 4)
    sunday = (32 + 2 * leap + 2 * quarter - moon - rest) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
