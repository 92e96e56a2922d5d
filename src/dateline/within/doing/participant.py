"""Actors and recipients: the words that name them and the entity they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from dateline.knowledge.actions import classes
from dateline.model import Mention, Participant
from dateline.within.doing.party import Parties

_RECIPROCAL = {("one", "another"), ("each", "other")}
MOST = 8  # participants a side; longer lists are rosters, not actors


class Participants:
    """Turns heads of noun phrases into participants of a claim."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        self._grammar = parties.grammar
        self._index = parties.index
        self._parse = parties.grammar.parse
        self._none = classes()["nobody"]

    def of(self, heads: Iterable[int], trigger: int, *, apart: bool = False) -> tuple[Participant, ...]:
        """One participant for each head that is neither a date nor the trigger itself.

        Things in a row ("the results and the method") are one participant, unless ``apart``, as those harmed are;
        people never are. A mere number of those harmed is counted, and is nobody ("nine were killed and 40 injured").
        """
        kept = [head for head in heads if head != trigger and not self._grammar.dated[head] and not self._nobody(head)]
        kept = [head for head in kept if not (apart and self._bare(head))]
        found: dict[tuple[int, int], Participant] = {}
        for first, end, mention in self._stretches(kept, apart=apart):
            span = self._parse.span(first, end)
            one = Participant(entity=mention.entity if mention else None, start=span.start, end=span.end)
            found.setdefault((one.start, one.end), one)
        return tuple(found.values())[:MOST]

    def _nobody(self, head: int) -> bool:
        """Say whether a phrase means that nobody took part, or nobody else: "no one", "no group", "one another"."""
        if any(pair in _RECIPROCAL for pair in pairwise(self._parse.lowers[max(0, head - 1) : head + 2])):
            return True
        kids = self._grammar.labelled(head, "det", "neg")
        return self._parse.lowers[head] in self._none or any(self._parse.lowers[k] == "no" for k in kids)

    def _bare(self, head: int) -> bool:
        """Say whether a phrase is a number alone, of people whom other words name: not "two of the guards"."""
        if self._parse.block_of(head).kind == "headline":
            return False  # "Two injured in crash" names them so
        if self._parse.lowers[head] == "both":
            return not self._grammar.has(head, "prep")
        if self._parse.tags[head] != "CD" or self._grammar.has(head, "prep", "relcl", "appos", "det", "amod"):
            return False
        mention = self._index.headed(head)
        return mention is None or len(self._index.chain(mention.entity)) < 2

    def _stretches(self, heads: list[int], *, apart: bool) -> list[tuple[int, int, Mention | None]]:
        stretches: list[tuple[int, int, Mention | None]] = []
        row: int | None = None  # the head that a row of things began with
        for head in heads:
            first, end, mention = self._stretch(head)
            thing = mention is None and not self._parties.party(head)
            if thing and not apart and row is not None and self._coordinated(head, row):
                begun = stretches[-1]
                stretches[-1] = (min(begun[0], first), max(begun[1], end), None)
                continue
            row = head if thing else None
            stretches.append((first, end, mention))
        return stretches

    def _coordinated(self, head: int, row: int) -> bool:
        return self._parse.deps[head] == "conj" and row in self._parse.above(head)

    def _stretch(self, head: int) -> tuple[int, int, Mention | None]:
        named = self._parties.antecedent(head)
        pronoun = self._index.headed(head)
        head = head if named is None else named
        mention = self._index.headed(head) or self._index.at(head)
        if mention and mention.form == "name" and self._index.headed(head):
            first, end = self._name(head, mention)
        else:
            first, end = self._grammar.phrase(head)
            if mention and self._index.headed(head):
                low, high = self._index.range(mention)
                first, end = min(first, low), max(end, high)
        if self._parse.deps[head] == "compound":  # "six army soldiers": so many soldiers, of one army
            first = next((t for t in range(first, head) if self._parse.tags[t] != "CD"), head)
        if end - 1 > head and self._parse.tags[end - 1] == "POS":
            end -= 1
        if named is not None and pronoun is not None and mention is None:
            mention = pronoun
        return first, end, mention

    def _name(self, head: int, mention: Mention) -> tuple[int, int]:
        """A name with the titles and descriptions before it, but nothing that only follows it."""
        low, high = self._index.range(mention)
        first, end = self._grammar.phrase(head)
        return min(first, low), high if self._parse.pos[head] == "PROPN" else max(end, high)
