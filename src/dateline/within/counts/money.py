"""Sums of money, each as bounds and a currency."""

from __future__ import annotations

import re
from functools import cache

from dateline.knowledge import numbers
from dateline.knowledge.actions import rows
from dateline.model import Quantity
from dateline.within.doing.clause import Grammar

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?:bn|[kmb](?![a-z]))?|[a-z]+(?:-[a-z]+)?", re.IGNORECASE)
_LEAST = re.compile(r"\b(at least|more than|over|upwards of)\b", re.IGNORECASE)
_MOST = re.compile(r"\b(up to|as much as|less than|under|nearly|almost)\b", re.IGNORECASE)


_COMMON = {"usd": "USD", "eur": "EUR", "gbp": "GBP"}  # codes that are no words in small letters, either
_SCALE = re.compile(r"(\d) (bn|[kmb])\b")  # parsers part them: "3.2 m"
_SHARE = re.compile(r"%|\bper ?cent\b|\bpercent\b")


@cache
def currencies() -> dict[str, str]:
    """ISO 4217 codes by the words and signs for them in small letters; empty where the word fits several."""
    words = {word: code.strip("-") for code, given, _ in rows("currencies.tsv") for word in given.split(",")}
    return {**words, **{sign.lower(): code for sign, code in signs().items() if sign != code}, **_COMMON}


@cache
def signs() -> dict[str, str]:
    """ISO 4217 codes by what stands before a number: signs as they are written ("$", "RM"), and codes themselves."""
    table = [(code.strip("-"), given) for code, _, given in rows("currencies.tsv")]
    written = {sign: code for code, given in table for sign in given.split(",") if sign}
    return {**{code: code for code, _ in table if code}, **written}


class Sums:
    """Reads sums of money off the named spans of one parse."""

    def __init__(self, grammar: Grammar) -> None:
        self._parse = grammar.parse
        self._grammar = grammar
        self._named = [(first, end) for first, end, label in grammar.parse.names if label == "MONEY"]

    def of(self, trigger: int) -> list[Quantity]:
        """The sums that hang on a trigger: in its object or behind its prepositions."""
        sentence = self._parse.sentence_at[trigger]
        near = [(f, e) for f, e in self._named if self._parse.sentence_at[f] == sentence]
        return [sum_ for first, end in near if self._hangs(first, end, trigger) and (sum_ := self._sum(first, end))]

    def _hangs(self, first: int, end: int, trigger: int) -> bool:
        """Say whether the nearest verb, or a nominal in between, above a sum is the trigger."""
        parse = self._parse
        outward = next((t for t in range(first, end) if not first <= parse.heads[t] < end), end - 1)
        for above in parse.above(outward):
            if above == trigger:
                return True
            if parse.pos[above] == "VERB":
                return False
        return False

    def _sum(self, first: int, end: int) -> Quantity | None:
        first -= self._parse.lowers[first - 1] in currencies() if first else 0  # parsers leave the sign out
        end += self._parse.lowers[end : end + 1] in (["m"], ["bn"], ["k"])  # and what it is in
        span = self._parse.span(first, end)
        words = self._parse.lowers[first:end]
        text = _SCALE.sub(r"\1\2", " ".join(words))
        if _SHARE.search(" ".join([*words, *self._parse.lowers[end : end + 1]])):
            return None  # parsers take "40 per cent" for cents
        bounds = numbers.words([found for found in _NUMBER.findall(text) if found not in {"a", "an"}])
        if bounds is None or bounds[0] <= 0:
            return None
        unit = next((code for sign, code in currencies().items() if sign in words or f"{sign} " in f"{text} "), None)
        unit, (low, high) = unit or None, bounds
        before = " ".join(self._parse.lowers[max(0, first - 3) : first]) + " " + text
        if _LEAST.search(before):
            return Quantity(of="money", low=low, high=None, unit=unit, start=span.start, end=span.end)
        if _MOST.search(before):
            return Quantity(of="money", low=0, high=high, unit=unit, start=span.start, end=span.end)
        return Quantity(of="money", low=low, high=high, unit=unit, start=span.start, end=span.end)
