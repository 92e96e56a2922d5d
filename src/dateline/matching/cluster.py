"""Pairs to groups by quorum: a group is joined only where most of its members agree, so no single pair welds two."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from dateline.matching.block import Pair, pair

Score = Callable[[str, str], float]
WHOLE = 40  # items of a component of which every pair is scored: of a larger one only where two groups hang on it


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
    it); in a component of more than `WHOLE` items only where others of two groups agree already. A component of more
    than ``largest`` items has its floor raised until it falls apart. ``joined`` and ``parted`` are a person's word:
    the groups of the first are merged whatever their scores, those of the second never.
    """
    known = sorted(set(items))
    near: dict[str, list[str]] = defaultdict(list)
    for (left, right), value in scores.items():
        if value >= same:
            near[left].append(right)
            near[right].append(left)

    def value_of(two: Pair) -> float:
        found = scores.get(two)
        return found if found is not None else score(*two) if score else 0.0

    groups = [(same, part) for part in components(known, scores, same, joined)]
    found: list[tuple[str, ...]] = []
    while groups:
        floor, part = groups.pop()
        if len(part) > largest and floor < 1:
            higher = floor + (1 - floor) / 2 if floor < 0.999 else 1.0
            groups += [(higher, smaller) for smaller in components(part, scores, higher, joined)]
        else:
            found += _Quorum(part, near, value_of, same, quorum).groups(joined, parted)
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
    """One component, merged step by step: what groups that hang together come to is kept, never counted again."""

    def __init__(
        self,
        part: Sequence[str],
        near: Mapping[str, Iterable[str]],
        value: Callable[[Pair], float],
        same: float,
        quorum: float,
    ) -> None:
        self._scored, self._same, self._quorum = cache(value), same, quorum
        self._members: dict[str, list[str]] = {item: [item] for item in part}
        # by two groups of which one pair at least agrees: the sum of the scores, and how many pairs agree
        self._between: dict[str, dict[str, tuple[float, int]]] = {item: {} for item in part}
        self._parted: dict[str, set[str]] = {item: set() for item in part}
        few = len(part) <= WHOLE
        for place, left in enumerate(part):
            for right in part[place + 1 :] if few else near.get(left, ()):
                if right in self._members and (found := self._scored(pair(left, right))) >= same:
                    self._between[left][right] = self._between[right][left] = found, 1

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
        return self._between[one][other][0] / (len(self._members[one]) * len(self._members[other]))

    def _willing(self, one: str) -> list[tuple[str, float]]:
        found = []
        for other, (total, agree) in self._between[one].items():
            pairs = len(self._members[one]) * len(self._members[other])
            mean = total / pairs
            if mean >= self._same and agree >= self._quorum * pairs and not self._split(one, other):
                found.append((other, mean))
        return found

    def _split(self, one: str, other: str) -> bool:
        return other in self._parted[one]

    def _join(self, one: str | None, other: str | None) -> None:
        if one is None or other is None or one == other or self._split(one, other):
            return
        one, other = pair(one, other)
        thirds = (self._between[one].keys() | self._between[other].keys()) - {one, other}
        for third in thirds:
            total, agree = map(sum, zip(self._known(one, third), self._known(other, third), strict=True))
            self._between[one][third] = self._between[third][one] = total, int(agree)
            self._between[third].pop(other, None)
        self._between[one].pop(other, None)
        del self._between[other]
        self._members[one] += self._members.pop(other)
        parted = self._parted.pop(other)
        for third in parted:
            self._parted[third].discard(other)
            self._parted[third].add(one)
            self._parted[one].add(third)

    def _known(self, one: str, other: str) -> tuple[float, int]:
        """The sum of the scores between two groups, and how many pairs agree."""
        found = self._between[one].get(other)
        if found is None:
            values = [self._scored(pair(left, right)) for left in self._members[one] for right in self._members[other]]
            found = sum(values), sum(value >= self._same for value in values)
        return found
