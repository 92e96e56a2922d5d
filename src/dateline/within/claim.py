"""Who did what to whom, where and when: one claim for each clause or nominal that tells of a happening."""

from __future__ import annotations

from dateline.model import Attribution, Claim, Mention, Report, Segment, Time
from dateline.within.parse import Parse


def claims(
    report: Report,  # noqa: ARG001
    segments: tuple[Segment, ...],  # noqa: ARG001
    parse: Parse,  # noqa: ARG001
    mentions: tuple[Mention, ...],  # noqa: ARG001
    times: tuple[Time, ...],  # noqa: ARG001
    attributions: tuple[Attribution, ...],  # noqa: ARG001
) -> tuple[Claim, ...]:
    """Find the claims of a report, in the order of its words."""
    return ()
