"""How old somebody is said to be: each age with the mention of whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from dateline.knowledge import numbers
from dateline.knowledge.nouns import plural
from dateline.model import Mention, Quantity, Span
from dateline.within.mention_index import MentionIndex
from dateline.within.parse import Parse, Sentence

OLDEST = 115
_NEAR = 40  # characters between an age and the name that it stands before
_PEOPLE = frozenset({"person", "group"})
_DEGREE = r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_YEARS = re.compile(rf"\b({_DEGREE})(?:(?:,| and| or) ({_DEGREE}))?[- ](?:years?|yrs?)[- ]+olds?\b", re.IGNORECASE)
_INFANT = re.compile(rf"\b({_DEGREE})[- ](month|week|day)s?[- ]+olds?\b", re.IGNORECASE)
_LIST = re.compile(
    r"\b(?:ages?|aged)\b:?,? (?:(?:were|are|was|is|of) )?(\d{1,3}(?:(?:,| and|, and) \d{1,3})*)\b(?! ?(?:to|-|–)\b)"
)
_BESIDE = re.compile(
    r"(?:,|,? \(| –| —) ?(?:aged? )?(\d{1,3})(?=[,.;:)]|$|\s*\n| (?:of|and|from|was|were|who|both|in)\b)"
)
_BARE = re.compile(
    r" (\d\d)(?= (?:was|were|who|died|has|had)\b)|,? who (?:was|is) (\d\d)(?=[,.;:\"”]|$| (?:and|when)\b)"
)
_FIGURED = re.compile(r" \d\d$")
_FIGURE = re.compile(r"\d{1,3}")


class Age(msgspec.Struct, frozen=True, kw_only=True):
    """An age, and the person or the group of people whose it is, where the words say so."""

    quantity: Quantity
    bearer: Mention | None


class Ages:
    """Finds the ages that one report gives."""

    def __init__(self, parse: Parse, index: MentionIndex, words: Mapping[str, str]) -> None:
        self._parse = parse
        self._index = index
        self._words = words  # of the text and of the title

    def within(self, sentence: Sentence) -> list[Age]:
        """The ages given in one sentence, in the order of the words; each stretch of words is read once."""
        span = self._parse.span(sentence.first, sentence.end)
        people = [m for m in self._index.inside(sentence.first, sentence.end) if m.kind in _PEOPLE]
        found: dict[int, Age] = {}
        for age in (*self._years(span, people), *self._listed(span, people), *self._beside(span, people)):
            found.setdefault(age.quantity.start, age)
        return [found[start] for start in sorted(found)]

    def _years(self, span: Span, people: Sequence[Mention]) -> Iterator[Age]:
        """`A 16-year-old boy`, `six-year-old Ana`, `an 18 and 15 year old`, `he is 40 years old`; months."""
        text = self._words[span.field]
        if "old" not in text[span.start : span.end].lower():
            return
        for match in _YEARS.finditer(text, span.start, span.end):
            bearer = _holder(people, *match.span()) or _named(text, people, match.end()) or _last(people, match.start())
            for group in (1, 2):
                if match[group] and (age := _age(match[group], *match.span(group), bearer)):
                    yield age
        for match in _INFANT.finditer(text, span.start, span.end):
            bearer = _holder(people, *match.span()) or _named(text, people, match.end()) or _last(people, match.start())
            if bearer and (age := _age(match[1], *match.span(1), bearer, plural(match[2].lower()))):
                yield age

    def _listed(self, span: Span, people: Sequence[Mention]) -> Iterator[Age]:
        """`Two boys, ages 6 and 11`, `the victims were aged 20, 31 and 40`."""
        text = self._words[span.field]
        for match in _LIST.finditer(text, span.start, span.end):
            figures = list(_FIGURE.finditer(text, *match.span(1)))
            fitting = [m for m in people if m.plural or len(figures) == 1]
            for figure in figures:
                if age := _age(figure.group(), *figure.span(), _last(fitting, match.start())):
                    yield age

    def _beside(self, span: Span, people: Sequence[Mention]) -> Iterator[Age]:
        """`Ana Ruiz, 26, of Lodi`, `a woman (31)`."""
        text = self._words[span.field]
        for person in people:
            match = _BESIDE.match(text, person.end, span.end)
            if match is None and person.form == "name":  # "the teacher Ana Ruiz 29 was hurt", in a text without commas
                inside = _FIGURED.search(text, person.start, person.end)  # what a parser takes into the name
                match = _BARE.match(text, inside.start() if inside else person.end, span.end)
            number = 1 if match and match[1] else 2
            age = _age(match[number], *match.span(number), person) if match else None
            if age and person.kind == "person" and person.form != "pronoun":
                yield age


@cache
def _years(text: str) -> float | None:
    found = numbers.word(text)
    return found[0] if found and found[0] == found[1] and 0 < found[0] <= OLDEST else None


def _age(text: str, start: int, end: int, bearer: Mention | None, unit: str | None = None) -> Age | None:
    years = _years(text)
    if years is None:
        return None
    whose = bearer.entity if bearer else None
    return Age(
        quantity=Quantity(of="age", low=years, high=years, unit=unit, whose=whose, start=start, end=end),
        bearer=bearer,
    )


def _holder(people: Sequence[Mention], start: int, end: int) -> Mention | None:
    """The shortest mention of people that holds the words of an age."""
    return min(
        (m for m in people if m.start <= start and end <= m.end), key=lambda m: (m.end - m.start, m.start), default=None
    )


def _named(text: str, people: Sequence[Mention], end: int) -> Mention | None:
    """Who is named right behind an age, with nothing but words between: `26-year-old police officer Ana Ruiz`."""
    near = (
        m
        for m in people
        if end <= m.start <= end + _NEAR and not re.search(r"[,.;:()]| (?:and|who|was|were)\b", text[end : m.start])
    )
    return min(near, key=lambda m: (m.form != "name", m.start), default=None)


def _last(people: Sequence[Mention], start: int) -> Mention | None:
    """Who was spoken of last before an age."""
    return max((m for m in people if m.end <= start), key=lambda m: (m.end, m.start), default=None)
