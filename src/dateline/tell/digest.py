"""The digest: one sentence an event, each with the claims that carry it; disagreements said as such."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dateline.model import Discrepancy, Event, SlotValue
from dateline.store.view import Record
from dateline.tell.labels import outlets
from dateline.tell.wording import (
    count_words,
    origin_words,
    place_words,
    relation_words,
    slot_words,
    value_words,
    when_words,
)


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


NAMED = 2  # names written out in a row; more are counted
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
    sections, stories = [], record.stories()
    inside = {event for story in stories for event in story.events}
    for story in stories:
        told = [events[e] for e in story.events if e in events and (background or events[e].main)]
        told.sort(key=_by_time)
        if told:
            sections.append(Section(title=story.title, sentences=tuple(_sentences(record, told))))
    loose = [e for e in events.values() if e.main and e.id not in inside]
    if loose:
        sections.append(Section(title="Other events", sentences=tuple(_sentences(record, sorted(loose, key=_by_time)))))
    return tuple(sections)


def digest_part(record: Record, start: int, count: int) -> tuple[Section, ...]:
    """The sections of some stories, in the order of the whole digest; main events outside stories end the last part."""
    rows = record.base.execute(
        "select id, title from story order by earliest is null, earliest, id limit ? offset ?", (count, start)
    ).fetchall()
    told = [(str(title), _main(record, "story = ?", identifier)) for identifier, title in rows]
    if (
        len(rows) < count
        or not record.base.execute("select 1 from story limit 1 offset ?", (start + count,)).fetchone()
    ):
        told.append(("Other events", _main(record, "story is null")))
    return tuple(Section(title=t, sentences=tuple(_sentences(record, events))) for t, events in told if events)


def _main(record: Record, condition: str, *values: str) -> list[Event]:
    rows = record.base.execute(f"select id from event where main = 1 and {condition}", values).fetchall()
    return sorted((record.event(row[0]) for row in rows), key=_by_time)


def _by_time(event: Event) -> tuple[bool, str, str]:
    earliest = event.when.earliest if event.when else None
    return earliest is None, earliest.isoformat() if earliest else "", event.id


def _sentences(record: Record, events: Iterable[Event]) -> Iterable[Sentence]:
    for event in events:
        yield event_sentence(event)
        for discrepancy in record.discrepancies(event.id):
            yield disagreement(record, event, discrepancy)


def event_sentence(event: Event) -> Sentence:
    """One sentence for an event: the reports' own words for it, its day, its place, its counts and its origins."""
    place = place_words(event.place)
    when = when_words(event.when or event.period)
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


def disagreement(record: Record, event: Event, found: Discrepancy) -> Sentence:
    """Who gives which account of a slot: "On the day, accounts differ: two outlets say 1 August; one says 31 July"."""
    accounts = "; ".join(_account(record, value) for value in found.values)
    clock = all(isinstance(v.value, dict) and "T" in str(v.value.get("value", "")) for v in found.values)
    return Sentence(
        text=f"On {'the hour' if clock else slot_words(found.slot)}, {relation_words(found.relation)}: "
        f"{accounts.removesuffix('.')}.",
        said="",
        event=event.id,
        claims=tuple(dict.fromkeys(claim for value in found.values for claim in value.claims)),
        reports=tuple(dict.fromkeys(report for value in found.values for report in value.reports)),
        origins=event.independent_origins,
    )


def _account(record: Record, value: SlotValue) -> str:
    """One account with those who give it and whom they cite: "two outlets, citing SANA, say 31 July"."""
    who = outlets(record, value.reports)
    roots = dict.fromkeys(name for origin in value.origins if (name := record.origin(origin).name) not in who)
    cited = f", citing {_listed(tuple(roots), 'origins')}," if roots else ""
    return f"{_listed(who, 'outlets')}{cited} {'says' if len(who) == 1 else 'say'} {value_words(value.value)}"


def _listed(names: tuple[str, ...], of: str) -> str:
    """One or two names, or how many there are of them."""
    if len(names) <= NAMED:
        return " and ".join(names)
    return f"{_NUMBERS[len(names)] if len(names) < len(_NUMBERS) else len(names)} {of}"


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def markdown(sections: Iterable[Section]) -> str:
    """The digest as Markdown, each sentence with the ids of its reports."""
    lines: list[str] = []
    for section in sections:
        lines += [f"## {section.title}", ""]
        lines += [f"- {sentence.text} [{', '.join(sentence.reports)}]" for sentence in section.sentences]
        lines.append("")
    return "\n".join(lines)
