"""The record as a reader sees it: reports with all that was found in them, and what was decided across them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from dateline.model import (
    Claim,
    DatelineError,
    Decision,
    Discrepancy,
    Entity,
    Event,
    Kept,
    Origin,
    Reading,
    Story,
    When,
)
from dateline.store.changes import became
from dateline.store.file import connect, setting, unpack
from dateline.store.judgements import standing
from dateline.store.named import alike, identified
from dateline.store.spelled import with_reports
from dateline.store.tenure import Published, with_times


class Record:
    """A record file opened for reading. Objects come sorted by id, each claim and mention with its decided entity."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self.base = connect(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.base.close()

    @property
    def as_of(self) -> date:
        """The day from which the record looks back."""
        stored = setting(self.base, "as_of")
        if stored is None:
            raise DatelineError(
                f"{self.path}: the build was stopped before it was done; finish it with: dateline build -r {self.path}"
            )
        return date.fromisoformat(stored)

    @property
    def settings(self) -> dict[str, str | int | float | bool | None]:
        """The settings that the record was made with."""
        return dict(json.loads(setting(self.base, "settings") or "{}"))

    @property
    def unfinished(self) -> bool:
        """Say whether reports have come in that nothing was decided about yet."""
        return bool(setting(self.base, "unfinished"))

    def report_ids(self) -> list[str]:
        """The ids of all reports, sorted."""
        return [row[0] for row in self.base.execute("select id from report order by id")]

    def reading(self, report: str) -> Reading:
        """A report with everything found in it, its entities, dates, events and origins as decided."""
        row = self.base.execute("select reading from report where id = ?", (report,)).fetchone()
        if row is None:
            raise DatelineError(f"there is no report {report!r} in {self.path}; its reports: dateline search WORDS")
        return self._decided(unpack(row[0], Reading))

    def readings(self) -> Iterator[Reading]:
        """Every report with everything found in it."""
        for report in self.report_ids():
            yield self.reading(report)

    def _decided(self, reading: Reading) -> Reading:
        key = (reading.report.id,)
        of = dict(self.base.execute("select local, entity from joined where report = ?", key))
        told = {
            row[0]: row[1:] for row in self.base.execute("select claim, event, body from told where report = ?", key)
        }
        rooted = dict(self.base.execute("select attribution, origin from rooted where report = ?", key))
        return replace(
            reading,
            mentions=tuple(replace(m, entity=of.get(m.entity, "")) for m in reading.mentions),
            attributions=tuple(
                replace(
                    a,
                    speaker=of.get(a.speaker or ""),
                    chain=tuple(replace(link, entity=of.get(link.entity or "")) for link in a.chain),
                    origin=rooted.get(a.id),
                )
                for a in reading.attributions
            ),
            claims=tuple(_claim(c, of, told.get(c.id, (None, None))) for c in reading.claims),
        )

    def kept(self, report: str) -> Kept | None:
        """What was decided about a report; None where its build was stopped before that."""
        row = self.base.execute("select body from kept where report = ?", (report,)).fetchone()
        return None if row is None else unpack(row[0], Kept)

    def entities(self) -> Iterator[Entity]:
        """Every entity, its roles with the days of the reports that give them."""
        rows = self.base.execute("select body from kept")
        days = {found.report: found.published for (body,) in rows if (found := unpack(body, Published))}
        return (with_times(with_reports(self.base, one), days.get) for one in self._all("entity", Entity))

    def entity(self, identifier: str) -> Entity:
        """The entity with this id, the beginning of one, or this name."""
        return with_times(with_reports(self.base, self._one("entity", identifier, Entity)), self._published)

    def _published(self, report: str) -> When | None:
        row = self.base.execute("select body from kept where report = ?", (report,)).fetchone()
        return unpack(row[0], Published).published if row else None

    def events(self) -> Iterator[Event]:
        """Every event."""
        return self._all("event", Event)

    def event(self, identifier: str) -> Event:
        """The event with this id, the beginning of one, or this title; or what an event of this id has become."""
        return self._one("event", became(self.base, identifier), Event)

    def events_of(self, entity: str) -> list[Event]:
        """The events that an entity acts in or is dealt with in, earliest first."""
        rows = self.base.execute(
            "select distinct e.body, e.earliest, e.id from part p join event e on e.id = p.event where p.entity = ? "
            "order by e.earliest is null, e.earliest, e.id",
            (entity,),
        )
        return [unpack(row[0], Event) for row in rows]

    def timeline(self, *, main: bool = False) -> list[Event]:
        """Events by their earliest day, undated ones last; with ``main`` only those that a report was written for."""
        rows = self.base.execute(
            f"select body from event {'where main' if main else ''} order by earliest is null, earliest, latest, id"
        )
        return [unpack(row[0], Event) for row in rows]

    def claims_of(self, event: str) -> list[Claim]:
        """The claims that make up an event, report by report."""
        rows = self.base.execute(
            "select report, claim from told where event = ? order by report, claim", (event,)
        ).fetchall()
        wanted = {claim for _, claim in rows}
        return [
            claim
            for report in dict.fromkeys(report for report, _ in rows)
            for claim in self.reading(report).claims
            if claim.id in wanted
        ]

    def origins(self) -> Iterator[Origin]:
        """Every origin."""
        return self._all("origin", Origin)

    def origin(self, identifier: str) -> Origin:
        """The origin with this id."""
        return self._one("origin", identifier, Origin)

    def discrepancies(self, event: str | None = None) -> list[Discrepancy]:
        """Where accounts part, in the whole record or on one event."""
        where, values = ("where event = ?", (event,)) if event else ("", ())
        return [
            unpack(row[0], Discrepancy)
            for row in self.base.execute(f"select body from discrepancy {where} order by id", values)
        ]

    def stories(self) -> list[Story]:
        """Every story, by the day it begins."""
        rows = self.base.execute("select body from story order by earliest is null, earliest, id")
        return [unpack(row[0], Story) for row in rows]

    def decisions(self) -> Iterator[Decision]:
        """Every decision, those of people first."""
        yield from standing(self.base)
        yield from self._all("decision", Decision)

    def _all[T](self, table: str, kind: type[T]) -> Iterator[T]:
        for (blob,) in self.base.execute(f"select body from {table} order by id"):
            yield unpack(blob, kind)

    def _one[T](self, table: str, identifier: str, kind: type[T]) -> T:
        row = self.base.execute(f"select body from {table} where id = ?", (identifier,)).fetchone()
        if row is None and (meant := identified(self.base, table, identifier)):
            row = self.base.execute(f"select body from {table} where id = ?", (meant,)).fetchone()
        if row is None:
            near = alike(self.base, table, identifier)
            raise DatelineError(f"there is no {table} {identifier!r} in {self.path}{near}")
        return unpack(row[0], kind)


def _claim(claim: Claim, of: dict[str, str], told: tuple[str | None, bytes | None]) -> Claim:
    event, dated = told
    return replace(
        claim,
        actors=tuple(replace(p, entity=of.get(p.entity or "")) for p in claim.actors),
        recipients=tuple(replace(p, entity=of.get(p.entity or "")) for p in claim.recipients),
        quantities=tuple(replace(q, whose=of.get(q.whose, q.whose)) if q.whose else q for q in claim.quantities),
        when=unpack(dated, When) if dated else claim.when,
        event=event,
    )
