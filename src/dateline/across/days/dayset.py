"""Sets of days as the bits of one integer, so that windows and weekdays are a shift and an `and`."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property

from dateline.knowledge.deixis import possible


class Calendar:
    """All days from ``first`` to ``last``; a set of them is an integer whose bit n stands for ``first`` + n days."""

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.last = last
        self._solved: dict[str, int] = {}

    @cached_property
    def all(self) -> int:
        """Every day."""
        return (1 << ((self.last - self.first).days + 1)) - 1

    def span(self, early: date | None, late: date | None) -> int:
        """The days of a closed interval; an open side reaches to the end of the calendar."""
        low = max(((early or self.first) - self.first).days, 0)
        high = min(((late or self.last) - self.first).days, (self.last - self.first).days)
        return ((1 << (high - low + 1)) - 1) << low if high >= low else 0

    def meant(self, formula: str) -> int:
        """The days that a formula may mean whatever its anchor."""
        if formula not in self._solved:
            periods = possible(formula, self.first, self.last)
            days = 0
            for period in periods:
                days |= self.span(period.earliest, period.latest)
            self._solved[formula] = days if periods else self.all
        return self._solved[formula]

    def moved(self, days: int, low: int, high: int) -> int:
        """The days that lie ``low`` to ``high`` days after some day of the set; those outside the calendar fall out."""
        most = (self.last - self.first).days
        if low > most or high < -most:
            return 0  # "66 million years ago"
        low, high = max(low, -most), min(high, most)
        grown, width = days, 1
        while width < high - low + 1:
            step = min(width, high - low + 1 - width)
            grown |= grown << step
            width += step
        return (grown << low if low >= 0 else grown >> -low) & self.all

    def hull(self, days: int) -> tuple[date, date]:
        """The first and the last day of a set that is not empty."""
        low = (days & -days).bit_length() - 1
        return self.first + timedelta(low), self.first + timedelta(days.bit_length() - 1)

    def listed(self, days: int) -> list[date]:
        """The days of a small set, in order."""
        found = []
        while days:
            low = days & -days
            found.append(self.first + timedelta(low.bit_length() - 1))
            days ^= low
        return found
