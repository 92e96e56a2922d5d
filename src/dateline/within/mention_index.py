"""Which mention stands at which words: the bridge from the parse's tokens to the mentions of a report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dateline.model import Field, Mention, Span
from dateline.within.parse import Parse

_RANK = {"name": 0, "role": 1, "nominal": 2, "pronoun": 3}


class MentionIndex:
    """Mentions of one report by token, by grammatical head and by entity; built once, then every look-up is cheap."""

    def __init__(self, parse: Parse, mentions: Sequence[Mention]) -> None:
        self._parse = parse
        self._starts: dict[Field, tuple[list[int], list[int]]] = {"text": ([], []), "title": ([], [])}
        for sentence in parse.sentences:
            starts, numbers = self._starts[parse.blocks[sentence.block].field]
            starts += parse.starts[sentence.first : sentence.end]
            numbers += range(sentence.first, sentence.end)
        self._ranges: dict[str, tuple[int, int]] = {}
        self._heads: dict[str, int] = {}
        self._covering: dict[int, list[Mention]] = {}
        self._headed: dict[int, Mention] = {}
        self._shortest: dict[int, tuple[Mention, ...]] = {}
        self._chains: dict[str, list[Mention]] = {}
        for mention in mentions:
            self._add(mention)

    def _add(self, mention: Mention) -> None:
        self._chains.setdefault(mention.entity, []).append(mention)
        first, end = self._between(mention.start, mention.end, mention.field)
        if first == end:
            return
        self._ranges[mention.id] = first, end
        head = self._head(mention, first, end)
        self._heads[mention.id] = head
        self._headed[head] = min(self._headed.get(head, mention), mention, key=_plainness)
        for token in range(first, end):
            self._covering.setdefault(token, []).append(mention)

    def _head(self, mention: Mention, first: int, end: int) -> int:
        if mention.head:
            inside = self._between(*mention.head, mention.field)
            if inside[0] < inside[1]:
                return inside[1] - 1
        if end - first == 1:
            return first
        heads = self._parse.heads
        outward = [t for t in range(first, end) if not first <= heads[t] < end or heads[t] == t]
        return outward[0] if outward else end - 1

    def tokens(self, span: Span) -> tuple[int, int]:
        """First and end token of the words of a span; the two are equal where it holds no token."""
        return self._between(span.start, span.end, span.field)

    def _between(self, start: int, stop: int, field: Field) -> tuple[int, int]:
        starts, numbers = self._starts[field]
        if not starts:
            return 0, 0
        low = max(bisect_right(starts, start) - 1, 0)
        if self._parse.ends[numbers[low]] <= start:
            low += 1
        high = bisect_left(starts, stop)
        if low >= high:
            return 0, 0
        return numbers[low], numbers[high - 1] + 1

    def range(self, mention: Mention) -> tuple[int, int]:
        """First and end token of a mention."""
        return self._ranges.get(mention.id, (0, 0))

    def head(self, mention: Mention) -> int | None:
        """The token that is a mention's grammatical head."""
        return self._heads.get(mention.id)

    def covering(self, token: int) -> tuple[Mention, ...]:
        """All mentions that hold a token, the shortest first."""
        if token not in self._shortest:
            found = self._covering.get(token, ())
            self._shortest[token] = tuple(sorted(found, key=lambda m: (m.end - m.start, _RANK[m.form])))
        return self._shortest[token]

    def at(self, token: int) -> Mention | None:
        """The shortest mention that holds a token."""
        return next(iter(self.covering(token)), None)

    def headed(self, token: int) -> Mention | None:
        """The mention whose head is this very token, a name before a role before a nominal: what an argument names."""
        return self._headed.get(token)

    def best(self, token: int) -> Mention | None:
        """The mention headed by a token, or else the longest that holds it."""
        return self.headed(token) or next(reversed(self.covering(token)), None)

    def inside(self, first: int, end: int) -> list[Mention]:
        """The mentions that lie wholly between two tokens, in the order of the text."""
        seen = {
            m.id: m
            for token in range(first, end)
            for m in self._covering.get(token, ())
            if first <= self._ranges[m.id][0] and self._ranges[m.id][1] <= end
        }
        return sorted(seen.values(), key=lambda m: (m.start, -m.end))

    def chain(self, entity: str) -> list[Mention]:
        """All mentions of one bearer in this report, in the order they were given."""
        return self._chains.get(entity, [])

    def named(self, mention: Mention) -> Mention:
        """The fullest name that the report gives the bearer of a mention; the mention itself where it has none."""
        names = [m for m in self.chain(mention.entity) if m.form == "name"]
        return max(names, key=lambda m: (len(m.name.split()), -m.start)) if names else mention


def _plainness(mention: Mention) -> tuple[int, int]:
    return _RANK[mention.form], mention.start - mention.end
