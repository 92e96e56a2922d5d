"""Where accounts of one event part that different happenings tell or recall."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from dateline.across.discrepancies import discrepancies
from dateline.model import Copies, Dates, Discrepancy, Entities, Entity, Event, Events, Origins, Reading

WITHIN = frozenset({"name", "quote", "modality"})  # slots on which only reports of one happening can be held together


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """One happening as it was decided: its reports, who is meant in them, their days, events and origins."""

    readings: Sequence[Reading]
    entities: Entities
    dates: Dates
    events: Events
    origins: Origins


def between(
    happened: Sequence[Happened], home: Mapping[str, str], wanted: Collection[str] | None = None
) -> tuple[Discrepancy, ...]:
    """The discrepancies of events that several happenings tell, over all their reports; of ``wanted`` ones, if given.

    ``home``: event -> the event that it is one with.
    """
    joined = set(home.values())
    names = sorted(joined if wanted is None else joined.intersection(wanted))
    told: dict[str, list[Happened]] = {name: [] for name in names}
    for one in happened:
        for name in {home.get(event.id, "") for event in one.events.found} & told.keys():
            told[name].append(one)
    return tuple(found for name in names for found in _of(name, told[name], home))


def without_told(inner: Sequence[Discrepancy], over_all: Sequence[Discrepancy]) -> tuple[Discrepancy, ...]:
    """The discrepancies of single happenings with those over several, which stand for any of theirs on one point."""
    told = {(one.event, one.slot, one.subject) for one in over_all}
    kept = (one for one in inner if (one.event, one.slot, one.subject) not in told)
    return tuple(sorted((*kept, *over_all), key=lambda one: one.id))


def _of(name: str, told: Sequence[Happened], home: Mapping[str, str]) -> list[Discrepancy]:
    if len(told) < 2:
        return []
    ordered = sorted(told, key=lambda one: one.readings[0].report.id)
    made = discrepancies(
        [reading for one in ordered for reading in one.readings],
        Copies(),
        _entities([one.entities for one in ordered]),
        _dates([one.dates for one in ordered]),
        _events(name, [one.events for one in ordered], home),
        Origins(behind={claim: behind for one in ordered for claim, behind in one.origins.behind.items()}),
        only=name,
    )
    return [one for one in made if one.event == name and one.slot not in WITHIN and not _hourly(one)]


def _hourly(one: Discrepancy) -> bool:
    """Say whether hours part by more than exactness: who only recalls a thing may tell the hour of another."""
    return (
        one.slot == "when"
        and one.relation != "finer"
        and any(isinstance(v.value, dict) and "text" in v.value for v in one.values)
    )


def _entities(parts: Sequence[Entities]) -> Entities:
    found: dict[str, Entity] = {}
    for part in parts:
        for entity in part.found:
            found.setdefault(entity.id, entity)
    return Entities(
        of={local: entity for part in parts for local, entity in part.of.items()},
        found=tuple(found[entity] for entity in sorted(found)),
        unnamed=frozenset().union(*(part.unnamed for part in parts)),
    )


def _dates(parts: Sequence[Dates]) -> Dates:
    if all(part is parts[0] for part in parts):
        return parts[0]
    return Dates(
        published={report: when for part in parts for report, when in part.published.items()},
        claims={claim: when for part in parts for claim, when in part.claims.items()},
    )


def _events(name: str, parts: Sequence[Events], home: Mapping[str, str]) -> Events:
    """The events of all, those that are the one in question as one; others are joined with nothing here."""
    one = {event.id: name for part in parts for event in part.found if home.get(event.id) == name}
    found = [_led(event, one) for part in parts for event in part.found if event.id not in one]
    same = [event for part in parts for event in part.found if event.id in one]
    best = min(same, key=lambda event: (not event.main, -len(event.reports), event.id))
    whole = replace(
        _led(best, one),
        id=name,
        claims=tuple(sorted(claim for event in same for claim in event.claims)),
        reports=tuple(sorted({report for event in same for report in event.reports})),
    )
    of = {claim: one.get(event, event) for part in parts for claim, event in part.of.items()}
    return Events(of=of, found=(*found, whole))


def _led(event: Event, one: Mapping[str, str]) -> Event:
    follows, part_of = (one.get(above, above) if above else None for above in (event.follows, event.part_of))
    whole = one.get(event.id)
    return replace(
        event,
        follows=None if follows == whole else follows,
        part_of=None if part_of == whole else part_of,
    )
