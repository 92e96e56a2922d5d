"""Which words tell of the same kind of happening, and what kind of kind it is."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

Family = Literal["harm", "after", "say", "base", "light"]

_ENDINGS = ("ations", "ation", "ings", "ing", "ions", "ion", "ments", "ment", "ers", "er", "ors", "or", "ies", "ied")
_SHORT = ("es", "ed", "s", "e", "y")


@cache
def _table() -> tuple[dict[str, str], dict[str, Family]]:
    acts: dict[str, str] = {}
    families: dict[str, Family] = {}
    for line in (files("dateline.knowledge") / "data" / "acts.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        act, family, words = line.split("\t")
        families[act] = family  # type: ignore[assignment]
        for word in words.split():
            acts.setdefault(word, act)
    return acts, families


@cache
def act(lemma: str) -> str:
    """The kind of happening that a lemma tells of: an act of acts.tsv, else its stem ("acquisition": "acquir")."""
    acts, _ = _table()
    word = lemma.lower()
    return acts.get(word) or acts.get(stem(word)) or stem(word)


def family(name: str) -> Family:
    """What kind of act it is: ``base`` for every act that the table does not name."""
    return _table()[1].get(name, "base")


@cache
def stem(word: str) -> str:
    """The word without its ending, so that verb and noun of one happening meet; at least three letters stay."""
    for ending in (*_ENDINGS, *_SHORT):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def known(name: str) -> bool:
    """Say whether an act is one of the table, not merely the stem of a word."""
    return name in _table()[1]


@cache
def _listed(name: str) -> frozenset[str]:
    text = (files("dateline.knowledge") / "data" / name).read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def is_personal(name: str) -> bool:
    """Say whether an act is done to one person at a time: of two people hired there were two hirings."""
    return name in _listed("personal.txt")


def is_stage(name: str) -> bool:
    """Say whether an act is a stage of an encounter: who visits arrives, is received, talks, agrees and pledges."""
    return name in _listed("stages.txt")


def is_decision(name: str) -> bool:
    """Say whether an act is what somebody decides about a happening or after it, and news by itself: a place closed."""
    return name in _listed("decisions.txt")


def is_answer(lemma: str) -> bool:
    """Say whether a verb tells of what somebody says or asks in answer to a happening: rejected, condemned, claimed."""
    return lemma.lower() in _listed("answers.txt")


def is_avowal(lemma: str) -> bool:
    """Say whether a verb tells that somebody owns up to harm or says that he did none: admitted, denied."""
    return lemma.lower() in _listed("avowals.txt")


def of_warrant(lemma: str) -> bool:
    """Say whether a word that tells of an arrest tells of the warrant for it: issued, signed."""
    return lemma in _listed("warrants.txt")


def of_trial(lemma: str) -> bool:
    """Say whether a verb that tells of an accusation tells of what a court does with it: "stand trial"."""
    return lemma in _listed("tried.txt")
