"""What keeps two reports apart: one outlet's template, harm in two divisions."""

from __future__ import annotations

import math
from collections.abc import Set

from dateline.across.happening.told import Told, one_day

FRESH = 3  # days within which a report tells news
RARE = 2.0  # of names shared: those of networks and wide areas stand in every report of an outlet


def by_template(left: Told, right: Told) -> str | None:
    """Say what keeps two reports of one outlet apart that have nobody and nothing rare in common, or None.

    A newsroom that comes back to a happening names the same people, ages or streets, or repeats its quotations and its
    text. Where it does not, likeness of words is that of the form: another day or another town is another happening.
    """
    if not left.outlet or left.outlet != right.outlet or _in_common(left, right):
        return None
    if left.release and right.release and left.family != right.family and not (left.revisits or right.revisits):
        return "releases that their numbers tell apart, or items of one, and they name nobody both"
    if (left.family != right.family or not one_day(left, right)) and _scenes_apart(left, right):
        return f"an outlet's news from {_first(left.scenes)} and from {_first(right.scenes)} that names nobody both"
    if left.family == right.family or one_day(left, right):
        return None
    if left.published is None or right.published is None:
        return None if _undated_alike(left, right) else "an outlet's news, one of them undated, that names nobody both"
    days = abs(left.published - right.published)
    if days > FRESH:
        return f"an outlet's news, {days} days apart, that names nobody both"
    both_set = left.incident is not None and right.incident is not None
    return "an outlet's news, set on different days, that names nobody both" if both_set else None


def set_apart(left: Told, right: Told) -> str | None:
    """Say what keeps apart reports of harm done in two divisions, neither of which speaks of where the other's was.

    Acts of one kind fill the news of every town, and streets go by the same names everywhere.
    """
    ours, theirs = ({division for _, division in told.struck} for told in (left, right))
    if not ours or not theirs or "" in ours | theirs or ours & theirs or left.family == right.family:
        return None
    if left.quotes & right.quotes or left.whom & right.whom or _one_person(left, right):
        return None
    if not _apart(left, right, left.struck, right.struck):
        return None
    if any(_speaks_of(one, {(name, "") for name in there}) for one, there in ((left, theirs), (right, ours))):
        return None
    return f"harm in {_first(left.struck)} and in {_first(right.struck)}, and neither speaks of the other's place"


def _in_common(left: Told, right: Told) -> bool:
    ours, theirs = left.sketch, right.sketch
    ages, streets = {*ours.ages} & {*theirs.ages}, {*ours.streets} & {*theirs.streets}
    return bool(_one_person(left, right) or left.quotes & right.quotes or ages or streets)


def _one_person(left: Told, right: Told) -> bool:
    """Say whether both name one person, whom neither only cites."""
    return bool(left.people & right.people & left.sketch.names.keys() & right.sketch.names.keys())


def _undated_alike(left: Told, right: Told) -> bool:
    """Say whether two reports, one undated, cite one person or share rare names besides those of their scenes."""
    ours, theirs = left.sketch.names, right.sketch.names
    scenes = {word for name, _ in (*left.scenes, *right.scenes) for word in name.lower().split()}
    shared = [name for name in sorted(ours.keys() & theirs.keys()) if not scenes & set(name.split())]
    return bool(left.people & right.people) or math.fsum(min(ours[name], theirs[name]) for name in shared) > RARE


def _scenes_apart(left: Told, right: Told) -> bool:
    """Say whether each is set where the other never speaks of; a division alone can be any town in it."""
    return bool(left.scenes and right.scenes) and _apart(left, right, left.scenes, right.scenes)


def _apart(left: Told, right: Told, here: Set[tuple[str, str]], there: Set[tuple[str, str]]) -> bool:
    if any(one[0] in other or other[0] in one for one in here for other in there):
        return False
    return not (_speaks_of(left, there) or _speaks_of(right, here))


def _speaks_of(one: Told, scenes: Set[tuple[str, str]]) -> bool:
    return any(word in one.spoken for name, _ in scenes for word in name.lower().split())


def _first(scenes: frozenset[tuple[str, str]]) -> str:
    return min(scenes)[0]
