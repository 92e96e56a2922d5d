"""Initials that a parser takes for a small word: `IS said`, in a report of the group that goes by them."""

from __future__ import annotations

import re

from dateline.knowledge.speakers import aliases
from dateline.model import Report

_SMALL = ("IS",)  # initials that a sentence has for a verb
STANDS_IN = "UN"  # a name of as many letters that every parser knows for one
_ALONE = re.compile(rf"(?<![A-Z]{{2}} )\b(?:{'|'.join(_SMALL)})\b(?! [A-Z]{{2}})")


def group_named(text: str, report: Report) -> str:
    """A copy of as many characters with a name for such initials, where the report calls the group more fully."""
    if not _ALONE.search(text):
        return text
    return _ALONE.sub(lambda found: STANDS_IN if _told(found.group(), report.text) else found.group(), text)


def _told(initials: str, text: str) -> bool:
    others = "|".join(re.escape(name) for name in aliases(initials.lower()) if name != initials.lower())
    return bool(others) and re.search(rf"\b(?:{others})\b", text, re.IGNORECASE) is not None
