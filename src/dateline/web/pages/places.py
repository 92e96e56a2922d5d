"""The map: where events took place, as precisely as is known."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from dateline.store.view import Record
from dateline.tell.wording import country_words
from dateline.web.outline import WIDTH, outline, project

LISTED = 60  # places written out below the map
REGION, COUNTRY = 4.0, 10.0  # units that a place may be off: 1.5 and 4 degrees, about half of what is usual
NAMES = 24  # written on the map
TITLES = 5  # events written out at each


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """Events at one place, in SVG user units; ``reach`` is how far off it may be where only a region is known.

    ``label`` says that its name has room on the map.
    """

    x: float
    y: float
    name: str
    within: str
    reach: float
    label: bool = False
    count: int
    events: tuple[tuple[str, str], ...]


def places(record: Record, query: dict[str, str]) -> dict[str, Any]:
    """Main events on the map, gathered by place; those without a place are counted.

    The view is drawn close around all spots, unless ``view`` asks for the ``world``.
    """
    rows = record.base.execute(
        "select place, admin1, country, min(latitude), min(longitude), count(*) n from event "
        "where main = 1 and latitude is not null and longitude is not null group by 1, 2, 3 order by n desc, 1, 2, 3"
    ).fetchall()
    total = record.base.execute("select count(*) from event where main = 1").fetchone()[0]
    shown = len(rows) if query.get("whole") else LISTED
    drawn = [_spot(record, row, named=number < shown) for number, row in enumerate(rows)]
    world = (0.0, 0.0, float(WIDTH), WIDTH / 2)
    whole = query.get("view") == "world"
    box = world if whole else _around(drawn) or world
    spots = _labelled(drawn, box)
    return {
        "spots": spots,
        "outside": _outside(spots, box),
        "shown": shown,
        "nowhere": total - sum(spot.count for spot in spots),
        "outline": outline(),
        "box": box,
        "world": whole,
    }


def _spot(record: Record, row: tuple[Any, ...], *, named: bool) -> Spot:
    """A group of events as a spot; those written out on the page with the titles of its first events."""
    name, admin1, country, latitude, longitude, count = row
    x, y = project(longitude, latitude)
    events = _titles(record, name, admin1, country) if named else ()
    return Spot(
        x=x,
        y=y,
        name=name or admin1 or country_words(country or ""),
        within=", ".join(p for p in (admin1 if name else None, country_words(country)) if p and p != name)
        if country and (name or admin1)
        else "",
        reach=0 if name else REGION if admin1 else COUNTRY,
        count=count,
        events=events,
    )


def _titles(record: Record, name: str | None, admin1: str | None, country: str | None) -> tuple[tuple[str, str], ...]:
    rows = record.base.execute(
        "select id, title from event where main = 1 and place is ? and admin1 is ? and country is ? "
        "and latitude is not null order by earliest is null, earliest, id limit ?",
        (name, admin1, country, TITLES),
    )
    return tuple((str(a), str(b)) for a, b in rows)


def _around(spots: list[Spot]) -> tuple[float, float, float, float] | None:
    """The part of the world, twice as wide as high, that holds nearly all events with some air."""
    if not spots:
        return None
    left, right = _nearly_all([(spot.x, spot.count) for spot in spots])
    top, bottom = _nearly_all([(spot.y, spot.count) for spot in spots])
    width = min(float(WIDTH), max(right - left, 2 * (bottom - top), 90.0) * 1.2)
    x = min(max((left + right - width) / 2, 0), WIDTH - width)
    y = min(max((top + bottom - width / 2) / 2, 0), (WIDTH - width) / 2)
    return round(x, 1), round(y, 1), round(width, 1), round(width / 2, 1)


def _nearly_all(weighted: list[tuple[float, int]]) -> tuple[float, float]:
    """The range of positions without those at either end that stand for less than one in a hundred events."""
    spare = sum(count for _, count in weighted) / 100
    ends = []
    for ordered in (sorted(weighted), sorted(weighted, reverse=True)):
        passed = 0
        for position, count in ordered:
            passed += count
            if passed > spare:
                ends.append(position)
                break
    return ends[0], ends[1]


def _labelled(spots: list[Spot], box: tuple[float, float, float, float]) -> list[Spot]:
    """Spots with the names of the most frequent that stand clear of one another."""
    unit = box[2] / WIDTH
    taken: list[tuple[float, float, float]] = []
    found = []
    for spot in spots:
        x, y, width = spot.x + 6 * unit, spot.y, (14 + 7 * len(spot.name)) * unit
        free = all(abs(y - b) > 14 * unit or x + width < a or a + w < x for a, b, w in taken)
        clear = free and len(taken) < NAMES and x + width < box[0] + box[2]
        if clear:
            taken.append((x, y, width))
        found.append(replace(spot, label=clear))
    return found


def _outside(spots: list[Spot], box: tuple[float, float, float, float]) -> int:
    x, y, width, height = box
    return sum(not (x <= spot.x <= x + width and y <= spot.y <= y + height) for spot in spots)
