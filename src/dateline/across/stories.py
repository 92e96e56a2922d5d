"""Events that follow from one another or share a cast, by time."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Events, Reading, Story


def stories(readings: Sequence[Reading], events: Events) -> tuple[Story, ...]:  # noqa: ARG001
    """Gather events into stories."""
    return ()
