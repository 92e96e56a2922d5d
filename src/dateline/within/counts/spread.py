"""Counts of more than one happening: over a stretch of time, or over happenings told of together."""

from __future__ import annotations

import re
from itertools import pairwise

from dateline.knowledge import numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.calendar import table
from dateline.knowledge.small_words import small
from dateline.within.doing.clause import VERBAL, Grammar

_LATE = 4  # the first three taken may be those of one raid
_NTH = re.compile(r"\d+th")
SEVERAL = 3  # from this number on, who is hit within hours is hit by more than one
MANY = 5  # from this number on what a year brought is rather the sum of many happenings than one of them
_HAVE = small("have")
_SINCE = small("lately")
_WHILE = small("within")
_PAST = small("gone_by")
_STRETCHES = small("stretches")
_WHOLE = small("wholes")
_REGIONS = small("regions")
_APART = small("apart")  # so told, the happenings of any kind are several
_PROTRACTED = small("protracted")
_YEARS = small("of_years")
_DEFINITE = small("definite")  # of one run: "killed in the attacks"


class Spread:
    """Says of the deeds of one parse whether what they count is of several happenings."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        self._undertakings = classes()["undertaking"]
        self._occurrences = classes()["occurrence"]

    def over(self, token: int, many: float) -> bool:
        """Say whether a deed done to so many is told of a stretch of time, or of happenings apart from one another."""
        above = [token, *(t for t in self._parse.above(token) if self._parse.pos[t] in VERBAL)]
        row = self._row(token)
        told = self._scattered(above[:2]) or self._scattered(row) or any(map(self._all_over, {*above[:2], *row}))
        if told or (many >= MANY and self._of_a_year(token)) or self._since(above, row):
            return True
        if self._set_in(row, frozenset({"since"})):  # "ten killed since Friday"
            return True
        apart = any(map(self._apart, self._set_in(row, _WHILE))) or any(map(self._carried_out, above))
        apart = apart or any(map(self._far_apart, self._set_in(list({*above, *row}), _WHILE)))
        above_all = self._set_in(above, _WHILE)
        return apart or any(map(self._stretch, above_all)) or (many >= SEVERAL and any(map(self._hours, above_all)))

    def in_a_series(self, token: int) -> bool:
        """Say whether somebody is one in a count of many: "the seventh smuggler caught or shot this month"."""
        parse, token = self._parse, self._row(token)[0]
        noun = parse.heads[token]
        if parse.deps[token] not in {"acl", "relcl"} or parse.tags[noun] != "NN":
            return False
        before = [parse.lowers[k] for k in parse.kids[noun] if k < noun and parse.pos[k] in {"ADJ", "NUM"}]
        order = table("ordinals")
        return any(order.get(word, 0) >= _LATE or _NTH.fullmatch(word) for word in before)

    def _row(self, token: int) -> list[int]:
        """A verb with those that stand in a row with it: what is said behind the last is said of all."""
        parse, found = self._parse, [token]
        while parse.deps[found[0]] == "conj" and parse.pos[parse.heads[found[0]]] in VERBAL:
            found.insert(0, parse.heads[found[0]])
        for verb in found:
            found += [k for k in self._grammar.labelled(verb, "conj") if parse.pos[k] in VERBAL and k not in found]
        return found

    def _set_in(self, verbs: list[int], words: frozenset[str]) -> list[int]:
        parse = self._parse
        preps = [k for verb in verbs for k in self._grammar.labelled(verb, "prep") if parse.lowers[k] in words]
        return [noun for prep in preps for noun in parse.kids[prep]]

    def _scattered(self, verbs: list[int]) -> bool:
        """Say whether a count is of several happenings: "nine hurt in fires across the county", "two crashes left"."""
        scenes = self._set_in(verbs, frozenset({"in", "during", "across"}))
        scenes += [s for verb in verbs for s in self._grammar.subjects(verb) if s != verbs[0]]
        return any(map(self._several, scenes)) or any(map(self._period, scenes)) or any(map(self._of_years, scenes))

    def _of_years(self, noun: int) -> bool:
        """`the war has left`, `killed in the conflict`: what goes on for years is no one happening."""
        return self._parse.low_lemmas[noun] in _PROTRACTED

    def _period(self, noun: int) -> bool:
        """`in a weekend of violence`, `during a night of shootings`."""
        parse = self._parse
        of = [
            k for prep in self._grammar.labelled(noun, "prep") if parse.lowers[prep] == "of" for k in parse.kids[prep]
        ]
        told = any(parse.low_lemmas[k] in self._occurrences | {"violence", "bloodshed", "mayhem"} for k in of)
        return parse.lemmas[noun] in _WHOLE and told

    def _all_over(self, verb: int) -> bool:
        """Say whether a deed is told of a whole city or day: "nine hurt across the city", "throughout the day"."""
        lemmas = self._parse.lemmas
        across = self._set_in([verb], frozenset({"across", "throughout"}))
        return any(lemmas[noun] in _WHOLE for noun in across)

    def _several(self, noun: int) -> bool:
        """Say whether a noun names happenings apart from one another, and not the stages of one ("the attacks")."""
        parse = self._parse
        if parse.tags[noun] != "NNS" or parse.low_lemmas[noun] not in self._occurrences:
            return False
        return not any(parse.lowers[kid] in _DEFINITE for kid in self._grammar.kids[noun])

    def _of_a_year(self, token: int) -> bool:
        """Say whether a sentence counts what a year has brought so far ("90 hurt this year")."""
        sentence = self._parse.sentences[self._parse.sentence_at[token]]
        lowers = self._parse.lowers[sentence.first : sentence.end]
        return any(word in _YEARS and after == "year" for word, after in pairwise(lowers))

    def _since(self, above: list[int], row: list[int]) -> bool:
        """`Forces have seized 40 boats since June`: what was done up to now, and not by one act."""
        parse = self._parse
        verbs = {*above, *row}
        headline = parse.block_of(row[0]).kind == "headline"  # "12 shot since 9 p.m."
        if not headline and not any(
            parse.lowers[k] in _HAVE for verb in verbs for k in self._grammar.labelled(verb, "aux")
        ):
            return False
        last = parse.sentences[parse.sentence_at[row[0]]].end
        return any(parse.lowers[k] in _SINCE for k in range(max(verbs) + 1, last)) or any(
            parse.lowers[k] in _SINCE for verb in verbs for k in parse.kids[verb]
        )

    def _stretch(self, noun: int) -> bool:
        """`over the past 24 hours`, `in the last three months`."""
        parse = self._parse
        told = _PAST.intersection(parse.lowers[k] for k in parse.kids[noun])
        return bool(told) and (parse.lowers[noun] in _STRETCHES or parse.lemmas[noun] in {"month", "year"})

    def _hours(self, noun: int) -> bool:
        """`shot in about ten hours`: so many hours or days are no one moment."""
        parse = self._parse
        return parse.lowers[noun] in _STRETCHES and self._grammar.has(noun, "nummod")

    def _carried_out(self, verb: int) -> bool:
        """`carried out three operations that led to ...`."""
        return any(map(self._apart, self._grammar.labelled(verb, "dobj")))

    def _apart(self, noun: int) -> bool:
        """`during separate raids`, `in two operations`; thirteen raids on one town may still be one happening."""
        parse = self._parse
        before = [parse.lowers[k] for k in parse.kids[noun] if k < noun]
        if parse.tags[noun] != "NNS":
            return False
        many = any(n is not None and n[0] > 1 for n in map(numbers.word, before))
        return bool(_APART.intersection(before)) or (many and parse.lemmas[noun] in self._undertakings)

    def _far_apart(self, noun: int) -> bool:
        """`searches in Kent and Essex`: of several places that are each a whole county or more."""
        parse = self._parse
        if parse.tags[noun] != "NNS" or parse.lemmas[noun] not in self._undertakings:
            return False
        row = list(self._grammar.expand(self._grammar.preps(noun, "in")))
        row += [k for place in row for k in self._grammar.labelled(place, "appos")]
        regions = [k for k in row if parse.low_lemmas[k] in _REGIONS and parse.tags[k] in {"NNS", "NNPS"}]
        inner = [k for region in regions for k in self._grammar.labelled(region, "compound", "nmod", "amod")]
        names = {*row, *self._grammar.expand(inner)} - set(regions)
        return bool(regions) and sum(parse.pos[name] == "PROPN" for name in names) > 1
