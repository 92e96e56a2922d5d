"""What was decided across reports, written down whole: one transaction, so that a reader sees the old or the new."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from dateline.model import Decided, Event, Participant, Place, Reading, When
from dateline.store.changes import before, put_changes
from dateline.store.file import pack, put_setting, transaction

_DERIVED = (
    "kept", "joined", "told", "rooted", "entity", "event", "part", "origin", "discrepancy", "story", "decision",
    "warned",
)  # fmt: skip


def put_decided(base: sqlite3.Connection, readings: Sequence[Reading], decided: Decided, as_of: date) -> None:
    """Replace everything derived by what was decided now."""
    with transaction(base):
        old = before(base)
        for table in _DERIVED:
            base.execute(f"delete from {table}")
        _put_reports(base, readings, decided)
        _put_entities(base, readings, decided)
        _put_events(base, decided)
        _put_rest(base, decided)
        put_changes(base, old, decided.origins.events)
        put_setting(base, "as_of", as_of.isoformat())
        put_setting(base, "unfinished", "")


def _put_reports(base: sqlite3.Connection, readings: Sequence[Reading], decided: Decided) -> None:
    outlets = {r.report.id: r.report.outlet.name for r in readings if r.report.outlet}
    base.executemany(
        "insert into kept values (?,?,?,?,?,?,?,?,?)",
        (
            (
                k.report,
                k.main_event,
                k.story,
                k.copy_of,
                k.copy_family,
                outlets.get(k.report),
                *_ends(k.published),
                pack(k),
            )
            for k in decided.kept
        ),
    )
    base.executemany(
        "insert or ignore into warned values (?,?)", ((w.kind, k.report) for k in decided.kept for w in k.warnings)
    )
    of, dates = decided.events.of, decided.dates.claims
    base.executemany(
        "insert into told values (?,?,?,?)",
        (
            (claim.report, claim.id, of.get(claim.id), pack(dates[claim.id]) if claim.id in dates else None)
            for reading in readings
            for claim in reading.claims
        ),
    )
    rooted = decided.origins.of
    base.executemany(
        "insert into rooted values (?,?,?)",
        ((a.report, a.id, rooted[a.id]) for r in readings for a in r.attributions if a.id in rooted),
    )


def _ends(when: When | None) -> tuple[str | None, str | None]:
    if when is None:
        return None, None
    return (
        when.earliest.isoformat() if when.earliest else None,
        when.latest.isoformat() if when.latest else None,
    )


def _put_entities(base: sqlite3.Connection, readings: Sequence[Reading], decided: Decided) -> None:
    entities = decided.entities
    base.executemany(
        "insert into joined values (?,?,?)",
        (
            (reading.report.id, local, entities.of[local])
            for reading in readings
            for local in sorted({m.entity for m in reading.mentions})
            if local in entities.of
        ),
    )
    base.executemany(
        "insert into entity values (?,?,?,?,?)",
        ((e.id, e.kind, e.name, len({r for a in e.aliases for r in a.reports}), pack(e)) for e in entities.found),
    )


def _put_events(base: sqlite3.Connection, decided: Decided) -> None:
    known = {e.id for e in decided.entities.found}
    story_of = {event: story.id for story in decided.stories for event in story.events}

    def joined(people: Iterable[Participant]) -> tuple[Participant, ...]:
        of = decided.entities.of
        return tuple(replace(p, entity=p.entity if p.entity in known else of.get(p.entity or "")) for p in people)

    parts: set[tuple[str, str, str]] = set()
    for given in decided.origins.events:
        event = replace(given, actors=joined(given.actors), recipients=joined(given.recipients))
        parts |= {(event.id, p.entity, "actor") for p in event.actors if p.entity}
        parts |= {(event.id, p.entity, "recipient") for p in event.recipients if p.entity}
        base.execute(
            "insert into event values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", _event_row(event, story_of.get(event.id))
        )
    base.executemany("insert into part values (?,?,?)", sorted(parts))


def _event_row(event: Event, story: str | None) -> tuple[object, ...]:
    place = event.place or Place(name=None)
    return (
        event.id, event.title, event.action, event.modality, int(event.main), *_ends(event.when or event.period),
        len(event.reports), event.independent_origins, story, place.country, pack(event),
        place.name, place.admin1, place.latitude, place.longitude,
    )  # fmt: skip


def _put_rest(base: sqlite3.Connection, decided: Decided) -> None:
    base.executemany("insert into origin values (?,?)", ((o.id, pack(o)) for o in decided.origins.found))
    base.executemany(
        "insert into discrepancy values (?,?,?,?,?)",
        ((d.id, d.event, d.slot, d.relation, pack(d)) for d in decided.discrepancies),
    )
    first = {e.id: _ends(e.when or e.period)[0] for e in decided.origins.events}
    base.executemany(
        "insert into story values (?,?,?,?,?)",
        (
            (s.id, s.title, min((day for e in s.events if (day := first.get(e))), default=None), len(s.events), pack(s))
            for s in decided.stories
        ),
    )
    decisions = {d.id: d for part in (decided.copies, decided.entities, decided.events) for d in part.decisions}
    base.executemany(
        "insert into decision values (?,?,?,?,?,?)",
        ((d.id, d.about, d.left, d.right, d.verdict, pack(d)) for d in decisions.values()),
    )
