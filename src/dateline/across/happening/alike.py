"""Do two reports tell of one happening? The table of what is looked at, with weights and vetoes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Set
from datetime import date

from dateline.across.happening.told import Told, days_between, of_days, one_day, towns
from dateline.across.happening.vetoes import (
    by_template,
    by_topic,
    nothing_shared,
    other_days,
    roundups,
    set_apart,
    weeks_apart,
)
from dateline.knowledge.rarity import rarity
from dateline.matching import Feature, Sign, Table, Veto

SOON = 7  # days: reports so near in time are likelier of one happening
ALIKE = (0.0, 0.1, 0.3, 0.6)  # what one, two, three and more of the dead or hurt in both say
SHOWN = 3  # how many of the things shared a reason names


def _some(items: Iterable[object]) -> str:
    shown = sorted(map(str, items))
    return ", ".join(shown[:SHOWN]) + (f" and {len(shown) - SHOWN} more" if len(shown) > SHOWN else "")


def _by_chance(shared: int, left: int, right: int, space: int) -> float:
    """How much sharing some of a few says: less, the more each side has, since some would be shared by chance."""
    return shared * min(2.2, math.log1p(1 / (left * right / space + 0.02)))


def _damped(left: Told, right: Told) -> float:
    return 0.5 if left.crowd or right.crowd else 1.0


def _names(left: Told, right: Told) -> Sign | None:
    shared = left.sketch.names.keys() & right.sketch.names.keys()
    if not shared:
        return None
    aged = {both.split()[0] for both in (*left.sketch.aged, *right.sketch.aged)}
    total = 0.0
    for name in sorted(shared):
        weight = min(4.0, 0.6 * min(left.sketch.names[name], right.sketch.names[name]))
        total += weight * 1.5 + 0.5 if name.split()[-1] in aged else weight
    return Sign(_damped(left, right) * min(7.0, total) / 7, f"both name {_some(shared)}")


def _speakers(left: Told, right: Told) -> Sign | None:
    ours, theirs = {*left.sketch.names, *left.sketch.speakers}, {*right.sketch.names, *right.sketch.speakers}
    shared = (ours & theirs) - (left.sketch.names.keys() & right.sketch.names.keys())
    return Sign(_damped(left, right) * min(1.0, len(shared) / 3), f"both cite {_some(shared)}") if shared else None


def _aged(left: Told, right: Told) -> Sign | None:
    shared = set(left.sketch.aged) & set(right.sketch.aged)
    return Sign(min(2, len(shared)) / 2, f"both give {_some(shared)}") if shared else None


def _ages(left: Told, right: Told) -> Sign | None:
    ours, theirs = left.sketch.ages, right.sketch.ages
    if not ours or not theirs:
        return None
    shared = set(ours) & set(theirs)
    if not shared:
        return Sign(-0.4, f"ages {_some(map(_age, ours))} here, {_some(map(_age, theirs))} there")
    strength = 0.27 * _by_chance(len(shared), len(ours), len(theirs), 40)
    return Sign(min(1.0, strength), f"ages {_some(map(_age, shared))} in both")


def _age(age: int) -> str:
    return str(age) if age >= 0 else f"{-age} months"


def _streets(left: Told, right: Told) -> Sign | None:
    ours, theirs = left.sketch.streets, right.sketch.streets
    if not ours or not theirs:
        return None
    shared = set(ours) & set(theirs)
    if not shared:
        return Sign(-0.2, f"on {_some(ours)} here, on {_some(theirs)} there")
    return Sign(min(1.0, 0.3 * _by_chance(len(shared), len(ours), len(theirs), 30)), f"both on {_some(shared)}")


def _words(left: Told, right: Told) -> Sign | None:
    return _vectors(left.sketch.words, right.sketch.words, left.words & right.words, "rare words")


def _proper(left: Told, right: Told) -> Sign | None:
    return _vectors(left.sketch.proper, right.sketch.proper, left.proper & right.proper, "names of all kinds")


def _vectors(ours: dict[str, float], theirs: dict[str, float], shared: Set[str], what: str) -> Sign | None:
    likeness = math.fsum(ours[word] * theirs[word] for word in shared)
    if likeness < 0.02:
        return None
    told = sorted(shared, key=lambda word: (-ours[word] * theirs[word], word))[:SHOWN]
    return Sign(min(1.0, 1.67 * likeness), f"{what} alike by {likeness:.2f}: {', '.join(told)}")


def _foremost(left: Told, right: Told) -> Sign | None:
    """Whom each names most, the other should name too; but a first report names nobody yet."""
    if not left.foremost or not right.foremost:
        return None
    here, there = _room(left, right), _room(right, left)
    missing = min(here, there) if left.named == right.named else there if left.named else here
    strange = 2 * missing - 1
    if strange < 0 and one_day(left, right):  # a first report names the hurt, a later one who was arrested
        strange /= 2
    return Sign(strange, f"{_some(left.foremost)} here, {_some(right.foremost)} there")


def _whom(left: Told, right: Told) -> Sign | None:
    """Two reports of one arrest or death say that it was done to the same person; who was hurt here and who was
    arrested there are two in one happening."""
    if left.whom & right.whom:
        return Sign(0.6, f"both tell what was done to {_some(left.whom & right.whom)}")
    kinds = ((left.hurt, right.hurt), (left.held, right.held))
    here, there = (_some(frozenset().union(*(two[side] for two in kinds if all(two)))) for side in (0, 1))
    return Sign(-1.0, f"done to {here} here, to {there} there") if here else None


def _room(one: Told, other: Told) -> float:
    """How much room the foremost names of one are given in the other, beside what it gives its own: 0 to 1."""
    theirs = other.sketch.proper
    least = min(theirs[word] for word in other.foremost)
    return math.fsum(min(1.0, theirs.get(word, 0.0) / least) for word in one.foremost) / len(one.foremost)


def _tolls(left: Told, right: Told) -> Sign | None:
    """So many dead or hurt in one town on one day: the more, the less another happening has just as many."""
    both, here = left.tolls & right.tolls, towns(left) & towns(right)
    if not both or not here or not one_day(left, right) or left.crowd or right.crowd:
        return None
    strength = math.fsum(ALIKE[min(count, 3)] for _, count in both)
    return Sign(min(1.0, strength), f"both tell of {_some(f'{count} {of}' for of, count in both)} in {_some(here)}")


def _headline(left: Told, right: Told) -> Sign | None:
    shared = (left.head & right.lead) | (right.head & left.lead)
    total = math.fsum(min(2.6, rarity(word) - 4.0) for word in shared)
    return Sign(min(1.0, total / 4.5), f"headline words in both leads: {_some(shared)}") if shared else None


def _quotes(left: Told, right: Told) -> Sign | None:
    shared = left.quotes & right.quotes
    return Sign(1.0, f"{len(shared)} runs of six quoted words in both") if shared else None


def _copies(left: Told, right: Told) -> Sign | None:
    return Sign(1.0, "one text is a copy of the other") if left.family == right.family else None


def _published(left: Told, right: Told) -> Sign | None:
    if left.published is None or right.published is None:
        return Sign(0.67, "one of them is undated, so that likeness in time cannot be asked for")
    gap = abs(left.published - right.published)
    if gap > SOON and one_day(left, right):
        return None
    steps = ((2, 0.8), (7, 0.33), (60, -0.67))
    return Sign(next((likeness for days, likeness in steps if gap <= days), -1.0), f"published {gap} days apart")


def _days(left: Told, right: Told) -> Sign | None:
    if left.incident is None or right.incident is None:
        return Sign(0.4, "both speak of the same day") if left.days & right.days else None
    gap = days_between(left.incident, right.incident)
    if gap <= 0:
        return Sign(1.0, f"both set on {date.fromordinal(max(left.incident[0], right.incident[0]))}")
    if gap == 1:
        return Sign(0.35, "set one day apart")
    if of_days(left, right):  # a later death or charge, told with the day that it goes back to
        return Sign(0.35, f"set {gap} days apart, and one speaks of the other's day")
    return Sign(-0.5, f"set {gap} days apart")


HAPPENING = Table[Told](
    features=(
        Feature("names", 7.0, _names),
        Feature("speakers", 1.5, _speakers),
        Feature("name and age", 4.0, _aged),
        Feature("ages", 3.0, _ages),
        Feature("streets", 4.0, _streets),
        Feature("words", 4.0, _words),
        Feature("proper", 4.0, _proper),
        Feature("foremost", 1.5, _foremost),
        Feature("whom", 3.0, _whom),
        Feature("tolls", 3.0, _tolls),
        Feature("headline", 4.5, _headline),
        Feature("quotes", 3.0, _quotes),
        Feature("copies", 9.0, _copies),
        Feature("published", 1.5, _published),
        Feature("days", 2.3, _days),
    ),
    vetoes=(
        Veto("template", by_template),
        Veto("scenes", set_apart),
        Veto("weeks", weeks_apart),
        Veto("topic", by_topic),
        Veto("nothing", nothing_shared),
        Veto("days", other_days),
        Veto("roundups", roundups),
    ),
    bias=-4.3,
    meet=0.85,
)
