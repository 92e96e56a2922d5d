"""People, organisations and places: their spellings, roles, events and statements; and pairs of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from dateline.model import Attribution, Entity, Event, Report
from dateline.store.file import unpack
from dateline.store.spelled import with_reports
from dateline.store.view import Record
from dateline.tell.labels import labels
from dateline.tell.names import apart, is_name, spellings
from dateline.web.charts.dots import origin_dots
from dateline.web.charts.scale import fit
from dateline.web.charts.timeline import drawable, quad

KINDS = (
    ("person", "people"),
    ("organization", "organisations"),
    ("group", "groups"),
    ("place", "places"),
    ("facility", "facilities"),
    ("document", "documents"),
)
PAGE = 200
READ_AT_ONCE = 600  # entities, of which those with a name are listed
READ = 40  # reports read for statements: under 1 ms each
SHOWN = 80  # events on the page of an entity; the timeline has them all
PARTNERS = 20  # with whom somebody is told of, by name, and by description
CITED = 4  # reports named beside a spelling or a role


def entities(record: Record, query: dict[str, str]) -> dict[str, Any]:
    """Entities of one kind, those in most reports first; with ``whole`` those of every kind."""
    whole = bool(query.get("whole"))
    kind = "" if whole else query.get("kind", "person")
    # ids first, from an index alone: rows hold whole bodies
    condition, values = ("1", ()) if whole else ("kind = ?", (kind,))
    rows = record.base.execute(
        f"select e.body from (select id from entity where {condition} order by weight desc, name, id limit ?) first "
        "cross join entity e on e.id = first.id order by e.weight desc, e.name, e.id",
        [*values, -1 if whole else READ_AT_ONCE],
    ).fetchall()
    found = [unpack(row[0], Entity) for row in rows]
    if not whole:  # who is only described ("two men") has a page, but no place among the names
        found = [e for e in found if is_name(e.name) != bool(query.get("described"))][:PAGE]
    found = [with_reports(record.base, one) for one in found]
    return {
        "kind": kind,
        "kinds": KINDS,
        "described": bool(query.get("described")),
        "entities": [(e, *spellings(e)) for e in found],
        "most": len(rows) + 1 if whole else PAGE,
    }


def entity(record: Record, identifier: str) -> dict[str, Any]:
    """One entity in full."""
    found = record.entity(identifier)
    events = _events(record, found)
    cited = [r for a in found.aliases for r in a.reports[:CITED]]
    cited += [r for role in found.roles for r in role.reports[:CITED]]
    statements = _statements(record, found.id)
    partners = record.base.execute(
        "select e.id, e.name, count(distinct p.event) n, e.kind from part p "
        "join part q on q.event = p.event and q.entity <> p.entity "
        "join entity e on e.id = q.entity where p.entity = ? group by e.id "
        "order by n desc, e.weight desc, e.name limit 60",
        (found.id,),
    ).fetchall()
    named, called = spellings(found)
    shown = events[:SHOWN]
    return {
        "entity": found,
        "named": named,
        "called": called,
        "events": shown,
        "dots": origin_dots(record, shown),
        "more": max(0, len(events) - SHOWN),
        "partners": apart((str(a), str(b), str(k), int(c)) for a, b, c, k in partners if is_name(str(b)))[:PARTNERS],
        "unnamed": [(str(a), str(b), int(c)) for a, b, c, _ in partners if not is_name(str(b))][:PARTNERS],
        "statements": statements,
        "labels": labels(record, [*cited, *(s[0] for s in statements)]),
        "alike": _alike(record, found),
    }


def _events(record: Record, found: Entity) -> list[Event]:
    """The events that somebody takes part in, or that fell on a place; main ones first."""
    events = {e.id: e for e in record.events_of(found.id)}
    if found.kind == "place":
        rows = record.base.execute(
            "select body from event where place = ? and main = 1 order by earliest is null, earliest, id limit ?",
            (found.name, SHOWN),
        )
        events |= {e.id: e for e in (unpack(row[0], Event) for row in rows)}
    return sorted(events.values(), key=lambda e: not e.main)


class _Spoken(msgspec.Struct, frozen=True):
    """Of a reading what is said in it: a third of the time that the whole takes."""

    report: Report
    attributions: tuple[Attribution, ...] = ()


def _statements(record: Record, identifier: str) -> list[tuple[str, str, int, int]]:
    """What somebody says in the first reports that name them: report, words and where they stand."""
    rows = record.base.execute(
        "select j.report, group_concat(j.local, '\n'), r.reading from joined j join report r on r.id = j.report "
        "where j.entity = ? group by j.report order by j.report limit ?",
        (identifier, READ),
    )
    found = []
    for name, own, blob in rows:
        spoken, locals_ = unpack(blob, _Spoken), set(own.split("\n"))
        for said in spoken.attributions:
            if said.speaker in locals_ and said.content:
                span = said.content[0]
                found.append((name, spoken.report.words(span), span.start, span.end))
    return found[:60]


def _alike(record: Record, found: Entity) -> list[tuple[str, str]]:
    last = found.name.split()[-1] if found.name.split() else found.name
    rows = record.base.execute(
        "select id, name from entity where kind = ? and id <> ? and name like ? order by weight desc, id limit 8",
        (found.kind, found.id, f"%{last}%"),
    )
    return [(str(a), str(b)) for a, b in rows]


def pair(record: Record, left: str, right: str) -> dict[str, Any]:
    """What two actors had to do with one another over time, cooperative above the line and conflictual below."""
    one, two = record.entity(left), record.entity(right)
    rows = record.base.execute(
        "select e.body from event e where e.id in (select event from part where entity = ?) "
        "and e.id in (select event from part where entity = ?) order by e.earliest is null, e.earliest, e.id",
        (one.id, two.id),
    )
    events = [unpack(row[0], Event) for row in rows]
    return {"left": one, "right": two, "events": events, "drawn": _dots(events), "dots": origin_dots(record, events)}


_HEIGHTS = {
    "material-cooperation": 30, "verbal-cooperation": 60, "other": 90, "verbal-conflict": 120, "material-conflict": 150,
}  # fmt: skip


def _dots(events: list[Event]) -> dict[str, Any]:
    placed: list[tuple[Event, tuple[date, date]]] = [(e, span) for e in events if (span := drawable(e))]
    scale = fit((span for _, span in placed), 150, 940)
    if scale is None:
        return {"dots": [], "ticks": []}
    dots = [
        {
            "event": e.id, "title": e.title, "quad": quad(e.action), "y": _HEIGHTS[quad(e.action)],
            "x": round((scale(first) + scale(last)) / 2, 1), "first": scale(first), "last": scale(last),
        }
        for e, (first, last) in placed
    ]  # fmt: skip
    return {"dots": dots, "ticks": list(scale.ticks()), "heights": _HEIGHTS}
