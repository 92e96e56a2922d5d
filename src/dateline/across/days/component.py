"""One puzzle: undated reports that hang together by what they tell, and the days that it leaves them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from dateline.across.days.dayset import Calendar
from dateline.across.days.puzzle import Puzzle, Window
from dateline.across.days.telling import Met, Telling, tellings, told_by
from dateline.across.days.tenure import Tenure, tenures
from dateline.across.days.worn import yearless
from dateline.knowledge.deixis import reach
from dateline.knowledge.period import apart
from dateline.model import Called, Entities, Reading, Time, When

WIDEST = 92  # days a date may be left open and still be written down
TOLD = 0.5  # weight from which a claim is the report's news, so that its titles are of the time it tells of
NEWS = 6  # days that the main news of a report may lie behind its publication


class Known(msgspec.Struct, frozen=True):
    """What all puzzles rest on: the last day that any report may be of, the entities of a report, and what an entity is
    called."""

    as_of: date
    calendar: Calendar
    of: Callable[[str], dict[str, str]]
    called: Callable[[str], Called | None]


class Component:
    """The puzzle over some undated reports, and what they tell that others tell too (``pairs``)."""

    def __init__(
        self,
        readings: Sequence[Reading],
        published: Mapping[str, When],
        pairs: Iterable[tuple[Met, Met]],
        known: Known,
    ) -> None:
        self._known, self._calendar = known, known.calendar
        self._puzzle = Puzzle(self._calendar)
        self._told: list[Telling] = []
        self._linked: dict[str, set[str]] = {}
        for reading in readings:
            name, entities = reading.report.id, Entities(of=known.of(reading.report.id))
            found = list(tellings(reading, entities))
            self._told += found
            self._puzzle.add(_out(name), self._span(published.get(name), known.as_of))
            for time in yearless(reading):
                self._puzzle.add(_out(name), self._calendar.meant(time.formula), f"{name} is dated “{time.text}”")
            for telling in found:
                self._place(telling)
            for tenure in tenures(reading, entities, known.called):
                self._bound(name, found, tenure)
            for window in _spoken(reading, found, entities):
                self._puzzle.link(window)
        self._puzzle.solve()  # what each report says by itself comes first, so that links are not made against it
        for one, other in sorted(pairs, key=_foremost):
            self._tie(one, other)

    def _span(self, when: When | None, latest: date | None) -> int:
        """The days that a date allows, all up to ``latest`` where there is none."""
        if when is None:
            return self._calendar.span(None, latest)
        return self._calendar.span(when.earliest, when.latest or latest)

    def _place(self, telling: Telling) -> None:
        puzzle, time, name = self._puzzle, telling.time, telling.name
        puzzle.add(name, self._calendar.all)
        if time is None:
            why = f"the main news of {telling.report} lies at most {NEWS} days behind its publication"
            puzzle.link(Window(_out(telling.report), name, -NEWS, 0, why))
            return
        words = f"“{' '.join(time.text.split())}” ({telling.report})"
        if not time.formula or time.earliest is not None:
            if time.earliest is not None:
                puzzle.add(name, self._calendar.span(time.earliest, time.latest))
                puzzle.link(Window(name, _out(telling.report), 0, 40_000, f"{telling.report} tells of {words}"))
            return
        puzzle.add(name, self._calendar.meant(time.formula), self._years(time, words))
        gap = reach(time.formula) if time.anchor == "published" else None
        if gap is not None:
            puzzle.link(
                Window(_out(telling.report), name, *gap, f"{words} is counted from the day {telling.report} came out")
            )
            if gap[0] <= 0:
                puzzle.link(Window(name, _out(telling.report), 0, 40_000, f"{telling.report} tells of {words} as past"))

    def _bound(self, report: str, told: Sequence[Telling], tenure: Tenure) -> None:
        """A report is no older than the terms that its titles speak of, and its news lies within them."""
        self._puzzle.add(_out(report), self._calendar.span(tenure.since, None), tenure.why)
        spans = 0
        for early, late in tenure.spans:
            spans |= self._calendar.span(early, late)
        for telling in told:
            if tenure.person in telling.cast and max(claim.weight for claim in telling.claims) >= TOLD:
                self._puzzle.add(telling.name, spans, tenure.why)

    def _years(self, time: Time, words: str) -> str:
        """The sentence on the years in which a weekday and a date go together, or on how late a year may be."""
        if "|w:" not in time.formula:
            return (
                f"{words}: {self._known.as_of} is the latest day of the record"
                if time.formula.startswith("md:")
                else ""
            )
        days = self._calendar.listed(self._calendar.meant(time.formula) & self._calendar.span(None, self._known.as_of))
        years = ", ".join(str(day.year) for day in days[-4:])
        latest = f"{self._known.as_of} as the latest day rules out later years"
        return f"{words}: weekday and date go together in {years}; {latest}"

    def _tie(self, one: Met, other: Met) -> None:
        """Let tellings of one happening in different reports share its day."""
        for met in (one, other):
            if met.name not in self._puzzle.days:
                self._puzzle.add(met.name, self._span(met.when, None))
        if not self._puzzle.days[one.name] & self._puzzle.days[other.name]:
            return
        self._puzzle.link(Window(one.name, other.name, 0, 0, f"{one.report} and {other.report} tell of the same"))
        self._linked.setdefault(one.name, set()).add(other.report)
        self._linked.setdefault(other.name, set()).add(one.report)
        self._puzzle.solve()

    def published(self, report: str) -> When | None:
        """When an undated report came out, as far as that is narrowed to a season."""
        others = {other for telling in self._told if telling.report == report for other in self._of(telling)}
        return self._when(_out(report), tuple(sorted(others)))

    def _of(self, telling: Telling) -> Iterable[str]:
        return self._linked.get(telling.name, ())

    def claims(self, report: str) -> dict[str, When]:
        """The days of claims that their report leaves open."""
        found: dict[str, When] = {}
        for telling in self._told:
            if telling.report != report or (telling.time is not None and telling.time.earliest is not None):
                continue
            when = self._when(telling.name, tuple(sorted(self._of(telling))), telling.time)
            if when is not None:
                found |= {claim.id: when for claim in telling.claims}
        return found

    def _when(self, name: str, others: tuple[str, ...], time: Time | None = None) -> When | None:
        days = self._puzzle.days[name]
        early, late = self._calendar.hull(days)
        if (late - early).days >= WIDEST:
            return None
        single = early == late
        whole = re.fullmatch(r"\d{4}-\d\d", f"{early:%Y-%m}") and early.day == 1 and (late + timedelta(1)).day == 1
        month = whole and (early.year, early.month) == (late.year, late.month)
        value = f"{early}" if single else f"{early:%Y-%m}" if month else f"{early}/{late}"
        return When(
            value=value,
            earliest=early,
            latest=late,
            basis="reports" if others else "context",
            source=((time.id,) if time else ()) + others,
            why=tuple(self._puzzle.why.get(name, ())[:8]),
        )


def _out(report: str) -> str:
    """What the day of a report's publication is called in the puzzle."""
    return f"{report}:published"


def _foremost(both: tuple[Met, Met]) -> tuple[int, str, str]:
    """The most alike first."""
    one, other = both
    return -len(one.cast & other.cast), one.name, other.name


_AFTER = re.compile(r"\s+(after|before|since|following)\b", re.IGNORECASE)
_COUNTED = re.compile(r"P(\d+(?:\.\d+)?|X)([DWMY])$")


def _spoken(reading: Reading, told: Sequence[Telling], entities: Entities) -> Iterator[Window]:
    """Two happenings of one sentence and the time that lies between them: "weeks after the visit"."""
    for time in reading.times:
        text = reading.report.of(time.field)
        after, counted = _AFTER.match(text, time.end), _COUNTED.match(time.value)
        if after is None or counted is None or time.timex != "DURATION":
            continue
        near = [c for c in reading.claims if c.field == time.field and c.start <= time.start < c.end]
        left = [name for c in near if c.trigger.end <= time.start and (name := told_by(c, told, entities))]
        right = [name for c in near if c.trigger.start >= time.end and (name := told_by(c, told, entities))]
        if not left or not right or left[-1] == right[0]:
            continue
        one, other = left[-1], right[0]
        low, high = apart(counted[1], counted[2])
        why = f"“{' '.join(text[time.start : after.end()].split())}” ({reading.report.id})"
        yield Window(one, other, low, high, why) if after[1].lower() == "before" else Window(other, one, low, high, why)
