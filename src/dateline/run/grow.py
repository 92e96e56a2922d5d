"""New reports into the rows of a record: the happenings that they touch are written anew, all others stay."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import batched

from msgspec.structs import replace

from dateline.across.copying.kept import Copied
from dateline.across.event.plots import Plot, plots, with_people
from dateline.across.identity.bearers import Local
from dateline.across.identity.rows import Tally, row, said_of
from dateline.across.published import origin_of, story_of
from dateline.across.recalled import Recalled
from dateline.across.stories import PEOPLE, Stories
from dateline.across.traces import by_report
from dateline.across.whole import whole_discrepancies, whole_events
from dateline.model import Copies, Decided, Decision, Entities, Entity, Event, Events, Kept, Origin, Reading, report_of
from dateline.model.decided import Dates
from dateline.run.flow import kept
from dateline.run.growing import Growing
from dateline.run.joined import Known, joined
from dateline.run.outlets import for_record
from dateline.run.recalling import Recalling
from dateline.run.stages import ACROSS, WITHIN
from dateline.run.unit import Unit, unit
from dateline.store import decided as rows
from dateline.store.changes import Before, before, put_changes
from dateline.store.file import setting, transaction, unpack
from dateline.store.judgements import standing
from dateline.store.renamed import rename_entities
from dateline.store.reports import undecided
from dateline.store.spelled import Said

CHUNK = 200  # happenings that are decided before they are written down
DECIDED = 600  # happenings of which all that was decided is held: most are asked for twice


def grow(base: sqlite3.Connection, as_of: date, fresh: dict[str, Reading] | None = None) -> None:
    """Decide about the reports of a record that nothing was decided about yet, and about all that they touch.

    Where the stages, the judgements or an earlier report are others than they were, all is decided from nothing; so it
    is where a judgement waited for a new report. Another day from which one looks back moves what is undated alone.
    ``fresh`` are readings of the record that the caller still holds.
    """
    judgements = tuple(standing(base))
    with transaction(base):
        outlets = for_record(base)
        basis = _basis(judgements, json.loads(setting(base, "settings") or "{}").get("outlets"))
        work = _Work(base, Growing(base, judgements, as_of, outlets, fresh or {}), judgements)
        new = undecided(base)
        early = {report_of(side) for word in judgements for side in (word.left, word.right)} & {*new}
        if setting(base, "basis") != basis or early:
            work.clear()
            new = undecided(base)
        work.grow(new)
        rows.finish(base, as_of, basis)


def _basis(judgements: Sequence[Decision], outlets: object) -> str:
    """What all decisions rest on beside the reports."""
    stages = [(stage.name, stage.version) for stage in (*WITHIN, *ACROSS)]
    said = [(word.about, word.left, word.right, word.verdict) for word in judgements]
    return hashlib.sha256(json.dumps([stages, said, outlets]).encode()).hexdigest()


class _Work:
    """One build's growth of a record."""

    def __init__(self, base: sqlite3.Connection, layers: Growing, judgements: Sequence[Decision]) -> None:
        self._base, self._layers, self._shelf = base, layers, layers.shelf
        self._recalling = Recalling(layers.shelf, judgements)
        self._stories = Stories(self._shelf)
        self._entities: set[str] = set()  # those of which more, less or other is known
        self._origins: dict[str, str] = {}  # those written or taken out, each with the first of their happenings
        self._old: Before | None = None
        self._events: set[str] = set()  # those taken out
        self._fresh: list[tuple[str, ...]] = []  # happenings decided anew
        self._public = layers.names.public
        self._decided = lru_cache(DECIDED)(layers.decided)

    def clear(self) -> None:
        """Forget all that was decided, but for what is told of as changed."""
        self._old = before(self._base)
        self._shelf.clear()
        rows.clear(self._base)

    def grow(self, new: Sequence[str]) -> None:
        """Take in new reports."""
        dirty, gone, more = self._layers.grow(new)
        rename_entities(self._base, self._layers.renamed())
        self._shelf.fetch("units.made", gone, Unit)
        units = [found for name in sorted(gone) if (found := self._unit(name)) is not None]
        self._recalling.fetch({event for one in units for event in one.events})
        old = self._old or before(self._base, sorted({e for one in units for e in (*one.events, *self._homes(one))}))
        for one in units:
            self._take_out(one)
        for chunk in batched(sorted(dirty), CHUNK):
            self._decide(chunk)
            self._shelf.ease()
        old = self._join(old)
        again = self._put_entities()
        self._put_origins()
        rows.put_decisions(self._base, self._layers.rows)
        retold = self._put_stories(again)
        self._put_kept({report for group in self._fresh for report in group} | more | retold)
        self._shelf.put_down()
        self._put_changes(old)

    def _put_changes(self, old: Before) -> None:
        if not old.first:
            self._fetch(self._fresh)
            events = sorted({event for group in self._fresh for event in self._homes(self._made(group))})
            put_changes(self._base, old, (event for name in events for event in self._event(name)))

    def _unit(self, first: str) -> Unit | None:
        return self._shelf.get("units.made", first, Unit)

    def _made(self, group: tuple[str, ...]) -> Unit:
        found = self._unit(group[0])
        if found is None:
            raise KeyError(group[0])
        return found

    def _event(self, name: str) -> Iterable[Event]:
        found = self._base.execute("select body from event where id = ?", (name,)).fetchone()
        return [unpack(found[0], Event)] if found else []

    def _take_out(self, one: Unit) -> None:
        rows.take_out(self._base, (), one.events, one.parted)
        self._events.update(one.events)
        self._recalling.forget(one.events)
        for origin in one.origins:
            self._shelf.unpost("units.rooted", one.reports[0], [origin.id])
            self._root(origin.id, one.reports[0])
        self._shelf.drop("units.made", one.reports[0])

    def _decide(self, groups: Sequence[tuple[str, ...]]) -> None:
        """Decide happenings, and write down what concerns them alone."""
        parts = [self._decided(group) for group in groups]
        readings = [reading for part in parts for reading in part["readings"]]
        of = {local: entity for part in parts for local, entity in part["entities"].of.items()}
        names = {*of.values()}
        self._shelf.fetch("units.tally", names, Tally)
        self._layers.names.fetch(names)
        self._recalling.fetch({event.id for part in parts for event in part["origins"].events})
        for reading in readings:
            self._count(reading, of)
        rows.take_out(self._base, (reading.report.id for reading in readings), (), ())
        whole = joined(parts, {"happenings": Events()})
        rows.put_part(
            self._base,
            readings,
            Decided(
                kept=(),
                copies=Copies(),
                entities=self._shown(of),
                dates=Dates(claims={c: w for part in parts for c, w in part["dates"].claims.items()}),
                events=whole["events"],
                origins=whole["origins"],
                discrepancies=whole["discrepancies"],
                stories=(),
            ),
            self._said(readings, of),
        )
        for group, part in zip(groups, parts, strict=True):
            made = unit(group, part)
            self._shelf.put("units.made", group[0], made)
            self._recalling.file(part)
            self._fresh.append(group)
            for origin in made.origins:
                self._shelf.post("units.rooted", group[0], [(origin.id, 0)])
                self._root(origin.id, group[0])

    def _root(self, origin: str, first: str) -> None:
        self._origins[origin] = min(first, self._origins.get(origin, first))

    def _homes(self, one: Unit) -> set[str]:
        """The events that those of a happening go by in the record."""
        return {self._recalling.home(event) for event in one.events}

    def _join(self, old: Before) -> Before:
        """Write anew the happenings of which an event is one with another's, or was; gives what stood there before."""
        met = self._recalling.update()
        self._layers.rows |= self._recalling.rows
        for first in sorted({self._recalling.happening(event) for event in met}):
            one = self._unit(first)
            if one is None:
                raise KeyError(first)
            if not self._old and one.reports not in self._fresh:
                more = before(self._base, sorted({*one.events, *self._homes(one)}))
                old = Before(more.events | old.events, more.of | old.of, old.first)
            firsts = sorted({first, *self._recalling.beside(one.events)})
            groups = [found.reports for name in firsts if (found := self._unit(name)) is not None]
            self._put_joined(one, [self._decided(group) for group in groups])
            if one.reports not in self._fresh:
                self._fresh.append(one.reports)
            self._shelf.ease()
        return old

    def _put_joined(self, one: Unit, parts: Sequence[Known]) -> None:
        """Write a happening anew; ``parts`` are what it and all that tell or recall one of its events come to."""
        found = joined(parts, {"happenings": Events()})
        home = {e.id: name for e in found["events"].found if (name := self._recalling.home(e.id)) != e.id}
        home |= {name: name for name in home.values()}
        recalled = Recalled(home, ())
        readings = [reading for part in parts for reading in part["readings"]]
        of = {local: entity for part in parts for local, entity in part["entities"].of.items()}
        events = whole_events(found["events"], found["origins"], recalled, readings, Entities(of=of))
        own = self._homes(one)
        self._events |= {*one.events, *own}
        rows.take_out(self._base, one.reports, {*one.events, *own}, one.parted)
        own_readings = [reading for reading in readings if reading.report.id in one.reports]
        rows.put_part(
            self._base,
            own_readings,
            Decided(
                kept=(),
                copies=Copies(),
                entities=self._shown(of),
                dates=Dates(claims={c: w for part in parts for c, w in part["dates"].claims.items()}),
                events=events,
                origins=replace(found["origins"], events=tuple(e for e in events.found if e.id in own)),
                discrepancies=whole_discrepancies(found["discrepancies"], recalled, found["happened"], own),
                stories=(),
            ),
            self._said(own_readings, of),
        )

    def _count(self, reading: Reading, of: dict[str, str]) -> None:
        """Count a report's entities where they belong now, and out from where they did."""
        name = reading.report.id
        was = self._shelf.get("units.counted", name, dict[str, str]) or {}
        now: dict[str, str] = {}
        for local in self._layers.locals(name):
            here, there = was.get(local.id), of.get(local.id)
            if here != there:
                self._tally(here, local, -1)
                self._tally(there, local, 1)
            if there:
                now[local.id] = there
        if now != was:
            self._shelf.put("units.counted", name, now)

    def _said(self, readings: Iterable[Reading], of: Mapping[str, str]) -> dict[tuple[str, str], Said]:
        """What reports say of entities, by entity and report."""
        found: dict[tuple[str, str], Said] = {}
        for reading in readings:
            report = reading.report.id
            for local in self._layers.locals(report):
                if entity := of.get(local.id):
                    key = self._public(entity), report
                    names, roles = said_of(local)
                    known = found.get(key, Said((), ()))
                    found[key] = Said((*known.names, *names), (*known.roles, *roles))
        return found

    def _shown(self, of: dict[str, str]) -> Entities:
        """The entities under the ids that the record shows."""
        return Entities(of={local: self._public(entity) for local, entity in of.items()})

    def _tally(self, entity: str | None, local: Local, sign: int) -> None:
        if entity is None:
            return
        tally = self._tallied(entity)
        tally.add(local, sign)
        self._shelf.put("units.tally", entity, tally)
        self._entities.add(entity)

    def _put_entities(self) -> set[str]:
        """Write down entities; gives those that are of another kind than before."""
        left, again = self._taken_out(), set()
        self._layers.names.fetch_because(entity for entity, _ in left)
        for batch in batched(left, CHUNK):
            written: list[Entity] = []
            weights: dict[str, int] = {}
            for entity, kind in batch:
                tally = self._tallied(entity)
                made = row(self._public(entity), tally, self._layers.names.because(entity))
                weights[made.id] = tally.size
                if kind not in ("", made.kind):
                    again.add(made.id)
                written.append(made)
            rows.put_entities(self._base, written, weights)
            self._shelf.ease()
        return again

    def _taken_out(self) -> list[tuple[str, str]]:
        """Take out entities that nothing belongs to any more; gives the others, with the kinds that they were of."""
        left, gone = [], []
        touched = self._entities | self._layers.named | self._layers.former.keys()
        self._shelf.fetch("units.tally", touched, Tally)
        self._layers.names.fetch(touched)
        for entity in sorted(touched):
            if self._tallied(entity).kinds:
                found = self._base.execute("select kind from entity where id = ?", (self._public(entity),)).fetchone()
                left.append((entity, found[0] if found else ""))
            else:
                self._shelf.drop("units.tally", entity)
                gone += [(self._layers.former.get(entity) or entity,), (self._public(entity),)]
        self._base.executemany("delete from entity where id = ?", gone)
        return left

    def _tallied(self, entity: str) -> Tally:
        return self._shelf.get("units.tally", entity, Tally) or Tally()

    def _put_origins(self) -> None:
        """Write down origins: one of several happenings goes by the name that the first of them gives it."""
        written: list[Origin] = []
        for name in sorted(self._origins):
            first = self._shelf.first("units.rooted", name)
            if first is None:
                self._base.execute("delete from origin where id = ?", (name,))
                continue
            if first < self._origins[name]:  # none before it has changed
                continue
            made = self._unit(first)
            found = [origin for origin in made.origins if origin.id == name] if made else []
            written += [origin_of(origin, self._ids([origin.entity])) for origin in found]
        rows.put_origins(self._base, written)

    def _put_stories(self, again: Iterable[str]) -> set[str]:
        """Write down the stories of what changed; gives the reports that are of another story now."""
        groups = set(self._fresh)
        for entity in again:
            query = "select distinct report from told join part on part.event = told.event where part.entity = ?"
            groups |= {self._layers.group(found[0]) for found in self._base.execute(query, (entity,)).fetchall()}
        self._fetch(groups)
        fresh = [plot for group in sorted(groups) for plot in self._plots(self._made(group))]
        kept_ids = {plot.id for plot in fresh}
        found = self._stories.update(self._events - kept_ids, fresh)
        for name in found.gone:
            self._base.execute("delete from story where id = ?", (name,))
        moved: set[str] = set()
        for story in found.fresh:
            for event in story.events:
                known = self._base.execute("select story from event where id = ?", (event,)).fetchone()
                if known[0] != story.id:
                    query = "select report from kept where main_event = ?"
                    moved |= {one[0] for one in self._base.execute(query, (event,))}
        rows.put_stories(self._base, [story_of(story, self._ids(story.actors)) for story in found.fresh])
        for event in sorted({event for group in self._fresh for event in self._homes(self._made(group))}):
            one = self._shelf.get("story.of", event, str)
            if one is not None:
                self._base.execute("update event set story = ? where id = ? and story is not ?", (one, event, one))
        return moved

    def _fetch(self, groups: Collection[tuple[str, ...]]) -> None:
        """Read at once what is kept of some happenings and their events."""
        self._shelf.fetch("units.made", (group[0] for group in groups), Unit)
        self._recalling.fetch({event for group in groups for event in self._made(group).events})

    def _plots(self, one: Unit) -> list[Plot]:
        own = self._homes(one)
        beside = [self._unit(first) for first in sorted(self._recalling.beside(one.events))]
        units = [one, *(other for other in beside if other is not None)]
        near = own.union(*(self._homes(other) for other in units))
        events = [event for name in sorted(near) for event in self._event(name)]
        of = {p.entity: p.entity for event in events for p in (*event.actors, *event.recipients) if p.entity}
        known = (entity for unit in units for name in unit.reports for entity in self._layers.names.of(name).values())
        of |= {self._public(entity): entity for entity in known}
        found = (with_people(plot, self._is_person) for plot in plots(events, of) if plot.id in own)
        return list(found)

    def _is_person(self, entity: str) -> bool:
        """Whether an entity may be of the cast of a story: a person or body with a name."""
        tally = self._tallied(entity)
        return bool(tally.names) and tally.kind in PEOPLE

    def _ids(self, entities: Iterable[str | None]) -> dict[str, str]:
        return {entity: self._public(entity) for entity in entities if entity}

    def _put_kept(self, reports: set[str]) -> None:
        for batch in batched(sorted(reports), CHUNK):
            readings = [self._layers.reading(report) for report in batch]
            rows.put_kept(self._base, readings, [self._kept(reading) for reading in readings])
            self._shelf.ease()

    def _kept(self, reading: Reading) -> Kept:
        name = reading.report.id
        made = self._made(self._layers.group(name))
        main = made.main.get(name)
        main = self._recalling.home(main) if main else None
        found = self._base.execute("select story from event where id = ?", (main,)).fetchone()
        copied: Copied = self._layers.copies.copied(name)
        told = made.warnings.get(name, ())
        one = kept(reading, copied, self._layers.dated(name), told, main, found[0] if found else None)
        return replace(one, shares=by_report(made.traces).get(name, ()))
