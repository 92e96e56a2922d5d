"""Who was among the dead or hurt, and how many in each place: counts that are a part of another count.

Each has the word for whom it counts, or the place: "six civilians", "53 in Sedge and 48 in Lodi".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dateline.knowledge import counted, numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.nouns import plural
from dateline.knowledge.small_words import small
from dateline.model import Claim, Quantity
from dateline.within.counts.quantity import Counts
from dateline.within.doing.deed import Deed
from dateline.within.doing.party import Parties
from dateline.within.parse import Parse, Sentence

_COUNTED = ("killed", "injured", "captured", "shot", "displaced")
_THEM = frozenset({"them", "whom", "those"})
_BE = frozenset({"be", "include"})
_VICTIMS = small("slain") | {"casualties"}
_OF_THEM = small("them") | {"whom"}
_WERE = frozenset({"were", "are"})
_APART = re.compile(r"(?:,|;)? ?(?:and |while |with )?(?:another |a further |at least )?$")
_PLACE = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}"
_REACH = 12  # tokens behind a deed in which "six of them civilians" still counts its victims


class Parts:
    """Finds the parts of the counts of one parse."""

    def __init__(self, parties: Parties, counts: Counts) -> None:
        self._parties = parties
        self._grammar = parties.grammar
        self._parse = parties.grammar.parse
        self._counts = counts

    def of(self, deed: Deed, claim: Claim) -> list[Quantity]:
        """The parts of those whom a deed hit."""
        kind = next((q.of for q in claim.quantities if q.of in _COUNTED), _kind(deed))
        if kind is None:
            return []
        among = [*self._among(deed), *self._among_them(deed), *self._fronted(deed)]
        among += self._were_among(deed) if kind == "killed" else ()
        heads = dict.fromkeys([*among, *self._including(deed), *self._of_them(deed)])
        found = [self._part(kind, count, noun) for count, noun in heads]
        return [part for part in (*found, self._in_hospital(deed)) if part is not None]

    def _among(self, deed: Deed) -> Iterator[tuple[int, int]]:
        """`Six civilians were among the dead`, `among those killed was a child`, `two of the dead were officers`."""
        parse = self._parse
        for token in (deed.token, *deed.recipients):
            if parse.deps[token] == "nsubj" and parse.lemmas[parse.heads[token]] == "include":
                told = self._grammar.expand(self._grammar.labelled(parse.heads[token], "dobj"))
                yield from ((head, head) for head in told)  # "the dead include six children"
            prep = parse.heads[token]
            word = parse.lowers[prep]
            above = parse.heads[prep]
            if parse.deps[token] != "pobj" or word not in ("among", "of"):
                continue
            if word == "among" and parse.lemmas[above] in _BE:
                heads = self._grammar.labelled(above, "nsubj", "attr") or self._grammar.subjects(above)
                # "ten were known to be among the dead"
                yield from ((head, head) for head in self._grammar.expand(heads))
            elif word == "of" and parse.lemmas[parse.heads[above]] in _BE and parse.deps[above] == "nsubj":
                yield from ((above, noun) for noun in self._grammar.labelled(parse.heads[above], "attr"))

    def _in_hospital(self, deed: Deed) -> Quantity | None:
        """`Ambulances carried 23 of the wounded to a clinic`."""
        parse, of = self._parse, self._parse.heads[deed.token]
        number = parse.heads[of]
        verb = self._grammar.governor(number) if parse.lowers[of] == "of" and parse.pos[number] == "NUM" else None
        hurt = parse.lowers[deed.token] in counted.words("sum_injured")
        if verb is None or not hurt or parse.low_lemmas[verb] not in small("carried") | small("admitted"):
            return None
        if (bounds := self._counts.phrase(number)) is None or bounds[0] < 1:
            return None
        span = parse.span(number, deed.token + 1)
        low, high = bounds
        return Quantity(
            of="injured", low=low, high=high, whose="in hospital", sense="part", start=span.start, end=span.end
        )

    def _fronted(self, deed: Deed) -> Iterator[tuple[int, int]]:
        """`Of the 31 killed, ten were children`."""
        parse = self._parse
        first = parse.sentences[parse.sentence_at[deed.token]].first
        verb = parse.heads[first]
        if parse.lowers[first] == "of" and parse.lemmas[verb] == "be" and first < deed.token < verb:
            for number in self._grammar.labelled(verb, "nsubj"):
                yield from ((number, noun) for noun in self._grammar.labelled(verb, "attr") if deed.token < number)

    def _including(self, deed: Deed) -> Iterator[tuple[int, int]]:
        """`22 people, including six children`."""
        for head in deed.recipients:
            yield from ((inner, inner) for inner in self._grammar.preps(head, "including"))

    def _among_them(self, deed: Deed) -> Iterator[tuple[int, int]]:
        """`23 people were killed, among them five children and four women`."""
        parse = self._parse
        end = min(parse.sentences[parse.sentence_at[deed.token]].end, deed.token + 2 * _REACH)
        first = min((head for head in deed.recipients if deed.token - _REACH <= head), default=deed.token)
        for token in range(min(first, deed.token) + 1, end - 3):
            if parse.lowers[token] == "among" and parse.lowers[token + 1] in _THEM:
                row = [head for head in self._counts.row(parse.heads[token]) if head > token]
                row = row or [t for t in range(token + 3, token + 6) if parse.tags[t] == "NNS"][:1]
                yield from ((head, head) for head in row if self._grammar.has(head, "nummod"))

    def _were_among(self, deed: Deed) -> Iterator[tuple[int, int]]:
        """`40 people died, and eight children were among them`, `were among the victims`."""
        parse = self._parse
        end = parse.sentences[parse.sentence_at[deed.token]].end
        for token in range(deed.token + 1, end - 1):
            behind = parse.lowers[token + 1 : token + 3]
            dead = behind[:1] == ["them"] or (len(behind) > 1 and behind[0] == "the" and behind[1] in _VICTIMS)
            if parse.lowers[token] == "among" and dead and parse.lemmas[parse.heads[token]] in _BE:
                heads = self._grammar.expand(self._grammar.subjects(parse.heads[token]))
                yield from ((head, head) for head in heads if head > deed.token and self._grammar.has(head, "nummod"))

    def _of_them(self, deed: Deed) -> Iterator[tuple[int, int]]:
        """`22 people were killed, six of them civilians`, `nine people, two of them nurses, were killed`."""
        parse = self._parse
        end = min(parse.sentences[parse.sentence_at[deed.token]].end, deed.token + _REACH)
        first = min((head for head in deed.recipients if deed.token - _REACH <= head), default=deed.token)
        for token in range(min(first, deed.token) + 1, end - 3):
            if parse.pos[token] == "NUM" and parse.lowers[token + 1] == "of" and parse.lowers[token + 2] in _THEM:
                noun = next((t for t in range(token + 3, min(end, token + 7)) if parse.tags[t] == "NNS"), None)
                if noun is not None and self._parties.person(noun):
                    yield token, noun
        for token in range(min(first, deed.token) + 1, end - 2):
            if parse.pos[token] == "NUM" and parse.lowers[token - 1] == "whom" and parse.lowers[token + 1] in _WERE:
                noun = next((t for t in range(token + 2, min(end, token + 5)) if parse.tags[t] == "NNS"), None)
                if noun is not None and self._parties.person(noun):  # "40 people, of whom 12 were nuns"
                    yield token, noun

    def _part(self, of: str, count: int, noun: int) -> Quantity | None:
        parse = self._parse
        bounds = self._counts.phrase(count)
        stated = parse.pos[count] == "NUM" or self._grammar.has(count, "nummod", "det")
        if (
            bounds is None
            or not stated
            or bounds[0] <= 0
            or not self._parties.person(noun)
            or parse.pos[noun] == "PROPN"
        ):
            return None
        first, end = self._grammar.phrase(count)
        span = parse.span(min(first, count), max(end, noun + 1, count + 1))
        whose = plural(parse.low_lemmas[noun])
        return Quantity(of=of, low=bounds[0], high=bounds[1], whose=whose, sense="part", start=span.start, end=span.end)


def _kind(deed: Deed) -> str | None:
    words = classes()
    if deed.kind == "death" or deed.lemma in words["lethal"]:
        return "killed"
    return "injured" if deed.kind == "injury" or deed.lemma in words["harmful"] else None


class Again:
    """Finds the members of a row of one parse that the row has counted before."""

    def __init__(self, parties: Parties) -> None:
        self._index = parties.index
        self._grammar = parties.grammar
        self._parse = parties.grammar.parse

    def counted(self, head: int, whom: tuple[int, ...]) -> bool:
        """Say whether a head only says who those before it were: "two guards, Ruiz and Diaz", "including a child"."""
        parse, row = self._parse, head
        while parse.deps[row] == "conj" and parse.heads[row] in whom:
            row = parse.heads[row]
        if parse.deps[row] == "appos" and parse.pos[row] == "PROPN":
            many = row == head or parse.tags[parse.heads[row]] == "NNS"  # "the driver, Ruiz, and his guest" are two
            return parse.heads[row] in whom and many
        before = self._grammar.phrase(head)[0] - 1  # "a colonel Juan Ruiz", for whom parsers find two places in a row
        rank = before in whom and parse.tags[before] == "NN" and self._named(head)
        some = any(parse.lowers[t] in _OF_THEM for t in range(before + 1, head))  # "28 people, five of them boys"
        some = some or any(parse.lowers[k] in _OF_THEM for k in self._grammar.preps(head, "of"))
        return (
            rank
            or (some and head != whom[0])
            or (parse.deps[head] == "pobj" and parse.lowers[parse.heads[head]] == "including")
        )

    def _named(self, head: int) -> bool:
        found = self._index.headed(head)
        return found is not None and found.kind == "person" and found.form == "name" and not found.plural


class Sites:
    """Reads such rows off the words of one report; ``words`` are its text and its title."""

    def __init__(self, parse: Parse, words: Mapping[str, str]) -> None:
        self._parse = parse
        self._words = words

    def within(self, sentence: Sentence, told: Sequence[Quantity]) -> Iterator[Quantity]:
        """The parts of a sentence's dead or hurt by places; ``told`` are its counts."""
        span = self._parse.span(sentence.first, sentence.end)
        text = self._words[span.field]
        row: list[re.Match[str]] = []
        for match in _part().finditer(text, span.start, span.end):
            if row and not _APART.fullmatch(text, row[-1].end(), match.start()):
                yield from _parts(row, text, span.start, told)
                row = []
            row.append(match)
        yield from _parts(row, text, span.start, told)


@cache
def _part() -> re.Pattern[str]:
    people = "(?: (?:of (?:the|them|those)|people|others|more|civilians|victims|dead|bodies|persons))*"
    state = "(?: (?:were |was |had been )?(?:killed|died|dead|wounded|injured|hurt|martyred))?"
    return re.compile(rf"\b((?i:{numbers.spelled()})){people}{state} (?:in|at|near) (?:the )?({_PLACE})")


def _parts(row: Sequence[re.Match[str]], text: str, start: int, told: Sequence[Quantity]) -> Iterator[Quantity]:
    """The parts of a row of two places or more: of the count that they come to, else of what is told last before."""
    if len(row) < 2:
        return
    each = [numbers.words([match[1].lower()]) for match in row]
    if any(bounds is None or bounds[0] != bounds[1] for bounds in each):
        return
    many = [bounds[0] for bounds in each if bounds]
    of = next((q.of for q in told if q.of in ("killed", "injured") and q.low == sum(many)), None) or _last(
        text[start : row[0].end()]
    )
    for match, number in zip(row, many, strict=True) if of else ():
        first, end = match.span(1)
        yield Quantity(of=of or "", low=number, high=number, whose=f"in {match[2]}", sense="part", start=first, end=end)


def _last(words: str) -> str | None:
    """What words tell last, that people died or that they were hurt."""
    at = {
        of: max(
            (m.start() for m in re.finditer(rf"\b(?:{'|'.join(sorted(cues))})\b", words, re.IGNORECASE)), default=-1
        )
        for of, cues in (("killed", counted.words("sum_killed") | {"died"}), ("injured", counted.words("sum_injured")))
    }
    of = max(sorted(at), key=lambda name: at[name])
    return of if at[of] >= 0 else None
