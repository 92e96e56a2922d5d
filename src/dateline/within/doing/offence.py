"""Offences: the murder that somebody is charged with is what the charge is called, and no happening beside it."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from dateline.knowledge.actions import classes
from dateline.within.doing.deed import Deed
from dateline.within.parse import Parse

_STEPS: Final = frozenset({"pobj", "pcomp", "conj", "compound", "nmod", "dobj", "amod", "appos"})
_WORDS: Final = frozenset({"with", "of", "to", "on", "for"})
_CERTAIN: Final = frozenset({"the", "this", "that", "these", "his", "her", "their", "its"})
_REGRADE: Final = frozenset({"upgrade", "raise", "elevate", "downgrade", "lower", "reduce", "change"})
_OBJECTS: Final = frozenset({"nsubjpass", "dobj"})
_OCCUR: Final = frozenset({"happen", "occur", "take", "leave"})  # "that took place", "that left two dead"
_DEEP: Final = 8  # steps from an offence to its charge: "charged with two counts of attempted second-degree murder"


class Offences:
    """Finds the offences among the deeds of one parse."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse

    def settled(self, deed: Deed) -> Deed:
        """An assault that a charge only names and nobody is said to have suffered: an offence, not a happening."""
        if deed.action != "ASSAULT" or deed.recipients or not names_offence(self._parse, deed.token):
            return deed
        return replace(
            deed, action="OTHER", mode=deed.lemma, kind="offence", reasons=(*deed.reasons, "what a charge is called")
        )


def names_offence(parse: Parse, noun: int) -> bool:
    """Say whether a noun is what somebody is charged with, tried for or convicted of: "faces manslaughter charges"."""
    if parse.pos[noun] not in {"NOUN", "PROPN"} or any(parse.lowers[kid] in _CERTAIN for kid in parse.kids[noun]):
        return False
    if any(parse.deps[kid] == "relcl" and parse.low_lemmas[kid] in _OCCUR for kid in parse.kids[noun]):
        return False  # "murder, for a killing that happened on 7 March"
    charging = classes()["accusing"]
    token = noun
    for _ in range(_DEEP):
        head = parse.heads[token]
        if head == token:
            return False
        if parse.deps[token] == "prep":
            late = parse.lowers[token] == "after" and any(parse.lowers[kid] == "fact" for kid in parse.kids[token])
            if parse.lowers[token] not in _WORDS and not late:  # "accessory after the fact to murder"
                return False
        elif parse.deps[token] not in _STEPS:
            return False
        if parse.low_lemmas[head] in charging or _regraded(parse, head):
            return True
        token = head
    return False


def _regraded(parse: Parse, verb: int) -> bool:
    """Say whether a verb makes one charge another: "the count was upgraded to murder"."""
    if parse.low_lemmas[verb] not in _REGRADE:
        return False
    charging = classes()["accusing"]
    return any(parse.deps[kid] in _OBJECTS and parse.low_lemmas[kid] in charging for kid in parse.kids[verb])
