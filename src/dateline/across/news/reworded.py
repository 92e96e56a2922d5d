"""What reports of one happening only recall, each in words of its own: one vote, one figure, one thing done by one
body, or what befell one person on one earlier day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dateline.across.days.calendar import allows, apart
from dateline.across.event.main_event import Tied
from dateline.across.event.seen import EMPTY, Draft, Seen, draft
from dateline.knowledge import counted
from dateline.knowledge.acts import known
from dateline.knowledge.rarity import news_words, rarity
from dateline.model import Reading

FOR, AGAINST = "votes for", "votes against"
MANY = 12  # from here on a figure is a mark of what it is told of
COMMON = 3.5  # words more common than that mark nothing
CROWDED = 60  # drafts: whoever takes part in more of them than that tells none from another
TELLING = 2.0  # of what one thing is marked by, in words' rarity beyond the common
_FREE = frozenset({"base", "light", "say"})
_DONE = frozenset({"happened", "ongoing"})
_WORD = re.compile(r"[^\W\d_]{3,}")


def reworded(drafts: Sequence[Draft], tied: Tied, readings: Mapping[str, Reading]) -> list[Draft]:
    """Join what different reports recall of one thing; what some report was written to tell, or a part of it, stays."""
    kept = {tied.root, *tied.main.values(), *tied.part_of, *tied.follows}
    given = [one for one in drafts if one.id not in kept and one.family in _FREE and _happened(one)]
    free = {unit.id: unit for one in given for unit in _units(one)}
    root = next((one for one in drafts if one.id == tied.root), None)
    known_on = root.days if root else None
    homes: dict[str, list[str]] = {name: [name] for name in free}
    for left, right in _pairs(free):
        ours, theirs = homes[left], homes[right]
        if ours is theirs or not _apart_in_reports(ours, theirs, free):
            continue
        if any(_one(free[a], free[b], readings, known_on) for a in ours for b in theirs):
            ours += theirs
            for name in theirs:
                homes[name] = ours
    groups = {id(names): names for names in homes.values() if len(names) > 1}
    whole = [draft([seen for name in sorted(names) for seen in free[name].members]) for names in groups.values()]
    taken = {seen.claim.id for one in whole for seen in one.members}
    parts = ([seen for seen in one.members if seen.claim.id not in taken] for one in given)
    own = {one.id for one in given}
    rest = [one for one in drafts if one.id not in own] + [draft(members) for members in parts if members]
    return sorted([*rest, *whole], key=lambda one: one.id)


def _pairs(free: Mapping[str, Draft]) -> list[tuple[str, str]]:
    """The drafts that share a vote, a figure or somebody who takes part, two by two."""
    told: dict[object, list[str]] = defaultdict(list)
    for name in sorted(free):
        for mark in {mark for seen in free[name].members for mark in _marks(seen)}:
            told[mark].append(name)
    few = (names for names in told.values() if len(names) <= CROWDED)
    return sorted({pair for names in few for pair in combinations(names, 2)})


def _marks(seen: Seen) -> Iterator[object]:
    yield from seen.actors | seen.recipients
    yield from _figures(seen)
    if tally := _tally(seen):
        yield tally


def _units(one: Draft) -> Iterator[Draft]:
    """A draft, or of what one speaker says in many claims those that give a figure, each by itself."""
    if one.family != "say":
        yield one
        return
    told = (seen for seen in one.members if _tally(seen) or any(not _measured(q.of) for q in seen.claim.quantities))
    yield from (draft([seen]) for seen in told if seen.claim.modality in _DONE)


def _happened(one: Draft) -> bool:
    return any(seen.claim.modality in _DONE for seen in one.members)


def _apart_in_reports(ours: Sequence[str], theirs: Sequence[str], free: Mapping[str, Draft]) -> bool:
    """Say whether no report tells both: what one report tells in two words are rather two things."""
    reports = ({report for name in names for report in free[name].reports} for names in (ours, theirs))
    return next(reports).isdisjoint(next(reports))


def _one(one: Draft, other: Draft, readings: Mapping[str, Reading], root: tuple[object, object] | None) -> bool:
    """Say whether two drafts tell of one thing: by a vote, a figure, a deed or a day."""
    ours, theirs = ([seen for seen in given.members if seen.claim.modality in _DONE] for given in (one, other))
    pairs = [(a, b) for a in ours for b in theirs]
    if not all(a.days is None or b.days is None or apart(a.days, b.days) == 0 for a, b in pairs):
        return False
    if not all(a.when is None or b.when is None or allows(a.when, b.when) for a, b in pairs):
        return False
    if any(_tally(a) and _tally(a) == _tally(b) for a, b in pairs):
        return True
    if _other_act(one, other):
        return False
    return any(_figure(a, b, readings) or _deed(a, b, readings) or _day(a, b, root) for a, b in pairs)


def _other_act(one: Draft, other: Draft) -> bool:
    """Say whether both are acts of the table, and two."""
    acts = {one.act, other.act} - {EMPTY}
    return len(acts) > 1 and all(map(known, acts))


def _tally(seen: Seen) -> tuple[float, float] | None:
    """The votes for and against of a claim."""
    votes = {q.of: q.low for q in seen.claim.quantities if q.of in (FOR, AGAINST) and q.low == q.high}
    yes, no = votes.get(FOR), votes.get(AGAINST)
    return (yes, no) if yes is not None and no is not None and yes + no >= MANY else None


def _figure(a: Seen, b: Seen, readings: Mapping[str, Reading]) -> bool:
    """Say whether two claims give one large figure of one kind, and share a rare word."""
    return not _figures(a).isdisjoint(_figures(b)) and _shared(_words(a, readings), _words(b, readings)) > 0


def _figures(seen: Seen) -> frozenset[tuple[str, float | None, float | None]]:
    """The large figures of a claim, each with what it counts."""
    told = (q for q in seen.claim.quantities if (q.low or 0) >= MANY and not _measured(q.of))
    return frozenset((q.of, q.low, q.high) for q in told)


def _measured(of: str) -> bool:
    return of in ("age", FOR, AGAINST) or counted.measure(of)


def _deed(a: Seen, b: Seen, readings: Mapping[str, Reading]) -> bool:
    """Say whether one named actor does something to what goes by the same rare words."""
    if a.actors.isdisjoint(b.actors):
        return False
    return _shared({*_objects(a, readings)}, {*_objects(b, readings)}) >= TELLING


def _day(a: Seen, b: Seen, root: tuple[object, object] | None) -> bool:
    """Say whether words set both on one exact day, not the news' own, and somebody takes part in both."""
    if a.family == "say" or b.family == "say" or a.days is None or a.days != b.days or a.days[0] != a.days[1]:
        return False
    return a.said and b.said and a.days != root and not (a.actors | a.recipients).isdisjoint(b.actors | b.recipients)


def _shared(ours: set[str], theirs: set[str]) -> float:
    stock = news_words("stock")
    return sum(max(0.0, rarity(word) - COMMON) for word in sorted(ours & theirs) if word not in stock)


def _words(seen: Seen, readings: Mapping[str, Reading]) -> set[str]:
    text = readings[seen.claim.report].report.of(seen.claim.field)
    return {word.group().lower() for word in _WORD.finditer(text, seen.claim.start, seen.claim.end)}


def _objects(seen: Seen, readings: Mapping[str, Reading]) -> Iterator[str]:
    text = readings[seen.claim.report].report.of(seen.claim.field)
    for one in seen.claim.recipients:
        yield from (word.group().lower() for word in _WORD.finditer(text, one.start, one.end))
