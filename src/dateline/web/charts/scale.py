"""From days to places on an axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Scale(msgspec.Struct, frozen=True):
    """A linear scale of days between two places on the axis, in SVG user units."""

    first: date
    last: date
    left: float
    right: float

    def __call__(self, day: date) -> float:
        """Where a day begins; days outside end at the edge."""
        inside = min(max(day, self.first), self.last)
        width = max((self.last - self.first).days, 1)
        return round(self.left + (inside - self.first).days / width * (self.right - self.left), 1)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Places and words of the marks."""
        return ((self(day), words) for day, words in self.marks())

    def spans(self) -> Iterator[tuple[float, str, str, str]]:
        """Marks with the first and the last day up to the next one, as one would zoom in to."""
        marks = list(self.marks())
        ends = [*(day - timedelta(days=1) for day, _ in marks[1:]), self.last]
        for (day, words), end in zip(marks, ends, strict=True):
            yield self(day), words, day.isoformat(), max(day, end).isoformat()

    def marks(self) -> Iterator[tuple[date, str]]:
        """At most about twelve days to mark: days, months, quarters or years, whichever fits."""
        days = (self.last - self.first).days
        if days <= 40:
            step = 1 if days <= 12 else 4
            for number in range(0, days + 1, step):
                day = self.first + timedelta(days=number)
                yield day, f"{day.day} {_MONTHS[day.month - 1]}"
            return
        months = 1 if days <= 400 else 3 if days <= 1200 else 12 * max(1, round(days / 365 / 10))
        year, month = self.first.year, 1 if months >= 12 else self.first.month
        while (day := date(year, month, 1)) <= self.last:
            if day >= self.first:
                yield day, str(year) if months >= 12 else f"{_MONTHS[month - 1]} {year}"
            year, month = year + (month + months - 1) // 12, (month + months - 1) % 12 + 1


def fit(intervals: Iterable[tuple[date, date]], left: float, right: float) -> Scale | None:
    """A scale that holds the intervals, with a little air; None where there are none."""
    edges = [day for interval in intervals for day in interval]
    if not edges:
        return None
    air = timedelta(days=max(1, (max(edges) - min(edges)).days // 40))
    return Scale(min(edges) - air, max(edges) + air, left, right)
