"""What is finer than a town: an address, a street corner, a named or common building where something happened."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.knowledge.placewords import words
from dateline.within.parse import Parse
from dateline.within.where.toponym import Toponym

LONGEST = 12  # tokens: "the 1200 block of North Palm Grove Avenue" has nine
_STOPS = frozenset({"relcl", "acl", "advcl", "appos", "punct", "cc", "conj"})


class Site(msgspec.Struct, frozen=True):
    """The words of a site and where they stand; ``stated`` in the text, not in the title."""

    text: str
    start: int
    end: int
    stated: bool


class Sites:
    """The sites that a report names; those of a sentence are looked for once, however many triggers it has."""

    def __init__(self, parse: Parse, found: Sequence[Toponym]) -> None:
        self._parse = parse
        self._towns = {i for t in found if not t.street and t.weight >= 0.7 for i in range(t.first, t.end)}
        self._named: dict[int, list[tuple[int, Site]]] = {}

    def of(self, trigger: int) -> Site | None:
        """The site that the clause of a trigger names, or None."""
        parse, line = self._parse, {trigger, *self._parse.above(trigger)}
        near = [
            (token, site)
            for token, site in self._in(parse.sentence_at[trigger])
            if parse.heads[token] in line or parse.heads[parse.heads[token]] in line
        ]
        return min(near, key=lambda each: abs(each[0] - trigger))[1] if near else None

    def _in(self, number: int) -> list[tuple[int, Site]]:
        """The sites of a sentence, each with the preposition before it."""
        if number not in self._named:
            sentence = self._parse.sentences[number]
            found = ((token, self._at(token)) for token in range(sentence.first, sentence.end))
            self._named[number] = [(token, site) for token, site in found if site is not None]
        return self._named[number]

    def _at(self, token: int) -> Site | None:
        parse = self._parse
        if parse.lowers[token] not in words("locative") or parse.pos[token] not in ("ADP", "SCONJ", "ADV"):
            return None
        target = next((k for k in parse.kids[token] if parse.deps[k] in ("pobj", "obj", "obl")), None)
        if target is None or target < token or not _sited(parse, target):
            return None
        return _phrase(parse, token, target, self._towns)


def _sited(parse: Parse, target: int) -> bool:
    word = parse.lowers[target]
    return word in words("site") or (word in words("street") and parse.words[target][:1].isupper())


def _phrase(parse: Parse, before: int, target: int, towns: set[int]) -> Site | None:
    first = min([target, *(k for k in parse.kids[target] if k > before)])
    end = target + 1
    for kid in parse.kids[target]:
        if kid > target and parse.lowers[kid] == "of":
            end = max(end, parse.edges(kid)[1])
    end = min(end, first + LONGEST)
    while end - 1 > target and (end - 1 in towns or parse.pos[end - 1] in ("PUNCT", "ADP", "DET")):
        end -= 1
    while first < target and parse.lowers[first] in ("a", "an", "the", "his", "her", "their", "its"):
        first += 1
    if first >= end or any(parse.words[t] in (",", ";") for t in range(first, end)):
        return None
    start, stop = parse.starts[first], parse.ends[end - 1]
    gaps = ["" if parse.ends[t] == parse.starts[t + 1] else " " for t in range(first, end - 1)]
    text = "".join(word + gap for word, gap in zip(parse.words[first:end], [*gaps, ""], strict=True))
    return Site(text, start, stop, parse.block_of(first).field == "text")
