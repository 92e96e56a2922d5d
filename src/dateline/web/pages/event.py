"""One event: its slots, the origin ledger, the disagreement table, and the reports side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.model import Claim, Discrepancy, Event, Origin, Reading, Span
from dateline.store.view import Record
from dateline.tell.digest import event_sentence, value_words
from dateline.web.marks import Piece, pieces

SLOTS = ("what", "who", "when", "where", "how many")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says of an event: its sentences, with the words of each slot marked, and what it alone says."""

    report: str
    title: str
    outlet: str
    passages: tuple[tuple[tuple[Piece, ...], int, int], ...]
    alone: tuple[str, ...]


class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """A root of the ledger with the reports that lean on it, each with the words of the links in between."""

    origin: Origin
    reports: tuple[tuple[str, tuple[tuple[str, str, int | None, int | None], ...]], ...]


def event(record: Record, identifier: str) -> dict[str, Any]:
    """Everything about one event."""
    found = record.event(identifier)
    readings = {name: record.reading(name) for name in found.reports}
    claims: dict[str, list[Claim]] = defaultdict(list)
    for name, reading in readings.items():
        claims[name] = [c for c in reading.claims if c.event == found.id]
    return {
        "event": found,
        "sentence": event_sentence(found).text,
        "people": _people(record, found),
        "ledger": list(_ledger(record, found, readings)),
        "table": _table(record, found),
        "told": [_told(readings[name], claims, name) for name in found.reports],
        "around": _around(record, found),
        "slots": SLOTS,
    }


def _people(record: Record, found: Event) -> dict[str, list[tuple[str, str]]]:
    return {
        side: list(dict.fromkeys((p.entity, record.entity(p.entity).name) for p in getattr(found, side) if p.entity))
        for side in ("actors", "recipients")
    }


def _around(record: Record, found: Event) -> list[tuple[str, Event]]:
    near = [("part of", found.part_of), ("follows", found.follows)]
    return [(name, record.event(other)) for name, other in near if other]


def _ledger(record: Record, found: Event, readings: dict[str, Reading]) -> Iterator[Branch]:
    for share in found.origins:
        reports = tuple(
            (name, tuple(_links(readings[name], share.origin))) for name in share.reports if name in readings
        )
        yield Branch(origin=record.origin(share.origin), reports=reports)


def _links(reading: Reading, origin: str) -> Iterator[tuple[str, str, int | None, int | None]]:
    for attribution in reading.attributions:
        if attribution.origin == origin:
            for link in attribution.chain:
                known = link.start is not None and link.end is not None
                words = reading.report.of(link.field)[link.start : link.end] if known else ""
                yield link.name, words, link.start, link.end
            return


def _table(record: Record, found: Event) -> dict[str, Any]:
    parted = record.discrepancies(found.id)
    columns = sorted({o for d in parted for v in d.values for o in v.origins})
    return {
        "columns": [record.origin(o) for o in columns],
        "rows": [(d, [_cell(d, o) for o in columns], _unplaced(d)) for d in parted],
    }


def _cell(found: Discrepancy, origin: str) -> list[str]:
    return [value_words(v.value) for v in found.values if origin in v.origins]


def _unplaced(found: Discrepancy) -> list[tuple[str, tuple[str, ...]]]:
    return [(value_words(v.value), v.reports) for v in found.values]


def _told(reading: Reading, claims: dict[str, list[Claim]], name: str) -> Told:
    passages = []
    sentences: dict[tuple[str, int, int], list[Claim]] = defaultdict(list)
    for claim in claims[name]:
        sentences[claim.field, claim.start, claim.end].append(claim)
    for (field, start, end), inside in sorted(sentences.items(), key=lambda item: (item[0][0] == "text", item[0][1])):
        marks = [mark for claim in inside for mark in slot_marks(claim, reading)]
        text = reading.report.title or "" if field == "title" else reading.report.text
        passages.append((tuple(pieces(text, start, end, marks)), start, end))
    others = {word for other, theirs in claims.items() if other != name for word in _values(theirs, other)}
    alone = tuple(word for word in dict.fromkeys(_values(claims[name], name)) if word not in others)
    report = reading.report
    return Told(
        report=name,
        title=report.title or "",
        outlet=report.outlet.name if report.outlet else "",
        passages=tuple(passages),
        alone=alone if len(claims) > 1 else (),
    )


def _values(claims: list[Claim], _name: str) -> list[str]:
    found = []
    for claim in claims:
        found += [f"{q.of}: {q.low:g}" for q in claim.quantities if q.low is not None]
        if claim.place and claim.place.name:
            found.append(f"place: {claim.place.name}")
        if claim.when and claim.when.earliest:
            found.append(f"day: {claim.when.value}")
    return found


def slot_marks(claim: Claim, reading: Reading) -> Iterator[tuple[Span, str]]:
    """The spans of a claim, each with the class of the slot that it fills."""
    yield claim.trigger, "slot-what"
    for person in (*claim.actors, *claim.recipients):
        yield Span(start=person.start, end=person.end, field=claim.field), "slot-who"
    for quantity in claim.quantities:
        yield Span(start=quantity.start, end=quantity.end, field=claim.field), "slot-how-many"
    if claim.place and claim.place.start is not None and claim.place.end is not None:
        yield Span(start=claim.place.start, end=claim.place.end, field=claim.field), "slot-where"
    marked = {t.id: t.span for t in reading.times}
    for source in claim.when.source if claim.when else ():
        if source in marked:
            yield marked[source], "slot-when"
