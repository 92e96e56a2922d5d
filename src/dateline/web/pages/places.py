"""The map: where events took place, as precisely as is known."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import msgspec

from dateline.model import Place
from dateline.store.file import unpack
from dateline.store.view import Record
from dateline.web.outline import WIDTH, outline, project

LISTED = 60  # places written out below the map


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """Events at one place, in SVG user units; ``rough`` where only a region or country is known."""

    x: float
    y: float
    name: str
    rough: bool
    count: int
    events: tuple[tuple[str, str], ...]


class _Placed(msgspec.Struct, frozen=True):
    """As much of an event as the map needs: reading the whole of each took three times as long."""

    id: str
    title: str
    place: Place | None


def places(record: Record, query: dict[str, str]) -> dict[str, Any]:
    """Main events on the map, gathered by place; those without a place are counted.

    The view is drawn close around all spots, unless ``view`` asks for the ``world``.
    """
    spots: dict[tuple[str, str, str, bool], list[_Placed]] = defaultdict(list)
    where: dict[tuple[str, str, str, bool], tuple[float, float]] = {}
    nowhere = 0
    for row in record.base.execute("select body from event where main order by earliest is null, earliest, id"):
        event = unpack(row[0], _Placed)
        place = event.place
        if place is None or place.latitude is None or place.longitude is None:
            nowhere += 1
            continue
        name = place.name or place.admin1 or place.country or ""
        key = (name, place.admin1 or "", place.country or "", not place.name)
        where.setdefault(key, project(place.longitude, place.latitude))
        spots[key].append(event)
    ordered = sorted(spots.items(), key=lambda item: (-len(item[1]), item[0]))
    shown = len(ordered) if query.get("whole") else LISTED
    world = (0.0, 0.0, float(WIDTH), WIDTH / 2)
    return {
        "spots": [
            Spot(
                x=where[key][0],
                y=where[key][1],
                name=key[0],
                rough=key[3],
                count=len(found),
                events=tuple((e.id, e.title) for e in found[:8]),
            )
            for key, found in ordered
        ],
        "shown": shown,
        "nowhere": nowhere,
        "outline": outline(),
        "box": world if query.get("view") == "world" else _around(list(where.values())) or world,
        "world": query.get("view") == "world",
    }


def _around(points: list[tuple[float, float]]) -> tuple[float, float, float, float] | None:
    """The part of the world, twice as wide as high, that holds the points with some air."""
    if not points:
        return None
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    width = min(float(WIDTH), max(right - left, 2 * (bottom - top), 60.0) * 1.2)
    x = min(max((left + right - width) / 2, 0), WIDTH - width)
    y = min(max((top + bottom - width / 2) / 2, 0), (WIDTH - width) / 2)
    return round(x, 1), round(y, 1), round(width, 1), round(width / 2, 1)
