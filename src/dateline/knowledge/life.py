"""How old somebody is: an age in words, and whether a noun or an age makes them a child or grown up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from dateline.knowledge import numbers
from dateline.knowledge.bearer_words import singular
from dateline.knowledge.places import rows_of

OLDEST = 119
_PARTS = {"year": 1, "yr": 1, "month": 12, "week": 52, "day": 365}  # of each how many make a year
_AGED = re.compile(
    r"\b(\d{1,3}|[a-z]+)\s?-?\s?(year|yr|month|week|day)s?\s?-?\s?olds?\b", re.IGNORECASE
)  # the parse sets spaces around hyphens
_NAME_AGE = re.compile(r"([A-Z][\w'’-]+),? \(?(\d{1,2})(?=[,.;)]|$)")
_NOUN_AGE = re.compile(r"\b(?:m[ae]n|wom[ae]n|boys?|girls?|teen\w*|child|victim|driver),? \(?(\d{1,2})(?=[,.;)])")
_AGE_NAME = re.compile(r"\b(\d{1,2})[- ]years?[- ]old (?:[a-z]+ ){0,3}((?:[A-Z][\w'’.-]+ ?){2,4})")
YOUNG, GROWN = 15, 21  # up to this age nobody is called a man or woman; from that one nobody a boy or girl


@cache
def _stages() -> dict[str, str]:
    return {word: stage for stage, listed in rows_of("life.tsv") for word in listed.split()}


@lru_cache(1 << 12)
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


def ages(text: str) -> set[int]:
    """The ages told in a text: years, and months as numbers below nothing, since a baby's are told apart by them."""
    found = {int(number) for number in _NOUN_AGE.findall(text)}
    for told in _AGED.finditer(text):
        number = numbers.word(told[1].lower())
        if number is None or number[0] != number[1] or not 0 < number[0] <= OLDEST:
            continue
        if told[2].lower() in {"year", "yr"}:
            found.add(int(number[0]))
        elif told[2].lower() == "month":
            found.add(-int(number[0]))
    return found


def aged_names(text: str) -> Iterator[tuple[str, str]]:
    """The last words of names with the age that stands beside them: "Ana Ruiz, 40", "40-year-old Ana Ruiz"."""
    yield from _NAME_AGE.findall(text)
    yield from ((name.split()[-1], age) for age, name in _AGE_NAME.findall(text))
