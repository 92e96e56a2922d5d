"""Undated reports and half-dated claims placed in time by reasoning over what all reports say.

Days are sets, words are constraints on them: "Tuesday" makes a day a Tuesday at most six days before the report came
out, "weeks after the visit" ties two days, two reports of one happening share its day, and no report knows of what came
after it. What the constraints leave is written down with the sentences that led there; nothing else is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from dateline.across.days.dayset import Calendar
from dateline.across.days.puzzle import Puzzle, Window
from dateline.across.days.telling import Telling, tellings, told_by
from dateline.across.days.tenure import Tenure, called, tenures
from dateline.knowledge.deixis import reach
from dateline.knowledge.period import apart
from dateline.model import Dates, Entities, Reading, Time, When

WORN = frozenset(("dateline", "byline"))  # what `Time.why` says of the date that a report wears
WIDEST = 92  # days a date may be left open and still be written down
CRAWL = 3  # days by which a given date may differ from the one the text wears
FIRST = date(1950, 1, 1)  # earlier days are not reasoned about
CROWD = 200  # tellings above which a shared person is no reason to compare
TOLD = 0.5  # weight from which a claim is the report's news, so that its titles are of the time it tells of
NEWS = 6  # days that the main news of a report may lie behind its publication


def dating(readings: Sequence[Reading], entities: Entities, as_of: date) -> Dates:
    """Date reports and claims as far as the words and the reasoning fix them.

    Events are not asked: what they would hold together while days are unknown may be two happenings.
    """
    found = worn(readings)
    undated = {reading.report.id for reading in readings if is_open(found.published.get(reading.report.id))}
    if not undated or as_of < FIRST:
        return found
    work = _Work(readings, entities, found.published, undated, as_of)
    return replace(found, published=found.published | work.published(), claims=work.claims())


def worn(readings: Iterable[Reading]) -> Dates:
    """The dates that reports wear or were given, without any reasoning."""
    published: dict[str, When] = {}
    conflicts: dict[str, str] = {}
    for reading in readings:
        known = _worn(reading, conflicts)
        if known is not None:
            published[reading.report.id] = known
    return Dates(published=published, conflicts=conflicts)


def is_open(published: When | None) -> bool:
    """Whether the day on which a report came out is not known."""
    return published is None or not published.exact


def _worn(reading: Reading, conflicts: dict[str, str]) -> When | None:
    """The given date, or that of dateline or byline; a given one that the text contradicts is told of."""
    given = reading.report.published
    said = next((t for t in reading.times if t.why in WORN and t.earliest is not None and t.field == "text"), None)
    if said is None or said.earliest is None:
        return given
    worn = When(value=said.edtf, earliest=said.earliest, latest=said.latest, basis="stated", source=(said.id,))
    if given is None or given.latest is None:
        return worn
    if not worn.exact:
        return given
    if (given.latest - said.earliest).days > CRAWL and re.search(r"\b\d{4}\b", said.text):
        conflicts[reading.report.id] = f"the text is dated {said.text!r}, the date given with it is {given.value}"
        return worn
    return given


class Dated(msgspec.Struct, frozen=True):
    """One report's part of `Dates`."""

    published: When | None = None
    claims: dict[str, When] = {}
    conflict: str | None = None


def by_report(readings: Iterable[Reading], dates: Dates) -> dict[str, Dated]:
    """The dates of each report by itself."""
    return {
        reading.report.id: Dated(
            dates.published.get(reading.report.id),
            {claim.id: when for claim in reading.claims if (when := dates.claims.get(claim.id))},
            dates.conflicts.get(reading.report.id),
        )
        for reading in readings
    }


def together(dated: Mapping[str, Dated]) -> Dates:
    """The dates of some reports as one."""
    return Dates(
        published={name: one.published for name, one in dated.items() if one.published},
        claims={claim: when for one in dated.values() for claim, when in one.claims.items()},
        conflicts={name: one.conflict for name, one in dated.items() if one.conflict},
    )


class _Work:
    """One puzzle over the reports without a date and those that tell of the same."""

    def __init__(
        self,
        readings: Sequence[Reading],
        entities: Entities,
        published: dict[str, When],
        undated: set[str],
        as_of: date,
    ) -> None:
        self._as_of = as_of
        self._open = undated
        self._calendar = Calendar(FIRST, as_of + timedelta(400))
        self._puzzle = Puzzle(self._calendar)
        self._told: list[Telling] = []
        self._linked: dict[str, set[str]] = {}
        known = called(readings, entities)
        for reading in readings:
            name = reading.report.id
            found = list(tellings(reading, entities))
            self._told += found
            if name not in undated:
                continue
            self._puzzle.add(_out(name), self._span(published.get(name), as_of))
            for telling in found:
                self._place(telling)
            for tenure in tenures(reading, entities, known):
                self._bound(name, found, tenure)
            for window in _spoken(reading, found, entities):
                self._puzzle.link(window)
        self._puzzle.solve()  # what each report says by itself comes first, so that links are not made against it
        self._join()

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
            return f"{words}: {self._as_of} is the latest day of the record" if time.formula.startswith("md:") else ""
        days = self._calendar.listed(self._calendar.meant(time.formula) & self._calendar.span(None, self._as_of))
        years = ", ".join(str(day.year) for day in days[-4:])
        return (
            f"{words}: weekday and date go together in {years}; {self._as_of} as the latest day rules out later years"
        )

    def _join(self) -> None:
        """Let tellings of one happening in different reports share its day, the most alike first."""
        of_person: dict[str, list[Telling]] = defaultdict(list)
        for telling in self._told:
            for person in telling.cast:
                of_person[person].append(telling)
        pairs: dict[tuple[int, str, str], tuple[Telling, Telling]] = {}
        for one in self._told:
            if one.report not in self._open:
                continue
            for other in _near(one, of_person):
                shared = len(one.cast & other.cast)
                if one.report != other.report and _alike(one, other, shared):
                    left, right = sorted((one, other), key=lambda telling: telling.name)
                    pairs[-shared, left.name, right.name] = left, right
        for _, (one, other) in sorted(pairs.items(), key=lambda item: item[0]):
            self._tie(one, other)

    def _tie(self, one: Telling, other: Telling) -> None:
        for telling in (one, other):
            if telling.name not in self._puzzle.days:
                when = telling.claims[0].when
                self._puzzle.add(telling.name, self._span(when, None))
        if not self._puzzle.days[one.name] & self._puzzle.days[other.name]:
            return
        self._puzzle.link(Window(one.name, other.name, 0, 0, f"{one.report} and {other.report} tell of the same"))
        self._linked.setdefault(one.name, set()).add(other.report)
        self._linked.setdefault(other.name, set()).add(one.report)
        self._puzzle.solve()

    def published(self) -> dict[str, When]:
        """When the undated reports came out, as far as that is narrowed to a season."""
        found: dict[str, When] = {}
        for name in sorted(self._open):
            when = self._when(
                _out(name), tuple(sorted({r for t in self._told if t.report == name for r in self._of(t)}))
            )
            if when is not None:
                found[name] = when
        return found

    def _of(self, telling: Telling) -> Iterable[str]:
        return self._linked.get(telling.name, ())

    def claims(self) -> dict[str, When]:
        """The days of claims that their own report leaves open."""
        found: dict[str, When] = {}
        for telling in self._told:
            if telling.report not in self._open or (telling.time is not None and telling.time.earliest is not None):
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


def _near(telling: Telling, of_person: dict[str, list[Telling]]) -> Iterator[Telling]:
    """The tellings that share somebody with one; who is in everything brings nothing together."""
    for person in sorted(telling.cast):
        if len(of_person[person]) <= CROWD:
            yield from of_person[person]


def _alike(one: Telling, other: Telling, shared: int) -> bool:
    """Whether two tellings can be of one happening: one action, and two of the cast or one person and one phrase."""
    if not one.actions & other.actions:
        return False
    phrase = one.time is not None and other.time is not None and one.time.formula == other.time.formula
    return shared > 1 or (shared == 1 and phrase and bool(one.time and one.time.formula))


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
