"""How one report writes its words: which it writes small in mid-sentence, which always with a capital."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.knowledge.casing import joins

_MIDDLE = re.compile(r"(?<=[a-z,;] )([A-Z][\w'’&.-]*\w)")
_SMALL = re.compile(r"\b[a-z][a-z'’-]*[a-z]\b")
_BRACKETED = re.compile(r"[(\[]([A-Z]{2,7})[)\]]")
_SPELT_OUT = re.compile(r"\b([A-Z]{2,7})\s{1,3}[(\[]([A-Z][A-Z'\s-]{5,80})[)\]]")
_WORD = re.compile(r"[A-Z](?:[A-Z'-]*[A-Z])?")
_REACH = 70  # characters before a bracket in which the name stands that it abbreviates
_ALIKE = 0.6  # of the letters of an abbreviation: another language's stand in another order, and one may be lacking


class Evidence:
    """How one report writes its words; gathered when first asked, since most reports never need it."""

    __slots__ = ("_forms", "_names", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._forms: dict[str, str] | None = None
        self._names: dict[str, list[tuple[str, ...]]] | None = None

    def form(self, small: str) -> str | None:
        """How the report itself writes a word in mid-sentence (given in lower case), if it does so in one way only."""
        if self._forms is None:
            self._forms = _forms(self._text)
        return self._forms.get(small)

    def named(self, words: Sequence[str], at: int) -> int:
        """How many of ``words`` (in lower case) from ``at`` on are a name that the report abbreviates; 0 where none."""
        if self._names is None:
            self._names = {}
            for name in _names(self._text):
                self._names.setdefault(name[0], []).append(name)
        found = (len(name) for name in self._names.get(words[at], ()) if tuple(words[at : at + len(name)]) == name)
        return max(found, default=0)


NOTHING = Evidence("")


def _forms(text: str) -> dict[str, str]:
    """The forms of a text's words; a text in capitals tells only its acronyms, which stand in or before brackets."""
    forms = {
        found[1].lower(): found[1]
        for found in _BRACKETED.finditer(text)
        if _before(found[1], text[max(0, found.start() - _REACH) : found.start()])
        or (len(found[1]) < 5 and _DAY.search(text[: found.start()]))
    }
    forms |= {found[1].lower(): found[1] for found in _SPELT_OUT.finditer(text) if _inside(found[1], found[2])}
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


_DAY = re.compile(r"\d\W*$")  # before an agency in a dateline: 4 FEB 90 (EFE)


def _names(text: str) -> Iterator[tuple[str, ...]]:
    """The names that a text in capitals abbreviates, word by word, in lower case: RURAL OAK PARTY [ROP], ROP [...]."""
    if not text.isupper():
        return
    for found in _BRACKETED.finditer(text):
        if name := _before(found[1], text[max(0, found.start() - _REACH) : found.start()]):
            yield name
    for found in _SPELT_OUT.finditer(text):
        if name := _inside(found[1], found[2]):
            yield name


def _before(letters: str, before: str) -> tuple[str, ...]:
    """The last words before a bracket that the letters in it abbreviate: the fewest that share most letters with it."""
    words = [word.lower() for word in _WORD.findall(before)]
    best, shared = (), _ALIKE * len(letters) - 0.01
    for first in range(len(words) - 1, max(-1, len(words) - len(letters) - 4), -1):
        now = _shared(letters, words[first:])
        if not joins(words[first]) and now > shared:
            best, shared = tuple(words[first:]), now
    return best if len(best) > 1 else ()


def _inside(letters: str, inside: str) -> tuple[str, ...]:
    """The words of a bracket that the letters before it abbreviate."""
    words = tuple(word.lower() for word in _WORD.findall(inside))
    return words if len(words) > 1 and _shared(letters, words) >= _ALIKE * len(letters) else ()


def _shared(letters: str, words: Sequence[str]) -> int:
    """How many letters of an abbreviation are first letters of words, in whatever order: of another language's name."""
    initials = Counter(word[0].upper() for word in words if not joins(word))
    return (initials & Counter(letters)).total()
