"""How many are a share of so many: "half of the 60 guests", "most of the nine", "all but one of the five"."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from dateline.knowledge.numbers import Bounds
from dateline.knowledge.small_words import small

_SHARES = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4}
_ALL_BUT = ("all", "but")


def share(words: Sequence[str], at: int, whole: Bounds) -> Bounds | None:
    """What the word at a place takes of a whole; None where it takes no share, or more or fewer than that."""
    word, total = words[at], whole[0]
    if whole[1] != total or total < 2:
        return None
    if word in small("majority"):
        return float(floor(total / 2) + 1), total
    if word not in _SHARES:
        return None
    part, before = total * _SHARES[word], words[at - 1] if at else ""
    if before == "than":
        return float(floor(part) + 1), total
    return (float(floor(part)), float(ceil(part))) if before in {"", "a", "one", "and", "of", ","} or at == 0 else None


def all_but(words: Sequence[str], at: int, few: Bounds, whole: Bounds | None) -> Bounds | None:
    """How many are left of a whole where the number at a place is taken away: "all but one of the five"."""
    if tuple(words[max(0, at - 2) : at]) != _ALL_BUT or whole is None or whole[1] != whole[0]:
        return None
    left = whole[0] - few[0]
    return (left, left) if few[0] == few[1] and left > 0 else None
