"""How many were there: people counted by where they came, watched or were drawn to, and the sizes of crowds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dateline.knowledge import counted, numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.nouns import noun
from dateline.knowledge.numbers import Bounds
from dateline.model import Quantity
from dateline.within.counts.measured import stated
from dateline.within.doing.clause import Grammar
from dateline.within.parse import Sentence

CROWD = 20  # so many at a place are those who came there, fewer may be anybody
_AT = frozenset({"in", "at", "inside", "on", "outside", "present", "there"})
_CAME = (("turn", "out"), ("take", "part"), ("show", "up"))
_NUMBER = r"\d[\d,]*|[a-z]+(?:[ -](?:hundred|thousand|[a-z]+))?"
_SHARE = re.compile(r" ?(?:%|per ?cent|percent|years?\b)")


class Crowds:
    """Finds who took part by the words for being there; ``words`` are the text and the title of the report."""

    def __init__(self, grammar: Grammar, words: Mapping[str, str]) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        self._words = words

    def came(self, head: int, bounds: Bounds) -> bool:
        """Say whether a noun counts people who were at something: "900 fans packed the hall", "drew 2,000 people"."""
        parse, grammar = self._parse, self._grammar
        known = noun(parse.lowers[head])
        if not (known and known.kind == "person") and parse.low_lemmas[head] not in classes()["anybody"]:
            return False
        above = parse.heads[head]
        if parse.deps[head] == "pobj" and parse.lowers[above] == "of":
            return parse.low_lemmas[parse.heads[above]] in counted.words("crowd")
        lemma = parse.low_lemmas[above]
        if parse.deps[head] == "dobj":
            return lemma in counted.words("draw") and max(bounds[0], bounds[1] or 0) >= CROWD
        if parse.deps[head] not in ("nsubj", "nsubjpass"):
            return False
        if counted.attends(lemma) or (lemma, *parse.lowers[above + 1 : above + 2]) in _CAME:
            return True
        there = any(parse.lowers[kid] in _AT for kid in grammar.kids[above])
        if max(bounds[0], bounds[1] or 0) < CROWD or parse.deps[head] == "nsubjpass":
            return False
        return (lemma == "be" and there) or lemma in counted.words("watch")

    def sizes(self, sentence: Sentence) -> Iterator[tuple[int, Quantity]]:
        """`A crowd of 400`, `put the attendance at 1,200`, each with the token of the crowd."""
        parse = self._parse
        span = parse.span(sentence.first, sentence.end)
        text = self._words[span.field]
        came = any(map(self._of_many, range(sentence.first, sentence.end)))
        counters = _counters().finditer(text, span.start, span.end) if came else ()
        for match in (*_sized().finditer(text, span.start, span.end), *counters):
            least, most = (_number(match[group]) if match[group] else None for group in (1, 2))
            if most is None or _SHARE.match(text, match.end()):
                continue
            bounds, start = (least or most, most), match.start(1) if least else match.start(2)
            head = next(
                (t for t in range(sentence.first, sentence.end) if match.start() < parse.ends[t]), sentence.first
            )
            yield head, stated("participants", bounds, text, start, match.end())

    def _of_many(self, token: int) -> bool:
        """Say whether a word is one for a crowd, or for what crowds do: "marched", "demonstrators", "took part"."""
        lemma = self._parse.low_lemmas[token]
        came = lemma in counted.words("crowd") | counted.words("rally") or counted.thing(lemma) == "participants"
        return came or (lemma, *self._parse.lowers[token + 1 : token + 2]) in _CAME


def _number(words: str) -> float | None:
    found = numbers.words(re.split(r"[ -]", words.lower()))
    return found[0] if found and found[0] == found[1] and found[0] > 1 else None


@cache
def _counters() -> re.Pattern[str]:
    """`Police put the number at 9,000, the organisers at 25,000`: who counts, and what."""
    who = "|".join(sorted(counted.words("counter")))
    return re.compile(
        rf"\b(?:{who})(?: (?:say|said|counted|spoke of|estimated|put|puts))?(?: (?:it|the (?:number|figure|crowd)))?"
        r"(?: (?:at|as|about|around|some))*(?: (\d[\d,]*) ?(?:-|–|to|and))? (\d[\d,]*)\b"
        r"(?! (?:arrests?|officers?|injur))",
        re.IGNORECASE,
    )


@cache
def _sized() -> re.Pattern[str]:
    crowd = "|".join(sorted(counted.words("crowd")))
    hedge = r"about|around|some|nearly|roughly|almost|over|at least|more than|between|an estimated|up to|close to"
    return re.compile(
        rf"\b(?:{crowd})\b(?: [a-z]+){{0,4}}? (?:of|at|as|was|were|be|to)\b(?: (?:{hedge}))?"
        rf"(?: (\d[\d,]*) ?(?:-|–|to|and))? ?({_NUMBER})\b",
        re.IGNORECASE,
    )
