"""Headline, dateline, byline, body, caption, notice, related: what each stretch of a report is."""

from __future__ import annotations

from dateline.model import Report, Segment


def segments(report: Report) -> tuple[Segment, ...]:
    """Cut a report's text into segments, in order and without overlap; what the reader marked is kept."""
    if report.marked:
        return report.marked
    return (Segment(kind="body", start=0, end=len(report.text)),) if report.text else ()
