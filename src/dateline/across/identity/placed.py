"""Places compared: by the gazetteer's entries under their names, by country, by sound."""

from __future__ import annotations

from functools import lru_cache

from dateline.across.identity.bearers import Bearer
from dateline.across.identity.namekeys import heard_in_place, place_key, without_kind
from dateline.knowledge.countries import country_named
from dateline.knowledge.gazetteer import Entry
from dateline.knowledge.names import compare
from dateline.knowledge.places import named
from dateline.matching import Feature, Sign, Table, Veto
from dateline.matching.block import Keys, evenly

MOST = 4  # readings of a name that are looked at; later ones are hamlets


@lru_cache(maxsize=65536)
def readings_of(name: str, country: str = "") -> tuple[Entry, ...]:
    """The gazetteer's likeliest entries under a name, in the given country where one is given."""
    entries = [match.entry for match in named(name)]
    return tuple(([e for e in entries if e.country == country] if country else entries)[:MOST])


def place_keys(name: str) -> Keys:
    """Keys of a place: the likeliest row of the gazetteer; what the gazetteer lacks meets all that sounds like it."""
    rows = {f"row:{entry.row}" for entry in readings_of(name)[:1]}
    sound = heard_in_place(place_key(name))
    known, strange = f"known:{sound}", f"strange:{sound}"
    if rows:
        return Keys(evenly(rows | {known}), evenly(rows | {strange}))
    return Keys(evenly({strange}), evenly({strange, known}))


def _name(one: Bearer, other: Bearer) -> Sign:
    found = compare(without_kind(one.name), without_kind(other.name), "place")
    return Sign(2 * found.score - 1, f"{one.name} / {other.name}: {found.reason}")


def _rows(one: Bearer, other: Bearer) -> Sign | None:
    first = readings_of(one.name, min(one.countries, default=""))
    second = readings_of(other.name, min(other.countries, default=""))
    if not first or not second:
        return None
    if first[0].row == second[0].row:
        return Sign(1.0, f"both are names of {first[0].name} in the gazetteer")
    if {e.row for e in first} & {e.row for e in second}:
        return Sign(0.4, "both may be the same place in the gazetteer")
    return Sign(-1.0, f"{first[0].name} and {second[0].name} are two places in the gazetteer")


def _company(one: Bearer, other: Bearer) -> Sign | None:
    shared = one.company & other.company
    return Sign(min(1.0, 0.25 * len(shared)), f"{len(shared)} others are named beside both") if shared else None


def _country_and_town(one: Bearer, other: Bearer) -> str | None:
    first, second = country_named(one.name), country_named(other.name)
    return f"{first or one.name} and {second or other.name}" if first != second else None


def _other_country(one: Bearer, other: Bearer) -> str | None:
    apart = one.countries and other.countries and not one.countries & other.countries
    return f"{min(one.countries)} and {min(other.countries)}" if apart else None


PLACES: Table[Bearer] = Table(
    features=(
        Feature("name", 4.0, _name, lasting=True),
        Feature("gazetteer", 3.0, _rows),
        Feature("company", 1.0, _company),
    ),
    vetoes=(Veto("country", _other_country), Veto("country", _country_and_town)),
    bias=-2.0,
)
