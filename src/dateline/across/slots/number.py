"""Numbers of things and measures as one report gives them, each with the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from math import floor

import msgspec

from dateline.across.slots.figures import Figure, figure
from dateline.knowledge import counted, numbers
from dateline.knowledge.countries import country_in
from dateline.knowledge.groups import group_in
from dateline.knowledge.nouns import noun
from dateline.knowledge.rarity import news_words, rarity
from dateline.model import Claim, Quantity, Reading

NEAR = 12  # words on either side of a number that say of what it is
COMMON = 3.0  # words more common than that say nothing
MOST = 2.0  # what one shared word counts at most
STOCK = 0.5  # and one of those that all such reports have
NAME = 0.6  # what a shared name counts: those of whom a report tells stand by all its numbers
ROUGH = 0.12  # by which a rounded number may be off
TWICE = 2  # times: nobody says "fewer than 20" of nine
CROWN = 100.0  # from here on cents are no account of their own
CAME = "participants"  # under which those are counted who took part in something or went together
TIMES = "times"  # under which it is counted how often something was done
SHARE = "per cent"
VOTES, ABSTAINED = frozenset({"votes for", "votes against"}), "abstentions"
CROWD = 20  # so many took part, at least, where an event has a number of them
HUNDREDS = 200  # so many at least are a crowd that nobody counted
MANY = 1000  # so many people are the same ones by whatever noun
LEAD = 300  # characters from a report's first claim in which it tells how long after something its news was
MONTH, SHORT = 30 * 1440.0, 3  # minutes of a month, and how many months are still told in days, too
_ASIDE = frozenset(
    {"killed", "injured", "captured", "displaced", "age", "shot", "treated", "perpetrators", "victims", "suspects"}
)
_FOLD = {"minutes": ("time", 1.0), "hours": ("time", 60.0), "days": ("time", 1440.0), "weeks": ("time", 10080.0)}
_FOLD |= {"months": ("months", 1.0), "years": ("months", 12.0)}
OTHER = frozenset({"other", "others", "more", "another", "additional"})  # a number beside another, not of all
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
_SHARE = r"(\d+(?:\.\d+)?)(?: ?(?:%|per ?cent|percent))?"
_AGAINST = r"(?: of the (?:votes?|ballots?))? ?(?:to|against|versus|over|-|–) (?:[A-Z][\w’']+ )?"
_LEADS, _TRAILS = re.compile(rf"{_AGAINST}{_SHARE}\b"), re.compile(rf"{_SHARE}{_AGAINST}$")
_AFTER = re.compile(r"[\s-]*after\b")
_LOOSE = ("less than", "fewer than", "under", "up to", "as many as", "no more than")


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A number of some kind in one report, with the words around it by their stems."""

    claim: Claim
    quantity: Quantity
    said: Figure
    kind: str
    amount: float
    around: Mapping[str, float]
    words: Mapping[str, str]
    side: str = ""

    @property
    def report(self) -> str:
        """The report that gives it."""
        return self.claim.report

    def same(self, other: Number) -> bool:
        """Say whether two numbers do not contradict one another: equal, or one a rounder form of the other."""
        if self.amount == other.amount or any(cut(a, b) for a, b in self._both(other)):
            return True
        if any(a.said.hedge == "more" and b.said.hedge != "more" and b.amount < a.amount for a, b in self._both(other)):
            return False
        if any(0 < (a.quantity.low or 0) <= b.said.stated <= (a.quantity.high or 0) for a, b in self._both(other)):
            return True
        hedged = self.said.hedge or other.said.hedge
        near = abs(self.amount - other.amount) <= ROUGH * max(self.amount, other.amount)
        open_ = any(a.said.hedge in ("vague", "least", "more") and b.amount >= a.amount for a, b in self._both(other))
        below = any(a.loose and b.amount <= a.amount <= TWICE * b.amount for a, b in self._both(other))
        return bool(hedged) and (near or open_ or below)

    @property
    def loose(self) -> bool:
        """Whether it is only an upper bound ("less than a month"), and not nearly reached ("nearly 40")."""
        return self.said.hedge == "upto" and self.said.words.startswith(_LOOSE)

    def _both(self, other: Number) -> tuple[tuple[Number, Number], ...]:
        return (self, other), (other, self)


def cut(number: Number, other: Number) -> bool:
    """Say whether a sum is another's without its cents."""
    whole = number.amount >= CROWN and number.amount.is_integer() and not other.amount.is_integer()
    return whole and number.amount in (floor(other.amount), round(other.amount))


def numbers_of(reading: Reading) -> Iterator[Number]:
    """The numbers of a report that are of things and measures, each once."""
    found: set[tuple[str, int]] = set()
    lead = min((claim.start for claim in reading.claims if claim.field == "text"), default=0) + LEAD
    for claim in sorted(reading.claims, key=lambda c: (-c.weight, c.id)):
        for quantity in claim.quantities:
            place, text = (claim.field, quantity.start), reading.report.of(claim.field)
            if quantity.of in _ASIDE or place in found or (quantity.sense == "part" and not _group(quantity)):
                continue
            said = figure(quantity, claim, reading)
            if said is None or said.stated <= 0 or _few(quantity, said):
                continue
            counting = text[quantity.start : quantity.end].lower().replace("more than", "over")
            if OTHER.intersection(counting.split()) or _by_the_way(
                quantity, text, lead if claim.field == "text" else LEAD
            ):
                continue
            found.add(place)
            kind, fold = _kind(quantity, said, counting)
            words = {stem(word.lower()): word for word in _near(text, claim, quantity)}
            around = {root: weight for root, word in words.items() if (weight := _weight(word)) > 0}
            amount = said.stated * fold
            yield Number(
                claim=claim,
                quantity=quantity,
                said=said,
                kind=kind,
                amount=amount,
                around=around,
                words=words,
                side=_side(quantity, said, text),
            )


def _kind(quantity: Quantity, said: Figure, counting: str) -> tuple[str, float]:
    """What a number is compared with, and what it is multiplied by for that."""
    kind, fold = _FOLD.get(quantity.of, (quantity.of, 1.0))
    if kind == "months" and said.stated * fold <= SHORT:
        kind, fold = "time", fold * MONTH
    if counted.words("done_often").intersection({quantity.of, quantity.of.removesuffix("s")}):
        kind = TIMES  # who called twice made two calls
    if any(word in counting for word in counted.words("chamber")):
        kind = "lawmakers"
    if said.stated >= MANY and kind != CAME and _people(quantity.of):
        kind = "people"
    return (f"{kind}: {_group(quantity)}" if quantity.sense == "part" else kind), fold


def _people(of: str) -> bool:
    """Say whether those counted are people by whatever noun: "patients", "residents", "Norwegians"."""
    known = noun(of)
    return (known is not None and known.kind in ("person", "group")) or country_in(of.capitalize()) is not None


def _group(quantity: Quantity) -> str:
    """Of whom a part is that is compared: fighters among those who left, the votes of one party."""
    if quantity.of in VOTES:
        return quantity.whose or ""
    return (group_in(quantity.whose or "") or "") if quantity.of == CAME else ""


def _by_the_way(quantity: Quantity, text: str, lead: int) -> bool:
    """Say whether a number is no account of its own: a sum told again in another currency, or how long after something
    was done what is not the report's news, which stands before ``lead``."""
    if quantity.of == "money":
        return text[: quantity.start].endswith("(")
    return quantity.of in _FOLD and bool(_AFTER.match(text, quantity.end)) and quantity.start > lead


def _side(quantity: Quantity, said: Figure, text: str) -> str:
    """Whether a share is the greater or the lesser of a result ("52 percent to 46"); empty of any other."""
    if quantity.of != SHARE:
        return ""
    other = _LEADS.match(text, quantity.end) or _TRAILS.search(text[max(0, quantity.start - 60) : quantity.start])
    if other is None or float(other[1]) == said.stated:
        return ""
    return "greater" if said.stated > float(other[1]) else "lesser"


def _few(quantity: Quantity, said: Figure) -> bool:
    """Say whether a number counts nothing: "a shot", or three speakers as all who took part."""
    if said.hedge == "vague":
        return quantity.of != CAME or said.stated < HUNDREDS
    if quantity.of == "participants":
        return said.stated < CROWD
    return said.stated == 1 and not counted.measure(quantity.of) and quantity.of not in VOTES | {ABSTAINED}


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


def stem(word: str) -> str:
    """A word without its endings, roughly: "penalties" and "penalty" are one."""
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return (word.removesuffix("e") if len(word) > 3 else word)[:6]
