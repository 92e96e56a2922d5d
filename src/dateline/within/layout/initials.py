"""Names that a parser takes for a piece of a sentence: `IS said`, `the group Ola is Burning said`."""

from __future__ import annotations

import re

from dateline.knowledge.speakers import aliases
from dateline.model import Report

_SMALL = ("IS",)  # initials that a sentence has for a verb
STANDS_IN = "UN"  # a name of as many letters that every parser knows for one
_ALONE = re.compile(rf"(?<![A-Z]{{2}} )\b(?:{'|'.join(_SMALL)})\b(?! [A-Z]{{2}})")
_SAYING = re.compile(
    r"\b(?:group|network|campaign|collective|organi[sz]ation|initiative|website)(?P<called> (?:called|named))? "
    r"[A-Z][\w'’-]+(?P<verb> (?:is|are|was|were) [A-Z][a-z]+(?:ing|ed)\b(?: [A-Z][\w-]*[a-z]\b)*)"
)
_LETTER = re.compile(r"\w+")
_BLANK = re.compile(r"Xx+")


def group_named(text: str, report: Report) -> str:
    """A copy of as many characters with a name for such initials, where the report calls the group more fully, and for
    the verb of a name that is a sentence."""
    text = _SAYING.sub(_unsaid, text)
    if not _ALONE.search(text):
        return text
    return _ALONE.sub(lambda found: STANDS_IN if _told(found.group(), report.text) else found.group(), text)


def stands_in(word: str) -> bool:
    """Say whether a word of a copy stands for another of the text."""
    return word == STANDS_IN or _BLANK.fullmatch(word) is not None


def _unsaid(found: re.Match[str]) -> str:
    """What was found with words of no language for those of its verb and what follows."""
    said, begins = found.group(), found.start()
    for part in ("called", "verb"):
        if found[part]:
            blank = _LETTER.sub(lambda word: f"X{'x' * (len(word.group()) - 1)}", found[part])
            said = said[: found.start(part) - begins] + blank + said[found.end(part) - begins :]
    return said


def _told(initials: str, text: str) -> bool:
    others = "|".join(re.escape(name) for name in aliases(initials.lower()) if name != initials.lower())
    return bool(others) and re.search(rf"\b(?:{others})\b", text, re.IGNORECASE) is not None
