"""Where accounts part: slot by slot of each event, over origins."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from dateline.across.accounts import Point, values
from dateline.across.drafts import Seen, see
from dateline.across.slot_deeds import deeds
from dateline.across.slot_details import days, hours, rounded, spellings
from dateline.across.slot_people import ages, kin
from dateline.across.slot_places import places
from dateline.across.slot_quantities import PEOPLE, counts
from dateline.across.slot_quotes import quotes
from dateline.model import Copies, Dates, Discrepancy, Entities, Event, Events, Origins, Reading, SlotValue

GROWING = frozenset(f"quantity:{of}" for of in (*PEOPLE, "perpetrators", "age")) | {"modality", "action"}


def discrepancies(
    readings: Sequence[Reading],
    copies: Copies,  # noqa: ARG001 - a copy's origins are its original's, so that it adds no voice
    entities: Entities,
    dates: Dates,
    events: Events,
    origins: Origins,
) -> tuple[Discrepancy, ...]:
    """Find the slots of events on which accounts differ; a slot on which all agree raises nothing."""
    by_id = {reading.report.id: reading for reading in readings}
    published = {name: w.earliest.toordinal() for name in by_id if (w := dates.published.get(name)) and w.earliest}
    members = _members(readings, entities, dates, events)
    found: dict[str, Discrepancy] = {}
    for event in events.found:
        if len(event.reports) < 2 or not event.main:
            continue
        for home, point in _points(event, events, members[event.id], by_id, entities, origins):
            parted = values(point.accounts, origins)
            if len(parted) > 1 and len({report for value in parted for report in value.reports}) > 1:
                relation = point.relation or _relation(point.slot, parted, published)
                made = _discrepancy(home, point, parted, relation)
                found.setdefault(made.id, made)
    return tuple(found[name] for name in sorted(found))


def _members(readings: Sequence[Reading], entities: Entities, dates: Dates, events: Events) -> Mapping[str, list[Seen]]:
    """The claims of each event, those of its parts with them: a death is part of the attack."""
    whole = {
        event.id: event.part_of or event.id for event in events.found if event.action == "ASSAULT" or event.part_of
    }
    members: dict[str, list[Seen]] = defaultdict(list)
    for reading in readings:
        for claim in reading.claims:
            name = events.of.get(claim.id)
            if name is not None:
                members[whole.get(name, name)].append(see(claim, entities, dates))
    return members


def _points(
    event: Event,
    events: Events,
    members: Sequence[Seen],
    readings: Mapping[str, Reading],
    entities: Entities,
    origins: Origins,
) -> Iterator[tuple[str, Point]]:
    """The points on which the accounts of an event may part, each with the id of the event that it is of."""
    yield from ((event.id, point) for point in counts(members, readings, origins))
    yield from ((event.id, point) for point in ages(members, readings, entities))
    yield from ((event.id, point) for point in kin(members, readings))
    yield from ((event.id, point) for point in deeds(members, readings))
    yield from ((event.id, point) for point in spellings(members, entities))
    if accounts := days(members):
        yield event.id, Point(slot="when", subject="day", accounts=accounts, relation="disputes")
    elif accounts := hours(members, readings):
        yield (
            event.id,
            Point(slot="when", subject="hour", accounts=accounts, relation="finer" if rounded(accounts) else ""),
        )
    yield from ((event.id, point) for point in places(members, readings))
    told = {found.id: found for found in events.found}
    for point, claims in quotes(event.reports, readings, entities):
        homes = {events.of.get(claim.id, "") for claim in claims}
        shared = homes.pop() if len(homes) == 1 else ""
        yield (shared if shared in told and len(told[shared].reports) > 1 else event.id), point


def _relation(slot: str, parted: Sequence[SlotValue], published: Mapping[str, int]) -> str:
    """Where all later reports say otherwise than the earlier ones: ``updates`` of what grows or becomes known with time.

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


def _discrepancy(event: str, point: Point, parted: tuple[SlotValue, ...], relation: str) -> Discrepancy:
    key = f"{event} {point.slot} {point.subject or parted[0].claims}"
    name = hashlib.sha256(key.encode()).hexdigest()[:12]
    why = f"{len({report for value in parted for report in value.reports})} reports give {len(parted)} accounts"
    subject = point.subject if point.slot != "when" else ""
    return Discrepancy(
        id="X" + name,
        event=event,
        slot=point.slot,
        relation=relation,
        values=parted,
        why=why,
        subject=subject,
    )
