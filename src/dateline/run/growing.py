"""The decisions of a record grown by new reports: what they touch is decided anew, what they do not stays as it is.

The record comes out as if all its reports had come at once. Each layer hands on only what changed: texts to families,
names to entities, days to happenings, happenings to events; those to the rows of the record.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import batched

from dateline.across.copying.kept import KeptCopies
from dateline.across.days.kept import KeptDates
from dateline.across.days.worn import Dated, together
from dateline.across.event.judged import on_reports
from dateline.across.happening.told import Told, block_keys, told
from dateline.across.happenings import grouping
from dateline.across.identity.bearers import Local, locals_of
from dateline.across.identity.bearing import fetch_named, file_named, named_by, named_in, naming
from dateline.across.identity.placed_names import Placed, Word
from dateline.across.names import Names
from dateline.knowledge.outlets import Outlets
from dateline.matching import Judged, Keys
from dateline.model import Copies, Decision, Entities, Reading
from dateline.run.flow import about
from dateline.run.joined import Known
from dateline.store import reports as shelf_of_reports
from dateline.store.file import setting
from dateline.store.shelf import StoredShelf

BATCH = 1000  # reports that are taken in at once
HELD = 1200  # readings that are held at once


class Growing:
    """The layers over a record file, from texts to happenings; ``rows`` are the decisions that changed on the way."""

    def __init__(
        self,
        base: sqlite3.Connection,
        judgements: Sequence[Decision],
        as_of: date,
        outlets: Outlets,
        fresh: dict[str, Reading],
    ) -> None:
        self._base, self._judgements, self._as_of, self._outlets = base, judgements, as_of, outlets
        self._fresh = fresh  # readings that were just made: unpacking them anew cost 2 ms a report
        self.shelf = StoredShelf(base)
        self.reading = lru_cache(HELD)(self._read)
        self.locals = lru_cache(HELD)(lambda report: locals_of(self.reading(report)))
        self.copies = KeptCopies(self.shelf, self.reading, Judged(judgements, "copy"))
        self.names = Names(self.shelf, Word(judgements, self._within))
        heard = on_reports(judgements, lambda report: shelf_of_reports.reading(base, report))
        self.dates = KeptDates(self.shelf, self.reading, self.names.of, self.names.called, as_of)
        self._told = grouping(self.shelf, self._compared, heard)
        self.rows: dict[str, Decision | None] = {}
        self.named: set[str] = set()  # entities whose names were compared anew
        self.former: dict[str, str] = {}  # entities touched, with the public ids that they had; "" for new ones
        self._moved: dict[str, frozenset[str]] = {}  # reports with other entities than before, and those that they had

    def _read(self, report: str) -> Reading:
        found = self._fresh.pop(report, None) or shelf_of_reports.reading(self._base, report)
        if found is None:
            raise KeyError(report)
        return found

    def _within(self, report: str) -> Sequence[Local]:
        found = shelf_of_reports.reading(self._base, report)
        return locals_of(found) if found else ()

    def _compared(self, report: str) -> Told:
        found = self.shelf.get("told.of", report, Told)
        if found is None:
            raise KeyError(report)
        return found

    def dated(self, report: str) -> Dated:
        """The dates of a report, as decided."""
        return self.dates.dated(report)

    def group(self, report: str) -> tuple[str, ...]:
        """The reports that tell of the same happening."""
        return self._told.group(report)

    def grow(self, new: Sequence[str]) -> tuple[set[tuple[str, ...]], set[str], set[str]]:
        """Take in new reports; gives the happenings to be decided anew, the first reports of those that may be no
        more, and the reports whose family or dates changed."""
        copied: set[str] = set()
        renamed: set[str] = set()
        asked: set[str] = set()
        for batch in batched(new, BATCH):
            found = self.copies.update(batch)
            self.rows |= found.rows
            copied |= found.reports.keys()
            renamed |= self._name(batch, asked)
            self.shelf.ease()
        asked |= {entity for report in copied for entity in named_by(self.shelf, report)}
        dated = self._date(new)
        gone, dirty = self._happen({*new, *copied, *dated})
        dirty |= renamed | copied | dated | self._witness(asked)
        return {self.group(report) for report in dirty}, gone | {self.group(r)[0] for r in dirty}, copied | dated

    def _name(self, batch: Iterable[str], asked: set[str]) -> set[str]:
        found = self.names.update({report: self.locals(report) for report in batch})
        self.rows |= found.rows
        self.named |= found.entities
        self.former = {**found.former, **self.former}
        fetch_named(self.shelf, found.reports)
        for report in found.reports:
            now = self._named(report)
            before = file_named(self.shelf, report, now)
            self._moved.setdefault(report, before)
            asked |= before ^ now
        return set(found.reports)

    def _named(self, report: str) -> frozenset[str]:
        placed = self.shelf.get("names.placed", report, list[Placed]) or []
        return named_in((one.local for one in placed), self.names.of(report))

    def _date(self, new: Sequence[str]) -> set[str]:
        """Date new reports, and what is undated and hangs together with them; gives those whose dates are others."""
        changed = self.dates.update(new, self._moved, sorted(self.named), self.shelf.ease)
        if setting(self._base, "as_of") not in (None, "", self._as_of.isoformat()):
            changed |= self.dates.again()
        return changed

    def renamed(self) -> dict[str, str]:
        """Public ids of entities that are others now: former to new."""
        self.names.fetch(self.former)
        now = {entity: self.shelf.get("names.public", entity, str) for entity in self.former}
        return {was: new for entity, was in self.former.items() if was and (new := now[entity]) and new != was}

    def _happen(self, reports: Iterable[str]) -> tuple[set[str], set[str]]:
        """Group reports anew; gives the first reports of groups that may be no more, and reports of those that are."""
        gone: set[str] = set()
        dirty: set[str] = set()
        for batch in batched(sorted(reports), BATCH):
            changed: dict[str, Keys] = {}
            readings = [self.reading(report) for report in batch]
            self.shelf.fetch("told.of", batch, Told)
            dates = together({report: self.dated(report) for report in batch})
            for report, now in told(readings, self._copies(batch), dates).items():
                if now != self.shelf.get("told.of", report, Told):
                    self.shelf.put("told.of", report, now)
                    changed[report] = block_keys(now)
            found = self._told.update(changed)
            self.rows |= found.rows
            gone |= {group[0] for group in found.gone}
            dirty |= {report for group in (*found.gone, *found.fresh) for report in group}
            self.shelf.ease()
        return gone, dirty

    def _copies(self, reports: Iterable[str]) -> Copies:
        found = {report: self.copies.copied(report) for report in reports}
        return Copies(
            copy_of={report: one.copy_of for report, one in found.items() if one.copy_of},
            family={report: one.family for report, one in found.items()},
        )

    def _witness(self, asked: Iterable[str]) -> set[str]:
        """The reports that cite an expert as one whom nobody else names, or no longer so."""
        return {
            report
            for entity in asked
            for report, before in self.shelf.posted("units.experts", entity).items()
            if bool(before) != self.witnessed(entity)
        }

    def witnessed(self, entity: str) -> bool:
        """Whether two reports name an entity of which neither copies the other."""
        families: set[str] = set()
        for report in naming(self.shelf, entity):
            families.add(self.copies.copied(report).family)
            if len(families) > 1:
                return True
        return False

    def decided(self, reports: Sequence[str]) -> Known:
        """What the reports of one happening come to."""
        readings = tuple(self.reading(report) for report in reports)
        of = {local: entity for report in reports for local, entity in self.names.of(report).items()}
        experts = self._experts(readings, of)
        known: Known = {
            "within": {report: self.locals(report) for report in reports},
            "named": Entities(of=of),
            "copies": self._copies(reports),
            "dates": together({report: self.dated(report) for report in reports}),
            "witnessed": frozenset(entity for entity, seen in experts.items() if seen),
            "judgements": self._judgements,
            "as_of": self._as_of,
            "outlets": self._outlets,
        }
        return about(known, readings)

    def _experts(self, readings: Iterable[Reading], of: dict[str, str]) -> dict[str, bool]:
        """The experts that reports cite, each with whether others name him; noted, to be asked again."""
        found: dict[str, bool] = {}
        for reading in readings:
            cited = {of.get(each.speaker or "") for each in reading.attributions if each.expert} - {None}
            for entity in sorted(str(name) for name in cited):
                found.setdefault(entity, self.witnessed(entity))
                self.shelf.post("units.experts", reading.report.id, [(entity, int(found[entity]))])
        return found
