"""Lists of events: the timeline, filtered by actor, place, action, date, outlet or warning."""

from __future__ import annotations

from typing import Any

from dateline.knowledge.headlines import shortened
from dateline.store.view import Record
from dateline.tell.names import apart
from dateline.tell.wording import country_words
from dateline.web.charts.dots import origin_dots
from dateline.web.charts.timeline import timeline_chart
from dateline.web.remembered import remembered

PAGE = 60

_FILTERS = {
    "action": "e.action = ?",
    "place": "? in (e.country, e.place)",
    "story": "e.story = ?",
    "since": "e.latest >= ?",
    "until": "e.earliest <= ?",
    "actor": "e.id in (select event from part where entity = ?)",
    "outlet": "e.id in (select t.event from told t join kept k on k.report = t.report where k.outlet = ?)",
    "warning": "e.id in (select t.event from told t join warned w on w.report = t.report where w.kind = ?)",
}


def filtered(query: dict[str, str]) -> tuple[str, list[str]]:
    """The condition on events ``e`` that a query asks for, and its values."""
    where, values = ["1"], []
    for name, clause in _FILTERS.items():
        if query.get(name):
            where.append(clause)
            values.append(query[name])
    if not query.get("all"):
        where.append("e.main = 1")
    return " and ".join(where), values


def events(record: Record, query: dict[str, str]) -> dict[str, Any]:
    """A page of events by time, those that reports were written to tell unless ``all`` is asked.

    With ``whole`` all stand on one page, as a static site needs it.
    """
    condition, values = filtered(query)
    counting = f"select count(*) from event e where {condition}"
    total = remembered(record, (counting, *values), lambda: int(record.base.execute(counting, values).fetchone()[0]))
    size = total if query.get("whole") else PAGE
    page = max(1, int(query.get("page", "1")) if query.get("page", "1").isdigit() else 1)
    # ids first, from an index alone: sorting whole rows took eight times as long at 10,000 reports
    rows = record.base.execute(
        f"select e.id from event e where {condition} "
        "order by e.earliest is null, e.earliest, e.latest, e.id limit ? offset ?",
        [*values, size, (page - 1) * size],
    )
    found = [record.event(row[0]) for row in rows.fetchall()]
    return {
        "events": found,
        "dots": origin_dots(record, found),
        "by": "time",
        "chart": timeline_chart(found),
        "total": total,
        "page": page,
        "pages": -(-total // max(size, 1)),
        "query": {name: value for name, value in query.items() if value},
        "choices": choices(record),
    }


def choices(record: Record) -> dict[str, list[tuple[str, str]]]:
    """What the filters offer; it takes reading every part of every event."""
    return remembered(record, "choices", lambda: _choices(record))


def _choices(record: Record) -> dict[str, list[tuple[str, str]]]:
    base = record.base
    actors = base.execute(
        "select e.id, e.name, e.kind from entity e join "
        "(select entity, count(*) n from part group by entity order by n desc, entity limit 60) p "
        "on p.entity = e.id order by e.name"
    ).fetchall()
    return {
        "action": [
            (r[0], r[0]) for r in base.execute("select distinct action from event where main = 1 order by action")
        ],
        "place": [
            (r[0], country_words(r[0]))
            for r in base.execute("select distinct country from event where country is not null order by 1")
        ],
        "outlet": [
            (r[0], r[0]) for r in base.execute("select distinct outlet from kept where outlet is not null order by 1")
        ],
        "actor": [(a, b) for a, b, _ in apart((str(a), str(b), str(k), 0) for a, b, k in actors)],
        "story": [
            (str(a), shortened(str(b), 60))
            for a, b in base.execute("select id, title from story order by events desc, id limit 60")
        ],
        "warning": [
            (r[0], r[0].replace("_", " ")) for r in base.execute("select distinct kind from warned order by kind")
        ],
    }
