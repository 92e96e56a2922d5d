"""Headlines without the outlet's name that pages hang on them ("... | The Daily Herald")."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from dateline.knowledge.outlets import outlets

_SEPARATOR = re.compile(r"\s+(?:[|«»–—:•·-]|::|--)\s+|\s*\|\s*")
_SITES = frozenset("|«»•·")  # what stands behind one of these is a site or its section, whatever its words
_WORD = re.compile(r"[^\W_]+")
_DOMAIN = re.compile(r"\b[\w-]+\.(?:com|org|net|tv|co|info|news)\b", re.IGNORECASE)
_CALL_SIGN = re.compile(r"^[WK][A-Z]{2,3}\b")  # of stations in North America
_LEAST = 3  # words that a headline must keep
_STEM = 4  # letters of a domain that tell it from a chance likeness


def plain_headline(headline: str, *names: str) -> str:
    """The headline without an outlet's name or motto before or behind it; empty where it is nothing else.

    ``names`` are the outlet's own and its domain.
    """
    words = " ".join(headline.split())
    cuts = [(0, 0, ""), *((m.start(), m.end(), m[0].strip()) for m in _SEPARATOR.finditer(words))]
    ends = [*(start for start, _, _ in cuts[1:]), len(words)]
    for (start, end, mark), until in zip(cuts[1:], ends[1:], strict=True):
        if _long_enough(words[:start]) and (mark in _SITES or _of_an_outlet(words[end:until], names)):
            words = words[:start]
            break
    first = _SEPARATOR.search(words)
    if first and _long_enough(words[first.end() :]) and _of_an_outlet(words[: first.start()], names, sure=True):
        words = words[first.end() :]
    words = words.strip(" |«»–—:-")
    return "" if _of_an_outlet(words, names, sure=True) and not _SEPARATOR.search(words) else words


def shortened(words: str, most: int) -> str:
    """Words cut at a word, so that with the mark of the cut they are at most ``most`` characters long."""
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0].rstrip(",;:–—- ") + "…"


def _long_enough(words: str) -> bool:
    return len(_WORD.findall(words)) >= _LEAST


def _of_an_outlet(part: str, names: tuple[str, ...], *, sure: bool = False) -> bool:
    """Say whether a part of a headline is an outlet's name: a known one, the report's own, or made of such words."""
    words = _WORD.findall(part)
    if not words:
        return False
    folded = "".join(words).lower()
    for name in names:
        stem = "".join(_WORD.findall(name.lower().removeprefix("www.").split(".")[0]))
        if len(stem) >= _STEM and (_holds(folded, stem, whole=sure) or _holds(stem, folded, whole=False)):
            return True
    if outlets().named(part) or _DOMAIN.search(part) or _CALL_SIGN.match(part):
        return True
    capital = all(w[0].isupper() or w[0].isdigit() or w in ("and", "of", "the") for w in words)
    return not sure and capital and any(w.lower() in _outlet_words() for w in words)


def _holds(words: str, part: str, *, whole: bool) -> bool:
    return len(part) >= _STEM and (words.startswith(part) and len(words) < 2 * len(part) if whole else part in words)


@cache
def _outlet_words() -> frozenset[str]:
    text = (files("dateline.knowledge") / "data" / "outlet_words.txt").read_text(encoding="utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())
