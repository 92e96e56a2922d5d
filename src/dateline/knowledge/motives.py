"""Why somebody was hurt, by the words of a sentence: a quarrel, a robbery, gangs; or that nobody knows."""

from __future__ import annotations

import re
from functools import cache

from dateline.knowledge.actions import rows

UNKNOWN = "unknown"
_BEFORE = (
    r"stem(?:s|med|ming) from|result(?:s|ed)? (?:of|from)|result of|after|following|followed|during|because of|over|"
    r"began (?:as|with)|started (?:as|with)|motive was|in the course of|amid"
)
_BEHIND = (
    r"led to|leading to|escalated|turned (?:violent|deadly|physical)|broke out|erupted|boiled over|ended in|spilled|"
    r"preceded|prompted|sparked|that ended"
)
_WORDS = r"(?:[\w’'-]+ ){0,3}?"
_NOT = re.compile(r"(?:\bnot|n['’]t|\bnor?|\bnever|\brather than|\bunlikely)\b[^.;]{0,40}$", re.IGNORECASE)


@cache
def _table() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for name, given, said in rows("motives.tsv"):
        nouns, phrases = (
            "|".join(re.escape(word) for word in sorted(words.split(","), key=len, reverse=True) if word)
            for words in (given, said)
        )
        told = [rf"(?<!\w)(?:{phrases})(?!\w)"] if phrases else []
        if nouns:
            told += [rf"\b(?:{_BEFORE}) {_WORDS}(?:{nouns})\b", rf"\b(?:{nouns}) {_WORDS}{_WORDS}(?:{_BEHIND})\b"]
        found.append((name, re.compile("|".join(told), re.IGNORECASE)))
    return tuple(found)


def motives(words: str) -> dict[str, str]:
    """The motives that words give, each with the words that say so; none that they rule out."""
    found = {}
    for name, pattern in _table():
        match = pattern.search(words)
        if match and (name == UNKNOWN or not _NOT.search(words[: match.start()])):
            found[name] = match.group()
    return found
