"""Promises, threats, refusals and demands that lie in a verb's mood: "will meet", "must leave", "will not talk"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dateline.knowledge.actions import Frame
from dateline.model import Action
from dateline.within.doing.clause import VERBAL
from dateline.within.doing.deed import Deed, Deeds
from dateline.within.doing.frame import COOPERATIVE

_WILL = ("will", "shall", "'ll", "wo", "would")
_MUST = ("must", "should", "ought")
_THREATS = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})


class Moods:
    """Finds what a speaker commits to, or asks of another, beside what the verb itself says."""

    def __init__(self, deeds: Deeds) -> None:
        self._deeds = deeds
        self._grammar = deeds.grammar
        self._parse = deeds.grammar.parse

    def of(self, verb: int, frame: Frame | None, noun: int | None) -> Iterator[Deed]:
        """A deed at the auxiliary of a verb, where its mood makes one."""
        parse, grammar = self._parse, self._grammar
        aux = {parse.lowers[k]: k for k in grammar.labelled(verb, "aux")}
        speaker = self._speaker(verb)
        for word in _MUST:
            if word in aux and speaker:
                yield from self._demand(verb, aux[word], speaker)
                return
        if frame is None or frame.action == "OTHER" or grammar.passive(verb) or not grammar.subjects(verb):
            return
        will = next((aux[w] for w in _WILL if w in aux), None)
        if will is None or (parse.lowers[will] == "would" and not speaker) or "have" in aux:
            return
        action = self._commitment(frame, negated=grammar.has(verb, "neg"))
        if action is None:
            return
        base = self._deeds.of(noun if noun is not None else verb, frame, via=verb if noun is not None else None)
        yield self._at(base, will, action, f"“{parse.lowers[will]} {base.lemma}” is itself to {action.lower()}")

    def _commitment(self, frame: Frame, *, negated: bool) -> Action | None:
        if frame.action in COOPERATIVE:
            return "REJECT" if negated else "AGREE"
        return "THREATEN" if frame.action in _THREATS and not negated else None

    def _demand(self, verb: int, aux: int, speaker: tuple[int, ...]) -> Iterator[Deed]:
        addressed = self._grammar.subjects(verb)
        if not addressed or set(addressed) & set(speaker):
            return
        if self._deeds.parties.antecedent(addressed[0]) in speaker:
            return
        base = msgspec.structs.replace(
            self._deeds.of(verb, None), actors=speaker, recipients=addressed, kind=None, modality="happened"
        )
        yield self._at(base, aux, "REQUEST", f"“{self._parse.lowers[aux]}” in the words of another is a demand")

    def _speaker(self, verb: int) -> tuple[int, ...]:
        """The subject of the clause that reports this one, or nothing where it is not reported."""
        parse = self._parse
        while parse.deps[verb] == "conj" and parse.pos[parse.heads[verb]] in VERBAL:
            verb = parse.heads[verb]
        head = parse.heads[verb]
        if parse.deps[verb] == "ccomp" and parse.pos[head] in VERBAL:
            return self._grammar.subjects(head)
        return ()

    def _at(self, base: Deed, aux: int, action: Action, why: str) -> Deed:
        return msgspec.structs.replace(
            base,
            first=aux,
            end=aux + 1,
            token=base.token,
            action=action,
            mode=None,
            modality="happened",
            reasons=(why,),
        )
