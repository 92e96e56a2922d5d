"""Who was among the dead or hurt: counts that are a part of another count, each with the word for whom it counts."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.actions import classes
from dateline.knowledge.nouns import plural
from dateline.knowledge.small_words import small
from dateline.model import Claim, Quantity
from dateline.within.counts.quantity import Counts
from dateline.within.doing.deed import Deed
from dateline.within.doing.party import Parties

_COUNTED = ("killed", "injured", "captured", "shot", "displaced")
_THEM = frozenset({"them", "whom", "those"})
_BE = frozenset({"be", "include"})
_OF_THEM = small("them") | {"whom"}
_WERE = frozenset({"were", "are"})
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
        among = [*self._among(deed), *self._among_them(deed)]
        heads = dict.fromkeys([*among, *self._including(deed), *self._of_them(deed)])
        found = (self._part(kind, count, noun) for count, noun in heads)
        return [part for part in found if part is not None]

    def _among(self, deed: Deed) -> Iterator[tuple[int, int]]:
        """`Six civilians were among the dead`, `among those killed was a child`, `two of the dead were officers`."""
        parse = self._parse
        for token in (deed.token, *deed.recipients):
            prep = parse.heads[token]
            word = parse.lowers[prep]
            above = parse.heads[prep]
            if parse.deps[token] != "pobj" or word not in ("among", "of"):
                continue
            if word == "among" and parse.lemmas[above] in _BE:
                yield from ((head, head) for head in self._grammar.labelled(above, "nsubj", "attr"))
            elif word == "of" and parse.lemmas[parse.heads[above]] in _BE and parse.deps[above] == "nsubj":
                yield from ((above, noun) for noun in self._grammar.labelled(parse.heads[above], "attr"))

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
