"""Which frame a verb, noun or adjective is used in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dateline.knowledge.actions import Condition, Frame, adjectives, nouns, verbs
from dateline.within.doing.clause import Grammar
from dateline.within.doing.party import Parties

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "REJECT", "ACCUSE"})
_GROUPS = {
    "COOP": COOPERATIVE,
    "HOSTILE": HOSTILE,
    "MEET": frozenset({"CONSULT"}),
    "COERCE": frozenset({"COERCE", "SANCTION"}),
}
_LABELS = {"oprd": ("oprd",), "acomp": ("acomp",), "ccomp": ("ccomp",), "adv": ("advmod",)}


class Frames:
    """Chooses frames over one parse."""

    def __init__(self, grammar: Grammar, parties: Parties) -> None:
        self.grammar = grammar
        self.parties = parties
        self.parse = grammar.parse
        self._chosen: dict[int, Frame | None] = {}
        self._heads: dict[str, Callable[[int], Sequence[int]]] = {
            "obj": grammar.objects,
            "subj": self._doers,
            "subjof": grammar.bidden,
        }

    def verb(self, token: int) -> Frame | None:
        """The frame a verb is used in, the most exacting that fits."""
        return self._choose(token, verbs())

    def noun(self, token: int) -> Frame | None:
        """The frame a noun is used in."""
        return self._choose(token, nouns())

    def adjective(self, token: int) -> Frame | None:
        """The frame a predicative adjective is used in."""
        return self._choose(token, adjectives())

    def _choose(self, token: int, table: Mapping[str, Sequence[Frame]]) -> Frame | None:
        if token not in self._chosen:
            self._chosen[token] = None
            frames = table.get(self.parse.low_lemmas[token]) or table.get(self.parse.lowers[token], ())
            self._chosen[token] = next((f for f in frames if not f.conditions or self._suits(f, token)), None)
        return self._chosen[token]

    def _suits(self, frame: Frame, token: int) -> bool:
        return all(self._met(c, token) is not c.negated for c in frame.conditions)

    def _met(self, condition: Condition, token: int) -> bool:
        slot, grammar = condition.slot, self.grammar
        if slot.startswith("P:"):
            heads = grammar.preps(token, slot[2:])
            if slot == "P:over" and grammar.passive(token):  # "blasted by her sister over it": parsers hang it on her
                heads = (*heads, *(head for doer in self._doers(token) for head in grammar.preps(doer, "over")))
            return self._fits(condition, heads)
        if slot.startswith("prt"):
            word = slot[4:]
            beside = [*grammar.labelled(token, "prt", "advmod"), *self._stranded(token)]
            return any(not word or self.parse.lowers[k] == word for k in beside)
        if slot in self._heads:
            return self._fits(condition, self._heads[slot](token))
        if slot in {"to", "that", "ing"}:
            return self._clause(condition, token)
        if slot == "passive":
            return grammar.passive(token)
        if slot in {"mod", "kid"}:
            below = {self.parse.lowers[k] for k in grammar.kids[token]}
            return bool(condition.words & (self.modifiers(token) if slot == "mod" else below))
        kids = [*grammar.labelled(token, *_LABELS[slot]), *self._small(token, slot)]
        return any(not condition.test or self._state(k) in condition.words for k in kids)

    def _state(self, word: int) -> str:
        """The lemma of a word that says what somebody is found or left; "not-guilty" where it is denied."""
        lemma = self.parse.low_lemmas[word]
        return f"not-{lemma}" if self.grammar.has(word, "neg") else lemma

    def _doers(self, token: int) -> tuple[int, ...]:
        """Who or what does it: in the passive not its subject."""
        return self.grammar.preps(token, "by") if self.grammar.passive(token) else self.grammar.subjects(token)

    def _stranded(self, token: int) -> list[int]:
        """Prepositions whose object a passive has made its subject ("was fired upon by"), and the "out" of "out of"."""
        grammar = self.grammar
        bare = [k for k in grammar.labelled(token, "prep") if not grammar.kids[k]] if grammar.passive(token) else []
        return [*bare, *(k for k in grammar.labelled(token, "prep") if grammar.has(k, "prep"))]

    def _small(self, token: int, slot: str) -> list[int]:
        """Adjectives that the parser hangs on the object ("found him guilty")."""
        if slot != "oprd":
            return []
        return [k for head in self.grammar.objects(token) for k in self.grammar.labelled(head, "amod") if k > head]

    def _fits(self, condition: Condition, heads: Sequence[int]) -> bool:
        if condition.test == "":
            return bool(heads)
        if condition.test == "#":
            return any(self.parties.party(head) for head in heads)
        if condition.test == "~":
            return any(condition.words & self.modifiers(head) for head in heads)
        return any(lemma in condition.words for head in heads for lemma in self.grammar.lemmas(head))

    def _clause(self, condition: Condition, token: int) -> bool:
        for verb in self.grammar.complements(token):
            infinitive = self.grammar.infinitive(verb)
            if condition.slot == "ing":
                fits = self.parse.tags[verb] == "VBG"
            elif condition.slot == "to":
                fits = infinitive
            else:
                fits = not infinitive and self.parse.deps[verb] == "ccomp"
            if fits and (not condition.test or self._group(verb, condition)):
                return True
        return False

    def _group(self, verb: int, condition: Condition) -> bool:
        frame = self.verb(verb)
        return frame is not None and any(frame.action in _GROUPS[name] for name in condition.words)

    def modifiers(self, token: int) -> set[str]:
        """Lemmas of the adjectives and nouns that qualify a noun, and of the noun it completes with "of"."""
        parse = self.parse
        found = {parse.low_lemmas[k] for k in self.grammar.labelled(token, "amod", "compound", "nmod", "poss")}
        above = parse.heads[token]
        if parse.deps[token] == "pobj" and parse.lowers[above] == "of":
            found.add(parse.low_lemmas[parse.heads[above]])
        return found
