"""Single things of the record in full, with the words that carry them, as lines of plain text."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Claim, Entity, Event, Link, Report, SlotValue
from dateline.store.view import Record
from dateline.tell.labels import labels
from dateline.tell.wording import (
    about_words,
    account_words,
    harm_words,
    origin_words,
    place_words,
    relation_words,
    report_words,
    when_words,
)


def event_lines(record: Record, identifier: str) -> Iterator[str]:
    """An event: who, what, where, when, and under each report the words."""
    event = record.event(identifier)
    yield f"{event.id}  {event.title}"
    yield f"  what       {event.action}{f' / {event.mode}' if event.mode else ''}, {event.modality}"
    yield f"  when       {_when(event)}"
    yield f"  where      {_where(event)}"
    yield f"  actors     {_people(record, event, 'actors')}"
    yield f"  recipients {_people(record, event, 'recipients')}"
    if event.quantities:
        yield f"  counts     {harm_words(event.quantities, every=True)}"
    outlets = f"{event.outlets} outlet{'' if event.outlets == 1 else 's'}"
    yield f"  told by    {report_words(len(event.reports))}, {outlets}; {origin_words(event)}"
    for name, other in (("part of", event.part_of), ("follows", event.follows)):
        if other:
            yield f"  {name:<10} {other}  {record.event(other).title}"
    yield "  words"
    for claim in record.claims_of(event.id):
        report = record.reading(claim.report).report
        yield f"    {claim.report}: {_marked(claim, report)}"
    yield from (f"  {line}" for line in discrepancy_lines(record, event.id))
    yield from (f"  {line}" for line in origin_lines(record, event.id))


def _when(event: Event) -> str:
    if event.when is None:
        return f"unknown to a season; {when_words(event.period)}" if event.period else "unknown"
    reasons = f" ({'; '.join(event.when.why)})" if event.when.why else ""
    return f"{event.when.value}: {when_words(event.when)}, {event.when.basis}{reasons}"


def _where(event: Event) -> str:
    words = place_words(event.place)
    if event.place is None or words is None:
        return "unknown"
    wider = [part for part in (event.place.admin1, event.place.country) if part and part not in words]
    return f"{words}{' (' + ', '.join(wider) + ')' if wider else ''}"


def _people(record: Record, event: Event, side: str) -> str:
    entities = {p.entity: None for p in getattr(event, side) if p.entity}
    return ", ".join(f"{record.entity(e).name} [{e}]" for e in entities) or "unknown"


def _marked(claim: Claim, report: Report) -> str:
    text = report.of(claim.field)
    inside = (text[claim.start : claim.trigger.start], report.words(claim.trigger), text[claim.trigger.end : claim.end])
    return " ".join(f"{inside[0]}«{inside[1]}»{inside[2]}".split())


def discrepancy_lines(record: Record, event: str | None = None) -> Iterator[str]:
    """Where accounts part: each slot, its relation, and each value with its outlets, its roots and the words."""
    for found in record.discrepancies(event):
        about = about_words(found)
        how = f"{relation_words(found.relation)} [{found.slot} {found.relation}, {found.event}]"
        yield f"{about[:1].upper()}{about[1:]}: {how}"
        named = labels(record, (report for value in found.values for report in value.reports))
        for value in found.values:
            names = [record.origin(o).name for o in value.origins]
            said = f"; from {', '.join(names)}" if names else ""
            yield f"  {account_words(found.slot, value.value)}: {'; '.join(named[r] for r in value.reports)}{said}"
            yield from _words_of(record, value)


def _words_of(record: Record, value: SlotValue) -> Iterator[str]:
    """The sentence of each report that gives a value, the first where one gives it twice."""
    for name in value.reports:
        reading = record.reading(name)
        claim = next((c for c in reading.claims if c.id in value.claims), None)
        if claim is not None:
            yield f"    {name}: {_marked(claim, reading.report)}"


def origin_lines(record: Record, identifier: str) -> Iterator[str]:
    """The origin ledger of an event as a tree: roots, below each its reports, below each the chain in its words."""
    event = record.event(identifier)
    yield f"origins of {event.id}: {origin_words(event)}"
    for number, share in enumerate(event.origins):
        last = number == len(event.origins) - 1
        origin = record.origin(share.origin)
        yield f"{'└' if last else '├'}─ {origin.name} ({origin.kind}): {origin.why}"
        for place, report in enumerate(share.reports):
            end = place == len(share.reports) - 1
            yield f"{' ' if last else '│'}  {'└' if end else '├'}─ {report}{_chain(record, report, origin.id)}"


def _chain(record: Record, report: str, origin: str) -> str:
    reading = record.reading(report)
    for attribution in reading.attributions:
        if attribution.origin == origin and attribution.chain:
            return ": " + " ← ".join(_link(reading.report, link) for link in attribution.chain)
    return ""


def _link(report: Report, link: Link) -> str:
    if link.start is None or link.end is None:
        return link.name
    return f"“{report.of(link.field)[link.start : link.end]}”"


def entity_lines(record: Record, identifier: str) -> Iterator[str]:
    """An entity: its spellings, roles, why they were joined, and its events."""
    entity: Entity = record.entity(identifier)
    yield f"{entity.id}  {entity.name} ({entity.kind}{', ' + entity.country if entity.country else ''})"
    for alias in entity.aliases:
        yield f"  spelled {alias.text!r} in {', '.join(alias.reports)}"
    for role in entity.roles:
        yield f"  role {role.text!r} in {', '.join(role.reports)}" + (f", {when_words(role.when)}" if role.when else "")
    for reason in entity.same_because:
        yield f"  joined {reason}"
    for event in record.events_of(entity.id):
        yield f"  {when_words(event.when or event.period)}: {event.title} [{event.id}]"
