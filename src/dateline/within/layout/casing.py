"""How one report writes its words: which it writes small in mid-sentence, which always with a capital."""

from __future__ import annotations

import re

_MIDDLE = re.compile(r"(?<=[a-z,;] )([A-Z][\w'’&.-]*\w)")
_SMALL = re.compile(r"\b[a-z][a-z'’-]*[a-z]\b")
_BRACKETED = re.compile(r"[(\[]([A-Z]{2,5})[)\]]")
_REACH = 70  # characters before a bracket in which the name stands that it abbreviates


class Evidence:
    """How one report writes its words; gathered when first asked, since most reports never need it."""

    __slots__ = ("_forms", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._forms: dict[str, str] | None = None

    def form(self, small: str) -> str | None:
        """How the report itself writes a word in mid-sentence (given in lower case), if it does so in one way only."""
        if self._forms is None:
            self._forms = _forms(self._text)
        return self._forms.get(small)


NOTHING = Evidence("")


def _forms(text: str) -> dict[str, str]:
    """The forms of a text's words; a text in capitals tells only its acronyms, which stand in brackets."""
    forms = {
        found[1].lower(): found[1]
        for found in _BRACKETED.finditer(text)
        if _abbreviates(found[1], text[max(0, found.start() - _REACH) : found.start()])
    }
    running = _SMALL.findall(text)
    if len(running) > 20:
        small = set(running)
        capital: dict[str, set[str]] = {}
        for word in _MIDDLE.findall(text):
            bare = word.removesuffix("'s").removesuffix("’s")
            capital.setdefault(bare.lower(), set()).add(bare)
        forms |= {word: word for word in running if word not in capital}
        forms |= {word: next(iter(ways)) for word, ways in capital.items() if word not in small and len(ways) == 1}
    return forms


def _abbreviates(word: str, before: str) -> bool:
    """Say whether the first letters of the words before a bracket hold two letters of the word in it, in order."""
    initials = iter(part[0].upper() for part in re.findall(r"\w+", before))
    return sum(letter in initials for letter in word[:2]) == 2 or (
        len(word) < 5 and bool(re.search(r"\d\W*$", before))  # an agency in a dateline: 4 FEB 90 (EFE)
    )
