"""Which of the words found in one report stand for the same bearer."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.within.found import Found
from dateline.within.parse import Parse


class Chains:
    """Groups of mentions, joined two at a time; the leader of a group is its first mention."""

    def __init__(self, count: int) -> None:
        self._leader = list(range(count))

    def of(self, place: int) -> int:
        """The leader of a mention's group."""
        while self._leader[place] != place:
            self._leader[place] = self._leader[self._leader[place]]
            place = self._leader[place]
        return place

    def join(self, one: int, other: int) -> None:
        """Make two groups one."""
        left, right = sorted((self.of(one), self.of(other)))
        self._leader[right] = left


def chains(parse: Parse, found: Sequence[Found]) -> list[int]:  # noqa: ARG001 - the rules that read it come next
    """For each of ``found``, in the order of the text, the number of the first that stands for the same bearer."""
    groups = Chains(len(found))
    first: dict[tuple[str, str], int] = {}
    for place, one in enumerate(found):
        if one.form == "name":
            groups.join(place, first.setdefault((one.kind, one.name), place))
    return [groups.of(place) for place in range(len(found))]
