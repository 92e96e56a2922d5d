"""Groups kept from build to build: a new item is compared with what shares its keys, what it touches is redone.

The groups are those that `pairs` and `cluster` would give for all items at once, whatever the order and the batches in
which the items came: a component that an item left or came to is clustered again from nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import msgspec

from dateline.matching.block import Index, Keys, Pair, pair
from dateline.matching.cluster import cluster, components
from dateline.matching.compare import Table
from dateline.matching.decide import Judged, decision
from dateline.matching.shelf import Shelf
from dateline.model import Decision
from dateline.model.decision import Subject


class Link(msgspec.Struct, frozen=True):
    """That two items share keys and are alike; ``row``, kept on the side of the first, is the decision to be told."""

    score: float
    row: Decision | None = None


class Regrouped(msgspec.Struct, frozen=True):
    """What an update changed: groups that are no more, groups that are new, and decisions, None where one fell."""

    gone: tuple[tuple[str, ...], ...]
    fresh: tuple[tuple[str, ...], ...]
    rows: dict[str, Decision | None]


class Rule(msgspec.Struct, frozen=True):
    """How items are compared and held together, as in `pairs` and `cluster`; ``compare`` gives None for what is as
    good as nothing and stays so as long as both are steady (see `Groups.update`), ``score`` is asked where no key
    brought two together; components are the groups without ``quorum``; ``ahead`` hears which items will be compared.
    """

    compare: Callable[[str, str], Link | None]
    score: Callable[[str, str], float]
    same: float = 0.5
    joined: Sequence[Pair] = ()
    parted: Sequence[Pair] = ()
    quorum: bool = True
    ahead: Callable[[Iterable[str]], None] | None = None


class Groups:
    """The items of one kind on a shelf, grouped by a rule."""

    def __init__(self, shelf: Shelf, name: str, rule: Rule, index: Index | None = None) -> None:
        self._shelf, self._rule = shelf, rule
        self._index = index or Index(shelf=shelf, name=f"{name}.filed")
        self._keys, self._links, self._groups = f"{name}.keys", f"{name}.links", f"{name}.group"
        self._word: dict[str, set[str]] = {}
        for left, right in rule.joined:
            self._word.setdefault(left, set()).add(right)
            self._word.setdefault(right, set()).add(left)

    def group(self, item: str) -> tuple[str, ...]:
        """The group of an item; by itself, where it is not filed."""
        return self._shelf.get(self._groups, item, tuple[str, ...]) or (item,)

    def links(self, item: str) -> dict[str, Link]:
        """The items that one is linked to."""
        return self._shelf.get(self._links, item, dict[str, Link]) or {}

    def update(self, wanted: Mapping[str, Keys], steady: Collection[str] = frozenset()) -> Regrouped:
        """File new items, and anew those that changed; gives what that changed.

        The ``steady`` ones changed too, but stay filed as they are, and whomever they are not like they are still not
        like: they are compared again with those alone that they are linked to.
        """
        self._index.ahead(wanted.values())
        self._shelf.fetch(self._keys, wanted, Keys)
        self._fetch((*wanted, *steady))
        wanted = self._with_neighbours(wanted)
        touched = self._reached({*steady, *(item for item in wanted if self._filed(item))})
        before = {item: self.links(item) for item in (*wanted, *steady)}
        for item in wanted:
            self._unfile(item)
        for item, keys in wanted.items():
            self._index.file(item, keys)
            self._shelf.put(self._keys, item, keys)
        rows = self._linked(wanted, before)
        return self._regrouped(self._reached(touched | wanted.keys()), rows)

    def _filed(self, item: str) -> Keys | None:
        return self._shelf.get(self._keys, item, Keys)

    def _fetch(self, items: Iterable[str]) -> None:
        """Read at once what items are linked to, and their groups."""
        names = list(items)
        self._shelf.fetch(self._links, names, dict[str, Link])
        self._shelf.fetch(self._groups, names, tuple[str, ...])

    def _alike(self, wanted: Mapping[str, Keys], before: Mapping[str, dict[str, Link]]) -> dict[Pair, Link]:
        """What shares keys with these items and is like them; of most pairs nothing but what is compared is read."""
        likely = {pair(item, other) for item, keys in wanted.items() for other in self._index.partners(keys, item)}
        steady = ((item, old) for item, old in before.items() if item not in wanted)
        likely |= {pair(item, other) for item, old in steady for other in old if other not in wanted}
        if self._rule.ahead:
            self._rule.ahead({item for two in likely for item in two})
        found = ((two, self._rule.compare(*two)) for two in sorted(likely))
        return {two: seen for two, seen in found if seen is not None}

    def fetch_groups(self, items: Iterable[str]) -> None:
        """Say that the groups of these items will be asked for."""
        self._shelf.fetch(self._groups, items, tuple[str, ...])

    def _with_neighbours(self, wanted: Mapping[str, Keys]) -> dict[str, Keys]:
        """The items, and those whose partners may change though they themselves do not."""
        more = {}
        for item in sorted(self._index.disturbed(wanted)):
            known = self._filed(item)
            if known is not None and item not in wanted:
                more[item] = known
        return {**wanted, **more}

    def _unfile(self, item: str) -> None:
        known = self._filed(item)
        if known is not None:
            self._index.unfile(item, known)

    def _linked(self, wanted: Mapping[str, Keys], before: Mapping[str, dict[str, Link]]) -> dict[str, Decision | None]:
        """Compare what shares keys now; the rows of the decisions that fell or are new."""
        rows: dict[str, Decision | None] = {}
        found: dict[str, dict[str, Link]] = {item: {} for item in before}

        def links(item: str) -> dict[str, Link]:
            if item not in found:
                found[item] = {other: link for other, link in self.links(item).items() if other not in before}
            return found[item]

        for item, old in before.items():
            for other, link in old.items():
                row = link.row or self.links(other).get(item, link).row
                if row is not None:
                    rows[row.id] = None
        for old in before.values():
            for other in old:
                links(other)
        alike = self._alike(wanted, before)
        self._fetch({item for two in alike for item in two})
        for (left, right), seen in alike.items():
            links(left)[right], links(right)[left] = seen, Link(seen.score)
            if seen.row is not None:
                rows[seen.row.id] = seen.row
        for item, known in found.items():
            self._shelf.put(self._links, item, known)
        return rows

    def _reached(self, items: Iterable[str]) -> set[str]:
        """All that hangs together with some items."""
        seen = set(items)
        waiting = list(seen)
        while waiting:
            item = waiting.pop()
            near = {other for other, link in self.links(item).items() if link.score >= self._rule.same}
            near |= {other for other in self._word.get(item, ()) if self._filed(other) is not None}
            waiting += near - seen
            seen |= near
        return seen

    def _regrouped(self, area: set[str], rows: dict[str, Decision | None]) -> Regrouped:
        scores = {pair(i, other): link.score for i in area for other, link in self.links(i).items() if other in area}
        rule = self._rule
        if rule.quorum:
            found = cluster(area, scores, rule.score, same=rule.same, joined=rule.joined, parted=rule.parted)
        else:
            found = [tuple(part) for part in components(sorted(area), scores, rule.same, rule.joined)]
        now = set(found)
        before = {group for item in area if (group := self._shelf.get(self._groups, item, tuple[str, ...]))}
        for group in now - before:
            for item in group:
                self._shelf.put(self._groups, item, group)
        return Regrouped(tuple(sorted(before - now)), tuple(sorted(now - before)), rows)


NEVER = -100.0  # the score of two that a veto parts for good: no third one brings them together


def by_table[T](
    shelf: Shelf,
    name: str,
    table: Table[T],
    of: Callable[[str], T],
    judged: Judged,
    *,
    about: Subject,
    final: bool = False,
    ahead: Callable[[Iterable[str]], None] | None = None,
) -> Groups:
    """Groups of items that a table compares, with its decisions as rows; ``of`` gives what is compared of one, and
    items are compared whose shared keys weigh ``table.meet``.

    Where a pair is asked for that no key brought together, a veto of the table counts as nothing alike, or, with
    ``final``, against whatever else speaks for one group.
    """

    def compare(left: str, right: str) -> Link | None:
        found = table.compare(of(left), of(right))
        if found.score < table.unsure:
            return None
        return Link(found.score, decision(about, left, right, found, same=table.same, unsure=table.unsure))

    def score(left: str, right: str) -> float:
        one, other = of(left), of(right)
        if final and any(veto.look(one, other) for veto in table.vetoes):
            return NEVER
        return table.compare(one, other).score

    rule = Rule(compare, score, table.same, joined=judged.same, parted=judged.different, ahead=ahead)
    return Groups(shelf, name, rule, Index(table.meet, shelf, f"{name}.filed"))
