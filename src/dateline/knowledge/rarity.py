"""How rare English words are, from a fixed table, and which words every report uses: never from the reports at hand."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_DOUBLED = re.compile(r"(.)\1")
RARE = 5.5  # from here on a word may be a name of another script
RAREST = 7.3  # what a word that the table does not have is given: rarer than once in ten million


@cache
def _table() -> dict[str, float]:
    lines = (files("dateline.knowledge") / "data" / "rarity.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    found = {word: int(rarity) / 100 for rarity, words in rows for word in words.split()}
    for word in [word for word in found if found[word] > RARE and _DOUBLED.search(word)]:
        found.setdefault(single(word), found[word])
    return found


@cache
def _sets() -> dict[str, frozenset[str]]:
    text = (files("dateline.knowledge") / "data" / "newswords.toml").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}


def single(word: str) -> str:
    """A word with its doubled letters made single; where that is no other word, it is as rare as it was."""
    return _DOUBLED.sub(r"\1", word)


def rarity(word: str) -> float:
    """Powers of ten below all words of English: "the" 1.4, a word met once in a million 6, one unheard of 7.3."""
    return _table().get(word, RAREST)


def news_words(name: str) -> frozenset[str]:
    """A set of newswords.toml: ``stock``, ``offices``, ``unnamed``, ``streets``, ``saying``. Raises KeyError."""
    return _sets()[name]
