"""Cue words: verbs and nouns that hand a statement, a thought or a stance to somebody, and what each takes.

Frames of verbs: ``that`` a finite clause, ``quote`` a quotation or a clause with the cue inserted or after it ("...,
he said"), ``told`` an addressee and then a clause, ``np`` a direct object that is itself the content, ``inf`` an
infinitive, ``toobj`` an object with an infinitive ("urged them to go"), ``as`` and ``pred`` an object and what it is
called, and prepositions (``about``, ``of``, ``for`` ...) whose object is the content. ``noun`` marks nouns ("the claim
that", "a statement by"), ``adjective`` adjectives after "be", ``light`` verbs that such nouns complete ("made"),
``given`` nouns whose release is a statement ("released the names of"), ``aside`` verbs of "as he put it".
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_NOT_VERBAL = ("noun", "adjective", "light", "given", "label")


@cache
def verbs() -> dict[str, dict[str, str]]:
    """Lemma -> frame -> kind; particle verbs are written with a blank ("point out")."""
    return {word: {f: k for f, k in frames.items() if f not in _NOT_VERBAL} for word, frames in _table().items()}


@cache
def nouns() -> dict[str, str]:
    """Lemma -> kind of the nouns that can be cues."""
    return {word: frames["noun"] for word, frames in _table().items() if "noun" in frames}


@cache
def adjectives() -> dict[str, str]:
    """Adjective -> kind of those that can be cues after "be": "is worried that", "was critical of"."""
    return {word: frames["adjective"] for word, frames in _table().items() if "adjective" in frames}


@cache
def given() -> frozenset[str]:
    """Nouns whose release is a statement: "released the name of the man"."""
    return frozenset(word for word, frames in _table().items() if "given" in frames)


@cache
def labels() -> frozenset[str]:
    """Words before the colon of a headline that name no speaker: "Correction", "Live"."""
    return frozenset(word for word, frames in _table().items() if "label" in frames)


@cache
def light() -> frozenset[str]:
    """Lemmas of the verbs that say nothing beside their object: "made", "issued"."""
    return frozenset(word for word, frames in _table().items() if "light" in frames)


@cache
def _table() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    lines = (files("dateline.knowledge") / "data" / "cues.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            kind, frame, words = line.split("\t")
            for word in words.split():
                found.setdefault(word.replace("_", " "), {}).setdefault(frame, kind)
    return found
