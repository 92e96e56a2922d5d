"""Marks that a tokeniser set apart from their words: `Dr . Ruiz`, `U . S .`, `May 4 , 2012 6 : 30 pm`."""

from __future__ import annotations

import re

from dateline.knowledge.persons import is_honorific

_LETTERS = r"[A-Z](?: \. ?[A-Z]\b)+ \."
_INITIAL = r"(?<=[a-z] )[A-Z] \.(?= [A-Z][a-z])"
_SHORT = r"\b[A-Z][a-z]{1,4} \.(?= [A-Z]| ,)"
_SPACED = re.compile(r" [,:/] \S")
_APART = re.compile(rf"\b{_LETTERS}|\b[ap] \. m \.|\b[AP] \. M \.|{_INITIAL}|{_SHORT}")
_FIGURES = re.compile(
    r"\b\d{1,4}(?: ([/:]) \d{1,2})(?: \1 \d{1,4})?\b|(?<=[A-Za-z]) [.,](?= [\dA-Z])|(?<=\d|[dht]) ,(?= \d)"
)


def dated(text: str) -> str:
    """Set commas, colons and strokes against the figures of days and hours as well, in a copy of the same length."""
    return _FIGURES.sub(_shut, closed(text)) if _SPACED.search(text) else text


def _shut(found: re.Match[str]) -> str:
    return found.group().replace(" ", "").ljust(len(found.group()))


def closed(text: str) -> str:
    """Set such stops against their words, in a copy of the same length: a parser would end a sentence there."""
    return _APART.sub(_close, text)


def _close(found: re.Match[str]) -> str:
    said = found.group()
    word = said.replace(" ", "")
    whole = word.count(".") > 1 or len(word) == 2 or is_honorific(word) or found.string.startswith(" ,", found.end())
    return word.ljust(len(said)) if whole else said
