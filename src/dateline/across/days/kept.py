"""Dates kept from build to build: a puzzle is solved anew where new reports have something to say in it.

A puzzle is what hangs together: an undated report, the tellings of others that are like one of its own, and the undated
reports that those are like in turn. A dated report joins two puzzles only by a telling that is like one of each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import batched

from msgspec.structs import replace

from dateline.across.days.component import Component, Known
from dateline.across.days.dayset import Calendar
from dateline.across.days.telling import Met, tellings
from dateline.across.days.worn import Dated, by_report, is_open, worn
from dateline.across.identity.bearing import named_by
from dateline.matching import Shelf
from dateline.model import Called, Entities, Reading

FIRST = date(1950, 1, 1)  # earlier days are not reasoned about
CROWD = 100  # reports above which somebody named in them is no reason to compare
BATCH = 1000  # reports that are looked at at once

type Pairs = dict[tuple[str, str], tuple[Met, Met]]


class KeptDates:
    """The dates of all reports on a shelf; ``of`` gives a report's reading, ``named`` its entities by name, ``called``
    what an entity is called. Which reports name an entity is on the shelf already."""

    def __init__(
        self,
        shelf: Shelf,
        of: Callable[[str], Reading],
        named: Callable[[str], dict[str, str]],
        called: Callable[[str], Called | None],
        as_of: date,
    ) -> None:
        self._shelf, self._of = shelf, of
        self._known = Known(as_of, Calendar(FIRST, max(as_of, FIRST) + timedelta(400)), named, called)

    def dated(self, report: str) -> Dated:
        """The dates of a report, as decided."""
        return self._shelf.get("dates.of", report, Dated) or Dated()

    def update(
        self,
        new: Collection[str],
        moved: Mapping[str, frozenset[str]],
        entities: Iterable[str],
        ease: Callable[[], None] = lambda: None,
    ) -> set[str]:
        """Take in new reports; gives them, and all others that are dated otherwise than before.

        ``moved`` are the reports in which a name belongs to another entity now, each with the entities that it named
        before, ``entities`` those of which more may be known. ``ease`` is called where much may be held.
        """
        for batch in batched(new, BATCH):
            self._file(batch)
            ease()
        if self._known.as_of < FIRST or not self._shelf.more("dates.open", "", 0):
            return set(new)
        touched = self._bounded(entities)
        late, more = set(new), self._more({*new, *moved}, moved)
        for part in batched(sorted({*new, *moved}), BATCH):
            touched |= self._asking(part, moved)
            ease()
        for part in batched(sorted({*new, *moved}), BATCH):
            for report in part:
                touched |= self._concerned(report, moved.get(report, frozenset()), more, fresh=report in late)
            ease()
        return late | self._solved(touched)

    def again(self) -> set[str]:
        """Date all undated reports anew, as of another day; gives those that are dated otherwise than before."""
        return self._solved(self._shelf.posted("dates.open", "")) if self._known.as_of >= FIRST else set()

    def _file(self, new: Iterable[str]) -> None:
        """Date reports by themselves, and note those that this leaves undated."""
        for report in new:
            one = self._alone(report)
            self._shelf.put("dates.of", report, one)
            if is_open(one.published):
                self._shelf.post("dates.open", report, [("", 0)])
                self._shelf.put("dates.part", report, (report,))

    def _alone(self, report: str) -> Dated:
        reading = self._of(report)
        return by_report([reading], worn([reading]))[report]

    def _part(self, report: str) -> tuple[str, ...]:
        """The undated reports of one puzzle with this; none where it is dated."""
        return self._shelf.get("dates.part", report, tuple[str, ...]) or ()

    def _more(self, reports: Iterable[str], moved: Mapping[str, frozenset[str]]) -> Counter[str]:
        """By how many reports more an entity is named than before."""
        found: Counter[str] = Counter()
        for report in reports:
            before, now = moved.get(report, frozenset()), named_by(self._shelf, report)
            found.update(now - before)
            found.subtract(before - now)
        return found

    def _asking(self, reports: Iterable[str], moved: Mapping[str, frozenset[str]]) -> set[str]:
        """File undated reports under the persons that they name; gives them."""
        found = set()
        for report in reports:
            if self._shelf.get("dates.met", report, tuple[Met, ...]) is not None:
                self._shelf.drop("dates.met", report)
            if self._part(report):
                now = named_by(self._shelf, report) & self._persons(report)
                self._shelf.unpost("dates.asked", report, moved.get(report, frozenset()) - now)
                self._shelf.post("dates.asked", report, ((entity, 0) for entity in now))
                found.add(report)
        return found

    def _persons(self, report: str) -> frozenset[str]:
        of = self._known.of(report)
        return frozenset(of[m.entity] for m in self._of(report).mentions if m.kind == "person" and m.entity in of)

    def _concerned(self, report: str, before: frozenset[str], more: Counter[str], *, fresh: bool) -> set[str]:
        """The undated reports of which a report may say something that it did not, or no longer."""
        found: set[str] = set()
        for entity in before | named_by(self._shelf, report):
            asked = self._shelf.posted("dates.asked", entity).keys() - {report}
            if not asked:
                continue
            crowd = self._shelf.more("units.named", entity, CROWD)
            if crowd != self._shelf.more("units.named", entity, CROWD + more[entity]):
                found |= asked
            elif not crowd:
                found |= {other for other in asked if not fresh or self._meet(report, other)}
        return found

    def _meet(self, report: str, other: str) -> bool:
        theirs = self._mets(other)
        return any(one.alike(met) for one in self._mets(report) for met in theirs)

    def _bounded(self, entities: Iterable[str]) -> set[str]:
        """The undated reports that name somebody who is called otherwise than before."""
        found: set[str] = set()
        for entity in entities:
            asked = self._shelf.posted("dates.asked", entity)
            now = self._known.called(entity) if asked else None
            if asked and now != self._shelf.get("dates.called", entity, Called):
                self._shelf.put("dates.called", entity, now)
                found |= asked.keys()
        return found

    def _mets(self, report: str) -> tuple[Met, ...]:
        found = self._shelf.get("dates.met", report, tuple[Met, ...])
        if found is None:
            entities = Entities(of=self._known.of(report))
            found = tuple(telling.met() for telling in tellings(self._of(report), entities))
            self._shelf.put("dates.met", report, found)
        return found

    def _near(self, met: Met, table: str) -> Iterator[Met]:
        """The tellings of other reports that are like one; who is in everything brings nothing together."""
        for entity in sorted(met.cast & named_by(self._shelf, met.report)):
            if not self._shelf.more("units.named", entity, CROWD):
                for report in self._shelf.posted(table, entity):
                    yield from (other for other in self._mets(report) if entity in other.cast and met.alike(other))

    def _puzzle(self, first: str) -> tuple[set[str], Pairs]:
        """The undated reports that hang together with one, and the tellings that are alike."""
        members, waiting = {first}, [first]
        pairs: Pairs = {}
        dated: set[str] = set()
        while waiting:
            for met in self._mets(waiting.pop()):
                for other in self._near(met, "units.named"):
                    left, right = sorted((met, other), key=lambda one: one.name)
                    pairs[left.name, right.name] = left, right
                    further = {other.report}
                    if not self._part(other.report):
                        further = set() if other.name in dated else {m.report for m in self._near(other, "dates.asked")}
                        dated.add(other.name)
                    waiting += sorted(further - members)
                    members |= further
        return members, pairs

    def _solved(self, touched: Iterable[str]) -> set[str]:
        """Solve the puzzles that some undated reports are part of, and were; gives those with other dates now."""
        left = {other for report in touched for other in self._part(report)}
        changed: set[str] = set()
        while left:
            members, pairs = self._puzzle(min(left))
            left -= members
            part = tuple(sorted(members))
            alone = {report: self._alone(report) for report in part}
            published = {report: one.published for report, one in alone.items() if one.published}
            solved = Component([self._of(report) for report in part], published, pairs.values(), self._known)
            for report, one in alone.items():
                now = replace(one, published=solved.published(report) or one.published, claims=solved.claims(report))
                if now != self.dated(report):
                    self._shelf.put("dates.of", report, now)
                    changed.add(report)
                if part != self._part(report):
                    self._shelf.put("dates.part", report, part)
        return changed
