"""Deaths and injuries that nobody did: whom a crash or an earthquake killed was not attacked."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.knowledge.actions import classes
from dateline.within.doing.clause import VERBAL, Grammar
from dateline.within.doing.deed import Deed


class Mishaps:
    """Finds the harm of one parse that was an accident's."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        words = classes()
        self._mishaps, self._violent = words["mishap"], words["attack"] | words["thing"]
        self._lethal, self._harmful = words["lethal"], words["harmful"]

    def settled(self, deed: Deed) -> Deed:
        """Harm in the passive, by nobody, in a sentence that tells of a mishap and of no violence: no assault."""
        parse, verb = self._parse, deed.token
        if deed.action != "ASSAULT" or deed.actors or parse.pos[verb] not in VERBAL or not self._grammar.passive(verb):
            return deed
        kind = "death" if deed.lemma in self._lethal else "injury" if deed.lemma in self._harmful else None
        if kind is None or self._grammar.has(verb, "agent"):
            return deed
        sentence = parse.sentences[parse.sentence_at[verb]]
        words = {parse.low_lemmas[token] for token in range(sentence.first, sentence.end)}
        why = min(words & self._mishaps, default="")
        if not why or words & self._violent:
            return deed
        return replace(deed, action="OTHER", mode=deed.lemma, kind=kind, reasons=(*deed.reasons, f"by the “{why}”"))
