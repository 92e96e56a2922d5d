"""Nouns that stand for the same people or things in reports of one happening: a driver is a motorist."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files


@cache
def _table() -> dict[str, str]:
    text = (files("dateline.knowledge") / "data" / "bearer_words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {word: first for first, others in rows for word in (first, *others.split())}


@lru_cache(maxsize=8192)
def common_noun(word: str) -> str:
    """The noun that a head word counts as, in the singular."""
    lower = word.lower()
    known = _table()
    if lower in known:
        return known[lower]
    one = singular(lower)
    return known.get(one, one)


def singular(word: str) -> str:
    """A plural noun's singular by its ending, irregular ones of people among them."""
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word
