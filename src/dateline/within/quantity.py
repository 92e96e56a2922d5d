"""How many, and how much: counts of people in a phrase, with the bounds that the words allow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.knowledge import numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.numbers import Bounds
from dateline.model import Quantity
from dateline.within.clause import Grammar

_LEAST = re.compile(r"\b(at least|no fewer than|no less than|a minimum of|minimum)\b")
_MORE = re.compile(r"\b(more than|over|above|upwards? of|in excess of)\b")
_MOST = re.compile(r"\b(at most|up to|as many as|no more than|a maximum of|fewer than|less than|under|nearly|almost)\b")
_ABOUT = re.compile(r"\b(about|around|some|roughly|approximately|an estimated|estimated)\b")
_ONE = {"he", "she", "him", "her", "himself", "herself", "i", "me", "someone", "somebody", "who"}


class Counts:
    """Counts what phrases of one parse name."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._parse = grammar.parse

    def of(self, heads: Sequence[int]) -> Bounds | None:
        """How many the phrases name together: "a man and two children" are three; None where one cannot be counted."""
        least, most = 0.0, 0.0
        closed = True
        counted = False
        for head in heads:
            found = self.phrase(head)
            if found is None:
                return None
            counted = True
            least += found[0]
            if found[1] is None:
                closed = False
            else:
                most += found[1]
        return (least, most if closed else None) if counted else None

    def phrase(self, head: int) -> Bounds | None:
        """How many one phrase names."""
        parse, grammar = self._parse, self._grammar
        lower, tag = parse.lowers[head], parse.tags[head]
        if lower in _ONE:
            return 1, 1
        stated = self._stated(head)
        if stated:
            return stated
        if grammar.partitive(head) and (below := grammar.preps(head, "of")):
            inner = self.phrase(below[0])
            return (max(inner[0], 2), None) if inner and inner[1] != 1 else None
        if tag in {"PRP", "WP", "WDT", "DT"}:
            return None
        if tag in {"NNS", "NNPS"}:
            return 2, None
        if parse.lemmas[head].lower() in classes()["collective"]:
            return None
        if tag in {"NN", "NNP"} and parse.pos[head] in {"NOUN", "PROPN"}:
            return 1, 1
        return None

    def _stated(self, head: int) -> Bounds | None:
        parse, grammar = self._parse, self._grammar
        kids = [
            k
            for k in grammar.kids[head]
            if k < head and parse.deps[k] in {"nummod", "amod", "det", "predet", "quantmod", "compound"}
        ]
        numerals = [k for k in kids if parse.deps[k] == "nummod" or numbers.word(parse.lowers[k])]
        numerals = [k for k in numerals if parse.lowers[k] not in {"a", "an"}]
        if not numerals:
            if parse.pos[head] == "NUM" or numbers.word(parse.lowers[head]):
                run = [k for k in sorted(grammar.kids[head]) if k < head] + [head]
                return self._bounded(numbers.words([parse.lowers[k] for k in run]), min(run))
            return None
        first = numerals[0]
        run = sorted([*(k for k in grammar.kids[first] if parse.pos[k] == "NUM"), *numerals])
        return self._bounded(numbers.words([parse.lowers[k] for k in run]), min(run))

    def _bounded(self, value: Bounds | None, first: int) -> Bounds | None:
        """Open a side where the words before the number say so."""
        if value is None:
            return None
        before = " ".join(self._parse.lowers[max(0, first - 4) : first])
        tail = before[-22:]
        if _LEAST.search(tail):
            return value[0], None
        if _MORE.search(tail):
            return value[0] + 1, None
        if _MOST.search(tail):
            return (0, value[0])
        if _ABOUT.search(tail):
            return value[0] * 0.9, value[0] * 1.1
        return value


def quantity(of: str, bounds: Bounds, start: int, end: int, unit: str | None = None) -> Quantity:
    """A quantity of a claim, resting on the words from ``start`` to ``end``."""
    return Quantity(of=of, low=bounds[0], high=bounds[1], unit=unit, start=start, end=end)
