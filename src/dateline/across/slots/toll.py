"""What one report says of one thing counted: its figure, and how a vague figure stands to an exact one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account
from dateline.across.slots.figures import Figure, figure
from dateline.knowledge.rarity import news_words
from dateline.model import Claim, Quantity, Reading

NEAR = 1.35  # times: "at least 30" and 32 are one account
WHOLE = frozenset({"new", "total", "others", "spread"})  # counts that stand for all, not for more or some of them
OTHER = frozenset({"other", "others", "more", "another"})
HIT = frozenset({"victims", "shot"})
_WORD = re.compile(r"[a-z]+")


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says of one thing counted, in one claim."""

    seen: Seen
    quantity: Quantity
    figure: Figure
    before: bool = False

    @property
    def report(self) -> str:
        """The report that says it."""
        return self.seen.claim.report

    def account(self, reading: Reading, said: Figure | None = None) -> Account:
        """The toll as an account; as that of another figure, if it is folded into one."""
        told = said or self.figure
        claim = self.seen.claim
        wrong = self.before and _wrong(claim, reading)
        return Account(
            report=claim.report, claim=claim.id, key=told.key, value=told.value, before=self.before, wrong=wrong
        )


def same(one: Quantity, other: Quantity) -> bool:
    """Say whether two counts are the same words."""
    return one.start == other.start and one.end == other.end


def stated(quantity: Quantity, seen: Seen, reading: Reading) -> Figure | None:
    """What a count states, in the words of its claim where it stands there."""
    home = seen.claim if any(same(q, quantity) for q in seen.claim.quantities) else None
    return figure(quantity, home, reading)


def words_of(quantity: Quantity, seen: Seen, reading: Reading) -> str:
    """The words of a count, in lower case."""
    return reading.report.of(seen.claim.field)[quantity.start : quantity.end].lower()


def folded(given: Sequence[Toll], readings: Mapping[str, Reading]) -> list[Account]:
    """A count that says "at least" is the account of the exact count that it allows, if one is near."""
    exact = sorted({toll.figure.stated for toll in given if not toll.figure.hedge and not _risen(toll, readings)})
    accounts = []
    for toll in sorted(given, key=lambda t: (t.report, t.seen.claim.id, t.figure.key)):
        told = toll.figure
        if told.hedge == "least":
            near = next((n for n in exact if told.stated <= n <= told.stated * NEAR), None)
            told = told if near is None else Figure(stated=near, hedge="", words=f"{near:g}")
        accounts.append(toll.account(readings[toll.report], told))
    order = {account.key: account for account in sorted(accounts, key=lambda a: (a.key, len(str(a.value))))}
    return [msgspec.structs.replace(account, value=order[account.key].value) for account in accounts]


def of_the_living(hurt: Sequence[Toll], dead: Sequence[Toll]) -> list[Toll]:
    """Without the counts of all who were hit that are others' dead and hurt together: five, two of them dead."""
    killed = {toll.figure.stated for toll in dead}
    wounded = {toll.figure.stated for toll in hurt if not _hit(toll)}
    together = {gone + left for gone in killed if gone for left in wounded if left}
    return [toll for toll in hurt if not _hit(toll) or toll.figure.stated not in together]


def _hit(toll: Toll) -> bool:
    """Say whether a count is, as it stands, of all who were hit, of whom some may have died."""
    own = (q for q in toll.seen.claim.quantities if same(q, toll.quantity))
    return any(q.of in HIT and q.low == toll.figure.stated for q in own)


def figures_of(tolls: Iterable[Toll], report: str) -> set[float]:
    """The numbers that one report states."""
    return {toll.figure.stated for toll in tolls if toll.report == report}


def _risen(toll: Toll, readings: Mapping[str, Reading]) -> bool:
    """Say whether a figure is what a toll rose to: what others had before is no rounder form of it."""
    words = _WORD.findall(readings[toll.report].report.words(toll.seen.claim.span).lower())
    return toll.quantity.sense == "total" and not news_words("risen").isdisjoint(words)


def _wrong(claim: Claim, reading: Reading) -> bool:
    words = _WORD.findall(reading.report.words(claim.span).lower())
    return bool(news_words("corrected").intersection(words))
