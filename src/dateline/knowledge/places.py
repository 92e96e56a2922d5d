"""Places by name: the gazetteer with our own short files of sites, regions and abbreviations laid over it."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from dateline.knowledge.gazetteer import Entry, Gazetteer
from dateline.knowledge.placekeys import bare, key


class Match(msgspec.Struct, frozen=True):
    """An entry found under a name; ``own`` where that is the entry's first name, not an alternate one."""

    entry: Entry
    own: bool


@cache
def gazetteer() -> Gazetteer:
    """The one table of this process, loaded at first use."""
    return Gazetteer()


@lru_cache(maxsize=65536)
def named(name: str) -> tuple[Match, ...]:
    """All entries of a name in any spelling, those with more people first, own names before alternate ones."""
    table = gazetteer()
    found = table.rows(key(name)) or table.rows(key(bare(name)))
    matches = [Match(table.entry(row), own) for row, own in found]
    return tuple(sorted(matches, key=lambda m: (not m.own, -m.entry.population, m.entry.row)))
