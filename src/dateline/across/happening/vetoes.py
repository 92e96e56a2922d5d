"""What keeps two reports apart, however alike they are: days, scenes, a topic or a template alone."""

from __future__ import annotations

import math
from collections.abc import Set

from dateline.across.happening.told import Told, days_between, of_a_field, of_days, one_day
from dateline.knowledge.countries import is_part_of_country

FRESH = 3  # days within which a report tells news
WEEKS = 14  # days: news set so far apart needs somebody or something named in both to be one happening's
LATER = 3  # days from which reports alike by their topic alone are of two happenings
APART = 2  # days: harm set so far apart is not one, where nothing but towns and common words are shared
AGES, STREETS = 5, 3  # from so many on, a report goes round a town's acts of a night
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


def weeks_apart(left: Told, right: Told) -> str | None:
    """Say what keeps reports apart that set their news weeks apart and name nobody and nothing both."""
    if left.incident is None or right.incident is None or left.family == right.family:
        return None
    if not left.given or not right.given:
        return None  # whose days are themselves inferred
    gap = days_between(left.incident, right.incident)
    common = left.people & right.people or left.whom & right.whom or left.quotes & right.quotes
    if gap < WEEKS or common or {*left.sketch.streets} & {*right.sketch.streets}:
        return None
    if of_days(left, right):
        return None
    return f"set {gap} days apart, neither of them speaks of the other's day, and they name nobody and no street both"


def by_topic(left: Told, right: Told) -> str | None:
    """Say what keeps reports apart that are alike by their topic alone: by countries, parties and who rules them."""
    ours, theirs = left.sketch, right.sketch
    if left.published is None or right.published is None:
        if not _by_field(left, right):
            return None
    elif abs(left.published - right.published) < LATER:
        return None
    if left.family == right.family or left.quotes & right.quotes or left.whom & right.whom:
        return None
    if {*ours.streets} & {*theirs.streets} or {*ours.ages} & {*theirs.ages} or left.head & right.lead:
        return None
    if left.people & right.people & ours.names.keys() & theirs.names.keys() or right.head & left.lead:
        return None
    if one_day(left, right) or of_days(left, right) or _about_one(left, right):
        return None
    return "neither speaks of the other's day, and they share no person that takes part, no age, street or quotation"


def other_days(left: Told, right: Told) -> str | None:
    """Say what keeps apart harm set on days apart: nobody, no age, street or quotation is in both, and neither report
    speaks of the other's day. The towns of acts of one kind say little."""
    ours, theirs = left.sketch, right.sketch
    if left.incident is None or right.incident is None or left.family == right.family:
        return None
    if not (left.given and right.given and left.struck and right.struck) or of_days(left, right):
        return None
    gap = days_between(left.incident, right.incident)
    if gap < APART or left.whom & right.whom or left.people & right.people or left.quotes & right.quotes:
        return None
    if {*ours.ages} & {*theirs.ages} or {*ours.streets} & {*theirs.streets} or ours.names.keys() & theirs.names.keys():
        return None
    return f"set {gap} days apart, neither speaks of the other's day, and they share no name, age, street or quotation"


def roundups(left: Told, right: Told) -> str | None:
    """Say what keeps the news of two nights apart, each a round of a town's shootings: some of so many ages are the
    same by chance, and all are taken to the same hospitals, but nobody and no street is in both."""
    if left.incident is None or right.incident is None or left.family == right.family:
        return None
    if not all(len(one.ages) >= AGES and len(one.streets) >= STREETS for one in (left.sketch, right.sketch)):
        return None
    gap = days_between(left.incident, right.incident)
    if gap < APART or not (left.given and right.given) or of_days(left, right) or left.quotes & right.quotes:
        return None
    if left.whom & right.whom or left.people & right.people or {*left.sketch.streets} & {*right.sketch.streets}:
        return None
    return f"rounds of a town's news set {gap} days apart that share no person, street or quotation"


def nothing_shared(left: Told, right: Told) -> str | None:
    """Say whether two give ages, streets and towns, and all of them others."""
    ours, theirs = left.sketch, right.sketch
    for here, there in ((ours.ages, theirs.ages), (ours.streets, theirs.streets), (left.scenes, right.scenes)):
        if not here or not there or {*here} & {*there}:
            return None
    if left.family == right.family or ours.names.keys() & theirs.names.keys() or left.quotes & right.quotes:
        return None
    return "they share no age, no street, no town and nobody by name, though both give all of them"


def _by_field(left: Told, right: Told) -> bool:
    """Say whether two reports are most of all about whole fields of news, and name nothing else both: countries, their
    peoples, known bodies. Of these there is news every day, and where one is undated no day says that theirs is one."""
    names = {*left.foremost, *right.foremost, *(left.proper & right.proper)}
    return bool(names) and all(of_a_field(word) or is_part_of_country(word) for word in names)


def _about_one(left: Told, right: Told) -> bool:
    """Say whether one person is among those whom both reports are most of all about, whether or not he speaks."""
    both = {*left.foremost} & {*right.foremost}
    return any(name.split()[-1] in both for name in left.people & right.people)


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
