"""Who speaks for a body: an officer who tells how somebody was shot is neither the one who shot nor the one who was."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.knowledge.speakers import PRIVATE
from dateline.model import Reading


def voices(readings: Sequence[Reading]) -> frozenset[str]:
    """The entities of reports who are cited there as the voice of police, of a ministry or of another body."""
    return frozenset(
        link.entity
        for reading in readings
        for each in reading.attributions
        for link in each.chain
        if link.entity and link.kind == "person" and link.body and link.body not in PRIVATE
    )
