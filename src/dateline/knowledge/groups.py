"""Groups of people that news counts apart: civilians, fighters, children."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.actions import rows
from dateline.knowledge.nouns import plural


@cache
def _groups() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, nouns in rows("groups.tsv"):
        for noun in nouns.split(","):
            found[noun] = name
            found[plural(noun)] = name
    return found


def group_in(words: str) -> str | None:
    """The group that words name last ("eight civilians": civilians); None where they name none."""
    known = [
        group for word in words.lower().replace(",", " ").split() if (group := _groups().get(word.strip("\"“”'’.")))
    ]
    return known[-1] if known else None
