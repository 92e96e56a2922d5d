"""Notices that say how a text was made (machine writing) or that it was cut off."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def notices() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Pairs of a warning's kind and the pattern that shows it, tried on one line at a time."""
    lines = (files("dateline.knowledge") / "data" / "notices.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in rows)
