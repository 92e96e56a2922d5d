"""Violence told of in general: what is done again and again, or by no one on no day, is no one happening."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.knowledge import numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.small_words import small
from dateline.within.doing.clause import VERBAL, Grammar
from dateline.within.doing.deed import Deed

_TOLD = frozenset({"headline", "standfirst", "caption"})  # where the present tense tells of what happened once
_NARROWED = ("det", "nummod", "poss", "amod", "compound", "prep", "acl", "relcl")
_PRESENT = frozenset({"VBZ", "VBP"})
_PART = frozenset({"VBN", "VBD"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_AIMS = small("aims")
MANY = 1000


class Habits:
    """Finds the deeds of one parse that tell of no one act."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        words = classes()
        self._often, self._kinds, self._spans = words["often"], words["kindly"], words["span"]
        self._others = words["other"]

    def settled(self, deed: Deed) -> Deed:
        """The deed as ``ongoing`` where its words tell of a habit or a kind of act; any other as it is."""
        if (
            (deed.action != "ASSAULT" and deed.mode != "arrest")
            or deed.modality != "happened"
            or self._parse.block_of(deed.token).kind in _TOLD
        ):
            return deed
        verbal = self._parse.pos[deed.token] in VERBAL
        why = self._verb(deed.token) if verbal else self._noun(deed)
        why = why or self._perfect(deed)
        return replace(deed, modality="ongoing", reasons=(*deed.reasons, why)) if why else deed

    def other(self, token: int) -> bool:
        """Say whether a noun is told apart from what is told beside it: "a previous arrest", not "the earlier raid"."""
        if self._parse.pos[token] in VERBAL:
            return False
        before = {self._parse.lowers[k] for k in self._grammar.kids[token] if k < token}
        return bool(before & self._others) and not before & {"the", "this", "that"}

    def _verb(self, verb: int) -> str:
        """Why a verb tells of a habit; nothing where it does not, or where its sentence gives a day."""
        parse, grammar = self._parse, self._grammar
        if self._dated(verb):
            return ""
        steps = (verb, parse.heads[verb]) if parse.deps[verb] in {"xcomp", "advcl", "ccomp"} else (verb,)
        beside = (parse.lowers[k] for step in steps for k in grammar.labelled(step, "advmod"))
        if often := next((word for word in beside if word in self._often), ""):
            return f"“{often}”: not once"
        head = parse.heads[verb]
        if self._continued(verb):
            return "it continues"
        aux = {parse.lowers[k] for k in grammar.labelled(verb, "aux")}
        if (parse.tags[verb] in _PRESENT and not aux) or (parse.tags[verb] == "VBG" and "been" in aux):
            return "the present tense tells of no one day"
        if parse.deps[verb] == "amod" and parse.tags[head] == "NNS" and not self._picked(head):
            return "what many had done to them"
        above = parse.heads[head]
        if self._pursued(verb):
            return "what somebody is known for doing"
        if parse.deps[verb] == "pcomp" and parse.lowers[head] == "by" and parse.tags[above] in _PRESENT:
            return "the present tense above tells of no one day"
        return ""

    def _continued(self, verb: int) -> bool:
        """Say whether somebody is told of who goes on with it now, however the parser hangs "continue"."""
        parse = self._parse
        above = [parse.heads[verb]] if parse.deps[verb] == "xcomp" else []
        above += self._grammar.labelled(verb, "aux") if parse.tags[verb] == "VBG" else []
        return any(parse.low_lemmas[k] == "continue" and parse.tags[k] in _PRESENT for k in above)

    def _pursued(self, verb: int) -> bool:
        """Say whether a gerund with a bare plural only says what somebody does: "his link to placing bombs"."""
        parse, grammar = self._parse, self._grammar
        first = verb
        while parse.deps[first] == "conj" and parse.tags[parse.heads[first]] == "VBG":
            first = parse.heads[first]
        noun = parse.heads[parse.heads[first]]
        if parse.tags[verb] != "VBG" or parse.deps[first] != "pcomp" or parse.pos[noun] not in {"NOUN", "ADJ"}:
            return False
        objects = grammar.labelled(verb, "dobj")
        return bool(objects) and not any(map(self._definite, objects))

    def _perfect(self, deed: Deed) -> str:
        """Why the perfect tense tells of more than one act: it counts over a time, or of no number on no day."""
        parse, grammar = self._parse, self._grammar
        verb = deed.token if deed.via is None else deed.via
        if not {parse.lowers[k] for k in grammar.labelled(self._helped(verb), "aux")} & {"has", "have"}:
            return ""
        preps = [k for t in (verb, *grammar.labelled(verb, "conj")) for k in grammar.labelled(t, "prep", "mark")]
        if any(parse.lowers[k] == "since" for k in preps):
            if deed.mode == "abduct" and deed.lemma == "hold":
                return ""  # who is held since May was taken once
            return "“since” counts over a time"
        over = [k for k in preps if parse.lowers[k] in {"over", "during", "in", "for"}]
        spans = [t for k in over for t in grammar.labelled(k, "pobj")]
        long = any(parse.tags[t] == "NNS" and parse.low_lemmas[t] in self._spans for t in spans)
        if long or any(map(self._thousands, deed.recipients)):
            return "it counts over a time"
        lead = next((n for n, s in enumerate(parse.sentences) if parse.blocks[s.block].kind == "body"), None)
        if parse.sentence_at[verb] == lead or self._dated(verb) or not deed.recipients:
            return ""
        return "" if any(map(self._definite, deed.recipients)) else "the perfect tense, of no number on no day"

    def _helped(self, verb: int) -> int:
        """The verb of a row that carries its auxiliary: "have searched and burnt"."""
        parse, grammar = self._parse, self._grammar
        while parse.deps[verb] == "conj" and not grammar.has(verb, "aux", "nsubj", "nsubjpass", "auxpass"):
            if parse.pos[parse.heads[verb]] not in VERBAL or parse.tags[verb] not in _PART:
                break
            verb = parse.heads[verb]
        return verb

    def _definite(self, head: int) -> bool:
        """Say whether a phrase means certain people or things: no bare plural, no "many"."""
        parse = self._parse
        if parse.lowers[head] == "number" and self._grammar.preps(head, "of"):
            return False
        before = {parse.lowers[k] for k in self._grammar.kids[head] if k < head}
        numbered = any(parse.tags[k] == "CD" for k in self._grammar.kids[head])
        return parse.tags[head] != "NNS" or numbered or bool(before & {"the", "his", "her", "their", "its", "these"})

    def _picked(self, head: int) -> bool:
        """Say whether so many or those told of are meant: not "their murdered mayors"."""
        before = {self._parse.lowers[k] for k in self._grammar.labelled(head, "det")}
        return self._grammar.has(head, "nummod") or bool(before & {"the", "these", "those"})

    def _thousands(self, head: int) -> bool:
        """Say whether so many are meant that no one act can have hit them: "4,000 men", "thousands of casualties"."""
        parse = self._parse
        words = [head, *(k for k in self._grammar.kids[head] if parse.tags[k] == "CD")]
        if parse.deps[head] == "pobj" and parse.lowers[parse.heads[head]] == "of":
            words.append(parse.heads[parse.heads[head]])
        return any((bounds[0] or 0) >= MANY for k in words if (bounds := numbers.word(parse.lowers[k])))

    def _noun(self, deed: Deed) -> str:
        parse, noun = self._parse, deed.token
        many = deed.recipients if deed.lemma != "casualty" else (*deed.recipients, noun)
        if any(map(self._thousands, many)):
            return "so many no one act can have hit"
        if parse.tags[noun] == "NNS":
            certain = self._counted(noun) or any(map(self._certain, deed.recipients)) or self._told_of(deed)
            loose = not certain and not self._dated_by(noun)
            return f"“{parse.lowers[noun]}” without number or day" if loose else ""
        head = parse.heads[noun]
        if parse.deps[noun] == "nsubj" and parse.tags[head] in _PRESENT and parse.low_lemmas[head] == "continue":
            return "it continues"
        bare = parse.tags[noun] == "NN" and parse.deps[noun] == "pobj" and not self._grammar.has(noun, *_NARROWED)
        kind = bare and parse.lowers[head] == "of" and parse.low_lemmas[parse.heads[head]] in self._kinds
        return f"“{parse.lowers[noun]}” as a kind of act" if kind else ""

    def _told_of(self, deed: Deed) -> bool:
        """Say whether "the attacks" are those told of: others are said to have made them ("blamed the attacks on")."""
        kids = self._grammar.kids[deed.token]
        before = {self._parse.lowers[k] for k in kids if k < deed.token}
        told = bool(deed.actors) and not any(k in deed.actors for k in kids)
        parse = self._parse
        aimed = parse.deps[deed.token] == "pobj" and parse.low_lemmas[parse.heads[parse.heads[deed.token]]] in _AIMS
        return (told and "the" in before) or (before == {"the"} and aimed and bool(deed.recipients))

    def _counted(self, noun: int) -> bool:
        parse = self._parse
        before = [k for k in self._grammar.kids[noun] if k < noun]
        pointed = any(parse.lowers[k] in {"these", "those", "both"} for k in before)
        return pointed or any(parse.tags[k] == "CD" or parse.lowers[k] == "several" for k in before)

    def _certain(self, head: int) -> bool:
        """Say whether it was done to somebody named, or to a number of people."""
        return self._parse.pos[head] in {"PROPN", "NUM"} or self._counted(head) or self._parse.tags[head] == "NN"

    def _dated(self, token: int) -> bool:
        sentence = self._parse.sentences[self._parse.sentence_at[token]]
        return any(self._grammar.dated[sentence.first : sentence.end])

    def _dated_by(self, noun: int) -> bool:
        """Say whether the clause that a noun stands in gives a day."""
        parse = self._parse
        finite = (t for t in parse.above(noun) if parse.tags[t] in _FINITE or self._grammar.has(t, "aux", "auxpass"))
        clause = next(finite, None)
        if clause is None:
            return self._dated(noun)
        first, end = parse.edges(clause)
        return any(self._grammar.dated[first:end])
