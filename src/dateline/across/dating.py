"""Undated reports and half-dated claims placed in time by reasoning over what all reports say.

Days are sets, words are constraints on them: "Tuesday" makes a day a Tuesday at most six days before the report came
out, "weeks after the visit" ties two days, two reports of one happening share its day, and no report knows of what came
after it. What the constraints leave is written down with the sentences that led there; nothing else is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.across.days.kept import KeptDates
from dateline.across.days.worn import is_open, together, worn
from dateline.across.identity.bearers import locals_of
from dateline.across.identity.bearing import file_named, named_in
from dateline.matching import Heap
from dateline.model import Dates, Entities, Reading


def dating(readings: Sequence[Reading], entities: Entities, as_of: date) -> Dates:
    """Date reports and claims as far as the words and the reasoning fix them.

    Events are not asked: what they would hold together while days are unknown may be two happenings.
    """
    found = worn(readings)
    if not any(is_open(found.published.get(reading.report.id)) for reading in readings):
        return found
    known = {reading.report.id: reading for reading in readings}
    shelf, of = Heap(), entities.of
    resolved: dict[str, dict[str, str]] = {}
    for name, reading in known.items():
        locals_ = locals_of(reading)
        resolved[name] = {local.id: of[local.id] for local in locals_ if local.id in of}
        file_named(shelf, name, named_in(locals_, of))
    kept = KeptDates(shelf, known.__getitem__, resolved.__getitem__, entities.called.get, as_of)
    kept.update(sorted(known), {}, ())
    return together({name: kept.dated(name) for name in known})
