"""Well-known organisations by any of their names (``data/names/organisations.tsv``)."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.name_tables import rows


@cache
def _bodies() -> dict[str, str]:
    found: dict[str, str] = {}
    for (line,) in rows("organisations.tsv"):
        names = [name.strip() for name in line.split("|")]
        for name in names:
            for spelled in _with_article(name.replace("’", "'")):
                found.setdefault(spelled, names[0])
    return found


def _with_article(name: str) -> tuple[str, ...]:
    """A name in the ways its Arabic article is written: `al-Nusra`, `Al-Nusra`, `Al Nusra`."""
    article, bare = name[:3].lower(), name[3:]
    return (name, f"al-{bare}", f"Al-{bare}", f"Al {bare}") if article in ("al-", "al ") else (name,)


@cache
def _first_words() -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in _bodies():
        parts = name.split()
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return longest


def body_named(words: str) -> str | None:
    """The first name of a well-known organisation that goes by these words, written with these capitals."""
    return _bodies().get(words.replace("’", "'").removeprefix("the ").removeprefix("The "))


def longest_body(first_word: str) -> int:
    """How many words the longest name of a well-known organisation has that begins with this word; 0 for none."""
    return _first_words().get(first_word, 0)
