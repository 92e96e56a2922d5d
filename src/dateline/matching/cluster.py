"""Pairs to groups by quorum: a group is joined only where most of its members agree, so no single pair welds two."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from dateline.matching.block import Pair, pair

Score = Callable[[str, str], float]


def cluster(
    items: Iterable[str],
    scores: Mapping[Pair, float],
    score: Score | None = None,
    *,
    same: float = 0.5,
    quorum: float = 0.5,
    largest: int = 200,
    joined: Sequence[Pair] = (),
    parted: Sequence[Pair] = (),
) -> list[tuple[str, ...]]:
    """Groups of items, each sorted, in the order of their first members.

    Items hang together where a pair scores ``same``; such a component is clustered by itself, so that a new item
    touches its own alone. Two groups merge while the mean over their pairs is at least ``same`` and at least ``quorum``
    of the pairs agree, the best first. ``score`` is asked for pairs that blocking did not bring together (0 without
    it). A component of more than ``largest`` items has its floor raised until it falls apart. ``joined`` and ``parted``
    are a person's word: the groups of the first are merged whatever their scores, those of the second never.
    """
    known = sorted(set(items))
    groups = [(same, part) for part in components(known, scores, same, joined)]
    found: list[tuple[str, ...]] = []
    while groups:
        floor, part = groups.pop()
        if len(part) > largest and floor < 1:
            higher = floor + (1 - floor) / 2 if floor < 0.999 else 1.0
            groups += [(higher, smaller) for smaller in components(part, scores, higher, joined)]
        else:
            found += _Quorum(part, scores, score, same, quorum).groups(joined, parted)
    return sorted(found)


def components(
    items: Sequence[str], scores: Mapping[Pair, float], floor: float, joined: Sequence[Pair] = ()
) -> list[list[str]]:
    """The sets of items that pairs of at least ``floor`` hold together, each sorted."""
    root = {item: item for item in items}

    def find(item: str) -> str:
        while root[item] != item:
            root[item] = root[root[item]]
            item = root[item]
        return item

    linked = [p for p, value in scores.items() if value >= floor and p[0] in root and p[1] in root]
    for left, right in (*linked, *(p for p in joined if p[0] in root and p[1] in root)):
        one, other = sorted((find(left), find(right)))
        root[other] = one
    found: dict[str, list[str]] = defaultdict(list)
    for item in sorted(items):
        found[find(item)].append(item)
    return [found[name] for name in sorted(found)]


class _Quorum:
    """One component, merged step by step: sums and counts of agreeing pairs between groups are kept, never redone."""

    def __init__(
        self, part: Sequence[str], scores: Mapping[Pair, float], score: Score | None, same: float, quorum: float
    ) -> None:
        self._same, self._quorum = same, quorum
        self._members: dict[str, list[str]] = {item: [item] for item in part}
        self._sums: dict[str, dict[str, float]] = {item: {} for item in part}
        self._agree: dict[str, dict[str, int]] = {item: {} for item in part}
        self._parted: dict[str, set[str]] = {item: set() for item in part}
        for place, left in enumerate(part):
            for right in part[place + 1 :]:
                known = scores.get(pair(left, right))
                value = known if known is not None else score(left, right) if score else 0.0
                self._sums[left][right] = self._sums[right][left] = value
                self._agree[left][right] = self._agree[right][left] = int(value >= same)

    def groups(self, joined: Sequence[Pair], parted: Sequence[Pair]) -> list[tuple[str, ...]]:
        """Merge until no two groups agree any more."""
        for left, right in parted:
            if left in self._members and right in self._members:
                self._parted[left].add(right)
                self._parted[right].add(left)
        heap = [(-mean, one, other) for one in self._members for other, mean in self._willing(one) if one < other]
        heapq.heapify(heap)
        while heap:
            mean, one, other = heapq.heappop(heap)
            if one not in self._members or other not in self._members or self._mean(one, other) != -mean:
                continue
            self._join(one, other)
            for third, value in self._willing(one):
                heapq.heappush(heap, (-value, *pair(one, third)))
        # a person who says that two are one means all that goes by either, so whole groups are joined, and last
        for left, right in joined:
            self._join(self._home(left), self._home(right))
        return [tuple(sorted(members)) for members in self._members.values()]

    def _home(self, item: str) -> str | None:
        return next((name for name, members in self._members.items() if item in members), None)

    def _mean(self, one: str, other: str) -> float:
        return self._sums[one][other] / (len(self._members[one]) * len(self._members[other]))

    def _willing(self, one: str) -> list[tuple[str, float]]:
        found = []
        for other in self._sums[one]:
            pairs = len(self._members[one]) * len(self._members[other])
            mean = self._sums[one][other] / pairs
            if mean >= self._same and self._agree[one][other] >= self._quorum * pairs and not self._split(one, other):
                found.append((other, mean))
        return found

    def _split(self, one: str, other: str) -> bool:
        return other in self._parted[one]

    def _join(self, one: str | None, other: str | None) -> None:
        if one is None or other is None or one == other or self._split(one, other):
            return
        one, other = pair(one, other)
        self._members[one] += self._members.pop(other)
        sums, agree, parted = self._sums.pop(other), self._agree.pop(other), self._parted.pop(other)
        del self._sums[one][other], self._agree[one][other]
        for third in self._sums[one]:
            self._sums[one][third] = self._sums[third][one] = self._sums[one][third] + sums[third]
            self._agree[one][third] = self._agree[third][one] = self._agree[one][third] + agree[third]
            del self._sums[third][other], self._agree[third][other]
        for third in parted:
            self._parted[third].discard(other)
            self._parted[third].add(one)
            self._parted[one].add(third)
