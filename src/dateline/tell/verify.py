"""The proof: every span holds its words, every id resolves, every digest sentence is backed by claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dateline.model import Claim, Discrepancy, Reading, Span
from dateline.store.view import Record
from dateline.tell.digest import digest


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Something in the record that does not hold."""

    where: str
    why: str


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """What was looked at, and what failed."""

    spans: int
    ids: int
    sentences: int
    failures: tuple[Failure, ...]


class _Tally:
    def __init__(self) -> None:
        self.spans = self.ids = self.sentences = 0
        self.failures: list[Failure] = []

    def span(self, holds: bool, where: str, why: str) -> None:  # noqa: FBT001 - a verdict, not a switch
        self.spans += 1
        self._note(holds, where, why)

    def id(self, holds: bool, where: str, why: str) -> None:  # noqa: FBT001
        self.ids += 1
        self._note(holds, where, why)

    def sentence(self, holds: bool, where: str, why: str) -> None:  # noqa: FBT001
        self.sentences += 1
        self._note(holds, where, why)

    def _note(self, holds: bool, where: str, why: str) -> None:  # noqa: FBT001
        if not holds:
            self.failures.append(Failure(where=where, why=why))


def verify(record: Record) -> Proof:
    """Read the whole record again and hold everything in it to the words and to each other."""
    tally = _Tally()
    known = _Known(record)
    for reading in record.readings():
        _check_spans(reading, tally)
        _check_claims(reading, known, tally)
        kept = record.kept(reading.report.id)
        tally.id(kept is not None, reading.report.id, "nothing was decided about this report; build again to finish")
        if kept and kept.main_event:
            tally.id(kept.main_event in known.events, reading.report.id, f"main event {kept.main_event} is not there")
        if kept and kept.copy_of:
            tally.id(
                kept.copy_of in known.reports, reading.report.id, f"copied from {kept.copy_of}, which is not there"
            )
    _check_events(record, known, tally)
    _check_digest(record, known, tally)
    return Proof(spans=tally.spans, ids=tally.ids, sentences=tally.sentences, failures=tuple(tally.failures))


class _Known:
    def __init__(self, record: Record) -> None:
        self.reports = set(record.report_ids())
        self.entities = {e.id for e in record.entities()}
        self.events = {e.id for e in record.events()}
        self.origins = {o.id for o in record.origins()}
        self.claims = {c.id: c.report for r in record.readings() for c in r.claims}


def _spans(reading: Reading) -> Iterator[tuple[str, Span, str | None]]:
    for mention in reading.mentions:
        yield mention.id, mention.span, mention.text
    for time in reading.times:
        yield time.id, time.span, time.text
    for said in reading.attributions:
        for span in (*said.source, *said.cue, *said.content):
            yield said.id, span, None
        for link in said.chain:
            if link.start is not None and link.end is not None:
                yield said.id, Span(start=link.start, end=link.end, field=link.field), None
    for claim in reading.claims:
        yield from ((claim.id, span, None) for span in _of_claim(claim))
    for warning in reading.warnings:
        if warning.start is not None and warning.end is not None:
            yield f"{reading.report.id}:{warning.kind}", Span(start=warning.start, end=warning.end), None


def _of_claim(claim: Claim) -> Iterator[Span]:
    yield claim.span
    yield claim.trigger
    people = [(one.start, one.end) for one in (*claim.actors, *claim.recipients)]
    for start, end in (*people, *((quantity.start, quantity.end) for quantity in claim.quantities)):
        yield Span(start=start, end=end, field=claim.field)
    if claim.place and claim.place.start is not None and claim.place.end is not None:
        yield Span(start=claim.place.start, end=claim.place.end)


def _check_spans(reading: Reading, tally: _Tally) -> None:
    report = reading.report
    for where, span, text in _spans(reading):
        held = report.words(span)
        inside = span.end <= len(report.of(span.field)) and bool(held.strip())
        tally.span(inside, where, f"the span {span.start}-{span.end} lies outside its {span.field}")
        if text is not None and inside:
            tally.span(held == text, where, f"the span holds {held!r}, not {text!r}")
    ends = [0, *(s.end for s in reading.segments)]
    for segment, before in zip(reading.segments, ends, strict=False):
        fits = before <= segment.start < segment.end <= len(report.text)
        tally.span(fits, report.id, f"the segment {segment.kind} {segment.start}-{segment.end} overlaps or runs out")


def _check_claims(reading: Reading, known: _Known, tally: _Tally) -> None:
    said = {a.id for a in reading.attributions}
    for claim in reading.claims:
        _check_claim(claim, said, known, tally)
    for mention in reading.mentions:
        tally.id(not mention.entity or mention.entity in known.entities, mention.id, f"no entity {mention.entity}")
    for attribution in reading.attributions:
        speaker, origin = attribution.speaker, attribution.origin
        for entity in (speaker, *(link.entity for link in attribution.chain)):
            tally.id(not entity or entity in known.entities, attribution.id, f"no entity {entity}")
        tally.id(not origin or origin in known.origins, attribution.id, f"no origin {origin}")


def _check_claim(claim: Claim, said: set[str], known: _Known, tally: _Tally) -> None:
    tally.span(claim.span.holds(claim.trigger), claim.id, "the trigger lies outside the claim")
    for attribution in claim.attributions:
        tally.id(attribution in said, claim.id, f"no attribution {attribution}")
    for part in (*claim.actors, *claim.recipients):
        tally.id(not part.entity or part.entity in known.entities, claim.id, f"no entity {part.entity}")
    tally.id(not claim.event or claim.event in known.events, claim.id, f"no event {claim.event}")


def _check_events(record: Record, known: _Known, tally: _Tally) -> None:
    for event in record.events():
        tally.id(bool(event.claims), event.id, "an event without a claim")
        for claim in event.claims:
            tally.id(claim in known.claims, event.id, f"no claim {claim}")
        for report in event.reports:
            tally.id(report in known.reports, event.id, f"no report {report}")
        for part in (*event.actors, *event.recipients):
            tally.id(not part.entity or part.entity in known.entities, event.id, f"no entity {part.entity}")
        for other in (event.part_of, event.follows):
            tally.id(other is None or other in known.events, event.id, f"no event {other}")
        for share in event.origins:
            tally.id(share.origin in known.origins, event.id, f"no origin {share.origin}")
    for origin in record.origins():
        tally.id(not origin.entity or origin.entity in known.entities, origin.id, f"no entity {origin.entity}")
    for story in record.stories():
        for member in story.events:
            tally.id(member in known.events, story.id, f"no event {member}")
        for actor in story.actors:
            tally.id(actor in known.entities, story.id, f"no entity {actor}")
    for found in record.discrepancies():
        tally.id(found.event in known.events, found.id, f"no event {found.event}")
        _check_values(found, known, tally)


def _check_values(found: Discrepancy, known: _Known, tally: _Tally) -> None:
    tally.id(len(found.values) > 1, found.id, "a discrepancy with fewer than two values")
    for value in found.values:
        tally.id(bool(value.reports), found.id, "a value without a report")
        for claim in value.claims:
            tally.id(claim in known.claims, found.id, f"no claim {claim}")


def _check_digest(record: Record, known: _Known, tally: _Tally) -> None:
    for section in digest(record, background=True):
        for sentence in section.sentences:
            backed = bool(sentence.reports) and all(r in known.reports for r in sentence.reports)
            tally.sentence(backed, sentence.event, f"no report backs: {sentence.text}")
            if sentence.said:
                held = _said_in(record, sentence.said, sentence.reports)
                tally.sentence(held, sentence.event, f"no report says: {sentence.said}")


def _said_in(record: Record, words: str, reports: Iterable[str]) -> bool:
    plain = " ".join(words.split())
    for name in reports:
        report = record.reading(name).report
        if plain in " ".join(report.text.split()) or plain in " ".join((report.title or "").split()):
            return True
    return False
