"""How English words are written in the middle of a sentence: small, capitalised, or in a form of their own."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dateline.knowledge.persons import given_names

UNKNOWN = -1


@cache
def _table() -> tuple[dict[str, int], dict[str, str], frozenset[str]]:
    shares: dict[str, int] = {}
    forms: dict[str, str] = {}
    pairs: set[str] = set()
    for name in ("casing.tsv", "casing_own.tsv"):
        for line in (files("dateline.knowledge") / "data" / name).read_text(encoding="utf-8").splitlines():
            word, _, rest = line.partition("\t")
            if word.startswith("#") or not rest:
                continue
            share, _, form = rest.partition("\t")
            if " " in word:
                pairs.add(word)
            else:
                shares[word] = int(share)
                forms.pop(word, None)
                if form:
                    forms[word] = form
    return shares, forms, frozenset(pairs)


def share_small(word: str) -> int:
    """In how many of a hundred cases a word (given in lower case) is written small; -1 where it is not known.

    Inflected forms that the table lacks are judged by their base: "kidnappers" by "kidnapper".
    """
    shares = _table()[0]
    if (known := shares.get(word)) is not None:
        return known
    if word in given_names():
        return UNKNOWN  # James is no form of "jam"
    if "-" in word:
        return min((share_small(part) for part in word.split("-") if part), default=UNKNOWN)
    for ending, base in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word[: -len(ending)]
            found = max((shares.get(stem + tail, UNKNOWN) for tail in base), default=UNKNOWN)
            if found > 80:
                return found
    for prefix in _PREFIXES:
        if word.startswith(prefix) and shares.get(word[len(prefix) :], 0) > 80:
            return 90
    return 90 if len(word) > 6 and word.endswith(_SUFFIXES) else UNKNOWN


def counted_small(word: str) -> int:
    """As `share_small`, but -1 for every word (in lower case) that was not itself counted: surnames end as verbs do."""
    return _table()[0].get(word, UNKNOWN)


_ENDINGS = (
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ers", ("", "e", "er")),
    ("er", ("", "e")),
    ("ly", ("",)),
    ("ness", ("",)),
    ("ists", ("", "e", "y", "ist")),
)


_PREFIXES = (
    "un",
    "re",
    "counter",
    "neo",
    "ultra",
    "anti",
    "non",
    "over",
    "under",
    "sub",
    "inter",
    "pre",
    "mis",
    "super",
)
_SUFFIXES = (
    *("able", "ible", "ful", "less", "ness", "ment", "ments", "tion", "tions", "sion", "sions", "ism", "ously", "ally"),
    *("ency", "ancy", "ative", "izing", "ising", "ized", "ised", "cidal", "archic", "ship", "hood", "ibility"),
)


def joins(word: str) -> bool:
    """Say whether a word (in lower case) is small inside a name too: "of", "the", "and"."""
    return len(word) < 4 and share_small(word) > 95


def own_form(word: str) -> str | None:
    """The form of a word that is neither small nor just capitalised: NATO, McDonald."""
    return _table()[1].get(word)


def is_name(left: str, right: str) -> bool:
    """Say whether two words (in lower case) make a name together: "supreme court"."""
    return f"{left} {right}" in _table()[2]


@cache
def _listed(file: str) -> frozenset[str]:
    text = (files("dateline.knowledge") / "data" / file).read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def ends_name(word: str) -> bool:
    """Say whether a word (in lower case) is capitalised at the end of a name: "hospital", "street"."""
    return word in _listed("name_heads.txt")


def opens_name(word: str) -> bool:
    """Say whether a word (in lower case) is capitalised before a name: "president", "mark", "south"."""
    return word in _listed("name_firsts.txt")
