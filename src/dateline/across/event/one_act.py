"""One act or two? What is told as fresh news days apart was done again; what people did on one day is told in many
words."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from itertools import combinations

from dateline.across.days.calendar import ANY_YEAR, FRESH, apart, is_fresh
from dateline.across.event.seen import Draft, Seen
from dateline.matching.cluster import components

WEEK = 7  # days
NEXT_WORDS = 300  # characters behind which a lead no longer leaves to the text whom it means
DEATH = "death"  # the class of claims that somebody died; of who was killed the act is told
COURT = frozenset({"charge", "trial", "plead", "convict", "sentence"})  # what is done to one man in one sitting


def again(one: Sequence[Seen], other: Sequence[Seen], who: Mapping[str, frozenset[str]]) -> bool:
    """Say whether claims of two runs of days are of two acts: each is told as fresh news, too far apart for reports to
    differ on one day.

    Of harm over which both name somebody (``who``, by report), or that both set on one day of the week, seven days
    apart, one report rather wears a wrong date.
    """
    ours, theirs = ([seen for seen in part if seen.fresh] for part in (one, other))
    gaps = [apart(a.days, b.days) for a in ours for b in theirs if a.days and b.days]
    if not gaps or min(gaps) <= FRESH:
        return False
    named = [{name for seen in part for name in who.get(seen.claim.report, ())} for part in (ours, theirs)]
    both = ours[0].family == theirs[0].family == "harm"
    return not both or not (named[0] & named[1] or WEEK in gaps)


def died_later(run: Sequence[Seen], before: Sequence[Seen]) -> bool:
    """Say whether all that is set on a run of days is that somebody died, days after what hurt: no doubt of the day.

    Of who is told to have died on both, the day is in doubt.
    """
    gaps = [apart(a.days, b.days) for a in run for b in before if a.days and b.days]
    told = all(seen.claim.kind == DEATH for seen in run) and all(seen.claim.kind != DEATH for seen in before)
    return told and min(gaps, default=0) > 1


def long_over(seen: Seen, run: Sequence[Seen]) -> bool:
    """Say whether what a headline or lead tells is of now, and a run of days over for more than a week."""
    last = max((other.days[1] for other in run if other.days), default=None)
    if not seen.part or seen.out is None or last is None or last.year == ANY_YEAR:
        return False
    return (seen.out - last).days > WEEK


def put_back(seen: Seen, run: Sequence[Seen]) -> bool:
    """Say whether what is told as this week's harm would be put on days before it."""
    when = seen.when
    if seen.family != "harm" or when is None or when.earliest is None or not is_fresh(when) or (when.days or 0) > WEEK:
        return False
    return all(other.days[1] < when.earliest for other in run if other.days)


def told_again(draft: Draft, root: Draft, report: str) -> bool:
    """Say whether what a report tells as fresh news was done on another day than what others tell so."""
    own = [seen for seen in draft.members if seen.claim.report == report]
    others = [seen for seen in root.members if seen.claim.report != report]
    return again(own, others, {seen.claim.report: seen.actors | seen.recipients for seen in (*own, *others)})


def together(mains: Mapping[str, Draft], root: Draft) -> dict[str, Draft]:
    """Each report's main event, where reports tell in other words what the same people did on one day.

    Who signs, meets and agrees does it at once, and whose trial opens pleads at once; it is named after what most of
    these reports tell, of equals the first.
    """
    others = [draft for draft in mains.values() if draft.id != root.id]
    told = {draft.id: draft for draft in others if draft.family in ("base", "light") or draft.act in COURT}
    linked = {(a, b): 1.0 for a, b in combinations(sorted(told), 2) if _at_once(told[a], told[b])}
    home: dict[str, Draft] = {}
    for group in components(sorted(told), linked, 1.0):
        first = max(group, key=lambda name: (sum(draft.id == name for draft in mains.values()), name))
        home |= dict.fromkeys(group, told[first])
    return {report: home.get(draft.id, draft) for report, draft in mains.items()}


def as_one_text(
    mains: Mapping[str, Draft], family: Mapping[str, str], published: Mapping[str, int]
) -> dict[str, Draft]:
    """Each report's main event, that of copies being what the most of them tell, of equals the first that came out.

    A form filled in anew for another day is no copy in that.
    """
    told: dict[str, list[str]] = defaultdict(list)
    for report in sorted(mains, key=lambda name: (published.get(name, sys.maxsize), name)):
        told[family.get(report, report)].append(report)
    shared: dict[str, Draft] = {}
    for members in told.values():
        counts = Counter(mains[report].id for report in members)
        first = max(members, key=lambda report: counts[mains[report].id])
        other = {r for r in members if r not in mains[first].reports or _apart(mains[r], mains[first])}
        shared |= {report: mains[report if report in other else first] for report in members}
    return shared


def _apart(one: Draft, other: Draft) -> bool:
    return bool(one.days and other.days and apart(one.days, other.days))


def _at_once(one: Draft, other: Draft) -> bool:
    """Say whether reports set two acts on one day as fresh news, and name somebody in both."""
    if (one.act in COURT) is not (other.act in COURT):
        return False
    ours, theirs = one.fresh_days(), other.fresh_days()
    same = ours and theirs and all(apart(a, b) == 0 for a in ours for b in theirs)
    return bool(same and one.cast & other.cast)


def by_cast(run: Sequence[Seen], bodies: Set[str]) -> list[list[Seen]]:
    """Part what was done on one day by people none of whom took part in both, in two towns.

    What names nobody goes by its town, else with what its report tells nearest to it, else with the most. ``bodies``:
    the entities that are no people.
    """
    named = {seen.claim.id: (seen.actors | seen.recipients) - bodies for seen in run}
    linked = {two: 1.0 for names in named.values() for two in combinations(sorted(names), 2)}
    casts = components(sorted({name for names in named.values() for name in names}), linked, 1.0)
    parts = [[seen for seen in run if named[seen.claim.id] & {*cast}] for cast in casts]
    towns: dict[tuple[str, str], list[Seen]] = {}
    for part in parts:
        if town := _town(part):
            towns.setdefault(town, []).extend(part)
    if len(towns) < 2:
        return [list(run)]
    told = [list(part) for _, part in sorted(towns.items(), key=lambda row: (-len(row[1]), row[0]))]
    homes = {town: part for town in towns for part in told if _town(part) == town}
    placed = {seen.claim.id for part in told for seen in part}
    for sure in (True, False):
        for seen in run:
            home = homes.get(_town([seen]) or ("", ""))
            if seen.claim.id not in placed and (home is not None) is sure:
                (min(told, key=lambda part: _strange(seen, part)) if home is None else home).append(seen)
    return told


def _town(part: Sequence[Seen]) -> tuple[str, str] | None:
    """The town in which most words set these claims."""
    places = (seen.claim.place for seen in part)
    counts = Counter((p.name, p.country or "") for p in places if p and p.name and p.basis == "stated")
    return min(counts, key=lambda town: (-counts[town], town), default=None)


def _strange(seen: Seen, part: Sequence[Seen]) -> tuple[bool, bool, int]:
    """How little speaks for a claim's being of a part: none of its report's, none in its place, none near it."""
    own = [other.claim for other in part if other.claim.report == seen.claim.report]
    place = seen.claim.place.name if seen.claim.place else None
    there = {other.claim.place.name for other in part if other.claim.place}
    near = (abs(o.trigger.start - seen.claim.trigger.start) for o in own if o.field == seen.claim.field)
    return not own, place not in there, min(near, default=sys.maxsize)


def by_person(
    members: Sequence[Seen], cast: Mapping[str, frozenset[str]], bodies: Set[str]
) -> tuple[list[list[Seen]], list[Seen]]:
    """Arrests of two people are two; one that names nobody is that of the only person whom its report tells arrested,
    else of the only such whom it also names, else of the only one whom others tell held that day. A headline leaves to
    the text who the man is, and "the captain" who was held is he whom the report names and others tell held then."""
    named: list[tuple[set[str], list[Seen]]] = []
    rest = []
    for seen in sorted(members, key=lambda s: s.claim.id):
        people = seen.recipients - bodies
        if not people:
            rest.append(seen)
            continue
        home = next((entry for entry in named if entry[0] & people), None)
        if home is None:
            named.append(home := (set(), []))
        home[0].update(people)
        home[1].append(seen)
    left: list[Seen] = []
    for seen in sorted(rest, key=lambda s: s.days is None):
        homes = [part for people, part in named if people & cast.get(seen.claim.report, frozenset())]
        told = [part for _, part in named if any(other.claim.report == seen.claim.report for other in part)]
        then = [] if told or homes or not seen.claim.recipients else [part for _, part in named if _on_day(seen, part)]
        first = _told_first(seen, told)
        only = next((found[0] for found in (first or told, homes, then) if len(found) == 1), left)
        joins = not seen.claim.recipients or ((not told or bool(first)) and _then(seen, only))
        (only if joins and not seen.denied else left).append(seen)
    return [part for _, part in named], left


def _told_first(seen: Seen, told: Sequence[list[Seen]]) -> list[list[Seen]]:
    """Of those whom its report names, the one told of first, for a headline and a lead that leave to the text who."""

    def place(part: Sequence[Seen]) -> int:
        own = (s.claim for s in part if s.claim.report == seen.claim.report)
        return min(claim.trigger.start if claim.field == "text" else -1 for claim in own)

    if not told or seen.claim.other or not _leads(seen):
        return []
    first = min(told, key=place)
    return [first] if seen.claim.field == "title" or 0 < place(first) - seen.claim.trigger.start < NEXT_WORDS else []


def _on_day(seen: Seen, told: Sequence[Seen]) -> bool:
    return seen.days is not None and any(other.days and apart(seen.days, other.days) == 0 for other in told)


def _then(seen: Seen, told: Sequence[Seen]) -> bool:
    """Say whether a claim tells of one person without a name on a day on which others tell the same of somebody."""
    one = all((q.high or sys.maxsize) <= 1 for q in seen.claim.quantities if q.of == "captured")
    own = [other for other in told if other.claim.report == seen.claim.report and _leads(seen)]
    same = _on_day(seen, told) or any(seen.days is None or other.days is None for other in own)
    return len(seen.claim.recipients) == 1 and one and same


def _leads(seen: Seen) -> bool:
    return bool(seen.part) or seen.claim.field == "title"
