"""The front page: what is in the record."""

from __future__ import annotations

from datetime import date
from typing import Any

from dateline.model import Discrepancy, Event, Story
from dateline.store.file import setting, unpack
from dateline.store.view import Record
from dateline.tell.labels import labels
from dateline.tell.wording import day_words
from dateline.web.charts.bars import columns
from dateline.web.charts.dots import origin_dots
from dateline.web.pages.events import choices
from dateline.web.remembered import remembered

MOST, PARTED, SOLE, STORIES = 8, 6, 8, 16  # entries of each list: what fits on two screens
_COUNTED = {
    "reports": "report",
    "events": "event where main = 1",
    "recalled events": "event where main = 0",
    "people": "entity where kind = 'person'",
    "organisations": "entity where kind in ('organization', 'group')",
    "places": "entity where kind in ('place', 'facility')",
    "disagreements": "discrepancy",
    "set aside": "aside",
}


def front(record: Record) -> dict[str, Any]:
    """Counts, reports over time, open disagreements, events that rest on one origin, stories."""
    base = record.base
    parted = _parted(record)
    cited = [report for _, found in parted for d in found for value in d.values for report in value.reports]
    sole = base.execute(
        "select body from event where main = 1 and origins = 1 and reports > 1 order by reports desc, id limit ?",
        (SOLE,),
    )
    stories = base.execute("select body from story order by events desc, id limit ?", (STORIES,))
    alone = [unpack(row[0], Event) for row in sole]
    most = base.execute("select body from event where main = 1 order by reports desc, id limit ?", (MOST,))
    told = [unpack(row[0], Event) for row in most]
    days = "select min(earliest), max(earliest), count(*) from kept where earliest = latest"
    first, last, dated = remembered(record, "days", lambda: base.execute(days).fetchone())
    counted = remembered(record, "progress", lambda: progress(record))
    return {
        "counts": counted,
        "undated": counted["reports"] - int(dated),
        "told": told,
        "dots": origin_dots(record, [*told, *alone, *(e for e, _ in parted)]),
        "outlets": int(base.execute("select count(distinct outlet) from kept").fetchone()[0]),
        "span": _between(first, last),
        "chart": remembered(record, "published", lambda: columns(_published(record))),
        "parted": parted,
        "labels": labels(record, cited),
        "sole": alone,
        "stories": [unpack(row[0], Story) for row in stories],
        "as_of": day_words(date.fromisoformat(seen)) if (seen := setting(base, "as_of")) else None,
        "unfinished": record.unfinished,
        "query": {},
        "choices": choices(record),
    }


def _between(first: str | None, last: str | None) -> str:
    """The days of publication from the first to the last, in words; an empty string where none is known."""
    if first is None or last is None:
        return ""
    ends = dict.fromkeys(day_words(date.fromisoformat(day)) for day in (first, last))
    return " to ".join(ends)


def progress(record: Record) -> dict[str, int]:
    """How many of everything the record holds now."""
    return {n: int(record.base.execute(f"select count(*) from {q}").fetchone()[0]) for n, q in _COUNTED.items()}


def _published(record: Record) -> list[tuple[str, str, int]]:
    rows = record.base.execute(
        "select earliest, coalesce(outlet, 'outlet unknown'), count(*) from kept where earliest = latest group by 1, 2"
    )
    return [(str(a), str(b), int(c)) for a, b, c in rows]


def _parted(record: Record) -> list[tuple[Event, list[Discrepancy]]]:
    """The events in most reports on whose slots accounts part."""
    rows = record.base.execute(
        "select e.body from event e where e.main = 1 and exists (select 1 from discrepancy d where d.event = e.id) "
        "order by e.reports desc, e.id limit ?",
        (PARTED,),
    )
    found = [unpack(row[0], Event) for row in rows]
    return [(event, record.discrepancies(event.id)) for event in found]
