"""The tables about names, each read once when first asked for."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=64)
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table in ``data/names``: its tab-separated fields, comments left out."""
    text = files("dateline.knowledge").joinpath("data", "names", name).read_text(encoding="utf-8")
    return tuple(
        tuple(field.strip() for field in line.split("\t"))
        for line in text.splitlines()
        if line.strip() and not line.startswith("#")
    )


@lru_cache(maxsize=32)
def table(name: str) -> dict[str, str]:
    """The first field of every row with its second; not to be changed."""
    return dict(pairs(name))


def pairs(name: str) -> tuple[tuple[str, str], ...]:
    """The first two fields of every row."""
    return tuple((row[0], row[1] if len(row) > 1 else "") for row in rows(name))


@lru_cache(maxsize=16)
def words(name: str) -> frozenset[str]:
    """All words of a table that is a plain list."""
    return frozenset(word for row in rows(name) for field in row for word in field.split())
