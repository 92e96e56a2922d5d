"""Which names of single reports are one bearer's: under all spellings, and namesakes kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from dateline.across.identity.attached import NOWHERE, Seats
from dateline.across.identity.bearers import Bearer, Local, bearer
from dateline.across.identity.families import compared, keys_of
from dateline.across.identity.homes import Home, home_of
from dateline.across.identity.placed_names import Around, Placed, Word, around_of
from dateline.across.identity.rows import named_after
from dateline.matching import Groups, Heap, Link, Rule, Shelf, decision
from dateline.matching.block import Keys
from dateline.model import Called, Decision, Entities, report_of

KEPT = 0.3  # comparisons below this score leave no row, unless a veto fell
SAMPLE = 64  # entities of reports by which a name is known: those with the first ids; more say nothing new


class Renamed(msgspec.Struct, frozen=True):
    """What an update changed: entities by name of each report where they are others now, decisions, and the entities
    whose names were compared anew; ``former`` are the ids that entities went by, "" for new ones."""

    reports: dict[str, dict[str, str]]
    rows: dict[str, Decision | None]
    entities: frozenset[str]
    former: dict[str, str]


class Grown(msgspec.Struct):
    """What an update adds to names: the ``keys`` of those that are new or called otherwise than before, and the
    ``steady`` ones, of which the name and the kind are what they were, so that they meet nobody new."""

    keys: dict[str, Keys] = {}
    steady: set[str] = set()


def names(within: Mapping[str, Sequence[Local]], judgements: Sequence[Decision]) -> Entities:
    """Decide which named entities of single reports are one; ``within`` are those of each report."""
    work = Names(Heap(), Word(judgements, lambda report: within.get(report, ())))
    found = work.update(within)
    rows = sorted((row for row in found.rows.values() if row), key=lambda row: (row.left, row.right))
    return Entities(
        of={local: entity for of in found.reports.values() for local, entity in of.items()},
        decisions=tuple(rows),
        because={entity: why for entity in sorted(found.entities) if (why := work.because(entity))},
        called={entity: called for entity in sorted(found.entities) if (called := work.called(entity))},
        public={entity: work.public(entity) for entity in sorted(found.entities)},
    )


class Names:
    """The names of all reports on a shelf, grouped by bearer."""

    def __init__(self, shelf: Shelf, word: Word) -> None:
        self._shelf, self._word = shelf, word
        self._groups = Groups(shelf, "names", self._rule(word))
        self._seats = Seats(shelf, word.sides)
        self._beside: dict[str, Bearer] = {}  # names as they are compared

    def _rule(self, word: Word) -> Rule:
        def ahead(buckets: Iterable[str]) -> None:
            names = list(buckets)
            self._shelf.fetch("names.bearer", names, Bearer)
            known = (self._shelf.get("names.bearer", name, Bearer) for name in names)
            self._shelf.fetch("names.around", {report for one in known if one for report in one.reports}, Around)

        return Rule(self._link, self._score, joined=word.same, parted=word.different, ahead=ahead)

    def fetch(self, entities: Iterable[str]) -> None:
        """Say that the public ids of these entities will be asked for."""
        self._shelf.fetch("names.public", entities, str)

    def of(self, report: str) -> dict[str, str]:
        """Entity of a report -> entity across reports, for all that go by a name."""
        return self._shelf.get("names.of", report, dict[str, str]) or {}

    def public(self, entity: str) -> str:
        """The id that an entity goes by in the record: it may change with any report, and no decision hangs on it."""
        return self._shelf.get("names.public", entity, str) or entity

    def called(self, entity: str) -> Called | None:
        """What an entity is called that holds an office."""
        home = self._of(entity)
        return home.called if home else None

    def _of(self, entity: str) -> Home | None:
        home = self._home(self._shelf.get("names.key", entity, str) or "")
        return home if home is not None and home.id == entity else None

    def fetch_because(self, entities: Iterable[str]) -> None:
        """Say that it will be asked what joined the names of these entities."""
        names = list(entities)
        self._shelf.fetch("names.key", names, str)
        self._groups.fetch_groups(key for name in names if (key := self._shelf.get("names.key", name, str)))

    def because(self, entity: str) -> tuple[str, ...]:
        """The decisions that joined the names of an entity, each with its score and reasons."""
        key = self._shelf.get("names.key", entity, str) or ""
        buckets = self._groups.group(key)
        if len(buckets) < 2 or self._shelf.get("names.entity", key, str) != entity:
            return ()
        links = [link for bucket in buckets for link in self._groups.links(bucket).items()]
        rows = [link.row for other, link in links if link.row and link.row.verdict == "same" and other in buckets]
        rows.sort(key=lambda row: (row.left, row.right))
        return tuple(f"{row.id} ({row.score:.2f}): {'; '.join(row.reasons)}" for row in rows)

    def update(self, new: Mapping[str, Sequence[Local]]) -> Renamed:
        """Take in the entities of new reports, and decide anew what they touch."""
        fresh = [placed for report in sorted(new) for placed in self._place(report, new[report])]
        grown = self._grown(fresh)
        self._beside.clear()
        found = self._groups.update(grown.keys, grown.steady)
        gone, touched = self._regrouped(grown, found.gone)
        self._shelf.fetch("names.entity", {bucket for home in touched for bucket in home.buckets}, str)
        again = {report for home in touched for report in self._renamed(home)}
        again |= self._seats.update(fresh, gone, touched)
        again |= {local.local.report for local in fresh}
        again |= self._phrased(fresh, (*gone, *touched))
        self._fetch(again)
        reports = {report: of for report in sorted(again) if (of := self._resolved(report)) is not None}
        former = {**dict.fromkeys((home.id for home in touched), ""), **{home.id: home.public for home in gone}}
        return Renamed(reports, found.rows, frozenset(home.id for home in touched), former)

    def _place(self, report: str, found: Sequence[Local]) -> list[Placed]:
        placed = [self._word.placed(local) for local in found]
        self._shelf.put("names.placed", report, placed)
        self._shelf.put("names.around", report, around_of(found))
        for bucket in {one.bucket for one in placed if one.bucket}:
            self._shelf.post("names.in", report, [(bucket, 0)])
        return placed

    def _grown(self, fresh: Iterable[Placed]) -> Grown:
        """What new reports add to the names that they give."""
        added: dict[str, list[Local]] = defaultdict(list)
        for one in fresh:
            if one.bucket:
                added[one.bucket].append(one.local)
        found = Grown()
        self._shelf.fetch("names.last", added, str)
        changed = [bucket for bucket in sorted(added) if self._tells(bucket, added[bucket])]
        self._shelf.fetch("names.bucket", changed, list[Local])
        self._shelf.fetch("names.bearer", changed, Bearer)
        for bucket in changed:
            before = self._shelf.get("names.bucket", bucket, list[Local]) or []
            sample = sorted((*before, *added[bucket]), key=lambda local: local.id)[:SAMPLE]
            was = self._shelf.get("names.bearer", bucket, Bearer)
            made = bearer(sample, frozenset())
            self._shelf.put("names.bucket", bucket, sample)
            if len(sample) == SAMPLE:
                self._shelf.put("names.last", bucket, sample[-1].id)
            self._shelf.put("names.bearer", bucket, made)
            if was is not None and (was.name, was.kind) == (made.name, made.kind):
                found.steady.add(bucket)
            else:
                found.keys[bucket] = keys_of(made)
        return found

    def _tells(self, bucket: str, added: Iterable[Local]) -> bool:
        """Whether any of these bearers is one of the first, by whom a name is known."""
        last = self._shelf.get("names.last", bucket, str)
        return last is None or any(local.id < last for local in added)

    def _company(self, report: str) -> frozenset[str]:
        found = self._shelf.get("names.around", report, Around)
        return found.company if found else frozenset()

    def _bearer(self, bucket: str) -> Bearer:
        """What is compared of a name: its company is put together here, for most names are compared with none."""
        found = self._beside.get(bucket)
        if found is None:
            known = self._shelf.get("names.bearer", bucket, Bearer)
            if known is None:
                raise KeyError(bucket)
            company = frozenset[str]().union(*map(self._company, known.reports))
            found = self._beside[bucket] = replace(known, company=company - known.own)
        return found

    def _link(self, left: str, right: str) -> Link | None:
        one, other = self._bearer(left), self._bearer(right)
        seen = compared(one, other)
        if seen.hopeless:
            return None
        told = seen.score >= KEPT or seen.vetoed
        return Link(seen.score, decision("entity", one.id, other.id, seen) if told else None)

    def _score(self, left: str, right: str) -> float:
        return compared(self._bearer(left), self._bearer(right)).score

    def _home(self, key: str) -> Home | None:
        return self._shelf.get("names.home", key, Home)

    def _regrouped(self, grown: Grown, gone: Iterable[tuple[str, ...]]) -> tuple[list[Home], list[Home]]:
        """The homes as they were and as they are, of all groups that changed."""
        groups = {self._groups.group(bucket) for group in gone for bucket in group}
        groups |= {self._groups.group(bucket) for bucket in (*grown.keys, *grown.steady)}
        keys = {group[0] for group in (*gone, *groups)}
        self._shelf.fetch("names.home", keys, Home)
        old = [home for key in sorted(keys) if (home := self._home(key)) is not None]
        for home in old:
            self._shelf.drop("names.home", home.key)
            self._shelf.drop("names.public", home.id)
            self._shelf.unpost("names.part", home.key, home.parts)
        self._shelf.fetch("names.bucket", {bucket for group in groups for bucket in group}, list[Local])
        now = [self._made(group) for group in sorted(groups)]
        for home in now:
            self._shelf.put("names.home", home.key, home)
            self._shelf.post("names.part", home.key, ((part, 0) for part in home.parts))
            self._shelf.put("names.key", home.id, home.key)
            self._shelf.put("names.public", home.id, home.public)
        return old, now

    def _made(self, group: tuple[str, ...]) -> Home:
        samples = (self._shelf.get("names.bucket", bucket, list[Local]) or [] for bucket in group)
        return home_of(group, [local for sample in samples for local in sample])

    def _renamed(self, home: Home) -> Iterable[str]:
        """The reports in which a name of this home belonged to another entity before."""
        for bucket in home.buckets:
            if self._shelf.get("names.entity", bucket, str) != home.id:
                self._shelf.put("names.entity", bucket, home.id)
                yield from self._shelf.posted("names.in", bucket)
                yield from (report_of(local) for local in self._seats.seated(home.key))

    def _phrased(self, fresh: Iterable[Placed], touched: Iterable[Home]) -> set[str]:
        """The reports with phrases that are names of these homes but for capitals."""
        for one in fresh:
            if one.phrase:
                self._shelf.post("names.phrase", one.local.id, [(one.phrase, 0)])
        found: set[str] = set()
        for home in touched:
            for name in home.spelled:
                self._shelf.post("names.spelled", home.key, [(name, 0)])
                found |= {report_of(local) for local in self._shelf.posted("names.phrase", name)}
        return found

    def _fetch(self, reports: set[str]) -> None:
        """Read at once what says to whom the names of some reports belong."""
        self._shelf.fetch("names.of", reports, dict[str, str])
        self._shelf.fetch("names.placed", reports, list[Placed])
        placed = [one for report in reports for one in self._shelf.get("names.placed", report, list[Placed]) or ()]
        self._seats.fetch(one.local.id for one in placed if one.bare)
        self._shelf.fetch("names.entity", {one.bucket for one in placed if one.bucket}, str)

    def _resolved(self, report: str) -> dict[str, str] | None:
        """The entities of a report by name; None where they are what they were."""
        of = {}
        for one in self._shelf.get("names.placed", report, list[Placed]) or []:
            if entity := self._entity(one):
                of[one.local.id] = entity
        if of == self._shelf.get("names.of", report, dict[str, str]):
            return None
        self._shelf.put("names.of", report, of)
        return of

    def _entity(self, one: Placed) -> str:
        seat = self._seats.seat(one.local.id) if one.bare else NOWHERE
        if seat.first:
            return named_after(seat.first)
        known = self._shelf.get("names.entity", seat.home or one.bucket, str) if seat.home or one.bucket else None
        if known:
            return known
        if not one.phrase:
            return ""
        homes = [self._home(key) for key in self._shelf.posted("names.spelled", one.phrase)]
        return min((home.id for home in homes if home and one.phrase in home.spelled), default="")
