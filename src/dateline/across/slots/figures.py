"""Figures: what number the words of a count state, apart from what they allow."""

from __future__ import annotations

import re

import msgspec

from dateline.knowledge import numbers
from dateline.knowledge.rarity import news_words
from dateline.model import Claim, Quantity, Reading

_LONG = 100_000  # from here on figures are grouped
_WINDOW = 24  # characters before a count in which its "at least" stands
_HEDGE = re.compile(
    r"\b(?:(?P<least>at least|no fewer than|a minimum of)|(?P<more>more than|over|upwards? of)"
    r"|(?P<upto>up to|as many as|nearly|almost|close to|fewer than|less than|under)"
    r"|(?P<about>about|around|some|roughly|approximately|an estimated))(?: of)?(?: a)? [\"“]?[$€£]?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:\d[\d,]*(?:\.\d+)?|[A-Za-z]+(?:-[a-z]+)?)(?: (?:hundred|thousand|million|billion|trillion)\b)*", re.IGNORECASE
)
_SAID = {"least": "at least", "more": "more than", "about": "about"}


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number as stated; ``hedge`` is empty, ``least``, ``more``, ``upto``, ``about``, ``vague`` ("dozens") or
    ``range`` ("20 to 30"), of which ``top`` is the upper end."""

    stated: float
    hedge: str
    words: str
    top: float | None = None

    @property
    def value(self) -> dict[str, object]:
        """The figure as it is handed out: an open side is null."""
        low = None if self.hedge == "upto" else self.stated
        high = None if self.hedge in ("least", "more", "vague") else self.top or self.stated
        return {"low": low, "high": high, "text": self.words}

    @property
    def key(self) -> str:
        """What two figures are compared by: "at least 31" and "31" are the same, "more than 30" is not 30."""
        return f"{self.stated:012.1f}{self.hedge if self.hedge in ('more', 'upto', 'vague', 'range') else ''}"

    def allows(self, number: float) -> bool:
        """Say whether a number would bear the figure out."""
        if self.hedge in ("least", "more", "vague"):
            return number >= self.stated
        if self.hedge == "upto":
            return number <= self.stated
        if self.top is not None:
            return self.stated <= number <= self.top
        return number == self.stated or (self.hedge == "about" and abs(number - self.stated) <= 0.1 * self.stated)


def figure(quantity: Quantity, claim: Claim | None, reading: Reading | None) -> Figure | None:
    """What a count states in its words; made from its bounds where a report's figure was summed. None if of nothing."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return None
    if claim is not None and reading is not None and (read := _read(quantity, reading.report.of(claim.field))):
        return read
    if low is not None and low == high:
        return Figure(stated=low, hedge="", words=_digits(low))
    if high is None:
        return Figure(stated=low or 0, hedge="least", words=f"at least {_digits(low or 0)}")
    if not low:
        return Figure(stated=high, hedge="upto", words=f"up to {_digits(high)}")
    middle = round((low + high) / 2)
    return Figure(stated=middle, hedge="about", words=f"about {_digits(middle)}")


def _read(quantity: Quantity, text: str) -> Figure | None:
    """The first number inside the words, where it is within the bounds, with what hedges it."""
    for match in _NUMBER.finditer(text, quantity.start, quantity.end):
        word = match.group().lower()
        if word in news_words("vague") and quantity.high is None:
            found = numbers.word(word)
            return Figure(stated=found[0] if found else 2, hedge="vague", words=word)
        found = numbers.words(word.split())
        if word in ("a", "an") and quantity.low in (0, 1) and (hedge := _hedge(text, match.start())):
            said = f"{_SAID.get(hedge) or _words_before(text, match.start())} {text[match.start() : quantity.end]}"
            return Figure(stated=1, hedge=hedge, words=said)  # "less than a month"
        if found is None or found[0] != found[1] or word in ("a", "an"):
            continue
        hedge = _hedge(text, match.start())
        if not _fits(found[0], hedge, quantity):
            return None
        said, high = _digits(found[0]), quantity.high
        if not hedge and high is not None and high > found[0]:
            return Figure(stated=found[0], hedge="range", words=f"{said} to {_digits(high)}", top=high)
        if hedge:
            said = f"{_SAID.get(hedge) or _words_before(text, match.start())} {said}"
        return Figure(stated=found[0], hedge=hedge, words=said)
    return None


def _digits(number: float) -> str:
    """A number in figures: "12", "2.5", "2,400,000"."""
    return f"{number:g}" if number < _LONG else f"{number:,.0f}"


def _hedge(text: str, start: int) -> str:
    found = _HEDGE.search(text[max(0, start - _WINDOW) : start])
    return next(name for name, words in found.groupdict().items() if words) if found else ""


def _words_before(text: str, start: int) -> str:
    found = _HEDGE.search(text[max(0, start - _WINDOW) : start])
    return found["upto"].lower() if found else "up to"


def _fits(number: float, hedge: str, quantity: Quantity) -> bool:
    low, high = quantity.low, quantity.high
    if hedge == "upto":
        return high == number
    if hedge == "more":
        return low in (number, number + 1)
    if hedge == "about":
        return low is not None and high is not None and low <= number <= high
    return low == number
