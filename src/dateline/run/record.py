"""The decided tables joined with the readings into the record as it is kept and handed out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from msgspec.structs import replace

from dateline.model import (
    Attribution,
    Claim,
    Entities,
    Mention,
    Participant,
    Reading,
    Warning,
)
from dateline.model.record import Kept, Record


def record(
    readings: Sequence[Reading],
    decided: dict[str, Any],
    as_of: date,
    settings: dict[str, str | int | float | bool | None],
) -> Record:
    """Give every claim, mention and attribution its decided entity, event, date and origin; sort all by id."""
    entities: Entities = decided["entities"]
    return Record(
        as_of=as_of,
        settings=settings,
        reports=tuple(_kept(reading, decided) for reading in sorted(readings, key=lambda r: r.report.id)),
        entities=entities.found,
        mentions=_sorted(_mention(m, entities) for r in readings for m in r.mentions),
        times=_sorted(t for r in readings for t in r.times),
        attributions=_sorted(_attribution(a, decided) for r in readings for a in r.attributions),
        claims=_sorted(_claim(c, decided) for r in readings for c in r.claims),
        events=tuple(
            replace(e, actors=_joined(e.actors, entities), recipients=_joined(e.recipients, entities))
            for e in decided["origins"].events
        ),
        origins=decided["origins"].found,
        discrepancies=decided["discrepancies"],
        stories=decided["stories"],
        decisions=_sorted(d for stage in ("copies", "entities", "events") for d in decided[stage].decisions),
    )


def _sorted[T](items: Iterable[T]) -> tuple[T, ...]:
    return tuple(sorted(items, key=attrgetter("id")))


def _mention(mention: Mention, entities: Entities) -> Mention:
    return replace(mention, entity=entities.of.get(mention.entity, ""))


def _joined(people: tuple[Participant, ...], entities: Entities) -> tuple[Participant, ...]:
    known = {e.id for e in entities.found}
    return tuple(replace(p, entity=p.entity if p.entity in known else entities.of.get(p.entity or "")) for p in people)


def _attribution(attribution: Attribution, decided: dict[str, Any]) -> Attribution:
    of = decided["entities"].of
    return replace(
        attribution,
        speaker=of.get(attribution.speaker or ""),
        chain=tuple(replace(link, entity=of.get(link.entity or "")) for link in attribution.chain),
        origin=decided["origins"].of.get(attribution.id),
    )


def _claim(claim: Claim, decided: dict[str, Any]) -> Claim:
    of = decided["entities"].of
    return replace(
        claim,
        actors=tuple(replace(p, entity=of.get(p.entity or "")) for p in claim.actors),
        recipients=tuple(replace(p, entity=of.get(p.entity or "")) for p in claim.recipients),
        when=decided["dates"].claims.get(claim.id, claim.when),
        quantities=tuple(replace(q, whose=of.get(q.whose, q.whose)) if q.whose else q for q in claim.quantities),
        event=decided["events"].of.get(claim.id),
    )


def _kept(reading: Reading, decided: dict[str, Any]) -> Kept:
    report = reading.report
    main = decided["events"].main.get(report.id)
    story = next((s.id for s in decided["stories"] if main in s.events), None)
    return Kept(
        report=report,
        published=decided["dates"].published.get(report.id),
        segments=reading.segments,
        warnings=reading.warnings + _warnings(reading, decided),
        copy_of=decided["copies"].copy_of.get(report.id),
        copy_family=decided["copies"].family.get(report.id),
        main_event=main,
        story=story,
    )


def _warnings(reading: Reading, decided: dict[str, Any]) -> tuple[Warning, ...]:
    found = []
    if origin := decided["copies"].copy_of.get(reading.report.id):
        found.append(Warning(kind="copy", start=None, end=None, why=f"the text is that of report {origin}"))
    if conflict := decided["dates"].conflicts.get(reading.report.id):
        found.append(Warning(kind="date_conflict", start=None, end=None, why=conflict))
    return tuple(found)
