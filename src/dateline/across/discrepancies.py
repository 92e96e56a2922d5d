"""Where accounts part: slot by slot of each event, over origins."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Copies, Dates, Discrepancy, Entities, Events, Origins, Reading


def discrepancies(
    readings: Sequence[Reading],  # noqa: ARG001
    copies: Copies,  # noqa: ARG001
    entities: Entities,  # noqa: ARG001
    dates: Dates,  # noqa: ARG001
    events: Events,  # noqa: ARG001
    origins: Origins,  # noqa: ARG001
) -> tuple[Discrepancy, ...]:
    """Find the slots of events on which accounts differ; a slot on which all agree raises nothing."""
    return ()
