"""Where accounts part: slot by slot of each event, over origins."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from dateline.across.event.seen import Seen, see
from dateline.across.force.around import around, claims_of
from dateline.across.force.doers import doers
from dateline.across.force.fronts import dead
from dateline.across.force.motives import reasons
from dateline.across.force.withheld import withheld
from dateline.across.force.wounds import wounds
from dateline.across.happening.occurred import placed
from dateline.across.slots.accounts import Point, parted, values
from dateline.across.slots.corrections import taken_back
from dateline.across.slots.days import days, hour_or_day, hours, rounded, spans
from dateline.across.slots.deeds import deeds
from dateline.across.slots.justice import held, let_go, steps, turned
from dateline.across.slots.lone import lone_ages, lone_sexes, lone_states
from dateline.across.slots.names import spellings, told_spellings
from dateline.across.slots.people import ages, kin
from dateline.across.slots.places import places
from dateline.across.slots.quantities import PEOPLE, counts
from dateline.across.slots.quotes import quotes
from dateline.across.slots.things import things
from dateline.across.slots.venues import venues
from dateline.model import Copies, Dates, Discrepancy, Entities, Event, Events, Origins, Reading, SlotValue

GROWING = frozenset(f"quantity:{of}" for of in (*PEOPLE, "perpetrators")) | {"modality", "action"}


def discrepancies(
    readings: Sequence[Reading],
    copies: Copies,  # noqa: ARG001 - a copy's origins are its original's, so that it adds no voice
    entities: Entities,
    dates: Dates,
    events: Events,
    origins: Origins,
    only: str | None = None,
) -> tuple[Discrepancy, ...]:
    """Find the slots of events on which accounts differ, of one event only if so asked; one on which all agree raises
    nothing."""
    by_id = {reading.report.id: reading for reading in readings}
    published = {name: w.earliest.toordinal() for name in by_id if (w := dates.published.get(name)) and w.earliest}
    told_of, members, after = _members(readings, entities, dates, events)
    forced = {
        claim
        for event in events.found
        if event.main and event.action == "ASSAULT" and not _of_a_death(members[event.id])
        for claim in event.claims
    }
    found: dict[str, tuple[Discrepancy, Point]] = {}
    for event in sorted(events.found, key=lambda e: (not e.main, e.id)):
        if len(event.reports) < 2 or only not in (None, event.id):
            continue
        linked = [*after[event.id], *(members[event.follows] if event.follows else ())]
        # who died of another act that reports tell is none of this one's dead
        died = [seen for seen in linked if seen.claim.kind == "death" and seen.claim.id not in forced]
        told = _Told(
            members=members[event.id],
            beside=around(members[event.id], told_of, by_id),
            after=after[event.id],
            deaths=died if event.action == "ASSAULT" else (),
            readings=by_id,
            entities=entities,
            origins=origins,
        )
        points = _points(event, events, told) if event.main else _by_name(event, told)
        for home, point in points:
            given = values(point.accounts, origins)
            if len(given) > 1 and len({report for value in given for report in value.reports}) > 1:
                relation = point.relation or _relation(point.slot, given, published)
                if any(taken_back(point.slot, by_id[report]) for value in given for report in value.reports):
                    relation = "corrects"
                made = _discrepancy(home, point, given, relation, published)
                if event.main or not point.subject or not _raised(point, found.values()):
                    found.setdefault(made.id, (made, point))
    kept = (made for made, point in found.values() if not _elsewhere(made, point, found.values()))
    return tuple(sorted(kept, key=lambda d: d.id))


def _of_a_death(members: Sequence[Seen]) -> bool:
    """Say whether what is told with the most weight is that somebody died, as of wounds."""
    first = max(members, key=lambda seen: (seen.claim.weight, seen.claim.id), default=None)
    return first is not None and first.claim.kind == "death"


class _Told(msgspec.Struct, frozen=True, kw_only=True):
    """One event's claims, those around it, those of what followed it, the later deaths among these, and what all events
    share."""

    members: Sequence[Seen]
    beside: Sequence[Seen]
    after: Sequence[Seen]
    deaths: Sequence[Seen]
    readings: Mapping[str, Reading]
    entities: Entities
    origins: Origins


def _members(
    readings: Sequence[Reading], entities: Entities, dates: Dates, events: Events
) -> tuple[Mapping[str, Sequence[Seen]], Mapping[str, list[Seen]], Mapping[str, list[Seen]]]:
    """The claims of each report; of each event and its parts (a death is part of the attack); of what followed it."""
    whole = {
        event.id: event.part_of or event.id for event in events.found if event.action == "ASSAULT" or event.part_of
    }
    follows = {event.id: event.follows for event in events.found}
    members: dict[str, list[Seen]] = defaultdict(list)
    after: dict[str, list[Seen]] = defaultdict(list)
    told = [see(claim, entities, dates) for reading in readings for claim in reading.claims if claim.id in events.of]
    every = placed(told, {reading.report.id: reading for reading in readings})
    for seen in every:
        name = events.of[seen.claim.id]
        members[whole.get(name, name)].append(seen)
        if before := follows.get(name):
            after[before].append(seen)
    return claims_of(every), members, after


def _points(event: Event, events: Events, told: _Told) -> Iterator[tuple[str, Point]]:
    """The points on which the accounts of an event may part, each with the id of the event that it is of."""
    members, readings = told.members, told.readings
    found: list[Iterator[Point]] = [
        counts([*members, *told.deaths], readings, told.origins),
        ages(members, readings, told.entities),
        kin(members, readings),
        deeds(members, told.after, readings, told.entities),
        steps(told.after),
        held(told.after, readings),
        let_go([*members, *told.after]),
        turned(members, told.after, told.entities),
        reasons(members, readings),
        wounds(members, readings),
        doers(members, readings),
        dead(members, readings),
        spellings(members, readings, told.entities),
        venues(members, readings),
        places([*members, *told.beside], readings),
    ]
    settled = [point for points in found for point in points]
    if not any(point.slot == "quantity:age" for point in settled):
        settled += lone_ages(event, members, readings)
    if not any(point.slot == "who" for point in settled):
        settled += lone_sexes(event, members, readings)
    settled += lone_states(event, members, readings)
    settled += withheld(event, members, told.after, readings, told.entities)
    yield from ((event.id, point) for point in settled)
    own = [seen for seen in members if seen.claim.id in event.claims]
    if accounts := days(own, readings):
        yield event.id, Point(slot="when", subject="day", accounts=accounts, relation="disputes")
    elif accounts := hours([*members, *told.beside], readings):
        relation = "finer" if rounded(accounts) else ""
        yield event.id, Point(slot="when", subject="hour", accounts=accounts, relation=relation)
    elif accounts := hour_or_day(own if event.follows else [*members, *told.beside], readings):
        yield event.id, Point(slot="when", subject="hour", accounts=accounts, relation="finer")
    elif parted(accounts := spans(own, readings)):
        yield event.id, Point(slot="when", subject="span", accounts=accounts, relation="finer")
    main = [report for report in event.reports if events.main.get(report) == event.id]
    day = event.when.earliest if event.when and event.when.days is not None else None
    known = {found.id: found for found in events.found}
    for point in things(main, readings, day):
        if not _told_of(point, settled):
            yield _earlier(point, events, day, told) or event.id, point
    for point, claims in quotes(event.reports, readings, told.entities):
        homes = {events.of.get(claim.id, "") for claim in claims}
        shared = homes.pop() if len(homes) == 1 else ""
        yield (shared if shared in known and len(known[shared].reports) > 1 else event.id), point


def _earlier(point: Point, events: Events, day: date | None, told: _Told) -> str:
    """The one event of a day before this one's that a number is of in all accounts: "won with 70 percent in 2012"."""
    ids = {account.claim for account in point.accounts}
    claims = [claim for report in {a.report for a in point.accounts} for claim in told.readings[report].claims]
    ends = [claim.when.latest if claim.when else None for claim in claims if claim.id in ids]
    homes = {events.of.get(name, "") for name in ids}
    over = day is not None and bool(ends) and all(end is not None and end < day for end in ends)
    return homes.pop() if len(homes) == 1 and over else ""


def _told_of(point: Point, settled: Sequence[Point]) -> bool:
    """Say whether a point is one already: the same slot between the same reports."""
    reports = {account.report for account in point.accounts}
    return any(p.slot == point.slot and reports <= {a.report for a in p.accounts} for p in settled)


def _by_name(event: Event, told: _Told) -> Iterator[tuple[str, Point]]:
    """What is settled of an event that no report was written to tell: the ages of those named in it, how places in its
    words are spelled, and its day."""
    yield from ((event.id, point) for point in ages(told.members, told.readings, told.entities) if point.subject)
    yield from ((event.id, point) for point in told_spellings(told.members, told.readings, told.entities))
    yield from ((event.id, point) for point in steps(told.after))
    if parted(accounts := spans(told.members, told.readings)):
        yield event.id, Point(slot="when", subject="span", accounts=accounts, relation="finer")


def _relation(slot: str, parted: Sequence[SlotValue], published: Mapping[str, int]) -> str:
    """``updates`` where all later reports say otherwise than the earlier, of what grows or becomes known with time.

    Of all else it is ``corrects`` where they have it from one origin, and ``disputes`` where from others.
    """
    spans = []
    for value in parted:
        told = [published[report] for report in value.reports if report in published]
        if not told:
            return "disputes"
        spans.append((min(told), max(told)))
    spans.sort()
    later = all(one[1] <= other[0] and one != other for one, other in pairwise(spans))
    if not later:
        return "disputes"
    same = set(parted[0].origins).intersection(*(value.origins for value in parted[1:]))
    return "updates" if slot in GROWING else "corrects" if same else "disputes"


def _raised(point: Point, found: Iterable[tuple[Discrepancy, Point]]) -> bool:
    return any((d.slot, d.subject) == (point.slot, point.subject) for d, _ in found)


def _elsewhere(made: Discrepancy, point: Point, found: Iterable[tuple[Discrepancy, Point]]) -> bool:
    """Say whether a name is rather a point of another event, in which its bearer takes more part."""
    return point.slot == "name" and any(
        other.slot == "name" and other.subject == made.subject and (there.room, made.id) > (point.room, other.id)
        for other, there in found
        if other.id != made.id
    )


def _discrepancy(
    event: str, point: Point, given: tuple[SlotValue, ...], relation: str, published: Mapping[str, int]
) -> Discrepancy:
    key = f"{event} {point.slot} {point.subject or given[0].claims}"
    name = hashlib.sha256(key.encode()).hexdigest()[:12]
    why = f"{len({report for value in given for report in value.reports})} reports give {len(given)} accounts"
    if relation == "updates" and point.slot.startswith("quantity"):
        given, why = _series(point, given, published)
    subject = point.subject if point.slot != "when" else ""
    return Discrepancy(
        id="X" + name, event=event, slot=point.slot, relation=relation, values=given, why=why, subject=subject
    )


def _series(
    point: Point, given: tuple[SlotValue, ...], published: Mapping[str, int]
) -> tuple[tuple[SlotValue, ...], str]:
    """A changing figure in the order of time, what was told before first; and which value holds now, by what rule.

    It is what the latest report says that has it from a root of its own; where none has, what the latest report says.
    """
    before = {a.key for a in point.accounts if a.before}
    keys = sorted({account.key for account in point.accounts})  # in the order of `values`
    told = {
        key: max((published.get(a.report, 0), a.report) for a in point.accounts if a.key == key and not a.before)
        if any(a.key == key and not a.before for a in point.accounts)
        else (0, "")
        for key in keys
    }
    order = sorted(range(len(given)), key=lambda n: (keys[n] not in before, told[keys[n]], keys[n]))
    rooted = [n for n in order if given[n].origins and keys[n] not in before] or order
    now = given[rooted[-1]].value
    words = now.get("text") if isinstance(now, dict) else now
    rule = (
        "the latest report with a root of its own says so" if given[rooted[-1]].origins else "the latest report says so"
    )
    return tuple(given[n] for n in order), f"now {words}: {rule}"
