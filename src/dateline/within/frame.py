"""Which frame a verb or noun is used in, and which words fill its slots."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.knowledge.actions import Condition, Frame, Path, classes, nouns, verbs
from dateline.within.clause import NOMINAL, VERBAL, Grammar
from dateline.within.mention_index import MentionIndex

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "REJECT", "ACCUSE"})
_GROUPS = {"COOP": COOPERATIVE, "HOSTILE": HOSTILE, "MEET": frozenset({"CONSULT"}), "COERCE": frozenset({"COERCE"})}
_INNER = ("of", "by", "from", "with", "to", "against", "on", "in", "for", "between", "into", "at", "over")
_PARTIES = frozenset({"person", "organization", "group", "place"})


class Frames:
    """Chooses frames and fills slots over one parse and its mentions."""

    def __init__(self, grammar: Grammar, index: MentionIndex) -> None:
        self.grammar = grammar
        self.parse = grammar.parse
        self.index = index
        self._chosen: dict[int, Frame | None] = {}
        self._people = classes()["people"]
        self._steps: dict[str, Callable[[int], Sequence[int]]] = {
            "obj": grammar.objects,
            "subj": grammar.subjects,
            "poss": lambda token: grammar.expand(grammar.labelled(token, "poss")),
            "dative": self._dative,
            "comp": self._complement,
            "subjof": self._subject_below,
            "inner": self._inner,
            "party": self._inner,
            "mod": self._modifiers,
        }

    def verb(self, token: int) -> Frame | None:
        """The frame a verb is used in, the most exacting that fits."""
        return self._choose(token, verbs().get(self.parse.lemmas[token].lower(), ()))

    def noun(self, token: int) -> Frame | None:
        """The frame a noun is used in."""
        lemma = self.parse.lemmas[token].lower()
        return self._choose(token, nouns().get(lemma) or nouns().get(self.parse.lowers[token], ()))

    def of(self, token: int) -> Frame | None:
        """The frame of a token, whatever its part of speech."""
        return self.verb(token) if self.parse.pos[token] in VERBAL else self.noun(token)

    def _choose(self, token: int, frames: Sequence[Frame]) -> Frame | None:
        if token not in self._chosen:
            self._chosen[token] = None
            self._chosen[token] = next(
                (frame for frame in frames if all(self.holds(c, token) for c in frame.conditions)), None
            )
        return self._chosen[token]

    def holds(self, condition: Condition, token: int) -> bool:
        """Say whether one condition of a frame is met at a token."""
        return self._met(condition, token) is not condition.negated

    def _met(self, condition: Condition, token: int) -> bool:
        slot, grammar = condition.slot, self.grammar
        if slot.startswith("P:"):
            return self._fits(condition, grammar.preps(token, slot[2:]))
        if slot.startswith("prt"):
            word = slot[4:]
            return any(not word or self.parse.lowers[k] == word for k in grammar.labelled(token, "prt"))
        if slot == "obj":
            return self._fits(condition, grammar.objects(token))
        if slot == "subj":
            return self._fits(condition, grammar.subjects(token))
        if slot in {"to", "that", "ing"}:
            return self._clause(condition, token)
        if slot == "passive":
            return grammar.passive(token)
        if slot == "mod":
            return bool(condition.words & self.modifiers(token))
        labels = {"oprd": ("oprd", "dobj"), "acomp": ("acomp",), "ccomp": ("ccomp",), "adv": ("advmod",)}[slot]
        kids = grammar.labelled(token, *labels[: 1 if condition.test == "" else 2])
        return any(not condition.test or self.parse.lemmas[k].lower() in condition.words for k in kids)

    def _fits(self, condition: Condition, heads: Sequence[int]) -> bool:
        if condition.test == "":
            return bool(heads)
        if condition.test == "#":
            return any(self.party(head) for head in heads)
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
        found = {parse.lemmas[k].lower() for k in self.grammar.labelled(token, "amod", "compound", "nmod", "poss")}
        above = parse.heads[token]
        if parse.deps[token] == "pobj" and parse.lowers[above] == "of":
            found.add(parse.lemmas[parse.heads[above]].lower())
        return found

    def party(self, token: int) -> bool:
        """Say whether a phrase names somebody who acts: a person, an organisation, a group, a country."""
        parse = self.parse
        if parse.tags[token] == "PRP":
            return parse.lowers[token] not in {"it", "itself"}
        if parse.lemmas[token].lower() in self._people and parse.pos[token] != "DET":
            return True
        mention = self.index.headed(token)
        return mention is not None and mention.kind in _PARTIES

    def fill(self, paths: Sequence[Path], token: int) -> tuple[int, ...]:
        """What the first slot that is there holds, as heads of noun phrases."""
        for path in paths:
            found = [head for steps in path for head in self._walk(steps, token)]
            if found:
                return tuple(dict.fromkeys(found))
        return ()

    def _walk(self, steps: Sequence[str], token: int) -> list[int]:
        heads = [token]
        for step in steps:
            look = self._steps.get(step)
            heads = [h for head in heads for h in (look(head) if look else self._preps(head, step))]
        return heads

    def _preps(self, token: int, word: str) -> tuple[int, ...]:
        found = self.grammar.preps(token, word)
        if found or self.parse.pos[token] not in VERBAL:
            return found
        for kid in self.grammar.labelled(token, "prt", "advmod", "prep", "dobj"):
            if found := self.grammar.preps(kid, word):
                return found
        return ()

    def _dative(self, token: int) -> tuple[int, ...]:
        grammar = self.grammar
        kids = grammar.labelled(token, "dative")
        plain = [k for k in kids if self.parse.pos[k] in NOMINAL]
        return grammar.expand(plain) or grammar.preps(token, "to")

    def _complement(self, token: int, depth: int = 0) -> tuple[int, ...]:
        """The other party of what is agreed to, refused or demanded: from the clause or the noun that says what."""
        grammar = self.grammar
        for verb in grammar.complements(token):
            frame = self.verb(verb)
            if frame and depth < 3 and (found := self.fill(frame.recipients, verb)):
                return found
            if found := grammar.objects(verb) or self._nearby(verb):
                return tuple(dict.fromkeys([*found, *(i for t in found for i in self._inner(t))]))
            if depth < 3 and (found := self._complement(verb, depth + 1)):
                return found
        return ()

    def _nearby(self, verb: int) -> tuple[int, ...]:
        for word in ("with", "to", "from", "for", "in", "on", "against"):
            if found := self.grammar.preps(verb, word):
                return found
        return ()

    def _subject_below(self, token: int) -> list[int]:
        return [
            s for verb in self.grammar.complements(token) for s in self.grammar.labelled(verb, "nsubj", "nsubjpass")
        ]

    def _inner(self, token: int) -> list[int]:
        """The party inside a phrase that names none itself: whose decision, the ban on whom."""
        return [] if self.party(token) else self._inside(token, 0)

    def _inside(self, token: int, depth: int) -> list[int]:
        grammar = self.grammar
        if owners := [k for k in grammar.labelled(token, "poss") if self.party(k)]:
            return owners
        for word in _INNER:
            for head in grammar.preps(token, word):
                if self.party(head):
                    return [head]
                if depth < 3 and (found := self._inside(head, depth + 1)):
                    return found
        return list(self._modifiers(token))

    def _modifiers(self, token: int) -> tuple[int, ...]:
        """Parties that qualify a noun ("U.S. airstrike", "Japanese proposal")."""
        found = []
        for kid in self.grammar.labelled(token, "amod", "compound", "nmod"):
            mention = self.index.headed(kid) or self.index.at(kid)
            if mention and mention.kind in _PARTIES and mention.form in {"name", "role"} and self.party_end(kid, token):
                found.append(kid)
        return tuple(found)

    def party_end(self, kid: int, noun: int) -> bool:
        """Say whether a name ends before the noun, so that it is not a part of the noun's own name."""
        return not any(noun in range(*self.index.range(m)) for m in self.index.covering(kid))
