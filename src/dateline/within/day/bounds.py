"""The days that a time and the words around it leave: since 2015, until Friday, from Sunday to early Monday."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec.structs import replace

from dateline.model import Basis, Time, When
from dateline.within.day.attach import FRESH, Attachment, Placed
from dateline.within.parse import Parse

BESIDE = 30  # characters between an hour and the day that it is said with: on Sunday at about 4:15 p.m.


class Bounds:
    """What times of one report mean with the words before them. ``told`` are those that it does not wear, by id."""

    def __init__(self, parse: Parse, attached: Attachment, written: date | None, told: Mapping[str, Time]) -> None:
        self._parse, self._attached, self._written, self._told = parse, attached, written, told

    def bounded(self, placed: Placed) -> When | None:
        """The open interval of "since 2015", "until Friday", "by May"."""
        word = self._parse.lowers[placed.first - 1] if placed.first else ""
        if (ranged := self.ranged(placed)) is not None:
            return ranged
        time, plain = placed.time, self.when(placed.time)
        if word == "after" and time.timex == "DATE" and time.text.lower() != "weekend":  # after weekend shooting
            return self._past(placed)
        if word not in {"since", "until", "till", "by"} or time.earliest is None or time.latest is None:
            return None
        early, late = (time.earliest, self._written) if word == "since" else (self._written, time.latest)
        if early and late and early > late:
            return None
        value = f"{time.earliest}/.." if word == "since" else f"../{time.latest}"
        return replace(plain, value=value, earliest=early if word == "since" else None, latest=late)

    def ranged(self, placed: Placed) -> When | None:
        """The days "between Friday and Monday", "from Sunday to early Monday", where both are known."""
        word = self._parse.lowers[placed.first - 1] if placed.first else ""
        first, last = placed.time, self._attached.until(placed) if word in {"between", "from"} else None
        if (pair := self._attached.either(placed)) is not None:
            first, last = pair
        early, late = first.earliest, last.latest if last else None
        if last is None or early is None or late is None:
            return None
        late += timedelta(7) if late < early and last.formula.startswith("weekday") else timedelta(0)
        plain = self.when(placed.time)
        if late < early:
            return None
        return replace(plain, value=f"{early}/{late}", earliest=early, latest=late, source=(first.id, last.id))

    def _past(self, placed: Placed) -> When | None:
        """The days behind a date: "just after Christmas" the week behind it, "after March 2020" all to publication."""
        time, written = placed.time, self._written
        if time.latest is None:
            return None
        early, shortly = time.latest + timedelta(1), self._parse.lowers[placed.first - 2 : placed.first - 1]
        late = early + timedelta(FRESH) if shortly and shortly[0] in {"just", "shortly", "soon", "right"} else written
        late = min(late, written) if late and written else late
        if late is not None and late < early:
            return None
        plain = self.when(time)
        return replace(plain, value=f"{early}/{late or '..'}", earliest=early, latest=late)

    def when(self, time: Time, basis: Basis | None = None) -> When:
        """A time as the day of what it dates; ``basis`` where that is not what the time itself says."""
        if basis is None:
            basis = "stated"
            anchor = self._day_beside(time).anchor
            if anchor:  # a part of a stamp that was read otherwise is the report's own day, too
                basis = "context" if anchor in self._told else "document"
        return When(
            value=time.edtf or time.value,
            earliest=time.earliest,
            latest=time.latest,
            basis=basis,
            source=(time.id,),
        )

    def _day_beside(self, time: Time) -> Time:
        """The day that an hour is said with, a few words from it: the hour is as sure as that day."""
        day = self._told.get(time.anchor or "")
        if day is None or not time.formula.startswith("day:0") or day.field != time.field:
            return time
        gap = max(day.start, time.start) - min(day.end, time.end)
        return day if gap <= BESIDE else time
