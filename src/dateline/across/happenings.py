"""Reports to happenings: which reports were written about one thing and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from dateline.across.alike import HAPPENING
from dateline.across.judged import on_reports
from dateline.across.told import Told, block_keys, told
from dateline.matching import Comparison, cluster, decision, pairs
from dateline.matching.block import Pair
from dateline.model import Copies, Dates, Decision, Reading

KEPT = 0.05  # scores below are as good as none: they are neither kept nor told


class Happenings(msgspec.Struct, frozen=True):
    """Groups of report ids, and the decisions that made them."""

    groups: tuple[tuple[str, ...], ...]
    decisions: tuple[Decision, ...]


def happenings(readings: Sequence[Reading], copies: Copies, dates: Dates, judgements: Sequence[Decision]) -> Happenings:
    """Group reports by what they tell; a report like no other stands alone."""
    reports, judged = told(readings, copies, dates), on_reports(judgements, readings)
    found = compared(reports)
    scores = {pair: comparison.score for pair, comparison in found.items()}

    def score(left: str, right: str) -> float:
        return HAPPENING.compare(reports[left], reports[right]).score

    groups = cluster(reports, scores, score, same=HAPPENING.same, joined=judged.same, parted=judged.different)
    return Happenings(tuple(groups), _rows(found))


def compared(reports: Mapping[str, Told]) -> dict[Pair, Comparison]:
    """The comparisons of all pairs that share enough keys, as far as they say something."""
    likely = pairs({name: block_keys(one) for name, one in reports.items()})
    found = {(left, right): HAPPENING.compare(reports[left], reports[right]) for left, right in likely}
    return {pair: comparison for pair, comparison in found.items() if comparison.score >= KEPT}


def _rows(found: Mapping[Pair, Comparison]) -> tuple[Decision, ...]:
    rows: Sequence[Decision] = [
        decision("event", left, right, comparison, same=HAPPENING.same, unsure=HAPPENING.unsure)
        for (left, right), comparison in sorted(found.items())
        if comparison.score >= HAPPENING.unsure or comparison.vetoed
    ]
    return tuple(rows)
