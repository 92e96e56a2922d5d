"""How many were there: people counted by where they came, watched or were drawn to, and the sizes of crowds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property

from dateline.knowledge import counted, numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.nouns import noun
from dateline.knowledge.numbers import Bounds
from dateline.model import Quantity
from dateline.within.counts.measured import stated
from dateline.within.doing.clause import Grammar
from dateline.within.parse import Sentence

AUDIENCE = 100  # so many who are told something came to hear it
CROWD = 20  # so many at a place are those who came there, fewer may be anybody
_AT = frozenset({"in", "at", "inside", "on", "outside", "present", "there"})
_CAME = (("turn", "out"), ("take", "part"), ("show", "up"))
_TO = frozenset({"to", "before"})
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
        known, lemma = noun(parse.lowers[head]), parse.low_lemmas[head]
        person = (known and known.kind == "person") or lemma in classes()["anybody"] | counted.words("voter")
        above = parse.heads[head]
        if not person or parse.deps[head] not in ("pobj", "dobj", "nsubj", "nsubjpass"):
            return False
        if parse.deps[head] == "pobj" and parse.lowers[above] == "of":
            return parse.low_lemmas[parse.heads[above]] in counted.words("crowd")
        many = max(bounds[0], bounds[1] or 0)
        if parse.deps[head] == "pobj":
            speech = parse.lowers[above] in _TO and parse.low_lemmas[parse.heads[above]] in counted.words("speech")
            return speech and many >= CROWD
        lemma = parse.low_lemmas[above]
        if parse.deps[head] == "dobj":
            return many >= CROWD and self._drawn(above, lemma, many)
        if counted.attends(lemma) or (lemma, *parse.lowers[above + 1 : above + 2]) in _CAME:
            return True
        there = any(parse.lowers[kid] in _AT for kid in grammar.kids[above])
        if many < CROWD or parse.deps[head] == "nsubjpass":
            return False
        return (lemma == "be" and there) or lemma in counted.words("watch") or (lemma == "come" and self._rally)

    def _drawn(self, verb: int, lemma: str, many: float) -> bool:
        """Say whether the objects of a verb are who came: "drew 400", "told 600 guests", "the prefect counted 900"."""
        if lemma in counted.words("draw") or "together" in self._parse.lowers[verb + 1 : verb + 2]:
            return True
        return (lemma == "tell" and many >= AUDIENCE) or (lemma in counted.words("reckon") and self._rally)

    @cached_property
    def _rally(self) -> bool:
        """Whether the report tells of a march or a crowd."""
        words = counted.words("rally") | counted.words("crowd")
        return not words.isdisjoint(self._parse.low_lemmas)

    def sizes(self, sentence: Sentence) -> Iterator[tuple[int, Quantity]]:
        """`A crowd of 400`, `put the attendance at 1,200`, each with the token of the crowd."""
        parse = self._parse
        span = parse.span(sentence.first, sentence.end)
        text = self._words[span.field]
        yield from self._bare(sentence, text)
        came = self._rally or any(map(self._of_many, range(sentence.first, sentence.end)))
        counters = (
            [m for each in (_counters(), _counted_by()) for m in each.finditer(text, span.start, span.end)]
            if came
            else ()
        )
        for match in (*_sized().finditer(text, span.start, span.end), *counters):
            least, most = (_number(match[group]) if match[group] else None for group in (1, 2))
            few = most is not None and most < AUDIENCE and match.re is _counted_by()
            if most is None or few or _SHARE.match(text, match.end(2)):
                continue
            bounds, start = (least or most, most), match.start(1) if least else match.start(2)
            head = next(
                (t for t in range(sentence.first, sentence.end) if match.start() < parse.ends[t]), sentence.first
            )
            yield head, stated("participants", bounds, text, start, match.end(2))

    def _bare(self, sentence: Sentence, text: str) -> Iterator[tuple[int, Quantity]]:
        """`The union said 30,000 had taken part`, `a like march drew 4,000`: a number with nobody named behind it."""
        parse = self._parse
        for token in range(sentence.first, sentence.end):
            if parse.pos[token] != "NUM" or parse.deps[token] not in ("nsubj", "dobj", "attr"):
                continue
            bounds, above = numbers.word(parse.lowers[token]), parse.heads[token]
            if bounds is None or bounds[0] < CROWD or bounds[0] != bounds[1]:
                continue
            lemma = parse.low_lemmas[above]
            took_part = counted.attends(lemma) or (lemma, *parse.lowers[above + 1 : above + 2]) in _CAME
            drawn = self._rally and self._drawn(above, lemma, bounds[0])
            we = lemma == "be" and self._rally and parse.lowers[token - 2 : token] == ["we", "were"]
            if we or (took_part if parse.deps[token] == "nsubj" else drawn):
                yield token, stated("participants", bounds, text, parse.starts[token], parse.ends[token])

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
        rf"\b(?:{who})(?: of (?:the )?[A-Z][\w ]{{0,30}}?)?"
        r"(?: (?:say|said|counted|spoke of|estimated|put|puts))?(?: (?:it|the (?:number|figure|crowd)))?"
        r"(?: (?:at|as|about|around|some))*(?: (\d[\d,]*) ?(?:-|–|to|and))? (\d[\d,]*)\b"
        r"(?! (?:arrests?|officers?|injur))",
        re.IGNORECASE,
    )


@cache
def _counted_by() -> re.Pattern[str]:
    """`9,000 by the count of the police, 25,000 according to the unions`: what, and who counts it."""
    who = "|".join(sorted(counted.words("counter")))
    return re.compile(
        rf"(\d[\d,]*(?= ?[-–] ?\d))?(?:(?<=\d) ?[-–] ?)?(?<![\d.,$€£])(\d[\d,]*\d)[\"”]?,?"
        rf"(?: (?:people|marchers|demonstrators|protesters))? (?:says?|said|according to) (?:the )?(?:{who})\b",
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
