"""What the lines around a news text look like: notices, page controls, captions, bylines, headings of other stories."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, list[str]]:
    text = (files("dateline.knowledge") / "data" / "segments.toml").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = tomllib.loads(text)
    return lists


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """The expression for a kind of line, by its name in segments.toml: ``notice``, ``byline`` ..."""
    return re.compile("|".join(f"(?:{one})" for one in _lists()[kind]), re.IGNORECASE)


@cache
def no_town() -> frozenset[str]:
    """Words in capitals that stand before a dash and are no town."""
    return frozenset(_lists()["no_town"])
