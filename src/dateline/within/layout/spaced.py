"""Full stops that a tokeniser set apart from what they shorten: `Dr . Ruiz`, `U . S .`, `Ana M . Ruiz`."""

from __future__ import annotations

import re

from dateline.knowledge.persons import is_honorific

_LETTERS = r"[A-Z](?: \. ?[A-Z]\b)+ \."
_INITIAL = r"(?<=[a-z] )[A-Z] \.(?= [A-Z][a-z])"
_SHORT = r"\b[A-Z][a-z]{1,4} \.(?= [A-Z]| ,)"
_APART = re.compile(rf"\b{_LETTERS}|\b[ap] \. m \.|{_INITIAL}|{_SHORT}")


def closed(text: str) -> str:
    """Set such stops against their words, in a copy of the same length: a parser would end a sentence there."""
    return _APART.sub(_close, text)


def _close(found: re.Match[str]) -> str:
    said = found.group()
    word = said.replace(" ", "")
    whole = word.count(".") > 1 or len(word) == 2 or is_honorific(word) or found.string.startswith(" ,", found.end())
    return word.ljust(len(said)) if whole else said
