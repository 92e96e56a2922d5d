"""How somebody came to be hurt, by the words of a sentence: accident, suicide, crime."""

from __future__ import annotations

import re
from functools import cache

from dateline.knowledge.actions import rows

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@cache
def _table() -> dict[str, str]:
    return {word: name for name, words in rows("manners.tsv") for word in words.split(",")}


def manners(words: str) -> frozenset[str]:
    """The manners that words name; none where they name none."""
    return frozenset(found for word in _WORD.findall(words.lower()) if (found := _table().get(word)))


@cache
def _leaving() -> re.Pattern[str]:
    any_word = r"(?:[\w.’']+ ){1,3}?"
    words = {
        row[0]: "|".join(re.escape(phrase).replace(r"\*\ ", any_word) for phrase in row[1].split(","))
        for row in rows("manners.tsv")
    }
    return re.compile(rf"\b(?:(?P<own>{words['own']})|(?P<forced>{words['forced']}))\b", re.IGNORECASE)


def removes(lemma: str) -> bool:
    """Say whether a verb is one for taking an office from somebody."""
    return _table().get(lemma) == "removal"


@cache
def _bombs() -> re.Pattern[str]:
    words = {row[0]: "|".join(map(re.escape, row[1].split(","))) for row in rows("manners.tsv")}
    return re.compile(rf"\b(?:(?P<bomber>{words['bomber']})|(?P<laid>{words['laid']}))\b", re.IGNORECASE)


def bomb(words: str) -> str:
    """Whether a bomb was set off by a ``bomber`` who died of it, or ``laid`` beforehand; empty where words say neither
    or both."""
    found = {match.lastgroup or "" for match in _bombs().finditer(words)}
    return found.pop() if len(found) == 1 else ""


def leaving(words: str) -> str:
    """Whether who left an office was ``forced`` to, or did so of their ``own`` will; empty where words say neither."""
    found = _leaving().search(words)
    return (found.lastgroup or "") if found else ""
