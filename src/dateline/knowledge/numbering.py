"""The numbers that bodies give their releases: the year, the month and a count that starts anew with each."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

HEAD = 700  # characters at the top of a text in which a number stands
_NUMBER = re.compile(r"\b2?(0[0-2]\d)-(0?[1-9]|1[0-2])-([A-Z]{1,3})[-–—](\d+)")  # some lose a figure: "011-3-S-014"


class Number(NamedTuple):
    """A release's own number: its month, the letters of its series, its count in that month, and where it stands."""

    month: date
    series: str
    serial: int
    start: int
    end: int


def number(text: str) -> Number | None:
    """The number at the head of a text ("2011-07-S-039"): ``start`` to ``end`` are its year and month."""
    found = _NUMBER.search(text, 0, HEAD)
    if found is None:
        return None
    month = date(2000 + int(found[1]), int(found[2]), 1)
    return Number(month, found[3], int(found[4]), found.start(), found.end(2))
