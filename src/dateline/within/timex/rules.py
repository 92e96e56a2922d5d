"""The patterns of time expressions, read from ``knowledge/data/time_patterns.toml`` and compiled.

A pattern is tried only around a word of the kinds it names (see `date.kind`), from every word that may open an
expression; the first that begins leftmost and reads furthest wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import msgspec

from dateline.knowledge.calendar import patterns, table
from dateline.within.timex import dates as timex_dates
from dateline.within.timex import near as timex_near
from dateline.within.timex import spans as timex_spans
from dateline.within.timex.anchor import Sense, Setting
from dateline.within.timex.words import either, pattern


class Rule(msgspec.Struct, frozen=True):
    """One pattern and what it means. ``kinds`` are the kinds of words around which it is tried."""

    kinds: frozenset[str]
    regex: re.Pattern[str]
    means: Callable[[re.Match[str], Setting], Sense | None]


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """Every pattern, compiled, under each kind of word that leads to it."""
    words = {"SETWORDS": either(table("sets")), "REFERENCES": either(table("references"))}
    found: dict[str, list[Rule]] = {}
    for means, near, reads in patterns():
        filled = reads
        for name, alternatives in words.items():
            filled = filled.replace(name, alternatives)
        rule = Rule(frozenset(near.split()), pattern(filled), _meaning(means))
        for kind in near.split():
            found.setdefault(kind, []).append(rule)
    return {kind: tuple(made) for kind, made in found.items()}


def _meaning(name: str) -> Callable[[re.Match[str], Setting], Sense | None]:
    module = next(m for m in (timex_dates, timex_near, timex_spans) if hasattr(m, name))
    means: Callable[[re.Match[str], Setting], Sense | None] = getattr(module, name)
    return means
