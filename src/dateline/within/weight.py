"""What a report was written to tell against what it recalls."""

from __future__ import annotations

from dateline.within.clause import Grammar

_LEAD = {"headline": 1.0, "standfirst": 0.95}


class Weights:
    """Weighs the claims of one report by where and how they are told."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        parse = grammar.parse
        self._rank: dict[int, int] = {}
        for number, sentence in enumerate(parse.sentences):
            if parse.blocks[sentence.block].kind in {"body", "caption"}:
                self._rank[number] = len(self._rank)

    def of(self, token: int) -> float:
        """From 1 (the headline and lead) down to 0 (recalled far below), less for clauses in the pluperfect."""
        parse = self._grammar.parse
        if lead := _LEAD.get(parse.block_of(token).kind):
            return lead
        rank = self._rank.get(parse.sentence_at[token], 0)
        weight = max(0.15, 0.9 - 0.06 * rank)
        if any(parse.lowers[k] == "had" for k in self._grammar.labelled(token, "aux")):
            weight *= 0.5
        if parse.deps[token] in {"relcl", "acl"}:
            weight *= 0.7
        return round(weight, 3)
