"""Speakers by the noun that names them: anonymous, collective, document ...; and the bodies that officers speak for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

_BODY = "body:"


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    lines = (files("dateline.knowledge") / "data" / "speakers.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            name, words = line.split("\t")
            found[name] = frozenset(word.replace("_", " ") for word in words.split())
    return found


def speaks_as(noun: str, name: str) -> bool:
    """Say whether a noun, in the singular and lower case, is of a class of speakers."""
    return noun in _classes()[name]


def body(words: Sequence[str]) -> str:
    """The body that these words (lower case: a title, an office, a description) make somebody speak for; or "" ."""
    pairs = {f"{a} {b}" for a, b in pairwise(words)}
    for name, members in _classes().items():
        if name.startswith(_BODY) and (members & pairs or members.intersection(words)):
            return name.removeprefix(_BODY)
    return ""
