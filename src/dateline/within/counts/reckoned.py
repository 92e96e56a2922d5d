"""Sums that a sentence gives of the dead, the hurt and the held: "the number of the wounded rose to 24".

And what they were before: "raising an earlier toll of 15", "the toll rose from 15", "which had counted 15 dead".
"""

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
_HARM = ("killed", "injured")
_HEDGE = r"(?:(?:at least|about|around|some|nearly|almost|over|more than|as many as|up to|an estimated) )?"
_NO_SUM = re.compile(r" ?(?:%|per ?cent|percent|years?\b|days?\b|[ap]\.?m\b|o'clock|degrees?)|[.:]\d")


_TOLL = r"(?:death )?(?:toll|count|figure|tally|estimate)"
_OLD = r"(?:earlier|initial|previous|preliminary|original|first|provisional)"
_VERBS = (
    r"(?:put|placed|set|given|counted|recorded|registered|listed|reported|confirmed|announced|estimated|documented"
    r"|said|stated|spoken of|told of|stood|gave|spoke of|putting|giving|reporting|speaking of|saying|counting)"
)
_AT_FIRST = r"(?:first|initially|originally|earlier|previously|at first)"


class Reckoned:
    """Reads such sums off the words of one report; ``words`` are its text and its title."""

    def __init__(self, parse: Parse, words: Mapping[str, str]) -> None:
        self._parse = parse
        self._words = words
        self._cues = frozenset().union(small("slain"), *(counted.words(f"sum_{of}") for of in _KINDS))

    def within(self, sentence: Sentence) -> Iterator[tuple[int, Quantity]]:
        """The sums of a sentence, each with the token that it is read at."""
        lowers = self._parse.lowers[sentence.first : sentence.end]
        dead = not classes()["fallen"].isdisjoint(lowers)
        if self._cues.isdisjoint(lowers) and not dead:
            return
        slain = not classes()["slaying"].isdisjoint(lowers)  # victims may be hurt, those of a massacre are dead
        span = self._parse.span(sentence.first, sentence.end)
        text = self._words[span.field]
        for of in _KINDS:
            for match in _found(of, slain, dead, text, span.start, span.end):
                bounds = numbers.words([match[1].lower()])
                if bounds is None or bounds[0] != bounds[1] or bounds[0] < 1 or _NO_SUM.match(text, match.end()):
                    continue
                start, end = match.span(1)
                ends = self._parse.ends
                head = next(t for t in range(sentence.first, sentence.end) if start < ends[t])
                yield head, Quantity(of=of, low=bounds[0], high=bounds[1], sense="total", start=start, end=end)


def _found(of: str, slain: bool, dead: bool, text: str, start: int, end: int) -> Iterator[re.Match[str]]:  # noqa: FBT001
    yield from _sums(of, slain=slain).finditer(text, start, end)
    if of == "killed" and dead:
        yield from _rival().finditer(text, start, end)
    if of in _HARM:
        yield from _counted(of).finditer(text, start, end)


@cache
def _rival() -> re.Pattern[str]:
    """`Wardens said nine had died, while a clinic said 12.`"""
    said = r"\b(?:while|but|and|though|whereas)\b[^.,;]{3,60} (?:said|says|spoke of|reported|put it at|counted)"
    return re.compile(rf"{said} {_HEDGE}({numbers.spelled()})(?=[.;,]|$)", re.IGNORECASE)


@cache
def _counted(of: str) -> re.Pattern[str]:
    """`Counting 24 dead`, `has recorded 24 deaths`."""
    whom = "|".join(sorted(counted.words(f"sum_{of}")))
    verbs = "|".join(sorted(small("counting")))
    return re.compile(rf"\b(?:{verbs}) {_HEDGE}({numbers.spelled()}) (?:[a-z]+ )?(?:{whom})\b", re.IGNORECASE)


@cache
def _sums(of: str, *, slain: bool) -> re.Pattern[str]:
    """`The number of people injured in the blaze rose to 24`, `put the dead at 30`."""
    words = counted.words(f"sum_{of}") | (small("slain") if slain and of == "killed" else frozenset())
    whom = "|".join(sorted(words))
    came = r"(?:to|at|as|is(?: now)?|was(?: now)?|stood at|stands at|reached|totalled|totaled)"
    grown = r"(?:rose|risen|grew|grown|climbed|increased|jumped) to"
    row = r"(?:[ ,]+[\w’'-]+)"
    number = rf"\bnumber of (?:[a-z]+ ){{0,2}}(?:{whom})\b(?:{row}{{0,10}}? {came}|{row}{{0,25}}? {grown})"
    put = rf"\b(?:put|puts|putting|placed) (?:the )?(?:number of )?(?:{whom}) at"
    those = rf"\bthe (?:{whom})(?: now)? number(?:ed|s)?"
    return re.compile(rf"(?:{number}|{put}|{those}) {_HEDGE}({numbers.spelled()})\b", re.IGNORECASE)


class Former:
    """Reads such figures off the words of one report; ``words`` are its text and its title."""

    def __init__(self, parse: Parse, words: Mapping[str, str]) -> None:
        self._parse = parse
        self._words = words

    def within(self, sentence: Sentence) -> Iterator[Quantity]:
        """The figures of a sentence, each place once."""
        span = self._parse.span(sentence.first, sentence.end)
        text = self._words[span.field]
        fallen = not classes()["fallen"].isdisjoint(self._parse.lowers[sentence.first : sentence.end])
        known = set[int]()
        for of in ("killed", "injured"):
            for pattern in _patterns(of, fallen=fallen):
                for match in pattern.finditer(text, span.start, span.end):
                    bounds = numbers.words([match[1].lower()])
                    start, end = match.span(1)
                    plain = bounds and bounds[0] == bounds[1] and bounds[0] > 0 and not _NO_SUM.match(text, end)
                    if bounds and plain and start not in known:
                        known.add(start)
                        yield Quantity(of=of, low=bounds[0], high=bounds[1], sense="before", start=start, end=end)


@cache
def _patterns(of: str, *, fallen: bool) -> tuple[re.Pattern[str], ...]:
    """The forms in which the dead or the hurt of before are told; some only where words tell that it is of the dead."""
    whom = "|".join(sorted(counted.words(f"sum_{of}")))
    number = rf"{_HEDGE}({numbers.spelled()})\b"
    had = rf"\b(?:had (?:\w+ ){{0,2}}?|(?:(?:after|having) )?{_AT_FIRST} ){_VERBS}\b(?: {_AT_FIRST})?"
    people = rf"{number} (?:[a-z]+ ){{0,2}}?(?:were |was |had been |had )?(?:{whom})\b"
    sums = rf"(?:the |its )?number of (?:[a-z]+ ){{0,2}}(?:{whom})\b"
    forms = [rf"{had} (?:that )?{people}", rf"{had} {sums}[^.;]{{0,60}}? (?:at|as) {number}"]
    if of == "killed":
        forms += [
            rf"\b{_OLD} {_TOLL}\b[^.;]{{0,40}}?\bof {number}",
            rf"\btoll\b[^.;]{{0,40}}?\b(?:up |down )?from {number}",
            rf"{had} (?:a |the |its )?(?:\w+ )?(?:death )?toll\b[^.;]{{0,60}}? (?:at|of|as) {number}",
            rf"\btoll\b[^.;]{{0,40}}? had (?:\w+ )?(?:stood at|been|reached) {number}",
            rf"\btoll\b[^.;]{{0,20}}? {_AT_FIRST} {_VERBS} (?:at|as) {number}",
        ]
        if fallen:
            forms += [
                rf"\b(?:up|down) from (?:an? |the )?(?:{_OLD} )?(?:{_TOLL} )?(?:of )?{number}",
                rf"\b(?:after|having) {_AT_FIRST} {_VERBS}(?: (?:it|the (?:toll|number)))?(?: (?:at|as))? {number}",
            ]
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)
