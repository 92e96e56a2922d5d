"""Reports to happenings: which reports were written about one thing and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from dateline.across.event.judged import on_reports
from dateline.across.happening.alike import HAPPENING
from dateline.across.happening.told import Told, block_keys, told
from dateline.matching import Groups, Heap, Judged, Shelf, by_table
from dateline.model import Copies, Dates, Decision, Reading


class Happenings(msgspec.Struct, frozen=True):
    """Groups of report ids, and the decisions that made them."""

    groups: tuple[tuple[str, ...], ...]
    decisions: tuple[Decision, ...]


def happenings(readings: Sequence[Reading], copies: Copies, dates: Dates, judgements: Sequence[Decision]) -> Happenings:
    """Group reports by what they tell; a report like no other stands alone."""
    reports = told(readings, copies, dates)
    known = {reading.report.id: reading for reading in readings}
    found = grouping(Heap(), reports.__getitem__, on_reports(judgements, known.get)).update(
        {name: block_keys(one) for name, one in reports.items()}
    )
    rows = sorted((row for row in found.rows.values() if row), key=lambda row: (row.left, row.right))
    return Happenings(found.fresh, tuple(rows))


def grouping(shelf: Shelf, of: Callable[[str], Told], judged: Judged) -> Groups:
    """The groups of reports on a shelf; ``of`` gives what is compared of each."""

    def ahead(reports: Iterable[str]) -> None:
        shelf.fetch("told.of", reports, Told)

    return by_table(shelf, "told", HAPPENING, of, judged, about="event", ahead=ahead)
