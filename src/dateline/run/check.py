"""A sentence read like a report and held against the record, slot by slot; never a verdict of truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from dateline.knowledge.names import compare
from dateline.model import Claim, Entity, Event, Mention, Reading, Report, When, day
from dateline.run.flow import read_batch
from dateline.store.view import Record
from dateline.tell.wording import count_words, place_words, when_words
from dateline.within.parse import Parser

_SENTENCE = "sentence"
_LIKELY = 2.0  # an event stands for a sentence from here on: two named people of it, or one and the deed, say


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """One slot of the sentence: ``held`` by the record, or ``differs`` from it, or the record is ``silent`` on it."""

    slot: str
    said: str
    verdict: str
    record: str
    reports: tuple[str, ...]
    origins: tuple[str, ...]


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of the sentence against the event that it seems to mean; ``event`` is None where none is alike."""

    words: str
    event: str | None
    title: str
    verdict: str
    slots: tuple[Slot, ...]


def check(record: Record, text: str, parser: Parser, as_of: date | None = None) -> tuple[Checked, ...]:
    """Hold each claim of a sentence or paragraph against the record: ``held``, ``differs`` or ``not in the record``."""
    said_on = day(as_of or record.as_of, "given")
    report = Report(id=_SENTENCE, uri=_SENTENCE, title=None, text=text, published=said_on)
    reading = read_batch([report], parser)[0]
    events = list(record.events())
    entities = {e.id: e for e in record.entities()}
    found = [_checked(record, reading, claim, events, entities) for claim in _worth(reading)]
    return tuple(found)


def _worth(reading: Reading) -> list[Claim]:
    """The claims that name somebody, some day, some place or some count; the fullest one of each sentence."""
    best: dict[int, tuple[int, Claim]] = {}
    for claim in reading.claims:
        slots = len(_named(reading, claim)) + len(claim.quantities) + bool(claim.when) + bool(claim.place)
        known = best.get(claim.start)
        if slots and (known is None or slots + (claim.action != "OTHER") > known[0]):
            best[claim.start] = (slots + (claim.action != "OTHER"), claim)
    return [claim for _, (_, claim) in sorted(best.items())]


def _named(reading: Reading, claim: Claim) -> list[Mention]:
    """The names among a claim's people, those that a title or pronoun stands for included."""
    people = {p.entity for p in (*claim.actors, *claim.recipients) if p.entity}
    names: dict[str, Mention] = {}
    for mention in reading.mentions:
        inside = any(
            p.start <= mention.start < p.end and mention.kind == "person" for p in (*claim.actors, *claim.recipients)
        )
        if mention.form == "name" and (mention.entity in people or inside):
            names.setdefault(mention.entity, mention)
    return list(names.values())


def _checked(
    record: Record, reading: Reading, claim: Claim, events: list[Event], entities: dict[str, Entity]
) -> Checked:
    words = reading.report.words(claim.span)
    named = {m.entity: (m, _bearers(m, entities.values())) for m in _named(reading, claim)}
    scored = [(_score(claim, [ids for _, ids in named.values()], event), event) for event in events]
    score, event = max(
        scored, key=lambda pair: (pair[0], pair[1].main, len(pair[1].reports), pair[1].id), default=(0, None)
    )
    if event is None or score < _LIKELY:
        return Checked(words=words, event=None, title="", verdict="not in the record", slots=())
    told = _Told(record, event, entities)
    slots = tuple(_slots(claim, list(named.values()), told))
    verdict = "differs" if any(s.verdict == "differs" for s in slots) else "held"
    return Checked(words=words, event=event.id, title=event.title, verdict=verdict, slots=slots)


def _bearers(mention: Mention, entities: Iterable[Entity]) -> frozenset[str]:
    """The entities of the record that a name may stand for."""
    name = mention.name or mention.text
    kind = mention.kind if mention.kind in ("person", "organization") else "place"
    alike = set()
    for entity in entities:
        if (entity.kind == "person") == (kind == "person") and any(
            a.text == name or compare(name, a.text, kind).score >= 0.5 for a in (*entity.aliases,)
        ):
            alike.add(entity.id)
    return frozenset(alike)


def _people(event: Event) -> set[str]:
    return {p.entity for p in (*event.actors, *event.recipients) if p.entity}


def _score(claim: Claim, named: list[frozenset[str]], event: Event) -> float:
    people = _people(event)
    score = sum(1.0 for ids in named if ids & people)
    score += 1.0 * (claim.action == event.action != "OTHER") + 1.0 * (
        claim.action == event.action and claim.mode == event.mode
    )
    if claim.place and event.place and claim.place.name and claim.place.name == event.place.name:
        score += 0.5
    for quantity in claim.quantities:
        score += 0.5 * any(q.of == quantity.of and q.low == quantity.low for q in event.quantities)
    if claim.when and event.when:
        score += 1.0 if claim.when.meets(event.when) else 0.5 / (1 + _days_between(claim.when, event.when) / 5)
    return score


def _days_between(one: When, other: When) -> int:
    if one.earliest and other.latest and one.earliest > other.latest:
        return (one.earliest - other.latest).days
    if one.latest and other.earliest and other.earliest > one.latest:
        return (other.earliest - one.latest).days
    return 0


class _Told:
    """What the record holds on one event, and which reports and origins hold it."""

    def __init__(self, record: Record, event: Event, entities: dict[str, Entity]) -> None:
        self.event = event
        self.claims = record.claims_of(event.id)
        self.entities = entities
        self._origins = {share.origin: share for share in event.origins}
        self._names = {o: record.origin(o).name for o in self._origins}

    def slot(self, slot: str, said: str, verdict: str, words: str, holders: Iterable[Claim]) -> Slot:
        """A slot with the reports and origins of the claims that hold it; of the whole event where none does."""
        reports = tuple(dict.fromkeys(c.report for c in holders)) or self.event.reports
        origins = tuple(self._names[o] for o, share in self._origins.items() if set(share.reports) & set(reports))
        return Slot(slot=slot, said=said, verdict=verdict, record=words, reports=reports, origins=origins)


def _slots(claim: Claim, named: list[tuple[Mention, frozenset[str]]], told: _Told) -> Iterator[Slot]:
    yield from _who(named, told)
    yield from _when(claim, told)
    yield from _where(claim, told)
    yield from _counts(claim, told)
    event = told.event
    if (claim.modality == "denied") != (event.modality == "denied"):
        yield told.slot("modality", claim.modality, "differs", event.modality, ())


def _who(named: list[tuple[Mention, frozenset[str]]], told: _Told) -> Iterator[Slot]:
    people = _people(told.event)
    names = ", ".join(sorted(told.entities[p].name for p in people if p in told.entities))
    for mention, ids in named:
        holders = [c for c in told.claims if ids & {p.entity for p in (*c.actors, *c.recipients)}]
        verdict = "held" if ids & people else "differs" if mention.kind == "person" and people else "silent"
        yield told.slot("who", mention.name or mention.text, verdict, names, holders)


def _when(claim: Claim, told: _Told) -> Iterator[Slot]:
    if claim.when is None:
        return
    if told.event.when is None:
        yield told.slot("when", when_words(claim.when), "silent", "", ())
        return
    holders = [c for c in told.claims if c.when and claim.when.meets(c.when)]
    verdict = (
        "held" if claim.when.meets(told.event.when) or any(c.when and c.when.exact for c in holders) else "differs"
    )
    yield told.slot("when", when_words(claim.when), verdict, when_words(told.event.when), holders)


def _where(claim: Claim, told: _Told) -> Iterator[Slot]:
    said = claim.place
    if said is None or not (said.name or said.country):
        return
    place = told.event.place
    if place is None:
        yield told.slot("where", place_words(said) or "", "silent", "", ())
        return
    same = said.name == place.name or (not said.name and said.country == place.country) or said.name == place.admin1
    holders = [c for c in told.claims if c.place and c.place.name == said.name]
    verdict = "held" if same or holders else "differs"
    yield told.slot("where", place_words(said) or "", verdict, place_words(place) or "", holders)


def _counts(claim: Claim, told: _Told) -> Iterator[Slot]:
    for said in claim.quantities:
        known = [q for q in told.event.quantities if q.of == said.of]
        holders = [
            c
            for c in told.claims
            if any(q.of == said.of and (q.low, q.high) == (said.low, said.high) for q in c.quantities)
        ]
        meets = any(_overlap(said.low, said.high, q.low, q.high) for q in known)
        verdict = "silent" if not known else "held" if meets or holders else "differs"
        yield told.slot(f"quantity:{said.of}", count_words(said), verdict, ", ".join(map(count_words, known)), holders)


def _overlap(low: float | None, high: float | None, least: float | None, most: float | None) -> bool:
    return (low is None or most is None or low <= most) and (least is None or high is None or least <= high)
