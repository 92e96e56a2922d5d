"""What a line of a report is, by its looks and its neighbours: body, caption, byline, notice, related, navigation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.knowledge.segments import pattern
from dateline.model.report import SegmentKind
from dateline.within.layout.beside import pictures, teasers, told_below

_FINISHED = re.compile(r"[.!?…][\"'”’)\]]*$")
_TOLD = re.compile(r"\b(?:said|says|told|added|according to|he|she|him|his|her)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_WORDS = re.compile(r"[^\W_]")
_STATION = re.compile(r"[.!?][\"”’]?\s*\([A-Z][A-Z0-9-]{2,9}(?: [\w ]{2,20})?\)$")
_HEADING = re.compile(r"\s*Related (?:Articles|Stories|Coverage|Content) [A-Z\d“\"‘]")
LONGEST_NOTICE = 420  # characters; the longest rights notice of an agency seen has 240
LONGEST_CAPTION = 500


class Line:
    """One line of a text: where it stands, its words, and where a caption at its start ends (0: none)."""

    __slots__ = ("caption", "end", "start", "words")

    def __init__(self, start: int, end: int, words: str) -> None:
        self.start, self.end, self.words = start, end, words
        self.caption = 0


def kinds(lines: Sequence[Line]) -> list[SegmentKind]:
    """The kind of every line, in order."""
    found: list[SegmentKind] = [kind(line) for line in lines]
    words = [line.words.strip() for line in lines]
    captions = told_below(words)
    for place in {*pictures(words), *(place for place, line in enumerate(words) if line in captions)}:
        found[place] = "caption"
    for place in teasers(words):
        found[place] = "related"
    for place, line in enumerate(lines):
        if found[place] == "related" and (_HEADING.match(line.words) or _heads(line)):
            alone = _whole(line)
            for later in range(place + 1, announced(lines, found, place, alone=alone)):
                if found[later] in {"body", "caption"}:
                    found[later] = "related"
    return found


def kind(line: Line) -> SegmentKind:
    """What a line is by itself; marks a caption that the line begins with."""
    words = line.words.strip(" \t\xa0×*•|>»\u200b")
    if len(words) < 160:
        if not _WORDS.search(words) or pattern("navigation").match(words):
            return "navigation"
        if any(pattern(name).match(words) for name in ("related_heading", "other_heading", "related_line")):
            return "related"
        if pattern("byline").match(words):
            return "byline"
    if len(words) < LONGEST_NOTICE and pattern("notice").match(words):
        return "notice"
    return _caption(line, words)


def _caption(line: Line, words: str) -> SegmentKind:
    head = line.words[:LONGEST_CAPTION]
    if "(" not in head and "[" not in head and not pattern("caption_opening").match(words):
        return "body"
    credit = pattern("caption_credit").search(head)
    if credit:
        rest = line.words[credit.end() :].strip(" .\t\xa0")
        if not rest:
            return "caption"
        if rest[0].isupper() or rest[0] in '“"‘':
            line.caption = credit.end()
        return "body"
    if len(words) < LONGEST_CAPTION and (pattern("caption_opening").match(words) or _STATION.search(words)):
        return "caption"
    return "body"


def _whole(line: Line) -> bool:
    """Say whether a heading speaks of related stories: under "Trending" a text may go on, its list being lost."""
    return pattern("related_heading").match(line.words.strip()) is not None


def _heads(line: Line) -> bool:
    return _whole(line) or pattern("other_heading").match(line.words.strip()) is not None


def announced(lines: Sequence[Line], found: Sequence[SegmentKind], heading: int, *, alone: bool) -> int:
    """The number of the line after the last one that a heading of other stories covers.

    Titles below it (no full stop) belong to it. Where it stands ``alone`` on its line, whole sentences do so too, but
    only where nothing else follows: it stands in the second half of the lines, all below it are short, and they name no
    speaker or hardly anybody whom the text before named.
    """
    end = heading + 1
    while end < len(lines) and not _FINISHED.search(lines[end].words.rstrip()) and len(lines[end].words) < 200:
        end += 1
    below = [line.words for line, what in zip(lines[end:], found[end:], strict=True) if what == "body"]
    titles = end - heading - 1
    late = alone and heading * 2 >= len(lines) - 2 and not titles
    if late and all(len(words) < 450 for words in below) and _apart([line.words for line in lines[:heading]], below):
        return len(lines)
    return end


def _apart(before: Sequence[str], below: Sequence[str]) -> bool:
    """Say whether lines tell of something else than the text before them."""
    if not any(_TOLD.search(words) for words in below):
        return True
    named = set(_NAMED.findall(" ".join(before)))
    return sum(bool(named.intersection(_NAMED.findall(words))) for words in below) <= 0.25 * len(below)
