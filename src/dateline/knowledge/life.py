"""Whether somebody is a child or grown up, by the noun that calls them or by their age."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.bearer_words import singular
from dateline.knowledge.places import rows_of

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
