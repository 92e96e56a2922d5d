"""Headlines that a page's copy runs into the report: `Two held after raid July 3, 2011 Police in ...`."""

from __future__ import annotations

import re

from dateline.model.report import SegmentKind
from dateline.within.layout.boilerplate import Line
from dateline.within.layout.spaced import dated

_WORDS = re.compile(r"\w[\w'’-]*")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b\.?"
_CLOCK = (
    r"(?:\d{1,2} ?[:.] ?\d\d(?: ?: ?\d\d)? *(?:[ap]\.? ?m\b\.?|hrs)?|\d{1,2} [ap]\.m\."
    r"|\(? ?\d{4} [A-Z]{2,3}T\b(?: ?\))?)"
)
_ZONE = r"(?-i:GMT|UTC|UK|[A-Z]{1,4}T)\b(?: ?[+-] ?\d\d(?: ?: ?\d\d?)?)?"
_DATE = (
    rf"(?:{_MONTH} +\d{{1,2}}(?:st|nd|rd|th)?(?: ?,)? *\d{{4}}\b|\d{{1,2}} {_MONTH}(?: ?,)? *\d{{4}}\b"
    r"|\d{1,2} ?/ ?\d{1,2} ?/ ?\d{4}\b|\d\d-\d\d-\d{4}\b)"
)
_LABEL = r"(?:(?:Last |First )?(?:Posted|Published|Updated)|For immediate release)(?: (?:on|at)\b)? ?:?"
_STAMP = re.compile(
    rf"(?<!\S)(?:(?:{_LABEL}|(?-i:on|at)\b|{_DATE}|{_DAY}|{_CLOCK}|{_ZONE}|IST|[,|@-])\s*+)++", re.IGNORECASE
)
_DATED = re.compile(_DATE, re.IGNORECASE)
_TOLD = re.compile(rf"{_LABEL}|{_CLOCK}|{_DAY}", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<=[\w'’%] )(?:An?|The) (?=[a-z0-9])")
_BOUND = re.compile(r"\b(?:on|of|in|at|by|since|until|from|to|for|and|or|with|as|is|was|the|a|an)$", re.IGNORECASE)
_BEGINS = re.compile(r"[^\W\d_a-z]|\d+ [A-Z][a-z]")  # "The ferry", "9 Drowned Off Ola"
_BYLINE = re.compile(r"by\b", re.IGNORECASE)
_OVER = re.compile(r"[a-z]{2} ?[.?!] [A-Z]")
_REACH = 220  # characters in which the end of a headline that is run into the text is looked for
_FEWEST, _MOST = 3, 25  # words of a headline
Labelled = tuple[SegmentKind, int, int]


def stamped(line: Line) -> list[Labelled]:
    """Headline, byline and the rest of a line that holds a stamp of its day, and nothing where it holds none."""
    for found in _STAMP.finditer(dated(line.words[: _REACH + 80])):
        if _DATED.search(found.group()) and _is_stamp(line, found.start(), found.end()):
            return [
                ("headline", line.start, line.start + found.start()),
                ("byline", line.start + found.start(), line.start + found.end()),
                ("body", line.start + found.end(), line.end),
            ]
    return []


def opens(text: str) -> tuple[int, int] | None:
    """Where a text that begins with a stamp of its day has it: `Monday , May 4 , 2009 Ferry sinks ...`."""
    found = _STAMP.match(dated(text[:_REACH]))
    rest = text[found.end() :] if found else ""
    if (
        found is None
        or not _BEGINS.match(rest)
        or not _DATED.search(found.group())
        or found.group().strip()[-1] in ",-|"
    ):
        return None
    return found.start(), found.end()


def _is_stamp(line: Line, start: int, end: int) -> bool:
    """A day in a sentence hangs on a preposition or goes on in small letters; a stamp stands between two sentences."""
    before, rest = line.words[:start].strip(), line.words[end:].strip()
    if not _is_headline(before) or not start <= _REACH:
        return False
    if rest and not (rest[0].isupper() or rest[0] in "“\"`(‘'"):
        return False
    said = line.words[start:end].strip()
    told = _TOLD.search(said) is not None or said.startswith("on ")
    return not said.endswith(",") and (told or (bool(rest) and (said[0].isupper() or said[0].isdigit())))


def run_on(line: Line) -> list[Labelled]:
    """Headline and the rest of a line in which a sentence begins without the one before having ended: `held A man`."""
    found = _ARTICLE.search(line.words[:_REACH])
    if found is None or not _is_headline(line.words[: found.start()].strip()):
        return []
    return [
        ("headline", line.start, line.start + found.start()),
        ("body", line.start + found.start(), line.end),
    ]


def _is_headline(words: str) -> bool:
    """Whether words before the report could be its headline: few, unfinished, and no sentence among them."""
    if not _FEWEST <= len(_WORDS.findall(_STAMP.sub(" ", words))) <= _MOST or _OVER.search(words):
        return False
    return words[-1] not in ",(:|" and _BYLINE.match(words) is None and _BOUND.search(words) is None
