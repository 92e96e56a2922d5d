"""Who was among the dead or hurt: counts that are a part of another count, each with the word for whom it counts."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.actions import classes
from dateline.knowledge.nouns import plural
from dateline.model import Claim, Quantity
from dateline.within.counts.quantity import Counts
from dateline.within.doing.deed import Deed
from dateline.within.doing.party import Parties

_COUNTED = ("killed", "injured", "captured", "shot", "displaced")
_THEM = frozenset({"them", "whom", "those"})
_BE = frozenset({"be", "include"})
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
        for token in range(deed.token + 1, end - 3):
            if parse.lowers[token] == "among" and parse.lowers[token + 1] in _THEM:
                row = [head for head in self._counts.row(parse.heads[token]) if head > token]
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
