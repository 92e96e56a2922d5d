"""Numbers read off the words alone: lengths of time, shares, sums, and what is counted before a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain

from dateline.knowledge import counted, numbers
from dateline.knowledge.nouns import plural
from dateline.knowledge.numbers import Bounds
from dateline.model import Quantity, Span
from dateline.within.counts.money import currencies, signs
from dateline.within.parse import Parse, Sentence

_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)"
_SCALED = r"(?: ?(?:thousand|million|billion|trillion|bn|[mk]))?\b"
_LEAST = re.compile(r"\b(?:at least|no fewer than|no less than|a minimum of)(?: an?)?[ (]*$")
_MORE = re.compile(r"\b(?:more than|over|upwards? of|in excess of)(?: an?)?[ (]*$")
_MOST = re.compile(
    r"\b(?:up to|at most|as (?:many|much) as|less than|fewer than|no more than|under|nearly|almost)(?: an?)?[ (]*$"
)
_SINCE = re.compile(
    r"\b(?:last|past|next|previous|preceding|following|first|final|coming|recent|every|each|previously)\W*$"
)
_UNTIL = re.compile(
    r"[\s-]*(?:ago|earlier|later|before|prior|olds?|away|back|now|of age)\b|[- ]olds?\b|[’']"
    r"|[\s-]*(?:after|since)(?: (?:that|then|this))?\s*[.,;]"
)
_SHARE = re.compile(rf"\b({_NUMBER}) ?(?:%|per ?cent\b|percent\b)(?! points?\b)", re.IGNORECASE)
_BEFORE_HYPHEN = re.compile(r"\b(\d[\d,]*|[a-z]+)-([a-z]+)\b", re.IGNORECASE)
_HALF = re.compile(r" and a half| 1/2|½")
_THAN = r"as (?!(?:he|she|they|it|we|I|the|a)\b)|(?:more|less|[a-z]+er|the|that|a|an|what)\b"
_OFTEN = re.compile(rf"\b(?:twice|({_NUMBER}) times)\b(?! (?:{_THAN}))", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"[012]\d[0-5]\d")  # "at 2130 hours"
_MUCH = 1000
_LATELY = 24  # characters before a number in which its "at least" stands


class Measured:
    """Finds such numbers in one report; ``words`` are its text and its title."""

    def __init__(self, parse: Parse, words: Mapping[str, str]) -> None:
        self._parse = parse
        self._words = words

    def within(self, sentence: Sentence) -> Iterator[tuple[int, Quantity]]:
        """Each number of a sentence with the token that it is read at."""
        span = self._parse.span(sentence.first, sentence.end)
        read = [self._lasting(span), self._often(span), self._shares(span), self._sums(span, sentence)]
        for found in (*chain.from_iterable(read), *self._ranked(span), *self._hyphens(span, sentence)):
            yield self._token(found.start, sentence), found

    def _lasting(self, span: Span) -> Iterator[Quantity]:
        """`Held for 36 hours`, `a two-day strike`, `a year and three months` (15 months), `nine days after she left`,
        `less than a month`; no "two days ago"."""
        text = self._words[span.field]
        for match in _lengths().finditer(text, span.start, span.end):
            lately = text[max(0, match.start() - _LATELY) : match.start()].lower()
            if _UNTIL.match(text, match.end()) or _SINCE.search(lately):
                continue
            if match[2].lower() == "hour" and _CLOCK.fullmatch(match[1]):
                continue
            unit, more, finer = match[2].lower(), match[3], match[4]
            bounds = _one(match[1])
            if bounds and bounds[1] and _HALF.search(match.group()):
                bounds = bounds[0] + 0.5, bounds[1] + 0.5
            if bounds is None or (match[1].lower() in ("a", "an") and not more and not _hedged(lately)):
                continue
            if more:
                step, fold = _one(more), _FOLD.get((unit, finer.lower()))
                most = bounds[1]
                if step is None or fold is None or most is None:
                    continue
                if 2 * step[0] == fold and fold == HOUR:  # ten hours and 30 minutes
                    bounds = bounds[0] + 0.5, most + 0.5
                else:
                    bounds, unit = (bounds[0] * fold + step[0], most * fold + (step[1] or 0)), finer.lower()
            yield stated(plural(unit), bounds, text, match.start(), match.end())

    def _often(self, span: Span) -> Iterator[Quantity]:
        """`Called twice`, `voted more than 50 times`; no "three times as big"."""
        text = self._words[span.field]
        for match in _OFTEN.finditer(text, span.start, span.end):
            bounds = (2.0, 2.0) if match[1] is None else _one(match[1])
            if bounds and bounds[0] > 1:
                yield stated("times", bounds, text, match.start(), match.end())

    def _shares(self, span: Span) -> Iterator[Quantity]:
        """`40 per cent`, `2.5%`."""
        text = self._words[span.field]
        if "%" not in text[span.start : span.end] and "cent" not in text[span.start : span.end].lower():
            return
        for match in _SHARE.finditer(text, span.start, span.end):
            if bounds := _one(match[1]):
                yield stated("per cent", bounds, text, match.start(), match.end())

    def _sums(self, span: Span, sentence: Sentence) -> Iterator[Quantity]:
        """`$1.2 million`, `five hundred crowns`."""
        text = self._words[span.field]
        digits = _DIGIT.search(text, span.start, span.end) is not None
        for match in _signed().finditer(text, span.start, span.end) if digits else ():
            if bounds := _run(match.group()[len(match[1]) :]):
                yield stated("money", bounds, text, match.start(), match.end(), signs()[match[1]] or None)
        if _coined().isdisjoint(self._parse.lowers[sentence.first : sentence.end]):
            return  # looking for numbers before each word costs as much as all else here
        for match in _worded().finditer(text, span.start, span.end):
            words = match[1].split()
            while words and _run(" ".join(words[:1])) is None:
                words = words[1:]
            bounds = _run(" ".join(words))
            small = match[2].lower() in counted.words("other_sense") and (bounds or (0, 0))[0] < _MUCH
            if bounds and bounds[0] and not small:
                start = match.start() + match[1].rindex(" ".join(words)) if words else match.start()
                yield stated("money", bounds, text, start, match.end(), currencies().get(match[2].lower()) or None)

    def _ranked(self, span: Span) -> Iterator[Quantity]:
        """`The city's 31st homicide this year`: so many so far."""
        text = self._words[span.field]
        for match in _rank().finditer(text, span.start, span.end):
            yield stated(
                plural(match[2].lower()), (float(match[1]), float(match[1])), text, match.start(), match.end(2)
            )

    def _hyphens(self, span: Span, sentence: Sentence) -> Iterator[Quantity]:
        """`A 70-page ruling`, `a nine-member panel`; no age, length or size."""
        text = self._words[span.field]
        if "-" not in text[span.start : span.end]:
            return
        for match in _BEFORE_HYPHEN.finditer(text, span.start, span.end):
            bounds, noun = _one(match[1]), match[2].lower()
            token = self._token(match.start(2), sentence)
            fits = (
                self._parse.pos[token] == "NOUN"
                and not counted.measures(noun.removesuffix("s"))
                and numbers.word(noun) is None
            )
            if bounds and bounds[0] > 1 and fits and text[match.end() : match.end() + 1] != "-":
                yield stated(counted.thing(noun) or plural(noun), bounds, text, match.start(), match.end())

    def _token(self, start: int, sentence: Sentence) -> int:
        """The token of a sentence that holds a place in the text."""
        ends = self._parse.ends
        return next((t for t in range(sentence.first, sentence.end) if start < ends[t]), sentence.end - 1)


HOUR = 60  # minutes
_FOLD = {("year", "month"): 12, ("hour", "minute"): HOUR, ("day", "hour"): 24, ("week", "day"): 7}


@cache
def _rank() -> re.Pattern[str]:
    nouns = "|".join(sorted(counted.words("ranked")))
    return re.compile(
        rf"\b(\d{{1,4}})(?:st|nd|rd|th) (?:[a-z]+ )?({nouns})\b(?= (?:of|this|in|since|so)\b)", re.IGNORECASE
    )


@cache
def _lengths() -> re.Pattern[str]:
    units = "|".join(sorted(counted.words("lasting")))
    return re.compile(
        rf"\b({_NUMBER})(?: and a half| 1/2|½)?[ -]({units})s?(?:(?:,| and|, and) ({_NUMBER})[ -]({units})s?)?\b",
        re.IGNORECASE,
    )


@cache
def _signed() -> re.Pattern[str]:
    given = "|".join(re.escape(sign) for sign in sorted(signs(), key=lambda sign: (-len(sign), sign)))
    return re.compile(rf"(?<![\w$])({given})\.? ?(\d[\d,]*(?:\.\d+)?)(?i:{_SCALED})")


@cache
def _coined() -> frozenset[str]:
    """The words that names of currencies end in."""
    return frozenset(name.split()[-1] for name in currencies() if name.isalpha() or " " in name)


@cache
def _worded() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(n) for n in currencies() if n.isalpha() or " " in n), key=len, reverse=True))
    return re.compile(rf"\b((?:{_NUMBER} ){{1,4}})((?:(?-i:[A-Z][a-z]+) )?(?:{names}))\b", re.IGNORECASE)


def _one(word: str) -> Bounds | None:
    """What one word says; "a" is one."""
    if word.lower() in ("a", "an"):
        return 1, 1
    found = numbers.word(word)
    return found if found and found[0] == found[1] and found[0] > 0 else None


def _hedged(before: str) -> bool:
    """Say whether "a month" is measured: "less than a month", "nearly a week"."""
    return bool(_MORE.search(before) or _MOST.search(before))


def _run(words: str) -> Bounds | None:
    return numbers.words([word for word in words.lower().split() if word not in ("a", "an")])


def stated(of: str, bounds: Bounds, text: str, start: int, end: int, unit: str | None = None) -> Quantity:
    """A number of something with the side open that the words before it leave open."""
    before, (low, high) = text[max(0, start - _LATELY) : start].lower(), bounds
    if _LEAST.search(before) or _MORE.search(before):
        high = None
    elif _MOST.search(before):
        low = 0
    return Quantity(of=of, low=low, high=high, unit=unit, start=start, end=end)
