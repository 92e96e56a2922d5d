"""Where an event was, drawn from all its claims: the place with most weight, and of that the finest that they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.across.event.seen import Seen
from dateline.knowledge.countries import country_named
from dateline.knowledge.placekeys import key
from dateline.model import Place

# What a place counts by how it was reached: said of the claim itself, taken over from elsewhere in the report, or
# from the town of the outlet, which speaks for itself only where no report names another.
BASES = {"stated": 1.0, "context": 0.85, "outlet": 0.3}
BESIDE = 0.5  # "near Leeds" gives way to the place that it was in, where any claim says so
SHARE = 0.25  # of the weight of a state or county that a town in it must have to be named instead
_COUNTIES = (" county", " parish", " district", " province")

type Key = tuple[str, str]


def place(members: Sequence[Seen]) -> Place | None:
    """The place that most reports name, in its fullest form; None where none does."""
    found = [(seen, seen.claim.place) for seen in members if seen.claim.place]
    named = [(seen, told) for seen, told in found if told.name] or found
    if not named:
        return None
    whole = _wholes(told for _, told in named)
    groups: dict[Key, list[Place]] = defaultdict(list)
    given: dict[tuple[str, Key], float] = {}
    top: dict[str, float] = defaultdict(float)
    whole_of: dict[str, float] = defaultdict(float)
    for seen, told in named:
        of = _key(told)
        of = whole.get(of, of)
        groups[of].append(told)
        weight = (0.3 + seen.claim.weight) ** 2 * BASES.get(told.basis, 1.0) * (BESIDE if told.relation else 1.0)
        top[seen.claim.report] = max(top[seen.claim.report], weight)
        whole_of[seen.claim.report] += weight
        given[seen.claim.report, of] = given.get((seen.claim.report, of), 0.0) + weight
    votes: dict[Key, float] = defaultdict(float)
    for (report, of), weight in given.items():
        votes[of] += top[report] * weight / whole_of[report]
    best = min(votes, key=lambda of: (-votes[of], of))
    chosen = _finest(best, groups, votes)
    return max(groups[chosen], key=lambda told: (key(told.name or "") == chosen[0], *_fullness(told)))


def _key(told: Place) -> Key:
    return key(told.name or ""), told.country or ""


def _wholes(places: Iterable[Place]) -> dict[Key, Key]:
    """What one report calls a place of its own and another part of a town, by its key: the town."""
    told = sorted(
        {(_key(found), key(found.site)) for found in places if found.name and found.site and found.basis != "outlet"}
    )
    names = {of for of, _ in told}
    return {(site, of[1]): of for of, site in told if site and (site, of[1]) != of and (of[0], of[1]) in names}


def _finest(best: Key, groups: Mapping[Key, Sequence[Place]], votes: Mapping[Key, float]) -> Key:
    """The town in a state, county or country that was told of, where one has weight of its own; else that itself."""
    broad = groups[best]
    inner = []
    for of, places in groups.items():
        if of == best or _broad(places) or votes[of] < SHARE * votes[best]:
            continue
        if any(_holds(outer, told) for outer in broad for told in places):
            inner.append(of)
    return min(inner, key=lambda of: (-votes[of], of)) if inner else best


def _broad(places: Sequence[Place]) -> bool:
    return any(
        told.name and (told.name == told.admin1 or told.name.lower().endswith(_COUNTIES) or _nation(told))
        for told in places
    )


def _nation(told: Place) -> bool:
    return told.admin1 is None and told.country is not None and country_named(told.name or "") == told.country


def _holds(outer: Place, told: Place) -> bool:
    """Whether one place is the state or county that another, which is neither, is said to lie in."""
    if outer.country != told.country or told.basis == "outlet" or not outer.name:
        return False
    if _nation(outer):
        return True
    if outer.name == outer.admin1:
        return told.admin1 == outer.admin1
    return outer.name.lower().endswith(_COUNTIES) and told.admin1 is not None and told.admin1 == outer.admin1


def _fullness(found: Place) -> tuple[bool, bool, bool, bool]:
    return found.basis == "stated", found.admin1 is not None, found.site is not None, found.latitude is not None
