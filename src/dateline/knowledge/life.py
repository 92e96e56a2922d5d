"""How old somebody is: an age in words, and whether a noun or an age makes them a child or grown up."""

from __future__ import annotations

import re
from functools import cache

from dateline.knowledge import numbers
from dateline.knowledge.bearer_words import singular
from dateline.knowledge.places import rows_of

OLDEST = 119
_PARTS = {"year": 1, "yr": 1, "month": 12, "week": 52, "day": 365}  # of each how many make a year
_AGED = re.compile(
    r"\b(\d{1,3}|[a-z]+)\s?-?\s?(year|yr|month|week|day)s?\s?-?\s?olds?\b", re.IGNORECASE
)  # the parse sets spaces around hyphens
YOUNG, GROWN = 15, 21  # up to this age nobody is called a man or woman; from that one nobody a boy or girl


@cache
def _stages() -> dict[str, str]:
    return {word: stage for stage, listed in rows_of("life.tsv") for word in listed.split()}


def stage(noun: str) -> str:
    """``child``, ``grown``, or nothing where a noun says neither."""
    lower = noun.lower()
    return _stages().get(lower) or _stages().get(singular(lower), "")


def at_age(years: int) -> str:
    """``child``, ``grown``, or nothing for the years in which one is called either."""
    return "child" if years <= YOUNG else "grown" if years >= GROWN else ""


def years(phrase: str) -> int | None:
    """The age that a phrase gives its bearer, 0 for a baby; None where it gives none."""
    found = _AGED.search(phrase)
    number = numbers.word(found[1].lower()) if found else None
    if found is None or number is None or number[0] != number[1]:
        return None
    whole = int(number[0] // _PARTS[found[2].lower()])
    return whole if whole <= OLDEST else None
