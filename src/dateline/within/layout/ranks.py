"""Ranks at whose full stop parsers end a sentence ("said Sgt. | Ana Ruiz"), shown to them as ranks that they know."""

from __future__ import annotations

import re

from dateline.knowledge.persons import is_honorific
from dateline.knowledge.small_words import small

_KNOWN = {3: "Dr.", 4: "Gen."}
_LONG = "Prof."
_SHORT = re.compile(r"\b[A-Z](?:[a-z]{1,5}|[A-Z]{1,5})\.(?=\s+[A-Z])")


def ranked(text: str) -> str:
    """Write other ranks where a parser would stop, in a copy of the same length: it is for the parser alone."""
    return _SHORT.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    said = found.group()
    rank = said.capitalize()
    if rank[:-1] in small("read_ranks") or not is_honorific(rank):
        return said
    shown = _KNOWN.get(len(said), _LONG).ljust(len(said))
    return shown.upper() if said.isupper() else shown
