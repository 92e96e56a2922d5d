"""Where accounts part: slot by slot of each event, over origins."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from dateline.across.accounts import Account, values
from dateline.across.drafts import Seen, see
from dateline.across.slot_details import days, hours, spellings, streets
from dateline.across.slot_quantities import ages, counts
from dateline.model import Copies, Dates, Discrepancy, Entities, Event, Events, Origins, Reading, SlotValue

Found = tuple[str, str, list[Account], str]  # slot, what tells two of a slot apart, accounts, relation if known


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
    found = []
    for event in events.found:
        if len(event.reports) < 2 or not event.main:
            continue
        for slot, subject, accounts, relation in _slots(members[event.id], by_id, entities):
            parted = values(accounts, origins)
            if len(parted) > 1 and len({report for value in parted for report in value.reports}) > 1:
                kind = relation or _relation(parted, published)
                found.append(_discrepancy(event, slot, subject, parted, kind))
    return tuple(sorted(found, key=lambda d: d.id))


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


def _slots(members: Sequence[Seen], readings: Mapping[str, Reading], entities: Entities) -> Iterator[Found]:
    for slot, accounts in sorted(counts(members).items()):
        yield slot, "", accounts, ""
    for accounts in ages(members, readings, entities):
        yield "quantity:age", accounts[0].key, accounts, ""
    if accounts := days(members):
        yield "when", "day", accounts, "disputes"
    elif accounts := hours(members, readings):
        yield "when", "hour", accounts, ""
    if accounts := streets(members):
        yield "where", "", accounts, "finer"
    for accounts in spellings(members, entities):
        yield "name", accounts[0].key, accounts, "disputes"


def _relation(parted: Sequence[SlotValue], published: Mapping[str, int]) -> str:
    """``updates`` where the later reports all say otherwise than the earlier ones, ``corrects`` if of one origin."""
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
    return "corrects" if same else "updates"


def _discrepancy(event: Event, slot: str, subject: str, parted: tuple[SlotValue, ...], relation: str) -> Discrepancy:
    name = hashlib.sha256(f"{event.id} {slot} {subject}".encode()).hexdigest()[:12]
    why = f"{len({report for value in parted for report in value.reports})} reports give {len(parted)} accounts"
    return Discrepancy(id="X" + name, event=event.id, slot=slot, relation=relation, values=parted, why=why)
