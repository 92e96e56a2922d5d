"""Warnings that only many reports together justify: one root alone, experts nobody else knows, circles of citing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from dateline.across.identity.bearers import Local
from dateline.across.ledger.credit import newsroom
from dateline.across.ledger.roots import MEDIA, VOUCHING
from dateline.knowledge.outlets import Outlets
from dateline.model import Attribution, Copies, Entities, Event, Events, Origin, Reading, Report, Warning


def warned(
    readings: Sequence[Reading],
    witnessed: Set[str],
    entities: Entities,
    events: Events,
    made: Sequence[Event],
    found: Mapping[str, Origin],
    outlets: Outlets,
) -> dict[str, tuple[Warning, ...]]:
    """The warnings of each report that has any."""
    by_event = {event.id: event for event in made}
    circles = _circles(readings, made, outlets)
    table: dict[str, tuple[Warning, ...]] = {}
    for reading in readings:
        name = reading.report.id
        main = by_event.get(events.main.get(name, ""))
        given = [
            *(_sole(reading, main, found, outlets) if main else ()),
            *_experts(reading, entities, witnessed),
            *circles.get(name, ()),
        ]
        if given:
            table[name] = tuple(given)
    return table


def _sole(reading: Reading, main: Event, found: Mapping[str, Origin], outlets: Outlets) -> Iterator[Warning]:
    """Where all that a report says of its main event rests on one other medium."""
    name = reading.report.id
    roots = [found[s.origin] for s in main.origins if name in s.reports and found[s.origin].kind != "unresolved"]
    if len(roots) != 1 or roots[0].kind not in MEDIA:
        return
    media = [each for each in reading.attributions if _by_medium(each)]
    best = next((each for each in media if outlets.named(each.chain[0].name)), media[0] if media else None)
    if best:
        marks = [*best.source[:1], *best.cue[:1]]
        start, end = min(s.start for s in marks), max(s.end for s in marks)
        why = f"what it tells of its event rests on {roots[0].name} alone"
        yield Warning(kind="sole_origin", start=start, end=end, why=why)


def _by_medium(each: Attribution) -> bool:
    said = bool(each.chain) and each.manner in VOUCHING and each.chain[0].kind in MEDIA and each.chain[0].body != "own"
    return said and bool(each.source) and each.source[0].field == "text"


def witnessed(within: Mapping[str, Sequence[Local]], named: Entities, copies: Copies) -> frozenset[str]:
    """The entities that are named by two reports of which neither copies the other."""
    first: dict[str, str] = {}
    found: set[str] = set()
    for report, locals_ in within.items():
        family = copies.family.get(report, report)
        for local in locals_:
            entity = named.of.get(local.id)
            if entity is not None and local.names and first.setdefault(entity, family) != family:
                found.add(entity)
    return frozenset(found)


def _experts(reading: Reading, entities: Entities, witnessed: Set[str]) -> Iterator[Warning]:
    seen: set[str] = set()
    for each in reading.attributions:
        entity = entities.of.get(each.speaker or "")
        if not each.expert or not each.source or each.source[0].field != "text" or entity is None or entity in seen:
            continue
        seen.add(entity)
        if entity not in witnessed:
            source = each.source[0]
            why = "an expert whom no other report names"
            yield Warning(kind="unverifiable_expert", start=source.start, end=source.end, why=why)


def _circles(readings: Sequence[Reading], made: Sequence[Event], outlets: Outlets) -> dict[str, list[Warning]]:
    """Outlets that have an event from one another: A from B and B from A, or round by others."""
    by_id = {reading.report.id: reading for reading in readings}
    found: dict[str, list[Warning]] = defaultdict(list)
    for event in made:
        if not event.main or len(event.reports) < 2:
            continue
        told = {name: _own(by_id[name].report, outlets) for name in event.reports}
        cites: dict[str, set[str]] = defaultdict(set)
        for name, own in told.items():
            cites[own] |= _cited(by_id[name], outlets) & set(told.values()) - {own, ""}
        for name, own in told.items():
            if own and (way := _way(own, own, cites)):
                shown = {_own(by_id[n].report, outlets): _shown(by_id[n].report, outlets) for n in told}
                why = "; ".join(f"{shown[a]} has it from {shown[b]}" for a, b in pairwise([own, *way]))
                found[name].append(Warning(kind="circular_citation", start=None, end=None, why=why))
    return found


def _way(start: str, end: str, cites: Mapping[str, set[str]]) -> list[str]:
    """The shortest way of citing from one outlet to another; empty where there is none."""
    ways, seen = [[start]], {start} - {end}
    while ways:
        way = ways.pop(0)
        for cited in sorted(cites.get(way[-1], ())):
            if cited == end:
                return [*way[1:], cited]
            if cited not in seen:
                seen.add(cited)
                ways.append([*way, cited])
    return []


def _own(report: Report, outlets: Outlets) -> str:
    return _filed(_shown(report, outlets), outlets)


def _shown(report: Report, outlets: Outlets) -> str:
    known = newsroom(report, outlets)
    return known.name if known else report.outlet.name if report.outlet else ""


def _filed(name: str, outlets: Outlets) -> str:
    known = outlets.named(name)
    return (known.name if known else name).casefold().removeprefix("the ")


def _cited(reading: Reading, outlets: Outlets) -> set[str]:
    """All that a report names as having told it something; only outlets of other reports are asked for."""
    return {
        _filed(link.name, outlets)
        for each in reading.attributions
        if each.manner in VOUCHING and not each.negated
        for link in each.chain
        if link.body != "own"
    }
