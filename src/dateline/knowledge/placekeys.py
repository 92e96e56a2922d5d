"""Keys under which spellings of one place name meet: script, case, marks, hyphens, articles, Saint, Fort and Mount."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_WORD = re.compile(r"[a-z0-9]+")
_MARKS = re.compile(r"['`\u2018\u2019\u02bb\u02bc\u02be\u02bf.]")
_SHORT = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt", "and": ""}
_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ed|er|es|et|ez|ul)[- ](?=\w{3})", re.IGNORECASE)


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """The folded form of a place name: ``Deir ez-Zor`` and ``Deir Ezzor`` give ``deirezzor``."""
    plain = name if name.isascii() else anyascii(name)
    words = _WORD.findall(_MARKS.sub("", plain).lower())
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return "".join(_SHORT.get(word, word) for word in words)


_CUT = re.compile(r"\b(St|Ste|Ft|Mt)\b\.?(?=[ -][A-Z])")
_FULL = {"St": "Saint", "Ste": "Sainte", "Ft": "Fort", "Mt": "Mount"}


def spelled_out(name: str) -> str:
    """A place name with its first word written out: ``St. Louis`` and ``Saint Louis`` are shown as one."""
    return _CUT.sub(lambda found: _FULL[found[1]], name)


def bare(name: str) -> str:
    """The name without a leading Arabic article (``al-Hasakah`` gives ``Hasakah``), or the name as it is."""
    plain = name if name.isascii() else anyascii(name)
    return _ARTICLE.sub("", plain, count=1) if _ARTICLE.match(plain) else name


SOUND = "~"  # marks a key that is a consonant skeleton, so that no name can equal it
_MERGED = ((re.compile(r"kh|q|ck|g(?=h)"), "k"), (re.compile(r"ph"), "f"), (re.compile(r"(?<=[tdgk])h"), ""))
_VOWELS = re.compile(r"(?<=.)[aeiouywv]+|h$")
_TWICE = re.compile(r"(.)\1+")


def sound(folded: str) -> str:
    """The consonants that romanisations of one name share: ``maiwand`` and ``maywand``, ``qalat`` and ``kalat``."""
    for pattern, letter in _MERGED:
        folded = pattern.sub(letter, folded)
    return _TWICE.sub(r"\1", _VOWELS.sub("", folded))
