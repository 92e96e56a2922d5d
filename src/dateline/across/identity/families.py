"""What sorts of thing a bearer may be, whatever one parser called it, and how two are compared in each."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from msgspec.structs import replace

from dateline.across.identity.bearers import Bearer, fold
from dateline.across.identity.namekeys import body_keys, person_keys
from dateline.across.identity.placed import PLACES, place_keys, readings_of
from dateline.across.identity.same_bearer import BODIES, PERSONS
from dateline.knowledge.name_parts import personal
from dateline.knowledge.organisations import body, known_bodies, weight
from dateline.matching import Comparison, Table
from dateline.matching.block import Keys, evenly

Family = Literal["person", "body", "place"]
FAMILY: dict[str, Family] = {"person": "person", "place": "place", "facility": "place"}
TABLES: dict[Family, Table[Bearer]] = {"person": PERSONS, "body": BODIES, "place": PLACES}
STRANGE = 0.85  # a comparison in a family that neither side was called counts so much


def own_family(one: Bearer) -> Family:
    """The family of the kind that most reports give."""
    return FAMILY.get(one.kind, "body")


def families(one: Bearer) -> tuple[Family, ...]:
    """The bearer's own family first, then those that its name would fit as well."""
    own = own_family(one)
    return (own, *(other for other in TABLES if other != own and _fits(one.name, other)))


@lru_cache(maxsize=65536)
def _fits(name: str, family: Family) -> bool:
    """Parsers call bare towns persons and victims companies: what a name could be by itself."""
    words = name.split()
    if family == "place":
        return len(words) <= 3 and any(entry.population > 5000 or entry.kind == "site" for entry in readings_of(name))
    if family == "body":
        return len(words) == 1 or bool(known_bodies(name))
    if len(words) < 2 or not 2 <= len(personal(name).parts) <= 4:
        return False
    return all(weight(word) >= 1 for word in body(name).words) and not known_bodies(name)


MAKERS = {"person": person_keys, "body": body_keys, "place": place_keys}


def keys_of(one: Bearer) -> Keys:
    """Keys in every family that the bearer may be of."""
    exact = {f"exact:{fold(one.name)}"} if " " in one.name else set()
    filed, sought = evenly(exact), evenly(exact)
    for family in families(one):
        made = MAKERS[family](one.name)
        filed |= {f"{family}:{key}": weight for key, weight in made.filed.items()}
        sought |= {f"{family}:{key}": weight for key, weight in made.sought.items()}
    return Keys(filed, sought)


def compared(one: Bearer, other: Bearer) -> Comparison:
    """The best comparison in a family that both may be of; what neither was called counts less."""
    own, others = own_family(one), own_family(other)
    found = Comparison(0.0, ("they are of different kinds",), hopeless=True)
    if " " in one.name and fold(one.name) == fold(other.name) and "place" not in {own, others}:
        return Comparison(0.9, (f"both are called {one.name}, though read as {one.kind} and {other.kind}",))
    hopeless = True
    for family in families(one):
        if family not in families(other):
            continue
        seen = TABLES[family].compare(one, other)
        if seen.vetoed and family in {own, others}:
            return seen
        hopeless = hopeless and seen.hopeless
        if family not in {own, others}:
            seen = Comparison(seen.score * STRANGE, seen.reasons)
        if seen.score > found.score:
            found = seen
    return replace(found, hopeless=hopeless)
