"""Numbers in words: "three", "twenty-two", "1.2 million", "dozens", each with the bounds that it allows."""

from __future__ import annotations

import re
from functools import cache

from dateline.knowledge.actions import rows

Bounds = tuple[float, float | None]
_SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
_SHORT = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000}
_DIGITS = re.compile(r"^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([kmb]|bn)?$")


@cache
def _table() -> dict[str, Bounds]:
    return {row[0]: (float(row[1]), float(row[2]) if row[2:] and row[2] else None) for row in rows("numbers.tsv")}


def word(text: str) -> Bounds | None:
    """The bounds of one word: a numeral, a number word or a vague amount; None for any other word."""
    low = text.lower()
    if found := _DIGITS.match(low):
        value = float(found[1].replace(",", "") + (found[2] or "")) * _SHORT.get(found[3] or "", 1)
        return value, value
    if low in _table():
        return _table()[low]
    first, _, last = low.partition("-")
    tens, ones = _table().get(first), _table().get(last)
    if last and tens and ones and tens[0] >= 20 and ones[0] < 10:
        return tens[0] + ones[0], tens[0] + ones[0]
    return None


@cache
def spelled() -> str:
    """A pattern for an exact number of several in one word: "24", "1,200", "seven", "thirty-two"."""
    exact = sorted(name for name, (low, high) in _table().items() if low == high and low > 1)
    return rf"(?:\d++(?:,\d{{3}})*+|(?:{'|'.join(exact)})(?:-(?:{'|'.join(exact)}|one))?)"


def scale(text: str) -> float:
    """What a plural multiplies a number by ("tens of thousands": 1000); 0 for any other word."""
    return _SCALE.get(text.lower().removesuffix("s"), 0) if text.endswith("s") else 0


def numeric(text: str) -> bool:
    """Say whether a word is a part of a number."""
    return text.lower() in _SCALE or word(text) is not None


def words(texts: list[str]) -> Bounds | None:
    """The bounds of a run of words ("two hundred", "1.2 million"); None where none of them is a number."""
    total: Bounds | None = None
    for text in texts:
        low = text.lower()
        if low in _SCALE and (total is None or total[0] < _SCALE[low]):
            least, most = total or (1, 1)
            total = round(least * _SCALE[low], 6), None if most is None else round(most * _SCALE[low], 6)
        elif low == "dozen" and total:
            total = total[0] * 12, None if total[1] is None else total[1] * 12
        elif found := word(low):
            if total is None:
                total = found
            elif found[1] is not None and total[1] is not None and found[0] < total[0]:
                total = total[0] + found[0], total[1] + found[1]
    return total
