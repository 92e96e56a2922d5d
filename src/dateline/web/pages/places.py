"""The map: where events took place, as precisely as is known."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import msgspec

from dateline.model import Event
from dateline.store.view import Record
from dateline.web.outline import WIDTH, outline, project


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """Events at one place, in SVG user units; ``rough`` where only a region or country is known."""

    x: float
    y: float
    name: str
    rough: bool
    events: tuple[tuple[str, str], ...]


def places(record: Record) -> dict[str, Any]:
    """Main events on the map, gathered by place; those without a place are counted."""
    spots: dict[tuple[float, float, str, bool], list[Event]] = defaultdict(list)
    nowhere = 0
    for event in record.timeline(main=True):
        place = event.place
        if place is None or place.latitude is None or place.longitude is None:
            nowhere += 1
            continue
        x, y = project(place.longitude, place.latitude)
        spots[x, y, place.name or place.admin1 or place.country or "", not place.name].append(event)
    return {
        "spots": [
            Spot(x=x, y=y, name=name, rough=rough, events=tuple((e.id, e.title) for e in found))
            for (x, y, name, rough), found in sorted(spots.items(), key=lambda item: (-len(item[1]), item[0]))
        ],
        "nowhere": nowhere,
        "outline": outline(),
        "width": WIDTH,
        "height": WIDTH // 2,
    }
