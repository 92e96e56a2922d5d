"""Cheap keys that bring likely pairs together, so that nothing is compared with everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

Pair = tuple[str, str]


def pair(left: str, right: str) -> Pair:
    """Two ids in their one order."""
    return (left, right) if left < right else (right, left)


def pairs(keys: Mapping[str, Mapping[str, float]], least: float = 1.0) -> list[Pair]:
    """The pairs of items whose shared keys weigh at least ``least`` together, sorted.

    Whether two items are a pair hangs on their own keys alone, never on how full a block is: a report that comes later
    neither takes a pair away nor adds one between others. A key must therefore be rare by itself (a name with an age, a
    place with a day), since a block of n items costs n * n.
    """
    index = Index(least)
    found: list[Pair] = []
    for item in sorted(keys):
        found += [pair(item, other) for other in index.add(item, keys[item])]
    return sorted(found)


class Index:
    """Items filed under their keys, so that a new one meets only those that it shares keys with."""

    def __init__(self, least: float = 1.0) -> None:
        self._least = least
        self._filed: dict[str, list[tuple[str, float]]] = defaultdict(list)

    def partners(self, keys: Mapping[str, float]) -> list[str]:
        """The filed items whose shared keys weigh enough; of a key's two weights the smaller counts."""
        shared: dict[str, float] = defaultdict(float)
        for key, weight in keys.items():
            for other, theirs in self._filed.get(key, ()):
                shared[other] += min(weight, theirs)
        return sorted(other for other, weight in shared.items() if weight >= self._least)

    def add(self, item: str, keys: Mapping[str, float]) -> list[str]:
        """File an item; gives its partners among those filed before."""
        found = self.partners(keys)
        for key, weight in keys.items():
            self._filed[key].append((item, weight))
        return found


def evenly(keys: Iterable[str], weight: float = 1.0) -> dict[str, float]:
    """Keys that all weigh the same."""
    return dict.fromkeys(sorted(keys), weight)
