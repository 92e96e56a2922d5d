"""What was decided across reports, written down whole: one transaction, so that a reader sees the old or the new."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from dateline.model import Decided, Decision, Entity, Event, Kept, Origin, Participant, Place, Reading, Story, When
from dateline.store.changes import before, put_changes
from dateline.store.file import pack, put_setting, transaction
from dateline.store.spelled import Said, bare, said

_DERIVED = (
    "kept", "joined", "told", "rooted", "entity", "event", "part", "origin", "discrepancy", "story", "decision",
    "warned",
)  # fmt: skip

_IN_PLACE = (
    "on conflict (id) do update set "
    "kind = excluded.kind, name = excluded.name, weight = excluded.weight, body = excluded.body"
)


def put_decided(base: sqlite3.Connection, readings: Sequence[Reading], decided: Decided, as_of: date) -> None:
    """Replace everything derived by what was decided now."""
    with transaction(base):
        old = before(base)
        clear(base)
        put_kept(base, readings, decided.kept)
        put_part(base, readings, decided, said(decided.entities.found))
        put_entities(base, decided.entities.found, Counter(decided.entities.of.values()))
        put_origins(base, decided.origins.found)
        put_stories(base, decided.stories)
        decisions = (decided.copies, decided.entities, decided.events)
        put_decisions(base, {d.id: d for part in decisions for d in part.decisions})
        put_changes(base, old, decided.origins.events)
        finish(base, as_of, "")


def clear(base: sqlite3.Connection) -> None:
    """Take out everything derived."""
    for table in _DERIVED:
        base.execute(f"delete from {table}")
    put_setting(base, "decided", "")


def finish(base: sqlite3.Connection, as_of: date, basis: str) -> None:
    """Say that all is decided, as of a day; ``basis`` is what a later build must share to go on from here."""
    put_setting(base, "as_of", as_of.isoformat())
    put_setting(base, "basis", basis)
    put_setting(base, "unfinished", "")
    put_setting(base, "decided", str(base.execute("select max(number) from report").fetchone()[0] or ""))


def put_part(
    base: sqlite3.Connection, readings: Sequence[Reading], decided: Decided, spelled: Mapping[tuple[str, str], Said]
) -> None:
    """Write down what was decided on some reports and their events; what was there of them is taken out before.

    ``spelled`` is what reports say of entities, by entity and report.
    """
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
    _put_joined(base, readings, decided, spelled)
    _put_events(base, decided)
    base.executemany(
        "insert or replace into discrepancy values (?,?,?,?,?)",
        ((d.id, d.event, d.slot, d.relation, pack(d)) for d in decided.discrepancies),
    )


def take_out(base: sqlite3.Connection, reports: Iterable[str], events: Iterable[str], parted: Iterable[str]) -> None:
    """Take out what `put_part` wrote on these reports, events and discrepancies."""
    gone, left = [(report,) for report in reports], [(event,) for event in events]
    for table in ("told", "rooted", "joined"):
        base.executemany(f"delete from {table} where report = ?", gone)
    base.executemany("delete from event where id = ?", left)
    base.executemany("delete from part where event = ?", left)
    base.executemany("delete from discrepancy where event = ?", left)
    base.executemany("delete from discrepancy where id = ?", ((name,) for name in parted))


def put_kept(base: sqlite3.Connection, readings: Iterable[Reading], kept: Iterable[Kept]) -> None:
    """Write down what was decided about each report, in the place of what was there."""
    outlets = {r.report.id: r.report.outlet.name for r in readings if r.report.outlet}
    for k in kept:
        base.execute("delete from warned where report = ?", (k.report,))
        base.execute(
            "insert or replace into kept values (?,?,?,?,?,?,?,?,?)",
            (
                k.report,
                k.main_event,
                k.story,
                k.copy_of,
                k.copy_family,
                outlets.get(k.report),
                *_ends(k.published),
                pack(k),
            ),
        )
        base.executemany("insert or ignore into warned values (?,?)", ((w.kind, k.report) for w in k.warnings))


def _ends(when: When | None) -> tuple[str | None, str | None]:
    if when is None:
        return None, None
    return (
        when.earliest.isoformat() if when.earliest else None,
        when.latest.isoformat() if when.latest else None,
    )


def _put_joined(
    base: sqlite3.Connection, readings: Sequence[Reading], decided: Decided, spelled: Mapping[tuple[str, str], Said]
) -> None:
    of = decided.entities.of
    for reading in readings:
        report, seen = reading.report.id, set[str]()
        for local in sorted({m.entity for m in reading.mentions} & of.keys()):
            entity = of[local]
            told = None if entity in seen else spelled.get((entity, report))  # once, though two of a report are one
            seen.add(entity)
            base.execute("insert into joined values (?,?,?,?)", (report, local, entity, told and pack(told)))


def put_entities(base: sqlite3.Connection, found: Iterable[Entity], weights: Mapping[str, int]) -> None:
    """Write down entities, in the place of what was there; ``weights`` say as how many of single reports each is."""
    base.executemany(
        f"insert into entity values (?,?,?,?,?) {_IN_PLACE}",
        ((e.id, e.kind, e.name, weights[e.id], pack(bare(e))) for e in found),
    )


def _put_events(base: sqlite3.Connection, decided: Decided) -> None:
    of = decided.entities.of

    def joined(people: Iterable[Participant]) -> tuple[Participant, ...]:
        return tuple(replace(p, entity=of.get(p.entity or "")) for p in people)

    parts: set[tuple[str, str, str]] = set()
    for given in decided.origins.events:
        event = replace(given, actors=joined(given.actors), recipients=joined(given.recipients))
        parts |= {(event.id, p.entity, "actor") for p in event.actors if p.entity}
        parts |= {(event.id, p.entity, "recipient") for p in event.recipients if p.entity}
        base.execute("insert into event values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", _event_row(event))
    base.executemany("insert into part values (?,?,?)", sorted(parts))


def _event_row(event: Event) -> tuple[object, ...]:
    place = event.place or Place(name=None)
    return (
        event.id, event.title, event.action, event.modality, int(event.main), *_ends(event.when or event.period),
        len(event.reports), event.independent_origins, None, place.country, pack(event),
        place.name, place.admin1, place.latitude, place.longitude,
    )  # fmt: skip


def put_origins(base: sqlite3.Connection, found: Iterable[Origin]) -> None:
    """Write down origins, in the place of what was there."""
    in_place = "on conflict (id) do update set body = excluded.body, entity = excluded.entity"
    base.executemany(f"insert into origin values (?,?,?) {in_place}", ((o.id, pack(o), o.entity) for o in found))


def put_decisions(base: sqlite3.Connection, rows: Mapping[str, Decision | None]) -> None:
    """Write down decisions by their ids, and take out those that are None."""
    base.executemany("delete from decision where id = ?", ((name,) for name, row in rows.items() if row is None))
    base.executemany(
        "insert or replace into decision values (?,?,?,?,?,?)",
        ((d.id, d.about, d.left, d.right, d.verdict, pack(d)) for d in rows.values() if d is not None),
    )


def put_stories(base: sqlite3.Connection, found: Iterable[Story]) -> None:
    """Write down stories, in the place of what was there, and of each event which it is of."""
    for story in found:
        first: list[str] = []
        for event in story.events:
            row = base.execute("select earliest, story from event where id = ?", (event,)).fetchone()
            first += [row[0]] if row[0] else []
            if row[1] != story.id:
                base.execute("update event set story = ? where id = ?", (story.id, event))
        days = min(first, default=None)
        row = (story.id, story.title, days, len(story.events), pack(story))
        base.execute("insert or replace into story values (?,?,?,?,?)", row)
