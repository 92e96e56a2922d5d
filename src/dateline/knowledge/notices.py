"""Notices that say how a text was made (machine writing) or that it was cut off."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"  # of what we write: by rule, no model


def machine_made(source_type: str | None) -> str | None:
    """The IPTC code in a digital source type, however it is written, if it means machine writing; else None."""
    code = re.split(r"[/:#]", (source_type or "").strip().rstrip("/"))[-1]
    return code if any(kind == "source_type" and pattern.fullmatch(code) for kind, pattern in _rows()) else None


@cache
def notices() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Pairs of a warning's kind and the pattern that shows it, tried on one line at a time."""
    return tuple((kind, pattern) for kind, pattern in _rows() if kind != "source_type")


@cache
def _rows() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lines = (files("dateline.knowledge") / "data" / "notices.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in rows)
