"""How many voices an event has, at a glance: a cluster of dots for each root, a dot for each of its reports."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dateline.model import Event
from dateline.store.view import Record
from dateline.tell.labels import counts

STEP, APART = 9, 7  # between dots, and between clusters, in SVG user units
MOST = 14  # dots that are drawn


class Dots(msgspec.Struct, frozen=True, kw_only=True):
    """Dots by their places, open where the root is no voice of its own; ``words`` say the same."""

    dots: tuple[tuple[int, bool], ...]
    width: int
    words: str


def origin_dots(record: Record, events: Iterable[Event]) -> dict[str, Dots]:
    """The dots of each event, by its id."""
    return {event.id: _dots(record, event) for event in events}


def _dots(record: Record, event: Event) -> Dots:
    known = [(share, record.origin(share.origin)) for share in event.origins]
    clusters = [(len(share.reports), not counts(origin), origin) for share, origin in known]
    clusters.sort(key=lambda c: (c[2].kind == "unresolved", c[1], -c[0], c[2].name))
    x = 5
    dots: list[tuple[int, bool]] = []
    words = []
    for size, open_, origin in clusters:
        name = "root not named" if origin.kind == "unresolved" else origin.name
        words.append(f"{name}: {size}")
        for _ in range(size):
            if len(dots) < MOST:
                dots.append((x, open_))
                x += STEP
        x += APART
    last = dots[-1][0] if dots else 0
    return Dots(dots=tuple(dots), width=last + 5, words="; ".join(words))
