"""The timeline in lanes, by actor or by story."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from dateline.model import DatelineError, Event
from dateline.store.file import unpack
from dateline.store.view import Record
from dateline.tell.names import is_name
from dateline.web.charts.dots import origin_dots
from dateline.web.charts.lanes import lane_chart
from dateline.web.pages.events import choices, filtered
from dateline.web.remembered import remembered

PAGE = 12  # lanes: what two screens hold
EACH = 30  # events of a lane: what can be told apart on it
_ACTORS = (
    "select p.entity, count(distinct e.id) c from event e join part p on p.event = e.id where {} "
    "group by p.entity order by c desc, p.entity"
)
# without a filter no event need be looked at: a quarter of the time at 10,000 reports
_ALL_ACTORS = "select entity, count(distinct event) c from part group by entity order by c desc, entity"
_STORIES = "select e.story, count(*) c from event e where {} and e.story is not null group by 1 order by c desc, 1"
_LANES = {
    "actor": (_ACTORS, "entity", "name", "(select distinct event id from part where entity = ?)"),
    "story": (_STORIES, "story", "title", "(select id from event where story = ?)"),
}
_KINDS = ("person", "organization", "group")


def lanes(record: Record, by: str, query: dict[str, str]) -> dict[str, Any]:
    """Events in lanes, the fullest first, under the same filters as the timeline."""
    if by not in _LANES:
        raise DatelineError(f"there are no lanes by {by!r}; known are: {', '.join(_LANES)}")
    groups, table, column, of = _LANES[by]
    condition, values = filtered(query)
    if by == "actor" and condition == "1":
        groups = _ALL_ACTORS
    page = max(1, int(query["page"]) if query.get("page", "").isdigit() else 1)
    ranked = remembered(
        record,
        ("lanes", by, condition, *values),
        lambda: record.base.execute(groups.format(condition), values).fetchall(),
    )
    found = list(islice(_named(record, ranked, table, column), (page - 1) * PAGE, page * PAGE + 1))
    rows = [(i, name, _events(record, of, condition, [i, *values]), n) for i, name, n in found[:PAGE]]
    return {
        "by": by,
        "chart": lane_chart(rows),
        "dots": origin_dots(record, [event for _, _, events, _ in rows for event in events]),
        "page": page,
        "pages": page + (len(found) > PAGE),
        "query": {name: value for name, value in query.items() if value and name != "whole"},
        "choices": choices(record),
    }


def _named(record: Record, ranked: list[tuple[str, int]], table: str, column: str) -> Iterator[tuple[str, str, int]]:
    """Lanes with their names, in order; actors that no report names are left out."""
    kind = "kind" if table == "entity" else "null"
    for identifier, count in ranked:
        row = record.base.execute(f"select {column}, {kind} from {table} where id = ?", (identifier,)).fetchone()
        if row and (table != "entity" or (row[1] in _KINDS and is_name(row[0]))):
            yield identifier, row[0], count


def _events(record: Record, of: str, condition: str, values: list[str]) -> list[Event]:
    """The first events of a lane. Its own few first, hence the cross join: SQLite would go through all by time."""
    rows = record.base.execute(
        f"select e.body from {of} own cross join event e on e.id = own.id where {condition} "
        "order by e.earliest is null, e.earliest, e.latest, e.id limit ?",
        [*values, EACH],
    )
    return [unpack(row[0], Event) for row in rows]
