"""Constraint propagation over sets of days: what one day says of another, until nothing changes."""

from __future__ import annotations

from collections import defaultdict, deque

import msgspec

from dateline.across.days.dayset import Calendar

STEPS = 20_000  # narrowings after which a puzzle is left as it stands; seeds take 120


class Window(msgspec.Struct, frozen=True):
    """``later`` lies ``low`` to ``high`` days after ``earlier`` (negative: before); ``why`` says by which words."""

    earlier: str
    later: str
    low: int
    high: int
    why: str


class Puzzle:
    """Days that are not known, and what is known about them.

    Nothing is ever taken away that the constraints do not rule out; a constraint that would leave no day at all is set
    aside, since some report must then be wrong.
    """

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self.days: dict[str, int] = {}
        self.why: dict[str, list[str]] = {}
        self._at: dict[str, list[Window]] = defaultdict(list)
        self._changed: deque[str] = deque()

    def add(self, name: str, days: int, why: str = "") -> None:
        """Say that a day is one of a set; naming it twice leaves what both allow."""
        self.days.setdefault(name, self._calendar.all)
        self._narrow(name, days, (why,) if why else ())

    def link(self, window: Window) -> None:
        """Say how far two days, both named before, lie apart."""
        self._at[window.earlier].append(window)
        self._at[window.later].append(window)
        self._changed.append(window.earlier)

    def solve(self) -> None:
        """Let every constraint on what changed narrow both its days until none does."""
        for _ in range(STEPS):
            if not self._changed:
                return
            for window in self._at[self._changed.popleft()]:
                self._apply(window)

    def _apply(self, window: Window) -> None:
        one, other = self.days[window.earlier], self.days[window.later]
        ahead = self._calendar.moved(one, window.low, window.high)
        behind = self._calendar.moved(other, -window.high, -window.low)
        if other & ahead and one & behind:
            self._narrow(window.later, ahead, (window.why, *self._reasons(window.earlier)))
            self._narrow(window.earlier, behind, (window.why, *self._reasons(window.later)))

    def _reasons(self, name: str) -> tuple[str, ...]:
        return tuple(self.why.get(name, ()))

    def _narrow(self, name: str, days: int, why: tuple[str, ...]) -> None:
        known = self.days[name]
        left = known & days
        if not left:
            return
        self.days[name] = left
        said = self.why.setdefault(name, [])
        if left != known:
            self._changed.append(name)
            said += [reason for reason in dict.fromkeys(why) if reason and reason not in said]
