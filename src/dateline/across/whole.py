"""The record's events once it is known which of different happenings are one: recalled ones become part of the news."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from dateline.across.between import Happened, between, without_told
from dateline.across.event.sides import MUTUAL, Sides, parted
from dateline.across.recalled import Recalled
from dateline.model import Discrepancy, Entities, Event, Events, Origins, OriginShare, Participant, Reading


def whole_events(
    events: Events, origins: Origins, recalled: Recalled, readings: Sequence[Reading], entities: Entities
) -> Events:
    """The events with their origins, those of several happenings as one."""
    home = recalled.home
    parts: dict[str, list[Event]] = defaultdict(list)
    for event in origins.events:
        parts[home.get(event.id, event.id)].append(event)
    reports = {reading.report.id: reading for reading in readings} if home else {}
    known = {name: _whole(name, found, reports, entities.of) for name, found in parts.items()}
    found = {name: _tied(event, home, known) for name, event in known.items()}
    return Events(
        of={claim: home.get(name, name) for claim, name in events.of.items()} if home else events.of,
        main={report: home.get(name, name) for report, name in events.main.items()},
        found=tuple(found[name] for name in sorted(found)),
        decisions=(*events.decisions, *recalled.decisions),
    )


def whole_origins(origins: Origins, events: Events) -> Origins:
    """The origins, with the events that are given out."""
    return replace(origins, events=events.found)


def whole_discrepancies(
    found: Sequence[Discrepancy],
    recalled: Recalled,
    happened: Sequence[Happened],
    wanted: Collection[str] | None = None,
) -> tuple[Discrepancy, ...]:
    """The discrepancies, each of the whole event, and those between its accounts in different happenings.

    ``wanted``: the whole events asked for, if not all.
    """
    home = recalled.home
    inner = (replace(one, event=home.get(one.event, one.event)) for one in found)
    return without_told(
        [one for one in inner if wanted is None or one.event in wanted], between(happened, home, wanted)
    )


def _whole(name: str, parts: Sequence[Event], readings: Mapping[str, Reading], of: Mapping[str, str]) -> Event:
    """One event of several: where it was news says what is known of it, who recalls it is among its reports.

    Recalled everywhere, it is as most reports have it. Figures, day and independent origins stay those of that part.
    """
    if len(parts) == 1:
        return parts[0]
    ordered = sorted(parts, key=lambda e: (not e.main, -len(e.reports), e.id))
    best = ordered[0]
    reports = tuple(sorted({report for part in parts for report in part.reports}))
    outlets = (readings[report].report.outlet or report for report in reports)
    actors, recipients = _sides(ordered, of)
    return replace(
        best,
        id=name,
        actors=actors,
        recipients=recipients,
        place=next((part.place for part in ordered if part.place), None),
        when=next((part.when for part in ordered if part.when), None),
        quantities=best.quantities or next((part.quantities for part in ordered if part.quantities), ()),
        claims=tuple(sorted(claim for part in parts for claim in part.claims)),
        reports=reports,
        outlets=len({outlet if isinstance(outlet, str) else outlet.family or outlet.name for outlet in outlets}),
        origins=_shares(share for part in ordered for share in part.origins),
    )


def _sides(ordered: Sequence[Event], of: Mapping[str, str]) -> Sides:
    """Actors and recipients of the parts; of what two do together, nobody is both."""
    actors, recipients = _each((p.actors for p in ordered), of), _each((p.recipients for p in ordered), of)
    if ordered[0].action not in MUTUAL:
        return actors, recipients
    first = parted((_names(part.actors, of), _names(part.recipients, of)) for part in ordered)
    everybody = dict(zip(_names((*recipients, *actors), of), (*recipients, *actors), strict=True))
    return (
        tuple(person for name, person in everybody.items() if first[name]),
        tuple(person for name, person in everybody.items() if not first[name]),
    )


def _names(people: Iterable[Participant], of: Mapping[str, str]) -> list[str]:
    return [of.get(person.entity or "", person.entity or "") for person in people]


def _each(sides: Iterable[Sequence[Participant]], of: Mapping[str, str]) -> tuple[Participant, ...]:
    """Everybody on one side, each once."""
    found: dict[str, Participant] = {}
    for person in (person for side in sides for person in side):
        found.setdefault(of.get(person.entity or "", person.entity or ""), person)
    return tuple(found.values())


def _shares(given: Iterable[OriginShare]) -> tuple[OriginShare, ...]:
    """One share of each origin, those of the part that was news first."""
    found: dict[str, OriginShare] = {}
    for share in given:
        one = found.get(share.origin)
        found[share.origin] = (
            share
            if one is None
            else replace(
                one,
                reports=tuple(sorted({*one.reports, *share.reports})),
                claims=tuple(sorted({*one.claims, *share.claims})),
            )
        )
    return tuple(found.values())


def _tied(event: Event, home: Mapping[str, str], known: Mapping[str, Event]) -> Event:
    """The event with its ties to whole events; one that would lead back to it is none."""
    follows, part_of = (home.get(name, name) if name else None for name in (event.follows, event.part_of))
    if follows and _leads(follows, event.id, home, known):
        follows = None
    if part_of and _leads(part_of, event.id, home, known):
        part_of = None
    if (follows, part_of) == (event.follows, event.part_of):
        return event
    return replace(event, follows=follows, part_of=part_of)


def _leads(start: str, to: str, home: Mapping[str, str], known: Mapping[str, Event]) -> bool:
    seen: set[str] = set()
    while start not in seen:
        if start == to:
            return True
        seen.add(start)
        above = known[start].follows or known[start].part_of or start
        start = home.get(above, above)
    return False
