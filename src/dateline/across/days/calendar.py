"""Whether two dates can be of one event, years or months missing or not."""

from __future__ import annotations

import re
from datetime import date

from dateline.model import When

NARROW = 4  # days: an interval up to this long can tell two happenings of one kind apart
ANY_YEAR = 1904  # stands for the year of a date that gives none; a leap year
FRESH = 2  # days after which what was done is no longer told as news of these days
_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")

Days = tuple[date, date]


def days(when: When | None) -> Days | None:
    """First and last day, where they are near enough to tell events apart."""
    if when is None:
        return None
    if when.earliest and when.latest:
        return (when.earliest, when.latest) if (when.latest - when.earliest).days < NARROW else None
    found = _YEARLESS.match(when.value)
    if found is None or found[2] is None:
        return None
    try:
        day = date(ANY_YEAR, int(found[1]), int(found[2]))
    except ValueError:
        return None
    return day, day


def apart(one: Days, other: Days) -> int:
    """The days between two dates, 0 where they meet; a date without year is of the other's year."""
    first, second = (one, other)
    if ANY_YEAR in (one[0].year, other[0].year):
        first, second = yearless(one), yearless(other)
    return max(0, (max(first[0], second[0]) - min(first[1], second[1])).days)


def yearless(given: Days) -> Days:
    """The same days of no year."""
    first = given[0].replace(year=ANY_YEAR)
    return first, first + (given[1] - given[0])


def allows(one: When | None, other: When | None) -> bool:
    """Say whether some day can be both dates', as far as words and reasons go; a guessed date forbids nothing."""
    if one is None or other is None or guessed(one) or guessed(other):
        return True
    if not one.meets(other):
        return False
    return _months(one).isdisjoint(_months(other)) is False if _months(one) and _months(other) else True


def guessed(when: When) -> bool:
    """Say whether a day was only taken over from the sentences around, without a reason of its own."""
    return when.basis == "context" and not when.why


def is_fresh(when: When) -> bool:
    """Say whether an interval is only as long ago as news can be, for what is told without a day."""
    return when.basis == "document" and bool(when.why) and not when.exact


def fresh(given: Days | None, out: date | None) -> bool:
    """Say whether a report that came out on a day sets something on the days right before it."""
    return given is not None and out is not None and 0 <= (out - given[1]).days <= FRESH


def _months(when: When) -> frozenset[int]:
    """The months that a date leaves open; none where it says nothing of them."""
    if when.earliest and when.latest:
        return (
            frozenset(range(1, 13)) if (when.latest - when.earliest).days > 300 else _span(when.earliest, when.latest)
        )
    found = _YEARLESS.match(when.value)
    return frozenset({int(found[1])}) if found else frozenset()


def _span(first: date, last: date) -> frozenset[int]:
    count = (last.year - first.year) * 12 + last.month - first.month
    return frozenset((first.month - 1 + step) % 12 + 1 for step in range(count + 1))
