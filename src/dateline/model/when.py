"""Calendar intervals: what a date allows, from its earliest to its latest day."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

Basis = Literal["stated", "document", "reports", "context", "given"]


class When(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A date as EDTF (ISO 8601-2) with the closed interval of days that it allows; an open side is None.

    ``basis`` says how it was reached, ``source`` names the mentions of time (``report:start-end``) or the reports it
    rests on, ``why`` holds one sentence for every step of reasoning.
    """

    value: str
    earliest: date | None
    latest: date | None
    basis: Basis
    source: tuple[str, ...] = msgspec.field(default=(), name="from")
    why: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"an interval cannot end before it begins: {self.earliest} to {self.latest}")

    @property
    def days(self) -> int | None:
        """How many days the interval holds; None where a side is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    @property
    def exact(self) -> bool:
        """Say whether exactly one day is allowed."""
        return self.days == 1

    def meets(self, other: When, slack: int = 0) -> bool:
        """Say whether some day is allowed by both, give or take ``slack`` days."""
        return _before(self.earliest, other.latest, slack) and _before(other.earliest, self.latest, slack)


def _before(early: date | None, late: date | None, slack: int) -> bool:
    return early is None or late is None or (early - late).days <= slack


def day(when: date, basis: Basis, **rest: tuple[str, ...]) -> When:
    """The interval of one single day."""
    return When(value=when.isoformat(), earliest=when, latest=when, basis=basis, **rest)
