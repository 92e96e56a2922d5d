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
    """The words of a site and where they stand."""

    text: str
    start: int
    end: int


def site_of(parse: Parse, found: Sequence[Toponym], trigger: int) -> Site | None:
    """The site that the clause of a trigger names, or None."""
    sentence = parse.sentences[parse.sentence_at[trigger]]
    line = {trigger, *parse.above(trigger)}
    best: tuple[float, Site] | None = None
    for token in range(sentence.first, sentence.end):
        if parse.lowers[token] not in words("locative") or parse.pos[token] not in ("ADP", "SCONJ", "ADV"):
            continue
        target = next((k for k in parse.kids[token] if parse.deps[k] in ("pobj", "obj", "obl")), None)
        if target is None or target < token or not _sited(parse, target):
            continue
        towns = {i for t in found if not t.street and t.weight >= 0.7 for i in range(t.first, t.end)}
        made = _phrase(parse, token, target, towns)
        if made is None:
            continue
        near = 1.0 if parse.heads[token] in line or parse.heads[parse.heads[token]] in line else 0.0
        score = near - abs(token - trigger) / 50
        if near and (best is None or score > best[0]):
            best = (score, made)
    return best[1] if best else None


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
    return Site(text, start, stop)
