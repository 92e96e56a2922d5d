"""How many: counts of people in a phrase, with the bounds that the words allow and how they stand to other counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.knowledge import numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.nouns import noun
from dateline.knowledge.numbers import Bounds
from dateline.knowledge.shares import all_but, share
from dateline.knowledge.small_words import small
from dateline.model.claim import Sense
from dateline.within.doing.clause import Grammar

_LEAST = re.compile(r"\b(at least|no fewer than|no less than|a minimum of|minimum)( of)?( a)?$")
_MORE = re.compile(r"\b(more than|over|above|upwards? of|in excess of)( a)?$")
_MOST = re.compile(
    r"\b(at most|up to|as many as|no more than|a maximum of|fewer than|less than|under|nearly|almost)( a)?$"
)
_ONE = small("one_person")
_BEFORE = frozenset({"nummod", "amod", "det", "predet", "quantmod", "compound", "advmod"})
_DOZEN = small("round_numbers")
_ADDED = small("added")
_TIMES = small("of_age")
_OTHER = small("other")
_LARGE = small("large")
_SAID = small("told_of")  # "the additional suspects" were told of before
_KNOWN = small("owned")
_THEM = small("them")


class Counts:
    """Counts what phrases of one parse name."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._parse = grammar.parse

    def of(self, heads: Sequence[int]) -> Bounds | None:
        """How many the phrases name together: "a man and two children" are three; None where one cannot be counted."""
        least, most, closed = 0.0, 0.0, True
        for head in self._whole(self._beside(heads)):
            found = self.phrase(head)
            if found is None or found == (0, 0):
                return found
            least += found[0]
            most += found[1] or 0
            closed = closed and found[1] is not None
        return (least, most if closed else None) if heads else None

    def _beside(self, heads: Sequence[int]) -> Sequence[int]:
        """The heads with those whom parsers hang on the first's body, without those told to be among the first.

        "Six guards of a firm and four civilians" are ten, "eight raiders, among them a cook, and three civilians" 11.
        """
        found = list(heads)
        for head in heads:
            inner = self._grammar.preps(head, "of") if self._stated(head) else ()
            one = bool(inner) and self._parse.tags[inner[0]] in {"NN", "NNP"} and not self._stated(inner[0])
            found += [k for k in inner[1:] if one and k not in found and self._people(k)]
        among = next((head for head in found if self._among(head)), None)
        if among is not None:
            return [head for head in found if head not in self.row(among)] or heads
        return heads if len(found) == len(heads) else found

    def row(self, among: int) -> list[int]:
        """One told to be among others with those beside it who are, too."""
        return [head for head in self._grammar.expand([among]) if not self._apart(among, head)]

    def _people(self, head: int) -> bool:
        """Say whether a head names so many people: "four civilians"."""
        known = noun(self._parse.lowers[head])
        people = self._parse.low_lemmas[head] in classes()["people"] or (known is not None and known.kind == "person")
        return people and self._grammar.has(head, "nummod")

    def _among(self, head: int) -> bool:
        """Say whether a head is told to be one of those before it: "among them a cook"."""
        return any(
            self._parse.lowers[kid] == "among" and not _THEM.isdisjoint(self._parse.lowers[kid + 1 : kid + 2])
            for kid in self._grammar.labelled(head, "prep")
        )

    def _apart(self, one: int, head: int) -> bool:
        """Say whether a number stands behind a comma after the one named among others: ", and three civilians"."""
        first = self._grammar.phrase(head)[0]
        single = self._parse.tags[one] in {"NN", "NNP"} and not self._stated(one)
        return single and self._grammar.has(head, "nummod") and self._parse.lowers[first - 2 : first] == [",", "and"]

    def _whole(self, heads: Sequence[int]) -> Sequence[int]:
        """The heads without those who only say who the first were: "four people, three men and a boy"."""
        parse = self._parse
        if len(heads) < 2 or parse.low_lemmas[heads[0]] not in classes()["anybody"]:
            return heads
        beside = parse.deps[heads[1]] == "appos"
        total, parts = self.phrase(heads[0]), [self.phrase(h) for h in (self._row(heads[1]) if beside else heads[1:])]
        same = total is not None and 1 < total[0] == total[1] == sum(part[0] for part in parts if part)
        return heads[:1] if beside and same and all(part and part[0] == part[1] for part in parts) else heads

    def _row(self, head: int) -> list[int]:
        """A head with those that stand in a row behind it, however the parser hangs them."""
        found = [head]
        for token in found:
            found += self._grammar.labelled(token, "conj", "appos")
        return found

    def phrase(self, head: int) -> Bounds | None:
        """How many one phrase names."""
        parse, grammar = self._parse, self._grammar
        if parse.lowers[head] in _ONE or self._age_only(head) or self._aged_one(head) or self._single(head):
            return 1, 1
        measured = grammar.preps(head, "of") if grammar.partitive(head) else ()
        if (stated := self._stated(head)) and not self._year(head):
            if measured and parse.lemmas[head] in {"group", "pair", "couple", "team"} and stated == (1, 1):
                return self._measured(head, measured[0])
            whole = self.phrase(measured[0]) if measured else None
            return all_but(parse.lowers, head, stated, whole) or self._scaled(head, stated)
        if measured:
            return self._measured(head, measured[0])
        if parse.tags[head] in {"PRP", "WP", "WDT", "DT"} or self._year(head):
            return None
        if parse.tags[head] in {"NNS", "NNPS"} or parse.lowers[head] in {"people", "police"}:
            return 2, None
        if parse.low_lemmas[head] in classes()["collective"]:
            return None
        single = parse.tags[head] in {"NN", "NNP"} or parse.lowers[head] in classes()["people"]
        return (1, 1) if single else None

    def _scaled(self, head: int, stated: Bounds) -> Bounds:
        """What a plural makes of the number before it: "tens of thousands"."""
        scale = numbers.scale(self._parse.lowers[head])
        return (stated[0] * scale, None) if stated[0] < scale else stated

    def _single(self, head: int) -> bool:
        """Say whether a person has an article of one, whatever number stands by: "a boy younger than 12"."""
        parse = self._parse
        if parse.tags[head] != "NN" or parse.low_lemmas[head] not in classes()["people"]:
            return False
        one = any(parse.lowers[k] in {"a", "an"} for k in self._grammar.labelled(head, "det"))
        return one and parse.low_lemmas[head] not in classes()["collective"] | {"couple"}

    def _year(self, head: int) -> bool:
        """Say whether a bare number is a year: "the first murder of 2017"."""
        word = self._parse.words[head]
        return self._parse.deps[head] == "pobj" and len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}

    def _measured(self, head: int, inner: int) -> Bounds | None:
        found = self.phrase(inner)
        if found is None or found[1] == 1:
            return None
        if part := share(self._parse.lowers, head, found):
            return part
        return found if found[1] is not None else (max(found[0], self._amount(head)), None)

    def _amount(self, head: int) -> float:
        """The least that a word for an amount stands for: "a large number of" is more than some."""
        parse = self._parse
        if parse.lemmas[head] != "number":
            return 2
        large = any(parse.lowers[k] in _LARGE for k in self._grammar.labelled(head, "amod"))
        return 5 if large else 3

    def _stated(self, head: int) -> Bounds | None:
        parse, grammar = self._parse, self._grammar
        kids = [k for k in grammar.kids[head] if k < head and parse.deps[k] in _BEFORE]
        if any(parse.lowers[k] in {"no", "neither"} for k in kids):
            return 0, 0
        numerals = [k for k in kids if parse.deps[k] == "nummod" or numbers.word(parse.lowers[k])]
        numerals = [k for k in numerals if parse.lowers[k] not in {"a", "an"} and not self._aged(k)]
        if not numerals and parse.tags[head] == "NNS":  # "2 ranger's aides": the number hangs on the owner
            owners = [k for k in grammar.labelled(head, "poss") if parse.tags[k] == "NN"]
            numerals = [n for k in owners for n in grammar.labelled(k, "nummod") if parse.lowers[n] not in {"1", "one"}]
        exact = [k for k in numerals if (found := numbers.word(parse.lowers[k])) and found[0] == found[1]]
        own = parse.pos[head] == "NUM" or numbers.word(parse.lowers[head]) is not None
        numerals = exact or ([] if own and self._exact(head) else numerals)  # "as many as 20" is twenty
        if numerals and parse.lowers[numerals[0]] in _ADDED and (own or len(numerals) > 1):
            numerals = numerals[1:]  # "another 20 people" and "another 20" are twenty
        if not numerals and not own:
            return None
        first = numerals[0] if numerals else head
        run = [k for k in grammar.kids[first] if k < first and parse.pos[k] == "NUM"]
        run = [k for k in run if "," not in parse.lowers[k:first]]  # "1 dead, 3 hurt": one who is dead is none of them
        run += [k for k in grammar.kids[first] if k == first + 1 and parse.lowers[k] in _DOZEN]  # "three dozen men"
        run = sorted({*run, *numerals, first, *([head] if own else [])})
        return self._bounded(numbers.words([parse.lowers[k] for k in run]), run[0])

    def _exact(self, head: int) -> bool:
        """Say whether a word is a number by itself, and none that others multiply: not "dozen"."""
        found = numbers.word(self._parse.lowers[head])
        return found is not None and found[0] == found[1] and self._parse.lowers[head] not in _DOZEN

    def _age_only(self, head: int) -> bool:
        """Say whether a bare number is the age of the one named before it ("A boy, 9, was shot")."""
        parse = self._parse
        if parse.pos[head] != "NUM" or head < 2 or not parse.lowers[head].isdigit():
            return False
        if parse.deps[head] in {"nsubj", "nsubjpass"} and parse.heads[head] == head + 1:
            return False  # "nine hurt in a fire, 3 die"
        return parse.lowers[head - 1] == "," and parse.pos[head - 2] in {"NOUN", "PROPN"}

    def _aged_one(self, head: int) -> bool:
        """Say whether somebody is told of by an age alone ("a 15-year-old"), or by a name that looks like many."""
        parse = self._parse
        if parse.lowers[head] == "old" and head > 1 and _TIMES & {*parse.lowers[head - 2 : head]}:
            return True
        return parse.tags[head] == "NNPS" and any("year" in w for w in parse.lowers[max(0, head - 6) : head])

    def _aged(self, token: int) -> bool:
        """Say whether a number is an age or a street ("a 23-year-old man", "23rd")."""
        return "year" in self._parse.lowers[token] or "-" in self._parse.words[token + 1 : token + 2]

    def _bounded(self, value: Bounds | None, first: int) -> Bounds | None:
        """Open a side where the words before the number say so; "between 30 and 40" and "30 to 40" close both."""
        if value is None:
            return None
        parse = self._parse
        begin = max(parse.sentences[parse.sentence_at[first]].first, first - 4)
        before = " ".join(parse.lowers[begin:first])
        if before.endswith("half a") and parse.lowers[first] in _DOZEN and value[1] is not None:
            value, before = (value[0] / 2, value[1] / 2), before.removesuffix("half a").strip()
        if _LEAST.search(before):
            return value[0], None
        if _MORE.search(before):
            return value[0] + 1, None
        if _MOST.search(before):
            return 0, value[0]
        return self._range(value, first, "between" in parse.lowers[begin:first])

    def _range(self, value: Bounds, first: int, between: bool) -> Bounds:  # noqa: FBT001 - a word that was there
        """Both ends of "between 30 and 40", "30 to 40", "30-40", whichever of them the count began with."""
        lowers = self._parse.lowers
        joins = {"to", "or", "-", "–", "and"} if between else {"to", "or", "-", "–"}
        last = next((t for t in range(first, len(lowers)) if not numbers.numeric(lowers[t])), len(lowers))
        if last + 1 < len(lowers) and lowers[last] in joins and (up := numbers.word(lowers[last + 1])):
            return (value[0], up[1]) if up[0] > value[0] else value
        if first >= 2 and lowers[first - 1] in joins and (down := numbers.word(lowers[first - 2])):
            return (down[0], value[1]) if down[0] < value[0] else value
        return value

    def sense(self, heads: Sequence[int]) -> Sense:
        """How a count stands to those before it in the report: more of them, the same again, or new.

        One told of before with so many others ("the guard and two of his friends") is a new count of all.
        """
        first = self._sense(heads[0])
        fresh = first == "again" and any(self._stated(h) and self._sense(h) != "again" for h in heads[1:])
        return "new" if fresh else first

    def _sense(self, head: int) -> Sense:
        parse = self._parse
        if parse.lowers[head] in _ADDED:
            return "more"
        if parse.lowers[head] in {"himself", "herself", "themselves"}:
            return "self"
        before = [k for k in self._grammar.kids[head] if k < head]
        before += [k + 1 for k in before if parse.deps[k] == "nummod" and parse.heads[k + 1] == k]  # "three more men"
        kids = {parse.lowers[k] for k in before if parse.lowers[k + 1] != ":"}  # "MORE: 4 hurt in a fire"
        if kids & _ADDED and not kids & _SAID:
            return "more"
        if (kids & _OTHER or parse.lowers[head] in _OTHER) and not kids & _KNOWN:
            return "others"
        if kids & _KNOWN or parse.tags[head] == "PRP":
            return "again"
        return "new"
