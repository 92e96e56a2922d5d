"""Violence told of in general: what is done again and again, or by no one on no day, is no one happening."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.knowledge import numbers
from dateline.knowledge.actions import classes
from dateline.within.doing.clause import VERBAL, Grammar
from dateline.within.doing.deed import Deed

_TOLD = frozenset({"headline", "standfirst", "caption"})  # where the present tense tells of what happened once
_NARROWED = ("det", "nummod", "poss", "amod", "compound", "prep", "acl", "relcl")
_PRESENT = frozenset({"VBZ", "VBP"})


class Habits:
    """Finds the deeds of one parse that tell of no one act."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        words = classes()
        self._often, self._kinds = words["often"], words["kindly"]

    def settled(self, deed: Deed) -> Deed:
        """The deed as ``ongoing`` where its words tell of a habit or a kind of act; any other as it is."""
        if deed.action != "ASSAULT" or deed.modality != "happened" or self._parse.block_of(deed.token).kind in _TOLD:
            return deed
        verbal = self._parse.pos[deed.token] in VERBAL
        why = self._verb(deed.token) if verbal else self._noun(deed)
        return replace(deed, modality="ongoing", reasons=(*deed.reasons, why)) if why else deed

    def _verb(self, verb: int) -> str:
        """Why a verb tells of a habit; nothing where it does not, or where its sentence gives a day."""
        parse, grammar = self._parse, self._grammar
        if self._dated(verb):
            return ""
        if often := next(
            (parse.lowers[k] for k in grammar.labelled(verb, "advmod") if parse.lowers[k] in self._often), ""
        ):
            return f"“{often}”: not once"
        aux = {parse.lowers[k] for k in grammar.labelled(verb, "aux")}
        if (parse.tags[verb] in _PRESENT and not aux) or (parse.tags[verb] == "VBG" and "been" in aux):
            return "the present tense tells of no one day"
        head = parse.heads[verb]
        above = parse.heads[head]
        if parse.deps[verb] == "pcomp" and parse.lowers[head] == "by" and parse.tags[above] in _PRESENT:
            return "the present tense above tells of no one day"
        return ""

    def _noun(self, deed: Deed) -> str:
        parse, noun = self._parse, deed.token
        if parse.tags[noun] == "NNS":
            loose = not self._dated(noun) and not self._counted(noun) and not any(map(self._certain, deed.recipients))
            return f"“{parse.lowers[noun]}” without number or day" if loose else ""
        head = parse.heads[noun]
        bare = parse.tags[noun] == "NN" and parse.deps[noun] == "pobj" and not self._grammar.has(noun, *_NARROWED)
        kind = bare and parse.lowers[head] == "of" and parse.lemmas[parse.heads[head]].lower() in self._kinds
        return f"“{parse.lowers[noun]}” as a kind of act" if kind else ""

    def _counted(self, noun: int) -> bool:
        parse = self._parse
        before = [k for k in self._grammar.kids[noun] if k < noun]
        pointed = any(parse.lowers[k] in {"these", "those", "both"} for k in before)
        return pointed or any(numbers.word(parse.lowers[k]) is not None for k in before)

    def _certain(self, head: int) -> bool:
        """Say whether it was done to somebody named, or to a number of people."""
        return self._parse.pos[head] in {"PROPN", "NUM"} or self._counted(head) or self._parse.tags[head] == "NN"

    def _dated(self, token: int) -> bool:
        sentence = self._parse.sentences[self._parse.sentence_at[token]]
        return any(self._grammar.dated[sentence.first : sentence.end])
