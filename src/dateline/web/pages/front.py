"""The front page: what is in the record."""

from __future__ import annotations

from datetime import date
from typing import Any

from dateline.store.view import Record
from dateline.web.charts.bars import columns


def front(record: Record) -> dict[str, Any]:
    """Counts, reports over time, open disagreements, events that rest on one origin, stories."""
    base = record.base

    def count(query: str) -> int:
        return int(base.execute(f"select count(*) from {query}").fetchone()[0])

    dated = base.execute("select earliest, coalesce(outlet, 'outlet unknown') from kept where earliest is not null")
    chart = columns((date.fromisoformat(day), outlet) for day, outlet in dated)
    parted = [
        record.discrepancies(row[0])
        for row in base.execute("select distinct event from discrepancy order by event limit 12")
    ]
    sole = base.execute(
        "select id from event where main and origins = 1 and reports > 1 order by reports desc, id limit 12"
    )
    return {
        "counts": {
            "reports": count("report"),
            "events": count("event where main"),
            "recalled events": count("event where not main"),
            "people": count("entity where kind = 'person'"),
            "organisations": count("entity where kind in ('organization', 'group')"),
            "places": count("entity where kind in ('place', 'facility')"),
            "disagreements": count("discrepancy"),
            "set aside": count("aside"),
        },
        "chart": chart,
        "parted": [(record.event(found[0].event), found) for found in parted if found],
        "sole": [record.event(row[0]) for row in sole],
        "stories": record.stories()[:20],
        "as_of": record.as_of,
        "unfinished": record.unfinished,
    }
