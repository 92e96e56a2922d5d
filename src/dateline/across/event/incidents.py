"""Incidents that reports tell beside the one they were written on: the same one where several reports tell it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from dateline.across.days.calendar import apart
from dateline.across.event.seen import Seen
from dateline.matching.cluster import components
from dateline.model import Place

FAR = 25.0  # kilometres: of two places so far apart neither is a part of the other, or its outskirts
_DEGREE = 111.2  # kilometres


def joined(claims: Iterable[Seen]) -> list[Seen]:
    """The claims of one happening's reports, those of one incident under one name.

    What is beside the news in one report may be the news of another: then it is told as that.
    """
    told = list(claims)
    parts: dict[str, list[Seen]] = defaultdict(list)
    for seen in told:
        if seen.incident:
            parts[seen.incident].append(seen)
    if not parts:
        return told
    linked = {(one, other): 1.0 for one, other in combinations(sorted(parts), 2) if _same(parts[one], parts[other])}
    named = {name: min(group) for group in components(sorted(parts), linked, 1.0) for name in group}
    news = [seen for seen in told if not seen.incident and seen.family == "harm"]
    known = {named[name] for name, part in parts.items() if _hit(part) & _hit(s for s in news if _away(s, part))}
    home = {name: "" if group in known else group for name, group in named.items()}
    return [replace(seen, incident=home[seen.incident]) if seen.incident else seen for seen in told]


def _same(one: Sequence[Seen], other: Sequence[Seen]) -> bool:
    """Say whether two reports tell of one incident: of people hit in both, or in one place, word and day."""
    if {seen.claim.report for seen in one} & {seen.claim.report for seen in other}:
        return False
    if _hit(one) & _hit(other):
        return True
    places = [{seen.claim.place.name for seen in part if seen.claim.place} - {None} for part in (one, other)]
    words = [{seen.claim.lemma for seen in part} for part in (one, other)]
    days = [(a.days, b.days) for a in one for b in other if a.days and b.days]
    near = all(apart(a, b) == 0 for a, b in days)
    return near and bool(places[0] & places[1]) and bool(words[0] & words[1])


def _hit(part: Iterable[Seen]) -> set[str]:
    return {name for seen in part for name in seen.recipients}


def _away(seen: Seen, part: Sequence[Seen]) -> bool:
    return all(seen.claim.report != other.claim.report for other in part)


def beside(claims: Iterable[Seen]) -> dict[str, list[Place]]:
    """Where each report's words set harm that it tells beside its own: "two died in a similar attack in Ola"."""
    found: dict[str, list[Place]] = defaultdict(list)
    for seen in claims:
        place = seen.claim.place
        if seen.incident and seen.family == "harm" and place and place.basis == "stated" and _of_town(place):
            found[seen.claim.report].append(place)
    return found


def by_town(run: Sequence[Seen], others: Mapping[str, Sequence[Place]]) -> list[list[Seen]]:
    """Part harm done on one day in two towns, where one report tells of that in the other town beside its own.

    A report that is set in no town tells what the most tell. ``others``: see `beside`.
    """
    towns = {report: town for report in sorted({s.claim.report for s in run}) if (town := _town(run, report))}
    away = [
        (towns[report], place)
        for report in sorted(others.keys() & towns.keys())
        for place in others[report]
        if _far(towns[report], place)
    ]
    near = {
        report
        for _, place in away
        for report, town in towns.items()
        if not _far(town, place) and not _at_home(town, place, towns, others)
    }
    if not near or len(near) == len(towns):
        return [list(run)]
    parts: dict[bool, list[Seen]] = {True: [], False: []}
    for seen in run:
        parts[seen.claim.report in near].append(seen)
    return [part for part in parts.values() if part]


def _at_home(town: Place, place: Place, towns: Mapping[str, Place], others: Mapping[str, Sequence[Place]]) -> bool:
    """Say whether a town is nearer to that of a report which tells of a place beside its own than to this place."""
    tellers = [report for report in others if report in towns and any(not _far(p, place) for p in others[report])]
    return any(_apart(town, towns[report]) < _apart(town, place) for report in tellers)


def _town(run: Sequence[Seen], report: str) -> Place | None:
    """Where a report sets what it tells, headline and lead first, and by its words where they say."""
    told = [
        (seen.claim.place.basis != "stated", not seen.part, -seen.claim.weight, seen.claim.id, seen.claim.place)
        for seen in run
        if seen.claim.report == report and seen.claim.place and _of_town(seen.claim.place)
    ]
    return min(told, key=lambda row: row[:4])[4] if told else None


def _of_town(place: Place) -> bool:
    return bool(place.name and place.name != place.admin1 and place.admin1 and place.latitude is not None)


def _far(one: Place, other: Place) -> bool:
    return _apart(one, other) > FAR


def _apart(one: Place, other: Place) -> float:
    """Kilometres between two places; none where one is in no table."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 0.0
    east = (one.longitude - other.longitude) * math.cos(math.radians(one.latitude))
    return math.hypot(one.latitude - other.latitude, east) * _DEGREE
