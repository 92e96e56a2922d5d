"""Ordinary words that end the name of a house or body: "the Hall of Hope" stands in no town of Hope."""

from __future__ import annotations

from dateline.knowledge.casing import share_small
from dateline.knowledge.placewords import words
from dateline.within.parse import Parse

ORDINARY = 50  # per cent of lower case from which a word is one of the language
_TOWNS = ("town", "admin1", "admin2")


def house_named(parse: Parse, token: int) -> bool:
    """Say whether a word stands so: behind a capital and "of", but "the City of Hope" is a town."""
    lowers = parse.lowers
    behind = token > 1 and lowers[token - 1] == "of" and parse.words[token - 2][:1].isupper()
    if not behind or any(lowers[token - 2] in words(kind) for kind in _TOWNS):
        return False
    return share_small(lowers[token]) >= ORDINARY
