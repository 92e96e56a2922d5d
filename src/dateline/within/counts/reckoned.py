"""Sums that a sentence gives of the dead, the hurt and the held: "the number of the wounded rose to 24"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dateline.knowledge import counted, numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.small_words import small
from dateline.model import Quantity
from dateline.within.parse import Parse, Sentence

_KINDS = ("killed", "injured", "captured", "participants")
_HEDGE = r"(?:(?:at least|about|around|some|nearly|almost|over|more than) )?"
_NO_SUM = re.compile(r" ?(?:%|per ?cent|percent|years?\b|days?\b|[ap]\.?m\b|o'clock|degrees?)|[.:]\d")


class Reckoned:
    """Reads such sums off the words of one report; ``words`` are its text and its title."""

    def __init__(self, parse: Parse, words: Mapping[str, str]) -> None:
        self._parse = parse
        self._words = words
        self._cues = frozenset().union(small("slain"), *(counted.words(f"sum_{of}") for of in _KINDS))

    def within(self, sentence: Sentence) -> Iterator[tuple[int, Quantity]]:
        """The sums of a sentence, each with the token that it is read at."""
        lowers = self._parse.lowers[sentence.first : sentence.end]
        if self._cues.isdisjoint(lowers):
            return
        slain = not classes()["slaying"].isdisjoint(lowers)  # victims may be hurt, those of a massacre are dead
        span = self._parse.span(sentence.first, sentence.end)
        text = self._words[span.field]
        for of in _KINDS:
            for match in _sums(of, slain=slain).finditer(text, span.start, span.end):
                bounds = numbers.words([match[1].lower()])
                if bounds is None or bounds[0] != bounds[1] or bounds[0] < 1 or _NO_SUM.match(text, match.end()):
                    continue
                start, end = match.span(1)
                ends = self._parse.ends
                head = next(t for t in range(sentence.first, sentence.end) if start < ends[t])
                yield head, Quantity(of=of, low=bounds[0], high=bounds[1], sense="total", start=start, end=end)


@cache
def _sums(of: str, *, slain: bool) -> re.Pattern[str]:
    """`The number of people injured in the blaze rose to 24`, `put the dead at 30`."""
    words = counted.words(f"sum_{of}") | (small("slain") if slain and of == "killed" else frozenset())
    whom = "|".join(sorted(words))
    came = r"(?:to|at|is(?: now)?|was(?: now)?|stood at|stands at|reached|totalled|totaled)"
    grown = r"(?:rose|risen|grew|grown|climbed|increased|jumped) to"
    row = r"(?:[ ,]+[\w’'-]+)"
    number = rf"\bnumber of (?:[a-z]+ ){{0,2}}(?:{whom})\b(?:{row}{{0,10}}? {came}|{row}{{0,25}}? {grown})"
    put = rf"\b(?:put|puts|putting|placed) (?:the )?(?:number of )?(?:{whom}) at"
    return re.compile(rf"(?:{number}|{put}) {_HEDGE}({numbers.spelled()})\b", re.IGNORECASE)
