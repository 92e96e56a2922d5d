"""Numbers of one thing that reports give otherwise: the pages of a ruling, a fine, the votes, how long it took.

Nothing names such a thing the same way in two reports, so numbers of one kind are held to be of one thing where the
words around them are alike, where both stand with the same act, or where both reports give only one of a rare kind.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from math import floor

import msgspec

from dateline.across.event.seen import EMPTY
from dateline.across.slots.accounts import Account, Point, parted
from dateline.across.slots.figures import Figure, figure
from dateline.knowledge import counted, numbers
from dateline.knowledge.acts import act
from dateline.knowledge.groups import group_in
from dateline.knowledge.rarity import news_words, rarity
from dateline.model import Claim, Quantity, Reading, When

NEAR = 12  # words on either side of a number that say of what it is
COMMON = 3.0  # words more common than that say nothing
MOST = 2.0  # what one shared word counts at most
STOCK = 0.5  # and one of those that all such reports have
NAME = 0.6  # what a shared name counts: those of whom a report tells stand by all its numbers
SAME_ACT = 1.0
SAME_NUMBER = 1.5  # two equal numbers are of one thing, likelier than not
CLOSE = 0.04  # and so are, half as likely, numbers that are apart by no more
THOUSANDS = 1000  # from here on two counts are seldom near one another by chance
LARGE = 1.0
ROUNDED = 0.75  # one is a rounder form of the other
ALONE = 1.5  # each report gives one number of the kind
NEARLY = 1.0  # and the two are no further apart than a rounded one
ALIKE = 3.0  # from here on two numbers are of one thing
BESIDE = 0.7  # by which no other number of the report may be as like
ROUGH = 0.12  # by which a rounded number may be off
WILD = 4  # times: so far apart are no two accounts of one thing
OF_ALL = {"votes for": 3.0, "votes against": 3.0, "abstentions": 3.0, "participants": 2.0}  # of what reports are about
CROWN = 100.0  # from here on cents are no account of their own
CAME = "participants"  # under which those are counted who took part in something or went together
TIMES = "times"  # under which it is counted how often something was done
SHARE = "per cent"
CROWD = 20  # so many took part, at least, where an event has a number of them
_ASIDE = frozenset(
    {"killed", "injured", "captured", "displaced", "age", "shot", "treated", "perpetrators", "victims", "suspects"}
)
_FOLD = {"minutes": ("time", 1.0), "hours": ("time", 60.0), "days": ("time", 1440.0), "weeks": ("time", 10080.0)}
_FOLD |= {"months": ("months", 1.0), "years": ("months", 12.0)}
OTHER = frozenset({"other", "others", "more", "another", "additional"})  # a number beside another, not of all
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A number of some kind in one report, with the words around it by their stems."""

    claim: Claim
    quantity: Quantity
    said: Figure
    kind: str
    amount: float
    around: Mapping[str, float]
    words: Mapping[str, str]

    @property
    def report(self) -> str:
        """The report that gives it."""
        return self.claim.report

    def same(self, other: Number) -> bool:
        """Say whether two numbers do not contradict one another: equal, or one a rounder form of the other."""
        if self.amount == other.amount or any(_cut(a, b) for a, b in self._both(other)):
            return True
        if any(a.said.hedge == "more" and b.said.hedge != "more" and b.amount < a.amount for a, b in self._both(other)):
            return False
        if any(0 < (a.quantity.low or 0) <= b.said.stated <= (a.quantity.high or 0) for a, b in self._both(other)):
            return True
        hedged = self.said.hedge or other.said.hedge
        near = abs(self.amount - other.amount) <= ROUGH * max(self.amount, other.amount)
        open_ = any(a.said.hedge in ("vague", "least", "more") and b.amount >= a.amount for a, b in self._both(other))
        return bool(hedged) and (near or open_)

    def _both(self, other: Number) -> tuple[tuple[Number, Number], ...]:
        return (self, other), (other, self)


def things(reports: Sequence[str], readings: Mapping[str, Reading], day: date | None = None) -> Iterator[Point]:
    """The things of which reports of one event give other numbers; no crowd of days before the event's."""
    given: dict[str, dict[str, list[Number]]] = defaultdict(lambda: defaultdict(list))
    for report in sorted(reports):
        for number in _numbers(readings[report]):
            if number.kind == CAME and day is not None and _before(number.claim.when, day):
                continue
            given[number.kind][report].append(number)
    for kind in sorted(given):
        crowd = kind.startswith(CAME)
        for group in _crowd(given[kind]) if crowd else _groups(given[kind]):
            accounts, relation = _accounts(group), ""
            if crowd and parted(accounts):  # a rounder figure of another's count is somebody's all the same
                accounts = _accounts([n for n in group if not any(_rounder(n, other) for other in group)], rounded=True)
            elif not parted(accounts) and not crowd:
                accounts, relation = _accounts(group, rounded=True), "finer"
            if parted(accounts) and (crowd or not _two(group, given[kind])):
                slot = f"quantity:{group[0].quantity.of}"
                yield Point(
                    slot=slot, subject=kind.partition(": ")[2] or _subject(group), accounts=accounts, relation=relation
                )


def _crowd(given: Mapping[str, Sequence[Number]]) -> list[list[Number]]:
    """All that reports say of how many came, by whomever it was counted: a crowd has one size."""
    every = sorted((number for told in given.values() for number in told), key=_place)
    most = max((number.amount for number in every), default=0.0)
    group = [number for number in every if number.amount * WILD >= most]
    return [group] if len({number.report for number in group}) > 1 else []


def _before(when: When | None, day: date) -> bool:
    """Say whether words set something on days that were over before a day: "in October 4,000 had come"."""
    if when is None or when.latest is None or when.basis not in ("stated", "document"):
        return False
    return when.latest < day - timedelta(days=1)


def _two(group: Sequence[Number], given: Mapping[str, Sequence[Number]]) -> bool:
    """Say whether some report gives two of the numbers, as those of two things: six guns now, 14 in all."""
    amounts = {number.amount for number in group}
    return any(len(amounts & {number.amount for number in told}) > 1 for told in given.values())


def _numbers(reading: Reading) -> Iterator[Number]:
    """The numbers of a report that are of things and measures, each once."""
    found: set[tuple[str, int]] = set()
    for claim in sorted(reading.claims, key=lambda c: (-c.weight, c.id)):
        for quantity in claim.quantities:
            place, text = (claim.field, quantity.start), reading.report.of(claim.field)
            part = quantity.sense == "part" and (quantity.of != CAME or group_in(quantity.whose or "") is None)
            if quantity.of in _ASIDE or place in found or part or quantity.sense == "before":
                continue
            said = figure(quantity, claim, reading)
            if said is None or said.hedge == "vague" or said.stated <= 0 or _few(quantity, said):
                continue
            counting = text[quantity.start : quantity.end].lower().replace("more than", "over")
            if OTHER.intersection(counting.split()):
                continue
            if quantity.of == "money" and text[: quantity.start].endswith("("):
                continue  # the sum before it in another currency
            found.add(place)
            kind, fold = _FOLD.get(quantity.of, (quantity.of, 1.0))
            if counted.words("done_often").intersection({quantity.of, quantity.of.removesuffix("s")}):
                kind = TIMES  # who called twice made two calls
            if any(word in counting for word in counted.words("chamber")):
                kind = "lawmakers"
            if quantity.sense == "part":
                kind = f"{kind}: {group_in(quantity.whose or '')}"  # fighters among those who left
            words = {_stem(word.lower()): word for word in _near(text, claim, quantity)}
            around = {stem: weight for stem, word in words.items() if (weight := _weight(word)) > 0}
            amount = said.stated * fold
            yield Number(
                claim=claim, quantity=quantity, said=said, kind=kind, amount=amount, around=around, words=words
            )


def _few(quantity: Quantity, said: Figure) -> bool:
    """Say whether a number counts nothing: "a shot", or three speakers as all who took part."""
    if quantity.of == "participants":
        return said.stated < CROWD
    return said.stated == 1 and not counted.measure(quantity.of) and quantity.of not in OF_ALL


def _near(text: str, claim: Claim, quantity: Quantity) -> list[str]:
    """The words near a number, without numbers and units."""
    before = _WORD.findall(text, claim.start, quantity.start)[-NEAR:]
    after = _WORD.findall(text, quantity.end, max(quantity.end, claim.end))[:NEAR]
    words = (*before, *_WORD.findall(text, quantity.start, quantity.end), *after)
    return [w for w in words if not numbers.numeric(w) and not counted.measures(w.lower().removesuffix("s"))]


@cache
def _weight(word: str) -> float:
    """What a word says of what is counted, by how rare it is."""
    low = word.lower().removesuffix("'s").removesuffix("’s")
    if word[0].isupper():
        return NAME if rarity(low) > COMMON else 0.0
    if low in news_words("saying"):
        return 0.0
    return min(STOCK if low in news_words("stock") else MOST, max(0.0, rarity(low) - COMMON))


def _stem(word: str) -> str:
    """A word without its endings, roughly: "penalties" and "penalty" are one."""
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return (word.removesuffix("e") if len(word) > 3 else word)[:6]


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
    shared = set(one.around) & set(other.around)
    shared -= set() if alone else {_stem(one.quantity.of)}  # of several games, any is a game
    score = sum(min(one.around[stem], other.around[stem]) for stem in shared)
    acts = {act(one.claim.lemma), act(other.claim.lemma)}
    score += SAME_ACT if len(acts) == 1 and EMPTY not in acts else 0.0
    apart = abs(one.amount - other.amount) / max(one.amount, other.amount)
    score += SAME_NUMBER * (1 - apart / (2 * CLOSE)) if apart <= CLOSE else 0.0
    many = not counted.measure(one.quantity.of) and min(one.amount, other.amount) >= THOUSANDS
    score += LARGE if many and apart <= ROUGH else 0.0
    score += ROUNDED if 0 < apart <= ROUGH and one.same(other) else 0.0
    score += ALONE + (NEARLY if apart <= ROUGH else 0.0) if alone else 0.0
    return score + OF_ALL.get(one.kind, 0.0)


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
        Account(report=n.report, claim=n.claim.id, key=f"{n.amount:016.2f}", value=n.said.value)
        for n in sorted(kept, key=_place)
    ]


def _cut(number: Number, other: Number) -> bool:
    """Say whether a sum is another's without its cents."""
    whole = number.amount >= CROWN and number.amount.is_integer() and not other.amount.is_integer()
    return whole and number.amount in (floor(other.amount), round(other.amount))


def _rounder(number: Number, other: Number) -> bool:
    """Say whether a number is but a rounder form of another of its own report."""
    return number is not other and number.report == other.report and _folds(number, other)


def _folds(number: Number, other: Number) -> bool:
    """Say whether a number is but a rounder form of another: "about 20" of 21, "20 to 30" of 24."""
    rough = bool(number.said.hedge) or number.quantity.low != number.quantity.high or _cut(number, other)
    return rough and number.amount != other.amount and number.same(other)


def _subject(group: Sequence[Number]) -> str:
    """The word that most of a group's numbers stand by."""
    first, *rest = group
    shared = [s for s in first.around if all(s in n.around for n in rest) and first.around[s] > NAME]
    if not shared:
        return ""
    return first.words[max(shared, key=lambda stem: (first.around[stem], stem))].lower()
