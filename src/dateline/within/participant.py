"""Actors and recipients: the words that name them and the entity they stand for."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Participant
from dateline.within.clause import Grammar
from dateline.within.mention_index import MentionIndex

MOST = 8  # participants a side; longer lists are rosters, not actors


class Participants:
    """Turns heads of noun phrases into participants of a claim."""

    def __init__(self, grammar: Grammar, index: MentionIndex) -> None:
        self._grammar = grammar
        self._index = index
        parse = grammar.parse
        self._times = [False] * len(parse)
        for first, end, label in parse.names:
            if label in {"DATE", "TIME"}:
                self._times[first:end] = [True] * (end - first)

    def of(self, heads: Iterable[int], trigger: int) -> tuple[Participant, ...]:
        """One participant for each head that is neither a date nor the trigger itself."""
        found: dict[tuple[int, int], Participant] = {}
        for head in heads:
            if head == trigger or self._times[head]:
                continue
            one = self._one(head)
            found.setdefault((one.start, one.end), one)
        return tuple(found.values())[:MOST]

    def _one(self, head: int) -> Participant:
        parse = self._grammar.parse
        first, end = self._grammar.phrase(head, self._times)
        if parse.tags[end - 1] == "POS" and end - 1 > head:
            end -= 1
        mention = self._index.headed(head) or self._index.at(head)
        if mention:
            low, high = self._index.range(mention)
            first, end = min(first, low), max(end, high)
        span = parse.span(first, end)
        return Participant(entity=mention.entity if mention else None, start=span.start, end=span.end)
