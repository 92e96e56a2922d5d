"""The timeline in lanes, by actor or by story."""

from __future__ import annotations

from typing import Any

from dateline.model import DatelineError, Event
from dateline.store.file import unpack
from dateline.store.view import Record
from dateline.tell.names import is_name
from dateline.web.charts.dots import origin_dots
from dateline.web.charts.lanes import lane_chart
from dateline.web.pages.events import choices, filtered

PAGE = 20  # lanes
EACH = 40  # events of a lane: what can be told apart on it
_ACTORS = (
    "select n.id, n.name, count(distinct e.id) c from event e join part p on p.event = e.id "
    "join entity n on n.id = p.entity where n.kind in ('person', 'organization', 'group') and {} "
    "group by n.id order by c desc, n.name, n.id"
)
_STORIES = (
    "select s.id, s.title, count(*) c from event e join story s on s.id = e.story where {} "
    "group by s.id order by c desc, s.earliest is null, s.earliest, s.id"
)
_LANES = {
    "actor": (_ACTORS, "e.id in (select event from part where entity = ?)"),
    "story": (_STORIES, "e.story = ?"),
}


def lanes(record: Record, by: str, query: dict[str, str]) -> dict[str, Any]:
    """Events in lanes, the fullest first, under the same filters as the timeline."""
    if by not in _LANES:
        raise DatelineError(f"there are no lanes by {by!r}; known are: {', '.join(_LANES)}")
    groups, of = _LANES[by]
    condition, values = filtered(query)
    found = record.base.execute(groups.format(condition), values).fetchall()
    if by == "actor":
        found = [row for row in found if is_name(str(row[1]))]
    page = max(1, int(query["page"]) if query.get("page", "").isdigit() else 1)
    shown = found[(page - 1) * PAGE : page * PAGE]
    rows = [(str(i), str(name), _events(record, f"{condition} and {of}", [*values, i]), int(n)) for i, name, n in shown]
    return {
        "by": by,
        "chart": lane_chart(rows),
        "dots": origin_dots(record, [event for _, _, events, _ in rows for event in events]),
        "total": len(found),
        "page": page,
        "pages": max(1, -(-len(found) // PAGE)),
        "query": {name: value for name, value in query.items() if value and name != "whole"},
        "choices": choices(record),
    }


def _events(record: Record, condition: str, values: list[str]) -> list[Event]:
    rows = record.base.execute(
        f"select e.body from event e where {condition} order by e.earliest is null, e.earliest, e.latest, e.id limit ?",
        [*values, EACH],
    )
    return [unpack(row[0], Event) for row in rows]
