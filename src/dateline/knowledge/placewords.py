"""Words that stand beside place names: types of place, locative prepositions, streets, sites, homes."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.places import rows_of


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one class of places_words.tsv."""
    return _table()[kind]


@cache
def _table() -> dict[str, frozenset[str]]:
    return {kind: frozenset(listed.split()) for kind, listed in rows_of("places_words.tsv")}
