"""Traces of copying in reports that are no copies: passages, odd phrases, slips and rare spellings that two share.

Only reports of one happening are compared, and only those of two newsrooms. Words inside quotation marks are left out:
two reports may both have heard them. Oddities that two share against the rest are a textual critic's evidence for a
common source (P. Maas, Textkritik, 1927: "indicative errors").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from operator import attrgetter

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from rapidfuzz.fuzz import ratio

from dateline.across.copying.shingles import Shingled, rows, shingled
from dateline.across.identity.bearers import fold
from dateline.knowledge.rarity import rarity
from dateline.model import Copies, Entities, Reading, Trace

RUN = 5  # words of the shortest phrase
PASSAGE = 15  # words: a longer run is a passage, however plain its words
RARE, RARER = 6.0, 6.8  # rarity: two such words, or one, make a phrase odd
SLIP, PLAIN = 6.0, 4.9  # rarity of a word that may be a slip of the pen, and of the word that was meant
LONG = 7  # letters of a word whose slips can be told from other words
OTHERS = 2  # families that must spell a name otherwise before a spelling is rare
NEAR = 75  # rapidfuzz's ratio of two spellings of one name; below it they are two names
_QUOTED = re.compile(r"[\"“][^\"”]{1,900}[\"”]")


class _Text(msgspec.Struct, frozen=True):
    """A report's words with their places, those that are not quoted, and its runs of five as numbers."""

    shingled: Shingled
    spans: list[tuple[int, int]]
    free: NDArray[np.bool_]
    runs: list[int]
    family: str

    def word(self, place: int) -> str:
        start, end = self.spans[place]
        return self.shingled.text[start:end]


def traces(readings: Sequence[Reading], copies: Copies, entities: Entities) -> tuple[Trace, ...]:
    """What reports of one happening share that points to one having the other before it, in their order."""
    if len(readings) < 2:
        return ()
    texts = [_text(reading, copies) for reading in readings]
    found = [*_phrases(texts), *_slips(texts), *_spellings(readings, texts, entities)]
    return tuple(sorted(found, key=lambda t: (t.report, t.start, t.other, t.other_start, t.kind)))


def by_report(found: Sequence[Trace]) -> dict[str, tuple[Trace, ...]]:
    """The traces in each report, with that report's words first."""
    shares: dict[str, list[Trace]] = defaultdict(list)
    for trace in found:
        shares[trace.report].append(trace)
        shares[trace.other].append(_turned(trace))
    order = attrgetter("start", "other", "other_start", "kind")
    return {report: tuple(sorted(own, key=order)) for report, own in shares.items()}


def _turned(trace: Trace) -> Trace:
    return replace(
        trace,
        report=trace.other,
        start=trace.other_start,
        end=trace.other_end,
        other=trace.report,
        other_start=trace.start,
        other_end=trace.end,
    )


def _text(reading: Reading, copies: Copies) -> _Text:
    made = shingled(reading)
    spans = made.spans()
    quoted = [match.span() for match in _QUOTED.finditer(made.text)]
    free = np.array([not any(a <= start < b for a, b in quoted) for start, _ in spans], dtype=np.bool_)
    name = reading.report.id
    return _Text(made, spans, free, rows(made.words, RUN).tolist(), copies.family.get(name, name))


def _apart(one: _Text, other: _Text) -> bool:
    same = one.shingled.newsroom and one.shingled.newsroom == other.shingled.newsroom
    return one.family != other.family and not same


def _phrases(texts: Sequence[_Text]) -> Iterator[Trace]:
    """Runs of words that stand in two texts: long ones, and short ones that are odd and stand in no third."""
    places: dict[int, dict[int, int]] = defaultdict(dict)
    for number, text in enumerate(texts):
        for place, value in enumerate(text.runs):
            if text.free[place : place + RUN].all():
                places[value].setdefault(number, place)
    shared: dict[tuple[int, int], dict[int, int]] = defaultdict(dict)
    common: set[tuple[int, int]] = set()
    for where in places.values():
        families = {texts[number].family for number in where}
        for left, right in combinations(sorted(where), 2):
            if _apart(texts[left], texts[right]):
                shared[left, right][where[left]] = where[right]
                if len(families) > OTHERS:
                    common.add((left, where[left]))
    for (left, right), pairs in shared.items():
        for first, end, there in _joined(pairs):
            odd = not any((left, place) in common for place in range(first, end - RUN + 1))
            kind = "passage" if end - first >= PASSAGE else "phrase" if odd and _odd(texts[left], first, end) else None
            if kind:
                yield _trace(kind, texts[left], (first, end), texts[right], (there, there + end - first))


def _joined(pairs: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    """Runs that go on in both texts as one: first word, end, first word in the other."""
    first = last = there = -1
    for place in sorted(pairs):
        if place == last + 1 and pairs[place] == there + place - first and first >= 0:
            last = place
            continue
        if first >= 0:
            yield first, last + RUN, there
        first, last, there = place, place, pairs[place]
    if first >= 0:
        yield first, last + RUN, there


def _odd(text: _Text, first: int, end: int) -> bool:
    """Whether a run has words that few writers would hit on: rare ones that are no names."""
    words = [word for place in range(first, end) if (word := text.word(place)).islower() and word.isalpha()]
    rare = [value for word in words if (value := rarity(word)) >= RARE]
    return len(rare) > 1 or any(value >= RARER for value in rare)


def _slips(texts: Sequence[_Text]) -> Iterator[Trace]:
    """Slips of the pen that two share: "recieved" here and there."""
    seen: dict[str, dict[int, int]] = defaultdict(dict)
    for number, text in enumerate(texts):
        for place, free in enumerate(text.free):
            word = text.word(place) if free else ""
            if len(word) >= LONG and word.islower() and _meant(word):
                seen[word].setdefault(number, place)
    for word, where in sorted(seen.items()):
        for left, right in combinations(sorted(where), 2):
            if _apart(texts[left], texts[right]):
                ours, theirs = where[left], where[right]
                why = f"both write {word} for {_meant(word)}"
                yield _trace("slip", texts[left], (ours, ours + 1), texts[right], (theirs, theirs + 1), why)


def _meant(word: str) -> str | None:
    """The common word that a rare one is a slip of: two letters changed places, one doubled or not doubled."""
    if rarity(word) < SLIP:
        return None
    inner = range(1, len(word) - 2)
    tries = [word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in inner if word[i] != word[i + 1]]
    tries += [word[:i] + word[i + 1 :] for i in inner if word[i] == word[i + 1]]
    tries += [word[: i + 1] + word[i:] for i in inner if word[i] not in (word[i - 1], word[i + 1])]
    return next((tried for tried in tries if rarity(tried) <= PLAIN), None)


def _spellings(readings: Sequence[Reading], texts: Sequence[_Text], entities: Entities) -> Iterator[Trace]:
    """Spellings of a name that two families have and the others do not."""
    spelt: dict[str, dict[str, dict[int, tuple[int, int]]]] = defaultdict(lambda: defaultdict(dict))
    for number, reading in enumerate(readings):
        for mention in reading.mentions:
            entity = entities.of.get(mention.entity)
            if (
                entity
                and mention.kind == "person"
                and mention.form == "name"
                and mention.field == "text"
                and " " in mention.name
            ):
                spelt[entity][fold(mention.name)].setdefault(number, (mention.start, mention.end))
    for spellings in (names for _, names in sorted(spelt.items()) if len(names) > 1):
        for name, where in sorted(spellings.items()):
            rivals = [other for other in spellings if other != name and ratio(other, name) >= NEAR]
            others = {texts[n].family for rival in rivals for n in spellings[rival]} - {texts[n].family for n in where}
            if len({texts[n].family for n in where}) != OTHERS or len(others) < OTHERS:
                continue
            left, right = min((a, b) for a, b in combinations(sorted(where), 2) if texts[a].family != texts[b].family)
            if _apart(texts[left], texts[right]):
                words = readings[left].report.text[slice(*where[left])]
                yield Trace(
                    report=readings[left].report.id,
                    start=where[left][0],
                    end=where[left][1],
                    other=readings[right].report.id,
                    other_start=where[right][0],
                    other_end=where[right][1],
                    kind="spelling",
                    why=f"only these two spell the name {words}",
                )


def _trace(kind: str, one: _Text, ours: tuple[int, int], other: _Text, theirs: tuple[int, int], why: str = "") -> Trace:
    count = ours[1] - ours[0]
    said = why or f"{count} words in a row, in both" + ("" if kind == "passage" else ", odd ones, in no other report")
    return Trace(
        report=one.shingled.report,
        start=one.spans[ours[0]][0],
        end=one.spans[ours[1] - 1][1],
        other=other.shingled.report,
        other_start=other.spans[theirs[0]][0],
        other_end=other.spans[theirs[1] - 1][1],
        kind=kind,
        why=said,
    )
