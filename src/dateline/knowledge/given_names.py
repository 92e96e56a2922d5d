"""Given names and which spellings are one name: Hussein and Houcine are, Hassan and Hussein are not."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from dateline.knowledge.name_tables import pairs, rows
from dateline.knowledge.romanise import latin
from dateline.knowledge.sounds import near, skeleton

TABLES = ("given_arabic.tsv", "given_slavic.tsv", "given_western.tsv")
EQUAL = 0.005  # two spellings as near as that are equally near
NEAR = 0.86  # an unlisted spelling belongs to a name from here on; at .75 Maher fell to Mahmoud


@lru_cache(maxsize=1)
def _spellings() -> dict[str, frozenset[str]]:
    """Spelling -> the names it may be; a name is called by gender, first spelling, table and row."""
    found: dict[str, set[str]] = defaultdict(set)
    for table in TABLES:
        for number, (gender, written, listed, *_) in enumerate(rows(table)):
            spelled = [fold(word) for word in listed.split()]
            name = f"{gender}:{spelled[0]}:{table}:{number}"
            for word in spelled:
                found[word].add(name)
            for form in written.split(","):
                found[script_fold(form)].add(name)
    return {word: frozenset(names) for word, names in found.items() if word}


def fold(word: str) -> str:
    """A spelling as it is looked up: lower-case Latin letters only."""
    if word.isascii() and word.isalpha():
        return word.lower()
    return re.sub(r"[^a-z]", "", latin(word))


def script_fold(word: str) -> str:
    """A written form of another script as it is looked up: alif, ya and ta marbuta in one form each."""
    plain = re.sub(r"[\s\u200c]+", "", word).translate(str.maketrans("أإآىيکةۀ", "اااییكهه"))
    return re.sub(r"[\u064b-\u065f]", "", plain).casefold()


@lru_cache(maxsize=1)
def _shelves() -> dict[str, tuple[str, ...]]:
    shelves: dict[str, list[str]] = defaultdict(list)
    for word in sorted(_spellings()):
        if word.isascii():
            shelves[skeleton(word)].append(word)
    return {key: tuple(words) for key, words in shelves.items()}


@lru_cache(maxsize=1)
def _short() -> dict[str, frozenset[str]]:
    return {short: frozenset(full.split()) for short, full in pairs("nicknames.tsv")}


@lru_cache(maxsize=32768)
def names_of(word: str) -> frozenset[str]:
    """The given names that a spelling stands for: as listed, else those that sound nearest to it, else none."""
    if listed := known(word):
        return listed
    folded = fold(word)
    shelf = _shelves().get(skeleton(folded), ()) if len(folded) > 2 else ()
    scores = {other: near(folded, other, NEAR - EQUAL) for other in shelf}
    best = max(scores.values(), default=0.0)
    if best < NEAR:
        return frozenset()
    return frozenset(name for other, score in scores.items() if score >= best - EQUAL for name in _spellings()[other])


def known(word: str) -> frozenset[str]:
    """The given names of a listed spelling; none where it is not listed."""
    return _spellings().get(fold(word)) or _spellings().get(script_fold(word)) or frozenset()


@lru_cache(maxsize=8192)
def full_names(short: str) -> frozenset[str]:
    """The given names that a short form stands for (Bill: William), its own name not among them."""
    return frozenset(name for full in _short().get(fold(short), ()) for name in known(full))


def gender(word: str) -> str | None:
    """``m`` or ``f`` where every name of that spelling is of one gender, else None."""
    found = {name[0] for name in known(word) or full_names(word)}
    return found.pop() if len(found) == 1 and found <= {"m", "f"} else None
