"""What a report was written to tell against what it recalls."""

from __future__ import annotations

from dateline.within.clause import VERBAL, Grammar
from dateline.within.deed import Deed

_LEAD = {"headline": 1.0, "standfirst": 0.95}
_STEP = 0.06  # what each sentence further down costs
_LEAST = 0.15
# How much of a sentence's weight its clauses carry; tried one weight for all: a lead's asides became main events.
_CLAUSE = {"relcl": 0.7, "acl": 0.75, "advcl": 0.85, "pcomp": 0.75, "amod": 0.4, "compound": 0.5, "nmod": 0.5}
_NOUN = {"dobj": 0.8, "nsubj": 0.8, "nsubjpass": 0.85, "pobj": 0.6, "poss": 0.5, "ROOT": 0.9}
_CLASS = {"statement": 0.5, "operation": 0.6, "attempt": 0.7, "job": 0.5, "change": 0.6}
_MOOD = {"hypothetical": 0.5, "possible": 0.8, "planned": 0.85, "denied": 0.85}


class Weights:
    """Weighs the claims of one report by where and how they are told."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        parse = grammar.parse
        self._rank: dict[int, int] = {}
        for number, sentence in enumerate(parse.sentences):
            if parse.blocks[sentence.block].kind in {"body", "caption"}:
                self._rank[number] = len(self._rank)

    def place(self, token: int) -> float:
        """From 1 (the headline and lead) down to 0.15 (far below)."""
        parse = self._grammar.parse
        if lead := _LEAD.get(parse.block_of(token).kind):
            return lead
        return max(_LEAST, 0.9 - _STEP * self._rank.get(parse.sentence_at[token], 0))

    def of(self, deed: Deed) -> float:
        """The weight of a deed: its place, less for asides, for what had happened before, for mere words."""
        parse = self._grammar.parse
        token = deed.token
        weight = self.place(token)
        if parse.pos[token] in VERBAL:
            weight *= self._clause(token)
            if any(parse.lowers[k] == "had" for k in self._grammar.labelled(token, "aux")):
                weight *= 0.5
        elif deed.via is None:
            weight *= _NOUN.get(parse.deps[token], _CLAUSE.get(parse.deps[token], 0.7))
        else:
            weight *= self._clause(deed.via)
        if deed.action == "OTHER":
            weight *= _CLASS.get(deed.kind or "", 0.8 if deed.kind is None else 1.0)
        return round(weight * _MOOD.get(deed.modality, 1.0), 3)

    def _clause(self, verb: int) -> float:
        parse = self._grammar.parse
        weight = 1.0
        for _ in range(4):
            weight *= _CLAUSE.get(parse.deps[verb], 1.0)
            head = parse.heads[verb]
            if parse.deps[verb] in {"ROOT", "ccomp"} or head == verb or parse.pos[head] not in VERBAL:
                break
            verb = head
        return weight
