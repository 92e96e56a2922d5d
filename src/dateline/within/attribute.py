"""Who says so: source, cue and content of every attribution, and the chain from the report back to its root."""

from __future__ import annotations

from dateline.model import Attribution, Mention, Report, Segment, Time
from dateline.within.parse import Parse


def attributions(
    report: Report,  # noqa: ARG001
    segments: tuple[Segment, ...],  # noqa: ARG001
    parse: Parse,  # noqa: ARG001
    mentions: tuple[Mention, ...],  # noqa: ARG001
    times: tuple[Time, ...],  # noqa: ARG001
) -> tuple[Attribution, ...]:
    """Find the statements in a report and who made each."""
    return ()
