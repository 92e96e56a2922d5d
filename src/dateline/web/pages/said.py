"""What the reports of each root say on each slot, in their own words, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from dateline.knowledge.persons import pronouns
from dateline.model import Claim, Participant, Reading
from dateline.tell.wording import count_words

COLUMNS = 6  # roots side by side; where there are more, the rest share the last one
WORDS = 4  # ways of saying it in one cell


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A slot and, for each column, the ways in which its reports fill it, each with where it stands."""

    slot: str
    cells: tuple[tuple[tuple[str, str, int, int, str], ...], ...]


Filled = tuple[str, int, int, str]  # words, start, end, field


def said(
    columns: Sequence[tuple[str, Sequence[str]]], readings: Mapping[str, Reading], claims: Mapping[str, list[Claim]]
) -> tuple[Said, ...]:
    """A row for each slot that anybody fills; ``columns`` are names of roots with their reports."""
    rows = []
    for slot in ("when", "where", "who", "to whom", "how many"):
        cells = tuple(_cell(slot, reports, readings, claims) for _, reports in columns)
        if any(cells):
            rows.append(Said(slot=slot, cells=cells))
    return tuple(rows)


def _cell(
    slot: str, reports: Sequence[str], readings: Mapping[str, Reading], claims: Mapping[str, list[Claim]]
) -> tuple[tuple[str, str, int, int, str], ...]:
    found: dict[str, tuple[str, str, int, int, str]] = {}
    for report in reports:
        for claim in claims[report]:
            for words, start, end, field in _filled(slot, claim, readings[report]):
                plain = " ".join(words.split())
                if plain.lower() not in pronouns():
                    found.setdefault(plain.lower(), (plain, report, start, end, field))
    return tuple(found.values())[:WORDS]


def _filled(slot: str, claim: Claim, reading: Reading) -> Iterator[Filled]:
    text = reading.report.of(claim.field)
    if slot == "who":
        yield from _people(claim.actors, claim, text)
    elif slot == "to whom":
        yield from _people(claim.recipients, claim, text)
    elif slot == "how many":
        yield from ((count_words(q), q.start, q.end, claim.field) for q in claim.quantities if q.low is not None)
    elif slot == "when" and claim.when:
        source = set(claim.when.source)
        times = (t for t in reading.times if t.id in source and t.field == claim.field)
        yield from ((t.text, t.start, t.end, t.field) for t in times if claim.start <= t.start < claim.end)
    elif slot == "where" and claim.place and claim.place.start is not None and claim.place.end is not None:
        start, end = claim.place.start, claim.place.end
        if (
            claim.field == "text" and claim.start <= start and end <= claim.end
        ):  # what another sentence lends is not said here
            yield text[start:end], start, end, claim.field


def _people(people: Iterable[Participant], claim: Claim, text: str) -> Iterator[Filled]:
    for one in people:
        yield text[one.start : one.end], one.start, one.end, claim.field
