"""What a report was written to tell against what it recalls."""

from __future__ import annotations

from dateline.knowledge import cues
from dateline.knowledge.actions import classes
from dateline.knowledge.small_words import small
from dateline.within.doing.clause import VERBAL, Grammar
from dateline.within.doing.deed import Deed

_LEAD = {"headline": 1.0, "standfirst": 0.95}
_STEP = 0.06  # what each sentence further down costs
_LEAST = 0.15
_CAPTION = 3  # sentences that a caption stands behind the text beside it: pictures stand above the lead
# How much of a sentence's weight its clauses carry; tried one weight for all: a lead's asides became main events.
_CLAUSE = {"relcl": 0.7, "acl": 0.75, "advcl": 0.85, "pcomp": 0.75, "amod": 0.4, "compound": 0.5, "nmod": 0.5}
_OUTCOME = 0.9  # "during a search freeing two": what came of it hangs on the search
_NOUN = {"dobj": 0.8, "nsubj": 0.8, "nsubjpass": 0.85, "pobj": 0.6, "poss": 0.5, "ROOT": 0.9}
_ANNOUNCE = small("announce")  # "confirmed the arrest of" tells it as much as a verb would
_CLASS = {"statement": 0.5, "operation": 0.6, "attempt": 0.7, "job": 0.5, "change": 0.6}
_USUAL = 0.5  # what somebody does as a rule: "the leader distributes weapons"
_MERE = frozenset({"casualty"})
_ANY = 0.6  # happenings of a kind, none of them meant: "he planned attacks"
_BEHIND = 0.5  # what the one spoken of is known for: "responsible for an attack on Friday"
_KNOWN_FOR = small("known_for")
_TIED = small("tied")  # where they say who somebody is: "a smith involved in the raid"
_PRESENT = frozenset({"VBZ", "VBP"})
_HELD = {"say", "think"}  # what is said and thought now is news now
_LOOSE = frozenset({"acl", "relcl"})
_TOLD = frozenset({"VBD", "MD"})
_FIXED = frozenset({"det", "nummod", "poss", "predet"})
_MOOD = {"hypothetical": 0.5, "possible": 0.8, "planned": 0.85, "denied": 0.85}


class Weights:
    """Weighs the claims of one report by where and how they are told."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._raids = classes()["undertaking"]
        self._finding = classes()["finding"]
        parse = grammar.parse
        self._rank: dict[int, int] = {}
        body = 0
        for number, sentence in enumerate(parse.sentences):
            kind = parse.blocks[sentence.block].kind
            if kind in {"body", "caption"}:
                self._rank[number] = body + (_CAPTION if kind == "caption" else 0)
                body += kind == "body"

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
            if any(parse.lowers[k] == "had" for k in self._grammar.labelled(token, "aux")) and not self._shifted(token):
                weight *= 0.5
        elif deed.kind == "death" and parse.deps[token] == "amod":
            weight *= _NOUN["dobj"]  # "found a dead man" tells as much as "found a man dead"
        elif deed.via is None:
            announced = parse.deps[token] == "dobj" and parse.lemmas[parse.heads[token]] in _ANNOUNCE
            weight *= 1.0 if announced else _NOUN.get(parse.deps[token], _CLAUSE.get(parse.deps[token], 0.7))
            weight *= self._particular(token)
            if deed.lemma in _MERE and not deed.recipients and not self._grammar.has(token, "nummod", "det"):
                weight *= _USUAL  # "a casualty of the force" is somebody; "Casualty" in a heading is nobody yet
        else:
            weight *= self._clause(deed.via)
        if self._usual(token):
            weight *= _USUAL
        if deed.action == "OTHER":
            weight *= _CLASS.get(deed.kind or "", 0.8 if deed.kind is None else 1.0)
        return round(weight * _MOOD.get(deed.modality, 1.0), 3)

    def _clause(self, verb: int) -> float:
        parse = self._grammar.parse
        weight = 1.0
        for _ in range(4):
            if parse.deps[verb] in _LOOSE and parse.tags[verb] == "VBD" and self._alone(verb):
                break  # "Today, in Ost, a patrol freed two boys": a parser that takes the day for the whole of it
            head = parse.heads[verb]
            came = parse.deps[verb] == "acl" and parse.tags[verb] == "VBG" and parse.low_lemmas[head] in self._raids
            weight *= _OUTCOME if came else _CLAUSE.get(parse.deps[verb], 1.0)
            if parse.deps[verb] in {"ROOT", "ccomp"} or head == verb or parse.pos[head] not in VERBAL:
                break
            verb = head
        return weight

    def _shifted(self, verb: int) -> bool:
        """Say whether "had" only follows a verb of the past: "confirmed that four men had died"."""
        parse, whole = self._grammar.parse, verb
        if parse.deps[verb] == "conj" and parse.deps[parse.heads[verb]] == "ccomp":
            whole = parse.heads[verb]  # "said that six died and that 20 had been hurt"
        up = parse.heads[whole]
        if parse.deps[whole] == "ccomp":
            past = parse.tags[up] == "VBD" or (parse.tags[up] == "VBG" and parse.tags[parse.heads[up]] == "VBD")
            told = past and cues.verbs().get(parse.lemmas[up], {}).get("that") in _HELD
            whom = self._grammar.labelled(verb, "nsubj", "nsubjpass", "dobj")
            return told and any(parse.tags[k] == "NNS" for k in whom)
        found = parse.deps[up] == "dobj" and parse.low_lemmas[parse.heads[up]] in self._finding
        return parse.deps[verb] == "relcl" and found and parse.tags[up] == "NNS"

    def _alone(self, verb: int) -> bool:
        """Say whether a sentence that is taken for a mere noun phrase has this verb for its own."""
        parse = self._grammar.parse
        root = next((t for t in parse.above(verb) if parse.heads[t] == t), verb)
        return parse.pos[root] not in VERBAL and not any(parse.pos[k] in VERBAL for k in parse.kids[root])

    def _usual(self, token: int) -> bool:
        """Say whether a word of the body stands in the plain present: what is done as a rule, not what happened."""
        parse = self._grammar.parse
        if parse.block_of(token).kind not in {"body", "caption"}:
            return False
        for verb in (token, *parse.above(token)):
            if any(parse.pos[kid] == "AUX" for kid in parse.kids[verb]) or parse.tags[verb] in _TOLD:
                return False
            if parse.tags[verb] in _PRESENT:
                return cues.verbs().get(parse.lemmas[verb], {}).get("that") not in _HELD
        return False

    def _particular(self, noun: int) -> float:
        """What a noun of happening loses where none in particular is meant, or where it is somebody's past."""
        parse, weight = self._grammar.parse, 1.0
        if parse.tags[noun] == "NNS" and not self._grammar.has(noun, *_FIXED):
            weight *= _ANY
        for above in parse.above(noun):
            if parse.lowers[above] in _KNOWN_FOR or (parse.lowers[above] in _TIED and parse.deps[above] == "acl"):
                return weight * _BEHIND
        return weight
