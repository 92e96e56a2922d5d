"""Plain lists: the reports, the digest, the judgements."""

from __future__ import annotations

from datetime import date
from typing import Any

from dateline.model import DatelineError
from dateline.store.changes import changes as changed
from dateline.store.judgements import judgements
from dateline.store.reports import aside
from dateline.store.view import Record
from dateline.tell.digest import digest as sections
from dateline.tell.digest import digest_pages, digest_part
from dateline.tell.judged import side
from dateline.web.remembered import remembered

PAGE = 100
EVENTS = 30  # about so many on a page of the digest


def reports(record: Record, query: dict[str, str]) -> dict[str, Any]:
    """Reports by day of publication."""
    total = int(record.base.execute("select count(*) from report").fetchone()[0])
    page = max(1, int(query["page"]) if query.get("page", "").isdigit() else 1)
    size = max(total, 1) if query.get("whole") else PAGE
    # the page's reports first, from an index: the table of reports holds their texts
    rows = record.base.execute(
        "select r.id, r.title, k.outlet, k.earliest, e.id, e.title from (select report, earliest, row_number() over "
        "(order by earliest is null, earliest, report) place from kept order by place limit ? offset ?) p "
        "join report r on r.id = p.report join kept k on k.report = r.id left join event e on e.id = k.main_event "
        "order by p.place",
        (size, (page - 1) * size),
    ).fetchall()
    return {"rows": rows, "total": total, "page": page, "pages": -(-total // size), "aside": aside(record.base)[:200]}


def digest(record: Record, query: dict[str, str], by: str = "story") -> dict[str, Any]:
    """The digest, story by story or day by day, some of them a page; with ``whole`` all of it."""
    if query.get("whole"):
        return {"sections": sections(record, by=by), "page": 1, "pages": 1, "by": by}
    parts = remembered(record, ("digest", by), lambda: digest_pages(record, EVENTS, by)) or [[]]
    page = min(max(1, int(query["page"]) if query.get("page", "").isdigit() else 1), len(parts))
    return {"sections": digest_part(record, parts[page - 1], by), "page": page, "pages": len(parts), "by": by}


def changes(record: Record, query: dict[str, str]) -> dict[str, Any]:
    """What builds changed, people's judgements, and when reports came in."""
    arrivals = record.base.execute("select substr(arrived, 1, 10), count(*) from report group by 1 order by 1 desc")
    since = query.get("since", "")
    try:
        day = date.fromisoformat(since) if since else None
    except ValueError as error:
        raise DatelineError(f"{since!r} is not a day; write it as YYYY-MM-DD") from error
    return {
        "judgements": [(j, side(record, j.left), side(record, j.right)) for j in reversed(judgements(record.base))],
        "unfinished": record.unfinished,
        "arrivals": arrivals.fetchall(),
        "changes": changed(record.base, day)[:500],
        "since": since,
    }
