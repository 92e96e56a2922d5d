"""Events that follow from one another or share a cast, by time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec

from dateline.across.event.plots import Plot, plots, story, with_people
from dateline.matching import Heap, Shelf
from dateline.matching.block import Pair, pair
from dateline.model import Entities, Events, Reading, Story

WITHIN = 60  # days between two events that a shared pair of people joins: later they are another story
PEOPLE = ("person", "organization")


def stories(readings: Sequence[Reading], events: Events, entities: Entities) -> tuple[Story, ...]:  # noqa: ARG001
    """Gather the main events, with all that follows from them or is part of them, into stories."""
    people = {e.id for e in entities.found if e.kind in PEOPLE} - entities.unnamed
    told = [with_people(plot, people.__contains__) for plot in plots(events.found, entities.of)]
    found = Stories(Heap()).update((), told)
    return tuple(sorted(found.fresh, key=lambda one: one.id))


class Retold(msgspec.Struct, frozen=True):
    """What an update changed: ids of stories that are no more, and stories that are new or otherwise than before."""

    gone: frozenset[str]
    fresh: tuple[Story, ...]


class Stories:
    """The stories of all events on a shelf: what an event touches is put together again from nothing."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def update(self, gone: Iterable[str], fresh: Iterable[Plot]) -> Retold:
        """Take events away and put others in; one that is given again is taken away first."""
        new = {plot.id: plot for plot in fresh}
        names = {*gone, *new}
        for table, kind in (("story.plot", Plot), ("story.of", str), ("story.links", dict[str, int])):
            self._shelf.fetch(table, names, kind)
        old = {name: plot for name in names if (plot := self._plot(name)) is not None}
        moved = {name for name in (*old, *new) if old.get(name) != new.get(name)}
        duos = {duo for name in moved for plot in (old.get(name), new.get(name)) if plot for duo in plot.duos()}
        before = self._joined(duos, [old[name] for name in moved if name in old])
        ids = self._ids(self._area(moved))
        for name in moved:
            self._file(name, old.get(name), new.get(name))
        after = self._joined(duos, [new[name] for name in moved if name in new])
        self._count(before, -1)
        self._count(after, 1)
        return self._retold(*self._reach(ids, moved))

    def _ids(self, names: Iterable[str]) -> set[str]:
        return {one for name in names if (one := self._shelf.get("story.of", name, str)) is not None}

    def _reach(self, ids: set[str], moved: set[str]) -> tuple[set[str], set[str]]:
        """All stories that an update reaches and all their events: a new link may lead into further stories."""
        while True:
            area = self._area({name for one in ids for name in self._events(one)} | moved)
            further = self._ids(area)
            if further <= ids:
                return ids, area
            ids |= further

    def _plot(self, name: str) -> Plot | None:
        return self._shelf.get("story.plot", name, Plot)

    def _events(self, one: str) -> tuple[str, ...]:
        return self._shelf.get("story.events", one, tuple[str, ...]) or ()

    def _file(self, name: str, old: Plot | None, new: Plot | None) -> None:
        if old is not None:
            self._shelf.unpost("story.duo", name, map(" ".join, old.duos()))
            self._shelf.drop("story.plot", name)
        if new is not None:
            self._shelf.post("story.duo", name, ((" ".join(duo), new.day or 0) for duo in new.duos()))
            self._shelf.put("story.plot", name, new)

    def _joined(self, duos: Iterable[Pair], ties: Iterable[Plot]) -> list[Pair]:
        """What two of the cast join, each event to the next in time, and what hangs together by itself."""
        found = [pair(plot.id, above) for plot in ties for above in plot.ties]
        for duo in duos:
            told = sorted((day, name) for name, day in self._shelf.posted("story.duo", " ".join(duo)).items())
            found += [pair(one, other) for (a, one), (b, other) in pairwise(told) if b - a <= WITHIN]
        return found

    def _count(self, pairs: Iterable[Pair], sign: int) -> None:
        for one, other in pairs:
            for here, there in ((one, other), (other, one)):
                links = dict(self._links(here))
                links[there] = links.get(there, 0) + sign
                self._shelf.put("story.links", here, {name: count for name, count in links.items() if count})

    def _links(self, name: str) -> Mapping[str, int]:
        return self._shelf.get("story.links", name, dict[str, int]) or {}

    def _area(self, names: Iterable[str]) -> set[str]:
        seen = set(names)
        waiting = list(seen)
        while waiting:
            for other in self._links(waiting.pop()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return seen

    def _retold(self, ids: set[str], area: set[str]) -> Retold:
        left = {name for name in area if self._plot(name) is not None}
        for name in area - left:
            self._shelf.drop("story.of", name)
        fresh: list[Story] = []
        for first in sorted(left):
            if first not in left:
                continue
            part = self._area([first])
            left -= part
            made = story([plot for name in sorted(part) if (plot := self._plot(name)) is not None])
            for name in part:
                self._shelf.put("story.of", name, made.id)
            fresh.append(made)
        gone = ids - {made.id for made in fresh}
        for one in gone:
            self._shelf.drop("story.events", one)
        for made in fresh:
            self._shelf.put("story.events", made.id, made.events)
        return Retold(frozenset(gone), tuple(fresh))
