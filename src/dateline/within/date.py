"""Time expressions, each as a TIMEX3 value and as the interval of days that it allows."""

from __future__ import annotations

from dateline.model import Report, Segment, Time
from dateline.within.parse import Parse


def times(report: Report, segments: tuple[Segment, ...], parse: Parse) -> tuple[Time, ...]:  # noqa: ARG001
    """Find every time expression of a report and resolve it as far as the report alone allows."""
    return ()
