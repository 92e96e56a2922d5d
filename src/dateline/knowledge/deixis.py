"""Times that hang on another time: formulas such as "the last December before the anchor", and their solution.

A formula is kept as a string, ``kind:number:lean`` with ``|``-separated refinements behind it, so that a report without
a date can be solved later, when other reports have dated it:

=============== ==========================================================================================
``day:-1``      yesterday; ``week``, ``weekend``, ``month``, ``quarter``, ``year``, ``decade``, ``century`` likewise
``ago:-3M``     three months before, give or take what such counts leave (units D W M Y)
``weekday:2:L`` Tuesday; ``md:12-23:L`` 23 December; ``m:12:L`` December; ``season:SU:L``; ``q:3:L``; ``h:1:L``;
                ``holiday:easter:L``, where the lean L says which is meant: ``-2`` the last before the anchor, ``-1``
                the last up to and with it, ``0`` the nearest, ``1`` the next from it on, ``2`` the next after it
=============== ==========================================================================================

Refinements: ``weekend`` of a holiday; ``early``, ``mid``, ``late``, ``start``, ``end``; ``T..`` a time of day; ``m:3``
or ``q:3`` after a year; ``w:2`` the weekday that was said beside a day of the year.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dateline.knowledge import period as span
from dateline.knowledge.calendar import holiday
from dateline.knowledge.period import Period


def solve(formula: str, anchor: date) -> Period | None:
    """The period that a formula means, seen from a day; None where there is no such day."""
    head, *refinements = formula.split("|")
    kind, number, *rest = head.split(":")
    try:
        found = _SOLVERS[kind](kind, number, int(rest[0]) if rest else 0, anchor)
        for refinement in refinements:
            found = found and _refined(found, refinement)
    except (ValueError, OverflowError):  # a 30 February, or a year beyond the calendar
        return None
    return found


def unsolved(formula: str) -> str:
    """The TIMEX3 value of a formula whose anchor nobody knows: what is said, and X for what is not."""
    head, *refinements = formula.split("|")
    kind, number, *_ = head.split(":")
    clock = next((r for r in refinements if r.startswith("T")), "")
    values = {
        "weekday": f"XXXX-WXX-{number}",
        "md": f"XXXX-{number}",
        "m": f"XXXX-{number.zfill(2)}",
        "season": f"XXXX-{number}",
        "q": f"XXXX-Q{number}",
        "h": f"XXXX-H{number}",
        "week": "XXXX-WXX",
        "weekend": "XXXX-WXX-WE",
        "month": "XXXX-XX",
        "quarter": "XXXX-QX",
        "year": "XXXX",
        "decade": "XXX",
        "century": "XX",
    }
    return values.get(kind, "XXXX-XX-XX") + clock


def hull(formula: str, first: date, last: date) -> Period | None:
    """What a formula allows when its anchor is some day from ``first`` to ``last``: from the earliest to the latest."""
    if (last - first).days > 3700:
        return None
    solved = [
        found for n in range((last - first).days + 1) if (found := solve(formula, first + timedelta(n))) is not None
    ]
    if not solved:
        return None
    early, late = min(s.earliest for s in solved), max(s.latest for s in solved)
    if early == solved[0].earliest and late == solved[0].latest:
        return solved[0]
    return Period(f"{early}/{late}", early, late, "range")


def reach(formula: str) -> tuple[int, int] | None:
    """How many days after its anchor what a formula means may lie, at least and at most; None where it is not known."""
    kind, number, *rest = formula.split("|", maxsplit=1)[0].split(":")
    lean = int(rest[0]) if rest else 0
    if kind in _LONGEST:
        days, count = _LONGEST[kind], int(number)
        if kind == "day":
            return count, count
        return days * (count - 1) + 1 if count < 1 else 1, days * (count + 1) - 1 if count > -1 else -1
    if kind == "ago":
        length, room = {"D": (1.0, 0), "W": (7.0, 4), "M": (30.44, 17), "Y": (365.25, 185)}[number[-1]]
        middle = round(float(number[:-1]) * length)
        return middle - room, middle + room
    if kind == "weekday":
        return _WEEKDAY_REACH.get(lean)
    low, high = _YEARLY_REACH[lean]
    room = 0 if kind in {"md", "holiday"} else 92 if kind != "m" else 31  # the month, or season, that still runs
    return low - (room if lean == 1 else 0), high + (room if lean == -1 else 0)


_LONGEST = {
    "day": 1,
    "week": 8,
    "weekend": 8,
    "month": 31,
    "quarter": 92,
    "year": 366,
    "decade": 3653,
    "century": 36525,
}
_WEEKDAY_REACH = {-2: (-7, -1), -1: (-6, 0), 0: (-3, 3), 1: (0, 6), 2: (1, 7)}
_YEARLY_REACH = {-2: (-397, -1), -1: (-366, 0), 0: (-200, 200), 1: (0, 366), 2: (1, 397)}


def possible(formula: str, first: date, last: date) -> list[Period]:
    """The periods from ``first`` to ``last`` that a formula may mean, whatever its anchor; none where all are."""
    head, *refinements = formula.split("|")
    kind, number, *_ = head.split(":")
    if kind == "weekday":
        ahead = (int(number) - first.isoweekday()) % 7
        days = range(ahead, (last - first).days + 1, 7)
        return [span.of_day(first + timedelta(n)) for n in days]
    if kind not in _SOLVERS or kind in _LONGEST or kind == "ago":
        return []
    make = _in_year(kind, number)
    weekdays = {int(r[2:]) for r in refinements if r.startswith("w:")}
    found = []
    for year in range(first.year, last.year + 1):
        period = make(year)
        for refinement in refinements:
            period = period and _refined(period, refinement)
        if period and first <= period.latest and period.earliest <= last:
            found.append(period)
    if weekdays:
        found = [period for period in found if period.earliest.isoweekday() in weekdays]
    return found


def _calendar(kind: str, number: str, lean: int, anchor: date) -> Period:  # noqa: ARG001
    return span.shifted(anchor, kind, int(number))


def _ago(kind: str, number: str, lean: int, anchor: date) -> Period:  # noqa: ARG001
    return span.about(anchor, number[-1], float(number[:-1]))


def _weekday(kind: str, number: str, lean: int, anchor: date) -> Period:  # noqa: ARG001
    ahead = (int(number) - anchor.isoweekday()) % 7
    if lean < 0:
        ahead = ahead - 7 if ahead else 7 * (lean + 1)
    elif lean == 0:
        ahead = ahead - 7 if ahead > 3 else ahead
    elif not ahead and lean > 1:
        ahead = 7
    return span.of_day(anchor + timedelta(ahead))


def _yearly(kind: str, number: str, lean: int, anchor: date) -> Period | None:
    make = _in_year(kind, number)
    near = [found for year in range(anchor.year - 8, anchor.year + 9) if (found := make(year)) is not None]
    before = [p for p in near if (p.latest if lean < -1 else p.earliest) < anchor + timedelta(lean >= -1)]
    after = [p for p in near if (p.earliest if lean > 1 else p.latest) >= anchor + timedelta(lean > 1)]
    if lean < 0:
        return before[-1] if before else None
    if lean > 0:
        return after[0] if after else None
    return min(near, key=lambda p: abs((p.earliest - anchor).days), default=None)


def _in_year(kind: str, number: str) -> Callable[[int], Period | None]:
    def in_year(year: int) -> Period | None:
        if kind == "m":
            return span.of_month(year, int(number))
        if kind == "q":
            return span.of_quarter(year, int(number))
        if kind == "h":
            return span.of_half(year, int(number))
        if kind == "season":
            return span.of_season(year, number)
        if kind == "holiday":
            day = holiday(number, year)
            return span.of_day(day) if day else None
        month, day_number = map(int, number.split("-"))
        try:
            return span.of_day(date(year, month, day_number))
        except ValueError:
            return None

    return in_year


def _refined(found: Period, refinement: str) -> Period | None:
    if refinement.startswith("T"):
        return span.within_day(found, refinement[1:])
    if refinement == "weekend":
        return span.long_weekend(found.earliest)
    if ":" in refinement:
        kind, number = refinement.split(":")
        if kind == "w":  # the weekday said beside a date helps only where the year is not known
            return found
        return _in_year(kind, number)(found.earliest.year)
    return span.part(found, refinement)


_SOLVERS: dict[str, Callable[[str, str, int, date], Period | None]] = {
    **dict.fromkeys(("day", "week", "weekend", "month", "quarter", "year", "decade", "century"), _calendar),
    "ago": _ago,
    "weekday": _weekday,
    **dict.fromkeys(("md", "m", "season", "q", "h", "holiday"), _yearly),
}
