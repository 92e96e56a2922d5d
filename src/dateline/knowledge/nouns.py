"""Nouns that denote people, groups, organisations, places, facilities and documents (``data/nominals.tsv``)."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import msgspec

_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "wife": "wives", "thief": "thieves"}


class Noun(msgspec.Struct, frozen=True):
    """A noun and what it denotes.

    ``office`` may stand before a name, ``many`` names several by its singular, ``named`` counts only in names.
    """

    word: str
    kind: str
    gender: str
    office: bool
    many: bool
    named: bool = False
    plural: bool = False


@cache
def _nouns() -> dict[str, Noun]:
    table = (files("dateline.knowledge") / "data" / "nominals.tsv").read_text(encoding="utf-8")
    found: dict[str, Noun] = {}
    for line in table.splitlines():
        if line.startswith(("#", "noun\t")):
            continue
        word, kind, gender, marks = line.split("\t")
        found[word] = Noun(word, kind, gender, "office" in marks, "many" in marks, "named" in marks)
    for noun in list(found.values()):
        found.setdefault(plural(noun.word), msgspec.structs.replace(noun, plural=True))
    return found


def plural(word: str) -> str:
    """The regular plural, or that of the few irregular nouns among ours: `city` cities, `policeman` policemen."""
    for one, many in _IRREGULAR.items():
        if word.endswith(one):
            return word[: -len(one)] + many
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


@lru_cache(maxsize=16384)
def noun(words: str) -> Noun | None:
    """What a noun, singular or plural, denotes; a phrase that is not listed is looked up by its last word."""
    known, low = _nouns(), words.lower()
    while low:
        if low in known:
            return known[low]
        low = low.partition(" ")[2] or low.partition("-")[2]
    return None


@cache
def _body_nouns() -> dict[str, frozenset[str]]:
    table = (files("dateline.knowledge") / "data" / "body_nouns.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {noun: frozenset(words.split()) for noun, words in rows}


def goes_by(noun: str, name: str) -> bool:
    """Say whether a body of this name goes by a noun: "the army" is no club, unless these may be its initials."""
    told = _body_nouns().get(noun)
    initials = name.isupper() and noun[0].upper() in name
    return told is None or initials or not told.isdisjoint(name.lower().split())
