"""Which of a report's captives are others than those told of before."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from dateline.knowledge.numbers import Bounds
from dateline.model import Quantity
from dateline.within.counts.quantity import Counts
from dateline.within.doing.clause import Grammar
from dateline.within.doing.deed import Deed

_ALSO = frozenset({"also", "additionally", "separately"})
_KNOWN = frozenset({"the", "these", "those", "both"})


class Captives:
    """Remembers who was taken in one report; a headline is not remembered, since the text tells it anew."""

    def __init__(self, grammar: Grammar, counts: Counts) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        self._counts = counts
        self._last = 0.0  # how many were told of last
        self._besides: set[str] = set()  # what those were called who were taken together with somebody
        self._told: dict[str, set[Bounds]] = {}  # what they were called, with how many

    def told(self, counted: Quantity, deed: Deed, whom: tuple[int, ...]) -> Quantity:
        """The count as ``more`` where it is of others: called otherwise than one before, or held "also".

        "Forces took a gang's banker. ... They held two guards": the guards were taken with him. The same number of the
        same people is told again.
        """
        parse, noun = self._parse, self._parse.low_lemmas[whom[0]]
        if parse.block_of(whom[0]).kind == "headline":
            return counted
        if counted.sense == "others":
            counted = replace(counted, sense="more")
        first, last = not self._told, self._last
        again = (counted.low or 0, counted.high) in self._told.get(noun, ())
        also = self._also(deed.token)
        other = (
            noun not in self._told and last == 1 and self._stated(counted, whom[0]) and not self._with_known(whom[0])
        )
        if deed.modality == "happened" and not self._known(whom[0]):
            self._last = counted.low or 0
            for head in whom:
                self._told.setdefault(parse.low_lemmas[head], set()).add(self._bounds(head, counted, whom))
        if counted.sense == "more" and not also and again and noun in self._besides:
            return replace(counted, sense="again")  # "a cook and one guard were held. ... An additional guard was held"
        if len(whom) > 1:
            self._besides.update(parse.low_lemmas[head] for head in whom[1:])
        if first or self._known(whom[0]):
            return replace(counted, sense="new") if first and counted.sense == "more" else counted
        if counted.sense == "new" and not again and (other or also):
            return replace(counted, sense="more")
        return counted

    def _bounds(self, head: int, counted: Quantity, whom: tuple[int, ...]) -> Bounds:
        alone = self._counts.phrase(head) if len(whom) > 1 else None
        return alone or (counted.low or 0, counted.high)

    def _known(self, head: int) -> bool:
        first = self._grammar.phrase(head)[0]
        return self._parse.lowers[first] in _KNOWN

    def _stated(self, counted: Quantity, head: int) -> bool:
        return (counted.low or 0) > 1 or self._parse.lowers[self._grammar.phrase(head)[0]] == "one"

    def _also(self, verb: int) -> bool:
        lowers = self._parse.lowers
        return any(lowers[k] in _ALSO for k in self._grammar.labelled(verb, "advmod"))

    def _with_known(self, head: int) -> bool:
        """Say whether those told of before are among these: "one of whom was sought", "including the cook"."""
        parse = self._parse
        rest = parse.lowers[head + 1 : parse.sentences[parse.sentence_at[head]].end]
        return "including" in rest or any(pair == ("of", "whom") for pair in pairwise(rest))
