"""Numbers of one thing that reports give otherwise: the pages of a ruling, a fine, the votes, how long it took.

Nothing names such a thing the same way in two reports, so numbers of one kind are held to be of one thing where the
words around them are alike, where both stand with the same act, or where both reports give only one of a rare kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from dateline.across.event.seen import EMPTY
from dateline.across.slots.accounts import Account, Point, parted
from dateline.across.slots.number import CAME, NAME, ROUGH, SHARE, Number, cut, numbers_of, stem
from dateline.knowledge import counted
from dateline.knowledge.acts import act
from dateline.model import Reading, When

SAME_ACT = 1.0
SAME_NUMBER = 1.5  # two equal numbers are of one thing, likelier than not
CLOSE = 0.04  # and so are, half as likely, numbers that are apart by no more
THOUSANDS = 1000  # from here on two counts are seldom near one another by chance
LARGE = 1.0
ROUNDED = 0.75  # one is a rounder form of the other
ALONE = 1.5  # each report gives one number of the kind
NEARLY = 1.0  # and the two are no further apart than a rounded one
ONE_SIDE = 2.0  # both are the greater share of a result, or both the lesser
ALIKE = 3.0  # from here on two numbers are of one thing
BESIDE = 0.7  # by which no other number of the report may be as like
WILD = 4  # times: so far apart are no two accounts of one thing
OF_ALL = {"votes for": 3.0, "votes against": 3.0, "abstentions": 3.0, "participants": 2.0}  # of what reports are about
LATELY = 40  # characters between a number and what it was before


def things(reports: Sequence[str], readings: Mapping[str, Reading], day: date | None = None) -> Iterator[Point]:
    """The things of which reports of one event give other numbers; no crowd of days before the event's."""
    given: dict[str, dict[str, list[Number]]] = defaultdict(lambda: defaultdict(list))
    was: dict[str, list[Number]] = defaultdict(list)
    for report in sorted(reports):
        for number in numbers_of(readings[report]):
            if number.kind == CAME and day is not None and _before(number.claim.when, day):
                continue
            if number.quantity.sense == "before":
                was[number.kind].append(number)
            else:
                given[number.kind][report].append(number)
    named: set[str] = set()
    for kind in sorted(given):
        crowd = kind.startswith(CAME)
        for group in _crowd(given[kind]) if crowd else _groups(given[kind]):
            accounts, relation = _accounts(group), ""
            if crowd and parted(accounts):  # a rounder figure of another's count is somebody's all the same
                accounts = _accounts([n for n in group if not any(_rounder(n, other) for other in group)], rounded=True)
            if not parted(accounts):
                accounts, relation = _accounts(group, rounded=True), "finer"
            if parted(accounts) and (crowd or not _two(group, given[kind])):
                slot = f"quantity:{group[0].quantity.of}"
                subject = kind.partition(": ")[2] or _subject(group, named)
                named.add(subject)
                yield Point(slot=slot, subject=subject, accounts=accounts, relation=relation)
        for old in was[kind]:
            yield from _changed(old, given[kind])


def _changed(old: Number, given: Mapping[str, Sequence[Number]]) -> Iterator[Point]:
    """A number that one report tells with what it was before ("42 clinics, up from 26"), told by others, too."""
    behind = [n for n in given[old.report] if 0 < old.quantity.start - n.quantity.end <= LATELY]
    now = max(behind, key=_place, default=None)
    if now is None or now.amount == old.amount:
        return
    others = [n for told in given.values() for n in told if n.report != old.report]
    group = [now, *(n for n in others if n.amount in (now.amount, old.amount))]
    if len(group) > 1:
        first = Account(report=old.report, claim=old.claim.id, key=_key(old), value=old.said.value, before=True)
        slot = f"quantity:{now.quantity.of}"
        yield Point(slot=slot, subject="changed", accounts=[first, *_accounts(group)], relation="updates")


def _crowd(given: Mapping[str, Sequence[Number]]) -> list[list[Number]]:
    """All that reports say of how many came, by whomever it was counted: a crowd has one size, the greatest on which
    two reports speak."""
    every = sorted((number for told in given.values() for number in told), key=_place)
    for most in sorted({number.amount for number in every}, reverse=True):
        group = [number for number in every if number.amount <= most <= number.amount * WILD]
        if len({number.report for number in group}) > 1:
            return [group]
    return []


def _before(when: When | None, day: date) -> bool:
    """Say whether words set something on days that were over before a day: "in October 4,000 had come"."""
    if when is None or when.latest is None or when.basis not in ("stated", "document"):
        return False
    return when.latest < day - timedelta(days=1)


def _two(group: Sequence[Number], given: Mapping[str, Sequence[Number]]) -> bool:
    """Say whether some report gives two of the numbers, as those of two things: six guns now, 14 in all."""
    amounts = {number.amount for number in group}
    return any(len(amounts & {number.amount for number in told}) > 1 for told in given.values())


def _groups(given: Mapping[str, Sequence[Number]]) -> list[list[Number]]:
    """Numbers of one kind that are of one thing, in several reports."""
    joined: dict[int, list[Number]] = {}
    for one, other in combinations(sorted(given), 2):
        for left, right in _pairs(given[one], given[other]):
            group = [*joined.get(id(left), [left])]
            group += [n for n in joined.get(id(right), [right]) if n not in group]
            for number in group:
                joined[id(number)] = group
    found = {id(group): group for group in joined.values()}
    return [sorted(group, key=_place) for group in sorted(found.values(), key=lambda g: min(map(_place, g)))]


def _place(number: Number) -> tuple[str, str, int]:
    return number.report, number.claim.field, number.quantity.start


def _pairs(left: Sequence[Number], right: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """The numbers of two reports that are of one thing: each is the other's likest, and by far."""
    alone = len({n.amount for n in left}) == len({n.amount for n in right}) == 1
    scores = {(a, b): _likeness(left[a], right[b], alone=alone) for a in range(len(left)) for b in range(len(right))}
    for (a, b), score in scores.items():
        one, other = left[a], right[b]
        if score < ALIKE:
            continue
        rivals = [s for (x, y), s in scores.items() if (x == a) != (y == b) and not _one(left[x], right[y], one, other)]
        if all(score >= rival + BESIDE for rival in rivals):
            yield one, other


def _one(x: Number, y: Number, one: Number, other: Number) -> bool:
    """Say whether a rival pair is the same figures told again."""
    return x.amount == one.amount and y.amount == other.amount


def _likeness(one: Number, other: Number, *, alone: bool) -> float:
    """How likely two numbers are of one thing."""
    units = {one.quantity.unit, other.quantity.unit} - {None}
    if len(units) > 1 or max(one.amount, other.amount) > WILD * min(one.amount, other.amount):
        return 0.0
    if one.kind == SHARE and _polls(one, other):
        return 0.0
    if one.side and other.side and one.side != other.side:
        return 0.0
    shared = set(one.around) & set(other.around)
    shared -= set() if alone else {stem(one.quantity.of)}  # of several games, any is a game
    score = sum(min(one.around[stem], other.around[stem]) for stem in shared)
    acts = {act(one.claim.lemma), act(other.claim.lemma)}
    score += SAME_ACT if len(acts) == 1 and EMPTY not in acts else 0.0
    apart = abs(one.amount - other.amount) / max(one.amount, other.amount)
    score += SAME_NUMBER * (1 - apart / (2 * CLOSE)) if apart <= CLOSE else 0.0
    many = not counted.measure(one.quantity.of) and min(one.amount, other.amount) >= THOUSANDS
    score += LARGE if many and apart <= ROUGH else 0.0
    score += ROUNDED if 0 < apart <= ROUGH and one.same(other) else 0.0
    score += ALONE + (NEARLY if apart <= ROUGH or one.same(other) else 0.0) if alone else 0.0
    score += ONE_SIDE if one.side and one.side == other.side else 0.0
    return score + OF_ALL.get(one.kind.partition(": ")[0], 0.0)


def _polls(one: Number, other: Number) -> bool:
    """Say whether two shares are of two polls: each stands by the word for one, and both by no name."""
    asked = counted.words("survey")
    names = [{word for word in n.words.values() if word[0].isupper()} for n in (one, other)]
    both = all(asked.intersection(map(str.lower, n.words.values())) for n in (one, other))
    return both and names[0].isdisjoint(names[1])


def _accounts(group: Sequence[Number], *, rounded: bool = False) -> list[Account]:
    """What each report says of one thing, without what is but a rounder form of another's, unless that is asked for."""
    kept = [n for n in group if rounded or not any(n is not other and _folds(n, other) for other in group)]
    return [
        Account(report=n.report, claim=n.claim.id, key=_key(n), value=n.said.value) for n in sorted(kept, key=_place)
    ]


def _key(number: Number) -> str:
    return f"{number.amount:016.2f}"


def _rounder(number: Number, other: Number) -> bool:
    """Say whether a number is but a rounder form of another of its own report."""
    return number is not other and number.report == other.report and _folds(number, other)


def _folds(number: Number, other: Number) -> bool:
    """Say whether a number is but a rounder form of another: "about 20" of 21, "20 to 30" of 24."""
    rough = bool(number.said.hedge) or number.quantity.low != number.quantity.high or cut(number, other)
    return rough and number.amount != other.amount and number.same(other)


def _subject(group: Sequence[Number], named: set[str]) -> str:
    """The word that most of a group's numbers stand by, and by which no other group goes."""
    first, *rest = group
    shared = [s for s in first.around if all(s in n.around for n in rest) and first.around[s] > NAME]
    words = [first.words[s].lower() for s in sorted(shared, key=lambda s: (-first.around[s], s))]
    return next((word for word in words if word not in named), "")
