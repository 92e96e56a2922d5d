"""One event: its slots, the origin ledger, the disagreement table, and the reports side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.model import Claim, Discrepancy, Event, Origin, Reading, Span
from dateline.store.view import Record
from dateline.tell.digest import event_sentence
from dateline.tell.labels import counts, heading, labels
from dateline.tell.names import is_name
from dateline.tell.wording import account_words, count_words, place_words, when_words
from dateline.web.charts.dots import origin_dots
from dateline.web.marks import Piece, pieces
from dateline.web.pages.judging import near, partings
from dateline.web.pages.said import COLUMNS, said

LEAD = 280  # characters of a report that has no sentence to show
SLOTS = ("what", "who", "when", "where", "how many")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says of an event: its sentences, with the words of each slot marked, and what it alone says.

    ``lead`` are the first words of a report that was written to tell the event but has no sentence among its claims.
    """

    report: str
    title: str
    published: str
    copy_of: str | None
    passages: tuple[tuple[tuple[Piece, ...], int, int, bool], ...]
    alone: tuple[str, ...]
    lead: str


class Leaf(msgspec.Struct, frozen=True, kw_only=True):
    """A report on a branch, the words of the links that lead from it to the root, and its copies."""

    report: str
    links: tuple[tuple[str, str, int | None, int | None], ...]
    copies: tuple[str, ...] = ()


class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """A root of the ledger with the reports that lean on it; ``entity`` where the root has a page.

    A ``voice`` counts as independent; of the others, who are not named, none does beside it.
    """

    origin: Origin
    voice: bool
    entity: str | None
    reports: tuple[Leaf, ...]


def event(record: Record, identifier: str) -> dict[str, Any]:
    """Everything about one event."""
    found = record.event(identifier)
    order = _by_day(record, found.reports)
    readings = {name: record.reading(name) for name in order}
    claims: dict[str, list[Claim]] = defaultdict(list)
    for name, reading in readings.items():
        claims[name] = [c for c in reading.claims if c.event == found.id]
    ledger = list(_ledger(record, found, readings))
    return {
        "event": found,
        "sentence": event_sentence(record, found).text,
        "dots": origin_dots(record, [found]),
        "people_of": _people(record, found),
        "ledger": ledger,
        "said": _said(ledger, readings, claims),
        "table": _table(record, found),
        "told": [_told(record, readings[name], claims) for name in order],
        "labels": labels(record, [*order, *_cited(record, found)]),
        "around": _around(record, found),
        "slots": SLOTS,
        "near": near(record, found),
        "partings": partings(claims),
    }


def _people(record: Record, found: Event) -> dict[str, list[tuple[str, str]]]:
    """Who is on each side, names first, then those who are only described."""
    sides = {}
    for side in ("actors", "recipients"):
        people = dict.fromkeys((p.entity, record.entity(p.entity).name) for p in getattr(found, side) if p.entity)
        sides[side] = sorted(people, key=lambda one: not is_name(one[1]))
    return sides


def _around(record: Record, found: Event) -> list[tuple[str, Event]]:
    near = [("part of", found.part_of), ("follows", found.follows)]
    return [(name, record.event(other)) for name, other in near if other]


def _by_day(record: Record, reports: tuple[str, ...]) -> list[str]:
    """Reports by the day they came out, those without one last; an original before its copies."""
    kept = {name: record.kept(name) for name in reports}

    def key(name: str) -> tuple[bool, str, bool, str]:
        known = kept[name]
        day = known.published.earliest if known and known.published else None
        return day is None, day.isoformat() if day else "", bool(known and known.copy_of), name

    return sorted(reports, key=key)


def _cited(record: Record, found: Event) -> list[str]:
    return [report for d in record.discrepancies(found.id) for v in d.values for report in v.reports]


def _ledger(record: Record, found: Event, readings: dict[str, Reading]) -> Iterator[Branch]:
    """From roots to reports: named roots by how much leans on them, then those that the reports leave open."""
    branches = []
    for share in found.origins:
        names = [name for name in readings if name in share.reports]
        kept = {name: record.kept(name) for name in names}
        source = {n: k.copy_of for n, k in kept.items() if k and k.copy_of in names}
        leaves = tuple(
            Leaf(
                report=name,
                links=tuple(_links(readings[name], share.origin)),
                copies=tuple(n for n in names if source.get(n) == name),
            )
            for name in names
            if name not in source
        )
        origin = record.origin(share.origin)
        known = record.base.execute("select id from entity where id = ?", (origin.entity,)).fetchone()
        branches.append(Branch(origin=origin, voice=counts(origin), entity=known[0] if known else None, reports=leaves))
    yield from sorted(branches, key=lambda b: (b.origin.kind == "unresolved", not b.voice, -_leaning(b), b.origin.name))


def _leaning(branch: Branch) -> int:
    return sum(1 + len(leaf.copies) for leaf in branch.reports)


def _said(ledger: list[Branch], readings: dict[str, Reading], claims: dict[str, list[Claim]]) -> dict[str, Any] | None:
    """What each root's reports say, slot by slot; None where there is but one report."""
    if len(readings) < 2:
        return None
    columns = [
        (b.origin.name, b.origin.kind == "unresolved", _reports(b)) for b in ledger if b.origin.kind != "unresolved"
    ]
    nobody = [name for b in ledger if b.origin.kind == "unresolved" for name in _reports(b)]
    rest = [name for _, _, reports in columns[COLUMNS:] for name in reports]
    columns = columns[:COLUMNS]
    if rest:
        columns.append(("others", True, list(dict.fromkeys(rest))))
    if nobody:
        columns.append(("root not named", True, list(dict.fromkeys(nobody))))
    rows = said([(name, reports) for name, _, reports in columns], readings, claims)
    return {"columns": [(name, plain, len(reports)) for name, plain, reports in columns], "rows": rows}


def _reports(branch: Branch) -> list[str]:
    return [name for leaf in branch.reports for name in (leaf.report, *leaf.copies)]


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
    return [account_words(found.slot, v.value) for v in found.values if origin in v.origins]


def _unplaced(found: Discrepancy) -> list[tuple[str, tuple[str, ...]]]:
    return [(account_words(found.slot, v.value), v.reports) for v in found.values]


def _told(record: Record, reading: Reading, claims: dict[str, list[Claim]]) -> Told:
    report, passages = reading.report, []
    sentences: dict[tuple[str, int, int], list[Claim]] = defaultdict(list)
    for claim in claims[report.id]:
        sentences[claim.field, claim.start, claim.end].append(claim)
    for (field, start, end), inside in sorted(sentences.items(), key=lambda item: (item[0][0] == "text", item[0][1])):
        marks = [m for claim in inside for m in slot_marks(claim, reading) if m[0].field == field]
        text = report.title or "" if field == "title" else report.text
        passages.append((tuple(pieces(text, start, end, marks)), start, end, field == "title"))
    others = {word for other, theirs in claims.items() if other != report.id for word in _values(theirs)}
    alone = tuple(word for word in dict.fromkeys(_values(claims[report.id])) if word not in others)
    kept = record.kept(report.id)
    return Told(
        report=report.id,
        title=heading(reading),
        published=when_words(kept.published) if kept and kept.published else "",
        copy_of=kept.copy_of if kept else None,
        passages=tuple(passages),
        alone=alone if len(claims) > 1 else (),
        lead="" if passages else _lead(reading),
    )


def _lead(reading: Reading) -> str:
    body = next((s for s in reading.segments if s.kind == "body"), None)
    text = reading.report.text[body.start : body.end] if body else reading.report.text
    return text[:LEAD].rsplit(" ", 1)[0] + "…" if len(text) > LEAD else text


def _values(claims: list[Claim]) -> list[str]:
    """What claims say in their own sentences, as words that can be compared between reports."""
    found = []
    for claim in claims:
        inside = (q for q in claim.quantities if claim.start <= q.start < claim.end)
        found += [count_words(q) for q in inside if q.low is not None]
        place = claim.place
        told = claim.field == "text" and place and place.start is not None and claim.start <= place.start < claim.end
        if told and place and place.name:
            found.append(place_words(place) or "")
        if claim.when and claim.when.exact and claim.when.basis == "stated":
            found.append(when_words(claim.when))
    return found


def slot_marks(claim: Claim, reading: Reading) -> Iterator[tuple[Span, str]]:
    """The spans of a claim, each with the class of the slot that it fills."""
    yield claim.trigger, "slot-what"
    for person in (*claim.actors, *claim.recipients):
        yield Span(start=person.start, end=person.end, field=claim.field), "slot-who"
    for quantity in claim.quantities:
        yield Span(start=quantity.start, end=quantity.end, field=claim.field), "slot-how-many"
    place = claim.place
    if place and place.start is not None and place.end is not None:
        yield Span(start=place.start, end=place.end), "slot-where"
    marked = {t.id: t.span for t in reading.times}
    for source in claim.when.source if claim.when else ():
        if source in marked:
            yield marked[source], "slot-when"
