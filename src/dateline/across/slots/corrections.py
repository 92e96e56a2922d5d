"""Corrections: what a report says was wrong before, by itself or by its source."""

from __future__ import annotations

import re

from dateline.knowledge.rarity import news_words
from dateline.model import Reading

_SENTENCE = re.compile(r"[^.!?\n]+")
_WORD = re.compile(r"[a-z]+")
_ABOUT = {
    "quantity": frozenset({"number", "toll", "count", "figure", "many", "killed", "injured", "dead", "wounded"}),
    "quantity:age": frozenset({"age", "ages", "old"}),
    "name": frozenset({"name", "names", "spelling", "spelled", "misspelled", "surname"}),
    "when": frozenset({"day", "date", "time", "hour"}),
    "where": frozenset({"place", "address", "location", "street", "town"}),
}


def taken_back(slot: str, reading: Reading) -> bool:
    """Say whether a sentence says that the slot was wrong before ("corrected the spelling of his name")."""
    about = _ABOUT.get(slot) or _ABOUT.get(slot.partition(":")[0], frozenset())
    for sentence in _SENTENCE.findall(reading.report.text.lower()):
        words = set(_WORD.findall(sentence))
        if words & news_words("corrected") and words & about:
            return True
    return False
