"""How rare English words are, from a fixed table, and which words every report uses: never from the reports at hand."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

RAREST = 7.3  # what a word that the table does not have is given: rarer than once in ten million


@cache
def _table() -> dict[str, float]:
    lines = (files("dateline.knowledge") / "data" / "rarity.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {word: int(rarity) / 100 for rarity, words in rows for word in words.split()}


@cache
def _sets() -> dict[str, frozenset[str]]:
    text = (files("dateline.knowledge") / "data" / "newswords.toml").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}


def rarity(word: str) -> float:
    """Powers of ten below all words of English: "the" 1.4, a word met once in a million 6, one unheard of 7.3."""
    return _table().get(word, RAREST)


def news_words(name: str) -> frozenset[str]:
    """A set of newswords.toml: ``stock``, ``offices``, ``unnamed``, ``streets``, ``saying``. Raises KeyError."""
    return _sets()[name]
