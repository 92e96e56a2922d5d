"""The digest: one sentence an event, each with the claims that carry it; disagreements said as such."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dateline.model import Discrepancy, Event
from dateline.store.view import Record
from dateline.tell.wording import count_words, origin_words, place_words, when_words


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the digest and what backs it. ``said`` is the part that repeats a report word for word."""

    text: str
    said: str
    event: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    origins: int


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """The sentences of one story, in the order of time."""

    title: str
    sentences: tuple[Sentence, ...]


_HEDGES = {
    "planned": "Planned: ",
    "possible": "Possibly: ",
    "denied": "Denied: ",
    "hypothetical": "Supposed: ",
    "ongoing": "Under way: ",
}


def digest(record: Record, *, background: bool = False) -> tuple[Section, ...]:
    """Tell the record story by story; with ``background`` also the events that reports only recall."""
    events = {event.id: event for event in record.timeline()}
    sections = []
    for story in record.stories():
        told = [events[e] for e in story.events if e in events and (background or events[e].main)]
        told.sort(key=_by_time)
        if told:
            sections.append(Section(title=story.title, sentences=tuple(_sentences(record, told))))
    loose = [e for e in events.values() if e.main and not any(e.id in s.events for s in record.stories())]
    if loose:
        sections.append(Section(title="Other events", sentences=tuple(_sentences(record, sorted(loose, key=_by_time)))))
    return tuple(sections)


def _by_time(event: Event) -> tuple[bool, str, str]:
    earliest = event.when.earliest if event.when else None
    return earliest is None, earliest.isoformat() if earliest else "", event.id


def _sentences(record: Record, events: Iterable[Event]) -> Iterable[Sentence]:
    for event in events:
        yield event_sentence(event)
        for discrepancy in record.discrepancies(event.id):
            yield _disagreement(event, discrepancy)


def event_sentence(event: Event) -> Sentence:
    """One sentence for an event: the reports' own words for it, its day, its place, its counts and its origins."""
    place = place_words(event.place)
    when = when_words(event.when)
    parts = [f"{when[:1].upper()}{when[1:]}"]
    if place:
        parts.append(f"in {place}")
    counts = ", ".join(
        count_words(q) for q in event.quantities if q.of in ("killed", "injured", "captured", "displaced")
    )
    text = f"{', '.join(parts)}: {_HEDGES.get(event.modality, '')}“{event.title}”"
    text += f" ({counts})" if counts else ""
    reports = f"{len(event.reports)} report{'s' * (len(event.reports) != 1)}"
    return Sentence(
        text=f"{text}. {reports}, {origin_words(event)}.",
        said=event.title.removesuffix("…"),  # a long title is cut at a word
        event=event.id,
        claims=event.claims,
        reports=event.reports,
        origins=event.independent_origins,
    )


def _disagreement(event: Event, found: Discrepancy) -> Sentence:
    slot = found.slot.removeprefix("quantity:")
    accounts = "; ".join(f"{value_words(v.value)} ({', '.join(v.reports)})" for v in found.values)
    return Sentence(
        text=f"Accounts of the {slot} part ({found.relation}): {accounts}.",
        said="",
        event=event.id,
        claims=tuple(dict.fromkeys(claim for value in found.values for claim in value.claims)),
        reports=tuple(dict.fromkeys(report for value in found.values for report in value.reports)),
        origins=event.independent_origins,
    )


def value_words(value: object) -> str:
    """One account's value in words."""
    if isinstance(value, dict):
        for key in ("text", "name", "value"):
            if value.get(key):
                return str(value[key])
        return str(value.get("low") if value.get("low") is not None else value.get("high"))
    return str(getattr(value, "value", value))


def markdown(sections: Iterable[Section]) -> str:
    """The digest as Markdown, each sentence with the ids of its reports."""
    lines: list[str] = []
    for section in sections:
        lines += [f"## {section.title}", ""]
        lines += [f"- {sentence.text} [{', '.join(sentence.reports)}]" for sentence in section.sentences]
        lines.append("")
    return "\n".join(lines)
