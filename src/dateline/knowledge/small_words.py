"""Small words by what they do in a sentence."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.actions import rows


def small(kind: str) -> frozenset[str]:
    """The words of a class of ``data/small_words.tsv``."""
    return _classes()[kind]


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words.split()) for kind, words in rows("small_words.tsv")}
