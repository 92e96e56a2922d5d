"""Cheap keys that bring likely pairs together, so that nothing is compared with everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from dateline.matching.shelf import Heap, Shelf

Pair = tuple[str, str]
UNIT = 1_000_000  # weights are added as whole millionths, so that the order of the keys leaves no trace


def pair(left: str, right: str) -> Pair:
    """Two ids in their one order."""
    return (left, right) if left < right else (right, left)


def pairs(keys: Mapping[str, Keys], least: float = 1.0) -> list[Pair]:
    """The pairs of items whose shared keys weigh at least ``least`` together, sorted.

    Whether two items are a pair hangs on their own keys alone, never on how full a block is: a report that comes later
    neither takes a pair away nor adds one between others. A key must therefore be rare by itself (a name with an age, a
    word with a month), since a block of n items costs n * n.
    """
    index = Index(least)
    found: list[Pair] = []
    for item in sorted(keys):
        found += [pair(item, other) for other in index.add(item, keys[item])]
    return sorted(found)


class Keys(msgspec.Struct, frozen=True):
    """What an item is filed under, and what it looks under, each key with its weight.

    The two differ where likeness is a range: filed under its month, an item looks under the months beside it too. What
    one of two items is filed under and the other looks under must hold the other way round as well.
    """

    filed: dict[str, float]
    sought: dict[str, float]


def keys(filed: Mapping[str, float]) -> Keys:
    """Keys that an item is filed under and looks under alike."""
    return Keys(dict(filed), dict(filed))


class Index:
    """Items filed under their keys on a shelf, so that a new one meets only those that it shares keys with."""

    def __init__(self, least: float = 1.0, shelf: Shelf | None = None, name: str = "") -> None:
        self._least = self.weight(least)
        self._shelf, self._name = Heap() if shelf is None else shelf, name

    @staticmethod
    def weight(given: float) -> int:
        """A weight as it is kept."""
        return round(given * UNIT)

    def ahead(self, wanted: Iterable[Keys]) -> None:
        """Read what items look under before they are asked for one by one."""
        self._shelf.ahead(self._name, {key for one in wanted for key in one.sought})

    def partners(self, wanted: Keys, own: str = "") -> list[str]:
        """The filed items whose shared keys weigh enough, without the one itself; of two weights the smaller counts."""
        shared: dict[str, int] = defaultdict(int)
        for key, weight in wanted.sought.items():
            ours = round(weight * UNIT)
            for other, theirs in self._shelf.posted(self._name, key).items():
                shared[other] += min(ours, theirs)
        return sorted(other for other, weight in shared.items() if weight >= self._least and other != own)

    def file(self, item: str, wanted: Keys) -> None:
        """File an item."""
        self._shelf.post(self._name, item, ((key, round(weight * UNIT)) for key, weight in wanted.filed.items()))

    def unfile(self, item: str, known: Keys) -> None:
        """Take an item from where it was filed."""
        self._shelf.unpost(self._name, item, known.filed)

    def disturbed(self, wanted: Mapping[str, Keys]) -> set[str]:  # noqa: ARG002 - a crowded index needs to know
        """The items whose partners among themselves may change by what is filed: none, where keys alone decide."""
        return set()

    def add(self, item: str, wanted: Keys) -> list[str]:
        """File an item; gives its partners among those filed before."""
        found = self.partners(wanted, item)
        self.file(item, wanted)
        return found


def evenly(names: Iterable[str], weight: float = 1.0) -> dict[str, float]:
    """Names of keys that all weigh the same."""
    return dict.fromkeys(sorted(names), weight)
