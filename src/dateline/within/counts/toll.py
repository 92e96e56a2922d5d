"""Figures of tolls: "the death toll rose to 15", "three fatalities", "the number of people hurt rose to nine"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.knowledge import numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.numbers import Bounds
from dateline.knowledge.small_words import small
from dateline.model import Quantity
from dateline.model.claim import Sense
from dateline.within.counts.quantity import Counts
from dateline.within.doing.clause import VERBAL, Grammar
from dateline.within.doing.deed import Deed
from dateline.within.doing.slot import figure as given_figure

_TOLLS = frozenset({"toll", "fatality", "death"})
_COUNTED = frozenset({"killed", "injured"})
_HIT = frozenset({"shoot", "stab", "wound", "injure", "hit", "strike", "hurt"})
_FATAL = frozenset({"fatally", "mortally"})
_THEM = frozenset({"them", "whom"})
_REACH = 14  # words behind a verb in which "two of them fatally" still speaks of those it hit
_GIVEN = ("of", "to", "at")
_STRETCHES = frozenset({"day", "week", "month", "year"})
_UP_TO = ("to", "at", "past")


class Tolls:
    """Reads the figures of tolls of one parse."""

    def __init__(self, grammar: Grammar, counts: Counts) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        self._counts = counts

    def of(self, deed: Deed) -> Quantity | None:
        """The figure that a noun of death gives: its own number, or what the toll is, rose or was brought to."""
        if lives := self._lives(deed):
            return lives
        reckoned = deed.via is not None and deed.lemma in classes()["tally"]
        if deed.lemma not in _TOLLS and not reckoned:
            return None
        grammar, token = self._grammar, deed.token
        own = self._counts.phrase(token)
        if deed.lemma != "toll" and not reckoned:
            return self._given("killed", own, token, self._counts.sense((token,))) if own and own != (1, 1) else None
        governor = deed.via if reckoned else grammar.governor(token)
        bases = (token, *([governor] if governor is not None else []))
        figures = self.given(bases) if reckoned else [h for b in bases for w in _GIVEN for h in grammar.preps(b, w)]
        if (said := given_figure(grammar, token)) is not None:
            figures.insert(0, said)
            if "from" in self._parse.lowers[said - 4 : said] and (grown := numbers.word(self._parse.lowers[said])):
                return self._at("killed", grown, said)  # "from 40 to 57" is no range
        figures = [h for h in figures if grammar.number(h) or grammar.partitive(h)]  # not "the toll of the raids"
        found = ((head, bounds) for head in figures if (bounds := self._counts.phrase(head)) and bounds[0] > 1)
        toll = next((self._at("killed", bounds, head) for head, bounds in found), None)
        return replace(toll, sense="spread") if toll is not None and self._of_long(token, figures[0]) else toll

    def _of_long(self, toll: int, figure: int) -> bool:
        """Say whether a toll is of a war or a stretch of time: "the toll of the conflict", "of the past two weeks"."""
        parse = self._parse
        spans = (t for t in range(toll, figure) if parse.lowers[t] in small("of_years"))
        stretch = any(not _STRETCHES.isdisjoint(parse.low_lemmas[t + 1 : t + 3]) for t in spans)
        return stretch or not small("protracted").isdisjoint(parse.low_lemmas[toll:figure])

    def _lives(self, deed: Deed) -> Quantity | None:
        """How many lives something took: "the blaze claimed three lives"."""
        parse = self._parse
        if deed.kind != "death" or parse.pos[deed.token] not in VERBAL:
            return None
        for life in self._grammar.objects(deed.token):
            if parse.low_lemmas[life] == "life" and self._grammar.has(life, "nummod"):
                bounds = self._counts.phrase(life)
                return self._given("killed", bounds, life, self._counts.sense((life,))) if bounds else None
        return None

    def given(self, bases: Sequence[int]) -> list[int]:
        """The figures that stand behind a toll, or the verb that it is given with: "at 12", "of 22 civilians"."""
        parse = self._parse
        preps = [k for base in bases for k in parse.kids[base] if parse.lowers[k] in _GIVEN]
        found = (k for prep in preps for k in parse.kids[prep] if parse.deps[k] == "pobj")
        return [k for k in found if self._grammar.number(k)]

    def risen(self, deed: Deed, *, of: str | None) -> Quantity | None:
        """What a number of people came to be: "the number of people hurt in the fire rose to nine"."""
        parse = self._parse
        for head in deed.recipients if of in _COUNTED else ():
            number = parse.heads[parse.heads[head]]
            if parse.deps[head] != "pobj" or parse.lowers[number] != "number" or parse.deps[number] != "nsubj":
                continue
            figures = (f for word in _UP_TO for f in self._grammar.preps(parse.heads[number], word))
            for figure in figures:
                if parse.pos[figure] == "NUM" and (bounds := self._counts.phrase(figure)):
                    return self._at(of or "", bounds, figure)
        return None

    def fatally(self, deed: Deed) -> Quantity | None:
        """How many of those hit died of it: "six people were shot, two of them fatally"."""
        parse, token = self._parse, deed.token
        if deed.lemma not in _HIT or parse.pos[token] not in VERBAL:
            return None
        end = min(parse.sentences[parse.sentence_at[token]].end, token + _REACH)
        for place in range(token + 3, end):
            if parse.lowers[place] not in _FATAL:
                continue
            number = place - 3 if parse.lowers[place - 1] in _THEM and parse.lowers[place - 2] == "of" else place - 1
            bounds = numbers.word(parse.lowers[number])
            if bounds and bounds[0] > 0 and parse.lowers[number] not in {"a", "an"}:
                span = parse.span(number, place + 1)
                return Quantity(of="killed", low=bounds[0], high=bounds[1], start=span.start, end=span.end)
        return None

    def _at(self, of: str, bounds: Bounds, figure: int) -> Quantity:
        first = figure if self._parse.pos[figure] == "NUM" else self._grammar.phrase(figure)[0]
        span = self._parse.span(min(first, figure), figure + 1)
        return Quantity(of=of, low=bounds[0], high=bounds[1], sense="total", start=span.start, end=span.end)

    def _given(self, of: str, bounds: Bounds, noun: int, sense: Sense) -> Quantity:
        first, end = self._grammar.phrase(noun)
        span = self._parse.span(min(first, noun), max(end, noun + 1))
        return Quantity(of=of, low=bounds[0], high=bounds[1], sense=sense, start=span.start, end=span.end)
