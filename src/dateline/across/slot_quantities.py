"""Counts and ages on which the accounts of an event part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dateline.across.accounts import Account, by_report
from dateline.across.drafts import Seen
from dateline.across.tally import tallies
from dateline.model import Entities, Quantity, Reading

WILD = 50  # times: a count so far above another is of something else
VAGUE = 10  # "several" and plurals say at least two or three, which no account contradicts
NEAR = 1.35  # times: "at least 30" and 32 are one account
YEARS = 4  # by which two accounts of one person's age differ at most


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says of one thing counted, with the claim that says it."""

    report: str
    claim: str
    quantity: Quantity

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """The least and the greatest number that it allows."""
        return self.quantity.low, self.quantity.high


def counts(members: Sequence[Seen]) -> dict[str, list[Account]]:
    """For each thing counted, the accounts of all reports, if they differ."""
    given: dict[str, list[Toll]] = defaultdict(list)
    for report, told in by_report(members).items():
        for quantity in tallies(told):
            claims = [s.claim.id for s in told if any(q.start == quantity.start for q in s.claim.quantities)]
            given[quantity.of].append(
                Toll(report=report, claim=claims[0] if claims else told[0].claim.id, quantity=quantity)
            )
    found = {}
    for of in sorted(given):
        least = min((toll.quantity.low or 1 for toll in given[of]), default=1)
        told_of = [t for t in given[of] if not _vague(t.quantity) and (t.quantity.low or 0) <= least * WILD]
        accounts = _folded(told_of + _echoes(members, of, told_of))
        if len({account.key for account in accounts}) > 1:
            found[f"quantity:{of}"] = accounts
    return found


def _vague(quantity: Quantity) -> bool:
    return quantity.low is None or (quantity.low != quantity.high and quantity.low < VAGUE)


def _echoes(members: Sequence[Seen], of: str, told: Sequence[Toll]) -> list[Toll]:
    """Other counts in a report that are another report's: an earlier toll that it says it updates."""
    known = {toll.bounds for toll in told}
    return [
        Toll(report=seen.claim.report, claim=seen.claim.id, quantity=quantity)
        for seen in members
        for quantity in seen.claim.quantities
        if quantity.of == of and (quantity.low, quantity.high) in known and (quantity.low or 0) > 1
    ]


def _folded(given: Sequence[Toll]) -> list[Account]:
    """A count that says "at least" is the account of the exact count that it allows, if one is near."""
    exact = sorted({t.quantity.low for t in given if t.quantity.low is not None and t.quantity.low == t.quantity.high})
    accounts = []
    for toll in sorted(given, key=lambda t: (t.report, t.claim, str(t.bounds))):
        low, high = toll.bounds
        if low != high and low is not None:
            low = high = next((n for n in exact if low <= n <= low * NEAR), None) or low
        accounts.append(
            Account(
                report=toll.report,
                claim=toll.claim,
                key=f"{low or 0:012.1f}",
                value={"low": low, "high": high, "text": f"{low:g}" if low is not None else ""},
            )
        )
    return accounts


def ages(members: Sequence[Seen], readings: Mapping[str, Reading], entities: Entities) -> list[list[Account]]:
    """The ages that reports give one person, where they differ: by name, else the one left over in two lists."""
    reports = sorted({seen.claim.report for seen in members})
    people = frozenset().union(*(seen.actors | seen.recipients for seen in members))
    given: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for report in reports:
        for mention in readings[report].mentions:
            name = entities.of.get(mention.entity)
            if mention.age is not None and name in people and name not in entities.unnamed:
                given[str(name)].append((report, mention.age))
    by_name = [told for _, told in sorted(given.items()) if len({age for _, age in told}) > 1]
    anchor = {report: next(s.claim.id for s in members if s.claim.report == report) for report in reports}
    known = {age for told in by_name for _, age in told}
    lists = {report: [age for age in readings[report].sketch.ages if age not in known] for report in reports}
    found = [*by_name, *_left_over(lists)]
    return [[_age(report, age, anchor[report]) for report, age in sorted(set(told))] for told in found]


def _age(report: str, age: int, claim: str) -> Account:
    text = str(age)
    return Account(report=report, claim=claim, key=f"{age:03d}", value={"low": age, "high": age, "text": text})


def _left_over(lists: Mapping[str, Iterable[int]]) -> list[list[tuple[str, int]]]:
    """Two reports list the same ages but for one, for which the other has one that is near: one person of two ages."""
    sets = {report: set(listed) for report, listed in lists.items()}
    pairs: set[tuple[int, int]] = set()
    for report, ours in sets.items():
        for other, theirs in sets.items():
            few, many = sorted((ours - theirs, theirs - ours), key=len)
            if report < other and len(few) == 1 and len(many) <= min(2, len(ours & theirs)):
                age = min(few)
                nearest = min(many, key=lambda given: (abs(given - age), given))
                if abs(nearest - age) <= YEARS:
                    pairs.add((min(age, nearest), max(age, nearest)))
    return [[(report, age) for report, held in sets.items() for age in pair if age in held] for pair in sorted(pairs)]
