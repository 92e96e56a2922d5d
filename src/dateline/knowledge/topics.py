"""What an event is about and what sort of actor takes part, in PLOVER's contexts and sectors; states by COW number.

The vocabularies are those of openeventdata/PLOVER (manual of 2021), the numbers those of the Correlates of War
project's list of states; the words that speak for each (``data/contexts.tsv``, ``data/sectors.tsv``) are ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[a-z][a-z0-9'’-]*")


def _lines(name: str) -> list[list[str]]:
    text = (files("dateline.knowledge") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _phrases(name: str) -> dict[str, tuple[int, str]]:
    """Phrase -> the place of its row in the table, and what the row speaks for."""
    rows = enumerate(_lines(name))
    return {word: (place, label) for place, (label, words) in rows for word in words.split(";")}


@cache
def _cow() -> dict[str, int]:
    return {code: int(number) for code, number in _lines("cow.tsv")}


def cow_number(country: str) -> int | None:
    """The number of a state (ISO 3166-1 alpha-3) in the Correlates of War system; None for what is no member of it."""
    return _cow().get(country)


def contexts(texts: Iterable[str]) -> list[str]:
    """What some sentences are about: contexts of PLOVER in the order of the table, each once."""
    found = {hit for text in texts for hit in _hits("contexts.tsv", text)}
    return [label for _, label in sorted(found)]


def sectors(called: Iterable[str]) -> list[str]:
    """The sectors of an actor by its titles and names: those of the first phrase that tells any, likeliest first."""
    for text in called:
        if found := _hits("sectors.tsv", text):
            return [label for _, label in sorted(set(found))]
    return []


@lru_cache(maxsize=8192)
def _hits(name: str, text: str) -> tuple[tuple[int, str], ...]:
    words = _WORD.findall(text.lower().replace("’", "'"))
    plain = [word.removesuffix("'s").removesuffix("'") for word in words]
    known = _phrases(name)
    spans = (plain[at : at + size] for size in (3, 2, 1) for at in range(len(plain) - size + 1))
    return tuple(hit for span in spans for form in _forms(span) if (hit := known.get(form)))


def _forms(span: list[str]) -> tuple[str, ...]:
    """The words as they stand, and with the last one in the singular."""
    said, last = " ".join(span), span[-1]
    head = " ".join(span[:-1])
    ones = [last[:-3] + "y"] if last.endswith("ies") else [last[:-1]] if last.endswith("s") else []
    ones += [last[:-2] + "an"] if last.endswith("men") else []
    return (said, *(f"{head} {one}".strip() for one in ones))
