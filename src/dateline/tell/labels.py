"""Short names for reports: who published it and when, told apart where two would be alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from dateline.model import Reading
from dateline.store.view import Record
from dateline.tell.wording import day_words

_AT_ONCE = 500  # ids a query: SQLite's limit on variables is 999 in old builds


def labels(record: Record, reports: Iterable[str]) -> dict[str, str]:
    """Outlet and day of each report; its id where the outlet is unknown, and beside it where two would be alike."""
    wanted = list(dict.fromkeys(reports))
    rows: dict[str, tuple[str | None, str | None]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ",".join("?" * len(some))
        found = record.base.execute(f"select report, outlet, earliest from kept where report in ({marks})", some)
        rows |= {row[0]: (row[1], row[2]) for row in found}
    named = {report: _label(report, *rows.get(report, (None, None))) for report in wanted}
    often = Counter(named.values())
    return {r: label if often[label] == 1 or label == r else f"{label} ({r})" for r, label in named.items()}


def outlets(record: Record, reports: Iterable[str]) -> tuple[str, ...]:
    """The outlets of reports, each once; a report whose outlet is unknown stands for itself."""
    wanted = list(dict.fromkeys(reports))[:_AT_ONCE]
    marks = ",".join("?" * len(wanted))
    found = dict(record.base.execute(f"select report, outlet from kept where report in ({marks})", wanted).fetchall())
    return tuple(dict.fromkeys(found.get(report) or report for report in wanted))


def _label(report: str, outlet: str | None, day: str | None) -> str:
    if not outlet:
        return report
    return f"{outlet}, {day_words(date.fromisoformat(day))}" if day else outlet


def heading(reading: Reading) -> str:
    """The title of a report, else the headline in its text, else its id."""
    report = reading.report
    line = next((s for s in reading.segments if s.kind == "headline"), None)
    found = report.title or (report.text[line.start : line.end] if line else "")
    return " ".join(found.split()) or report.id
