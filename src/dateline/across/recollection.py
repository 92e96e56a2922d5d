"""What the reports of one happening tell or recall of one event, as far as meeting it again elsewhere goes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from dateline.across.days.calendar import NARROW, guessed
from dateline.across.event import aggregate
from dateline.across.event.seen import HURT, Seen, see
from dateline.across.happening.told import came_out
from dateline.knowledge import counted
from dateline.knowledge.acts import family, is_stage, known
from dateline.knowledge.rarity import news_words, rarity
from dateline.matching import Keys
from dateline.model import Dates, Entities, Event, Events, Reading, When

COARSE = 92  # days: a date wider than a season brings no two events together
RARE = 4.5  # rarity from which on a word of a sentence marks its event out
HAPPENED = frozenset(("happened", "ongoing"))
_WORD = re.compile(r"[^\W\d_]{3,}")
_YEARLESS = re.compile(r"XXXX-(\d\d)")


class Recollection(msgspec.Struct, frozen=True, kw_only=True):
    """One event as one happening's reports have it.

    ``id`` is the event's, ``claim`` the first of its claims, ``home`` the first of the reports.

    ``first`` and ``last`` are day numbers, either None where open: no report recalls what has not happened, so that
    ``last`` is at most the day of its publication. ``exact`` says that the days tell two events of a kind apart,
    ``month`` is that of a date without year. ``people`` are named persons, ``bodies`` all else that is named,
    ``towns`` (name, first-order division); ``news`` that some report was written to tell it.
    """

    id: str
    claim: str
    home: str
    news: bool
    act: str
    stage: bool
    first: int | None
    last: int | None
    exact: bool
    month: int | None
    people: frozenset[str]
    whom: frozenset[str]
    bodies: frozenset[str]
    towns: frozenset[tuple[str, str]]
    countries: frozenset[str]
    words: frozenset[str]
    counts: frozenset[tuple[str, float]]


class _Names(msgspec.Struct, frozen=True):
    """Of the entities of a happening: persons by their full name, those who hold an office, and all else."""

    people: frozenset[str]
    officers: frozenset[str]
    bodies: frozenset[str]


def recollections(
    readings: Sequence[Reading], entities: Entities, dates: Dates, events: Events
) -> tuple[Recollection, ...]:
    """What one happening's events may be met by elsewhere; only those that name an act, and who or when."""
    by_id = {reading.report.id: reading for reading in readings}
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    names = _names(readings, entities)
    home = min(by_id, default="")
    found = []
    for event in events.found:
        told = [see(claims[name], entities, dates) for name in event.claims if claims[name].modality in HAPPENED]
        kind = act_of(told)
        if family(kind) in ("say", "light") or not known(kind):
            continue
        one = _recollection(event, kind, told, by_id, names, dates)
        if one.people or one.bodies or one.exact:
            found.append(msgspec.structs.replace(one, home=home))
    return tuple(found)


def act_of(told: Sequence[Seen]) -> str:
    """The act that most claims tell; of equals the first in the alphabet."""
    counts = Counter("harm" if seen.claim.kind in HURT else seen.act for seen in told)
    return min(counts, key=lambda name: (-counts[name], name), default="")


def _names(readings: Sequence[Reading], entities: Entities) -> _Names:
    people, officers, bodies = set(), set(), set()
    for reading in readings:
        for mention in reading.mentions:
            name = entities.of.get(mention.entity)
            if name is None or name in entities.unnamed or mention.form not in ("name", "role"):
                continue
            if mention.kind != "person":
                bodies.add(name)
            elif " " in mention.name:
                people.add(name)
            if mention.role:
                officers.add(name)
    return _Names(frozenset(people), frozenset(officers), frozenset(bodies - people))


def _recollection(
    event: Event,
    kind: str,
    told: Sequence[Seen],
    readings: Mapping[str, Reading],
    names: _Names,
    dates: Dates,
) -> Recollection:
    when = aggregate.when([seen for seen in told if seen.when and not guessed(seen.when)])
    first, last = _interval(when)
    known_by = [day for report in event.reports if (day := came_out(readings[report], dates)) is not None]
    if known_by:
        last = min([last, *known_by]) if last is not None else min(known_by)
    named = {name for seen in told for name in (*seen.actors, *seen.recipients)}
    # who holds an office tells of a killing or an arrest rather than takes part in it
    people = frozenset(named) & (names.people if family(kind) == "base" else names.people - names.officers)
    places = [seen.claim.place for seen in told if seen.claim.place and seen.claim.place.basis == "stated"]
    return Recollection(
        id=event.id,
        claim=min(event.claims),
        home="",
        news=event.main,
        act=kind,
        stage=is_stage(kind),
        first=first,
        last=last,
        exact=first is not None and last is not None and last - first < NARROW,
        month=_month(when),
        people=people,
        whom=frozenset(name for seen in told for name in seen.recipients) & people,
        bodies=frozenset(named) & names.bodies,
        towns=frozenset((place.name.lower(), place.admin1 or place.country or "") for place in places if place.name),
        countries=frozenset(place.country for place in places if place.country),
        words=frozenset(_words(told, readings)),
        counts=frozenset((q.of, q.low) for seen in told for q in seen.claim.quantities if q.low and _telling(q.of)),
    )


def _telling(of: str) -> bool:
    """Say whether a number of it is a mark of what is told of: no age, no length of time."""
    return of != "age" and not counted.measure(of)


def _interval(when: When | None) -> tuple[int | None, int | None]:
    if when is None:
        return None, None
    return (
        when.earliest.toordinal() if when.earliest else None,
        when.latest.toordinal() if when.latest else None,
    )


def _month(when: When | None) -> int | None:
    found = _YEARLESS.match(when.value) if when is not None and when.earliest is None else None
    return int(found[1]) if found else None


def _words(told: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[str]:
    stock = news_words("stock")
    for report, field, start, end in sorted(
        {(s.claim.report, s.claim.field, s.claim.start, s.claim.end) for s in told}
    ):
        for found in _WORD.finditer(readings[report].report.of(field)[start:end]):
            word = found.group().lower()
            if word not in stock and rarity(word) >= RARE:
                yield word


def block_keys(one: Recollection) -> Keys:
    """Who did what in which month; what was done on which day in which town; what is done to a person only once."""
    filed: dict[str, float] = {}
    sought: dict[str, float] = {}
    days = range(one.first, one.last + 1) if one.exact and one.first is not None and one.last is not None else ()
    weights = {town: 1.0 for town, _ in one.towns} | dict.fromkeys(sorted(one.words), 0.5)
    for word, weight in weights.items():
        filed |= {f"{one.act} {word} {day}": weight for day in days}
        sought |= {f"{one.act} {word} {day + step}": weight for day in days for step in (-1, 0, 1)}
    for act in (one.act, "stage") if one.stage else (one.act,):
        for name in sorted(one.people):
            here, there = _months(one)
            filed |= {f"{act} {name} {month}": 1.0 for month in here}
            sought |= {f"{act} {name} {month}": 1.0 for month in there}
    once = {f"{one.act} whom {name}": 1.0 for name in sorted(one.whom)}
    return Keys(filed | once, sought | once)


def _months(one: Recollection) -> tuple[list[str], list[str]]:
    """The months that a trace is filed and looks under; one without year meets those of every year.

    None where they allow more than a season.
    """
    if one.month is not None:
        return [f"some {one.month}"], [f"some {one.month}", f"any {one.month}"]
    if one.first is None or one.last is None or one.last - one.first > COARSE:
        return [], []
    first, last = date.fromordinal(one.first), date.fromordinal(one.last)
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    dated = [f"{number}" for number in numbers]
    return [*dated, *(f"any {n % 12 + 1}" for n in numbers)], [*dated, *(f"some {n % 12 + 1}" for n in numbers)]
