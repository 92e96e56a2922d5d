"""Which place lies in which, how near two are, and which namesake holds the town said to lie in it."""

from __future__ import annotations

import math

from dateline.knowledge.gazetteer import Entry
from dateline.within.where.toponym import Toponym


def nearness(place: Entry, anchor: Entry) -> float:
    """1 at the anchor, falling to a third within a hundred kilometres."""
    if place.latitude is None or anchor.latitude is None or place.longitude is None or anchor.longitude is None:
        return 0.0
    north = (place.latitude - anchor.latitude) * 111.2
    east = (place.longitude - anchor.longitude) * 111.2 * math.cos(math.radians(place.latitude))
    return math.exp(-math.hypot(north, east) / 100)


def lies(inner: Entry, outer: Entry) -> bool:
    """Whether one place lies in another: in the same country, and in its division where it is one."""
    if inner.row == outer.row or not inner.country or inner.country != outer.country:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if inner.row < 0:
        return inner.admin1 == outer.name
    if outer.kind == "admin1":
        return inner.division == outer.row
    return outer.kind == "admin2" and inner.county == outer.row and inner.kind == "town"


def holder(inner: Toponym, container: Toponym, likely: Entry | None) -> Entry | None:
    """The state of a country's name that has a town of the name inside it, where the country has none.

    "Savannah, Georgia" is of the United States: the country has no Savannah. None where nothing but the likely stands.
    """
    places = [match.entry for match in inner.matches if match.own]
    if likely is None or likely.kind != "country" or any(lies(place, likely) for place in places):
        return None
    states = (match.entry for match in container.matches if match.entry.kind == "admin1")
    return next((state for state in states if any(lies(place, state) for place in places)), None)
