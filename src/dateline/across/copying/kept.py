"""Copies kept from build to build: a new text is compared with those that share a band of its hashes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

import msgspec

from dateline.across.copies import PASSAGE, compared_texts, directions
from dateline.across.copying.shingles import CROWD, Shingled, bands, overlap, shingled
from dateline.matching import Groups, Judged, Link, Rule, Shelf, decision
from dateline.matching.block import Index, Keys, pair
from dateline.model import Decision, Reading

HELD = 512  # texts that are held at once


class Copied(msgspec.Struct, frozen=True):
    """A report's family, by the id of its first member, and what it was copied from."""

    family: str
    copy_of: str | None = None


class Recopied(msgspec.Struct, frozen=True):
    """The reports that are copies otherwise than before, and decisions, None where one fell."""

    reports: dict[str, Copied]
    rows: dict[str, Decision | None]


class Bands(Index):
    """Texts filed under the bands of their hashes, each with its size; in a crowd each meets its neighbours alone."""

    def partners(self, wanted: Keys, own: str = "") -> list[str]:
        """The texts that share a band with one, in a crowded band those next to it by size and id."""
        found: set[str] = set()
        for key in wanted.sought:
            crowd = self._shelf.posted(self._name, key)
            found |= crowd.keys() if len(crowd) <= CROWD else _beside(crowd, [own], CROWD // 2)
        return sorted(found - {own})

    def disturbed(self, wanted: Mapping[str, Keys]) -> set[str]:
        """The texts that new ones push apart in a crowd."""
        coming: dict[str, dict[str, int]] = {}
        for item, keys in wanted.items():
            for key, size in keys.filed.items():
                coming.setdefault(key, {})[item] = self.weight(size)
        found: set[str] = set()
        for key, new in coming.items():
            before = self._shelf.posted(self._name, key)
            if len(before) + len(new) > CROWD:
                near = CROWD // 2 + len(new)
                found |= before.keys() if len(before) <= CROWD else _beside({**before, **new}, new, near)
        return found - wanted.keys()


def _beside(crowd: Mapping[str, int], items: Iterable[str], near: int) -> set[str]:
    ranked = sorted(crowd, key=lambda item: (crowd[item], item))
    place = {item: at for at, item in enumerate(ranked)}
    return {other for item in items for other in ranked[max(0, place[item] - near) : place[item] + near + 1]}


class KeptCopies:
    """The copies among all reports on a shelf; ``of`` gives a report's reading."""

    def __init__(self, shelf: Shelf, of: Callable[[str], Reading], judged: Judged) -> None:
        self._shelf, self._of, self._judged = shelf, of, judged
        self._text = lru_cache(HELD)(lambda report: shingled(of(report)))
        parted = set(judged.different)

        def compare(left: str, right: str) -> Link:
            found = compared_texts(one := self._text(left), other := self._text(right), overlap(one, other, PASSAGE))
            row = decision("copy", left, right, found) if found.score >= 0.3 else None
            return Link(0.0 if (left, right) in parted else found.score, row)

        rule = Rule(compare, lambda _left, _right: 0.0, joined=judged.same, quorum=False)
        self._groups = Groups(shelf, "copies", rule, Bands(shelf=shelf, name="copies.filed"))

    def copied(self, report: str) -> Copied:
        """What a report was copied from; it is its own family where it stands alone."""
        return self._shelf.get("copies.of", report, Copied) or Copied(report)

    def update(self, new: Iterable[str]) -> Recopied:
        """Take in new reports."""
        texts = [self._text(report) for report in sorted(new)]
        found = self._groups.update(
            {text.report: _keys(text, own) for text, own in zip(texts, bands(texts), strict=True)}
        )
        changed: dict[str, Copied] = {}
        for family in found.fresh:
            copy_of = self._directions(family) if len(family) > 1 else {}
            for report in family:
                now = Copied(family[0], copy_of.get(report))
                if now != self._shelf.get("copies.of", report, Copied):
                    self._shelf.put("copies.of", report, now)
                    changed[report] = now
        return Recopied(changed, found.rows)

    def _directions(self, family: tuple[str, ...]) -> dict[str, str]:
        likeness = {pair(one, other): link.score for one in family for other, link in self._groups.links(one).items()}
        likeness |= dict.fromkeys(self._judged.same, 1.0)
        texts: dict[str, Shingled] = {report: self._text(report) for report in family}
        return directions([self._of(report) for report in family], texts, likeness)


def _keys(text: Shingled, own: Iterable[str]) -> Keys:
    sized = dict.fromkeys(own, float(text.size))
    return Keys(sized, sized)
