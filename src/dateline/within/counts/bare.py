"""Numbers that stand without the noun they count: the votes for a bill, what it needs, how far one leads, totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property

import msgspec

from dateline.knowledge import counted, numbers
from dateline.model import Quantity, Span
from dateline.within.counts.measured import stated
from dateline.within.parse import Parse, Sentence

ANY = "things"  # of a total whose words leave to those before it what is counted
_MOST_VOTES = 1000
_FEWEST = 5  # "won three" are rarely votes
_EDGE = 20  # seats of those who have fewer of a chamber
_HEDGE = (
    r"(?:(?:about|around|some|roughly|nearly|almost|at least|only|just|as many as|"
    r"(?:more|less|fewer) than|over|under|close to) )?"
)


class Bare:
    """Reads such numbers off the words of one report; ``words`` are its text and its title."""

    def __init__(self, parse: Parse, words: Mapping[str, str]) -> None:
        self._parse = parse
        self._words = words

    @cached_property
    def _polled(self) -> bool:
        """Whether the report tells of a vote."""
        return not counted.words("polling").isdisjoint(self._parse.low_lemmas)

    def within(self, sentence: Sentence) -> Iterator[tuple[int, Quantity]]:
        """The bare numbers of a sentence, each with the token that it is read at."""
        lowers = frozenset(self._parse.lowers[sentence.first : sentence.end])
        span, ends = self._parse.span(sentence.first, sentence.end), self._parse.ends
        for found in (*self._shares(span, lowers), *self._votes(span), *self._totals(span, lowers)):
            yield next(t for t in range(sentence.first, sentence.end) if found.start < ends[t]), found

    def _votes(self, span: Span) -> Iterator[Quantity]:
        """`Got 52, with 47 against`, `eight short of the 60 required`, `turnout was 48,000`, `a 53-47 edge`."""
        if not self._polled:
            return
        text = self._words[span.field]
        for of, pattern in _ballots():
            for match in pattern.finditer(text, span.start, span.end):
                for group in range(1, 1 + pattern.groups):
                    bounds = numbers.words(re.split(r"[ -]", match[group].lower())) if match[group] else None
                    one = of if group == 1 else "votes against"
                    if bounds and bounds[0] == bounds[1] and _plain(one, bounds[0]):
                        yield stated(one, bounds, text, *match.span(group))

    def _shares(self, span: Span, lowers: frozenset[str]) -> Iterator[Quantity]:
        """`Ahead by 12 points`, `50 percent to 38`, `nine in 10 voters`, `half an hour`."""
        text = self._words[span.field]
        if not lowers.isdisjoint(("point", "points")):
            for match in _points().finditer(text, span.start, span.end):
                number = match[1] or match[2]
                if bounds := numbers.word(number):
                    yield stated("points", bounds, text, match.start(1 if match[1] else 2), match.end())
        if not lowers.isdisjoint(("percent", "cent", "%")):
            for match in _against().finditer(text, span.start, span.end):
                if bounds := numbers.word(match[1]):
                    yield stated("per cent", bounds, text, *match.span(1))
        if not lowers.isdisjoint(("10", "ten")):
            for match in _of_ten().finditer(text, span.start, span.end):
                bounds = numbers.word(match[1])
                if bounds and bounds[0] == bounds[1] and bounds[0] < 10:
                    yield stated("per cent", (10 * bounds[0], 10 * bounds[0]), text, *match.span())
        if "half" in lowers and not lowers.isdisjoint(("hour", "hours")):
            for match in re.finditer(r"\b[Hh]alf[ -](?:an )?hour\b(?! ago)", text[span.start : span.end]):
                yield stated("minutes", (30, 30), text, span.start + match.start(), span.start + match.end())

    def _totals(self, span: Span, lowers: frozenset[str]) -> Iterator[Quantity]:
        """`Will bring the total to about 2,900`, `put the figure at 400`, `guards there now number 2,800`; and what a
        number was before: "42 clinics, up from 26"."""
        if "from" in lowers:
            for match in _was().finditer(self._words[span.field], span.start, span.end):
                bounds = numbers.words([match[1].lower()])
                if (
                    bounds
                    and bounds[0] == bounds[1]
                    and bounds[0] > 1
                    and not _REST.match(self._words[span.field], match.end())
                ):
                    old = stated(ANY, bounds, self._words[span.field], *match.span(1))
                    yield msgspec.structs.replace(old, sense="before")
        if lowers.isdisjoint(counted.words("total")):
            return
        text = self._words[span.field]
        for match in _total().finditer(text, span.start, span.end):
            bounds, noun = numbers.words([match[2].lower()]), (match[1] or "").lower()
            if bounds and bounds[0] == bounds[1] and not _REST.match(text, match.end()):
                yield stated(_of(noun), bounds, text, *match.span(2))
        for match in _numbering().finditer(text, span.start, span.end):
            bounds, noun = numbers.words([match[1].lower()]), self._subject(span, match.start())
            if bounds and bounds[0] == bounds[1] and noun and not _REST.match(text, match.end()):
                yield stated(_of(noun), bounds, text, *match.span(1))

    def _subject(self, span: Span, end: int) -> str:
        """The last plural of a sentence before a place in its text that is no measure."""
        parse = self._parse
        inside = [t for t in range(len(parse.words)) if span.start <= parse.starts[t] < end and parse.tags[t] == "NNS"]
        return next((parse.lowers[t] for t in reversed(inside) if not counted.measures(parse.low_lemmas[t])), "")


_REST = re.compile(r" ?(?:%|per ?cent\b|percent\b|years?\b|[ap]\.?m\b|o'clock)|[.:]\d|-")


def _of(noun: str) -> str:
    """The name under which a noun's things are counted; where the words leave it open, that of any."""
    return counted.thing(noun.removesuffix("s")) or noun if noun else ANY


def _plain(of: str, number: float) -> bool:
    if of == "voters":
        return number >= _MOST_VOTES
    return (_EDGE if of == "seats" else _FEWEST if of == "votes for" else 0) <= number < _MOST_VOTES


@cache
def _points() -> re.Pattern[str]:
    number = r"\d+(?:\.\d+)?|[a-z]+"
    leads = "lead|margin|edge|advantage|gap|win|victory|deficit|loss|swing|drop|rise|jump|increase|rout"
    led = r"by|of|to|up|down|about|than|nearly|almost|roughly|only|just|as many as|another|some|around"
    return re.compile(
        rf"(?:(?<=\b)(?:{led}) )({number}) (?:percentage )?points?\b|\b({number})-(?:percentage-)?point (?={leads})",
        re.IGNORECASE,
    )


@cache
def _against() -> re.Pattern[str]:
    return re.compile(
        r"(?:%|per ?cent) (?:to|against|versus) (\d+(?:\.\d+)?)(?![\w%]|\.\d| ?per| point)", re.IGNORECASE
    )


@cache
def _of_ten() -> re.Pattern[str]:
    return re.compile(r"\b([a-z]+|\d) (?:in|out of)(?: every)? (?:10|ten)\b(?= [a-z])", re.IGNORECASE)


@cache
def _ballots() -> tuple[tuple[str, re.Pattern[str]], ...]:
    number = rf"({numbers.spelled()})"
    ends = r"(?=[,.;]|\s*$| but\b| and\b| to\b)"
    got = r"got|gets|received|receives|receiving|won|wins|winning|drew|draws|attracted|garnered|gained|collected"
    got = rf"(?:{got}|mustered|secured)"
    crowd = rf"({numbers.spelled()}(?: thousand| million)?)"
    found = (
        ("votes needed", rf"\b(?:short|shy) of (?:the )?{number}(?= votes\b| that\b| needed\b| required\b|[,.;]|\s*$)"),
        ("votes needed", rf"\b(?:need|requir)(?:s|es|ed|ing)? (?:at least |the )?{number}(?= (?:yes )?votes\b)"),
        (
            "votes needed",
            rf"\bthe {number}(?: votes)?(?: that)?(?: (?:were|was|are|is))? (?:needed|required|necessary)\b",
        ),
        ("votes needed", rf"\b{number}-vote (?:threshold|hurdle|requirement|supermajority)"),
        (
            "votes for",
            rf"\b{number}(?: votes)?(?: in favou?r| for)?,? (?:with|and|to) {number}(?: votes)? (?:against|opposed)\b",
        ),
        ("votes for", rf"\b(?:{got}|with|had) {_HEDGE}{number} votes?\b(?! against| to spare| short)"),
        ("votes for", rf"\b{got} {_HEDGE}{number}{ends}"),
        ("votes for", rf"\bmajority of {number}{ends}"),
        ("voters", rf"\bturnout\b[^.;\d]{{0,30}}? {_HEDGE}{crowd}\b(?! ?per| ?%)"),
        ("voters", rf"\b{crowd} (?:[A-Za-z]+ ){{0,2}}?(?:voted|cast (?:a |their )?(?:ballots?|votes?))\b"),
        ("voters", rf"\b{crowd} (?:ballots|votes) (?:were|had been) cast\b"),
        ("seats", rf"\b{number}[-–]\d{{2,3}} (?:edge|advantage)\b"),
    )
    return tuple((of, re.compile(pattern, re.IGNORECASE)) for of, pattern in found)


@cache
def _total() -> re.Pattern[str]:
    words = "|".join(sorted(counted.words("total")))
    return re.compile(
        rf"\b(?:{words})s?\b(?: of (?:[a-z]+ ){{0,2}}?([a-z]+s|people))?(?: [\w’']+){{0,4}}?,? (?:to|at) {_HEDGE}"
        rf"(\d[\d,]+|[a-z]+-?[a-z]+)\b",
        re.IGNORECASE,
    )


@cache
def _was() -> re.Pattern[str]:
    grown = "up|down|rose|risen|grew|grown|climbed|increased|jumped|fell|fallen|dropped|widened|expanded|extended"
    return re.compile(rf"\b(?:{grown}) from {_HEDGE}({numbers.spelled()})\b", re.IGNORECASE)


@cache
def _numbering() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:to|will|would|now|already|could|may|still|they|who|and) number(?:s|ed)? {_HEDGE}(\d[\d,]+)\b",
        re.IGNORECASE,
    )
