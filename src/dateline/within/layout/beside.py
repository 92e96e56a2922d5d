"""What a page shows beside a report and its copy runs into it: rows of pictures, and teasers of other stories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.knowledge.segments import pattern
from dateline.model.report import SegmentKind

_NAMED = re.compile(r"(?<=[a-z\d,.] )[A-Z][a-z]{3,}")
_TEASER = 25  # characters of the shortest teaser
_LATE = 15  # characters that may stand before a teaser where it is given again: "(KXYZ) – "
_BETWEEN = 8  # lines from one teaser to the next that is given twice
_ABOVE = 3  # lines that stand above the first
_REPORT = 4  # lines of the shortest report below them
_OPENING = 40  # characters in which another version of a teaser begins alike
_OWN = 0.5  # of its names, found in the text below: more of them, and it is of the report itself


def pictures(lines: Sequence[str]) -> Iterator[int]:
    """The lines that hold a row of pictures, from its first counter to where the page says that it ends."""
    opened = None
    for place, words in enumerate(lines):
        if opened is None and pattern("gallery_opening").search(words):
            opened = place
        if opened is not None and pattern("gallery_end").search(words):
            yield from range(opened, place + 1)
            opened = None


def numbered(words: str) -> list[tuple[SegmentKind, int, int]]:
    """The pieces of a line of captions: counters ("Image 2 of 9"), which belong to the page, and what lies between."""
    pieces: list[tuple[SegmentKind, int, int]] = []
    done = 0
    for counter in pattern("gallery_counter").finditer(words):
        pieces += [("caption", done, counter.start()), ("navigation", counter.start(), counter.end())]
        done = counter.end()
    return [*pieces, ("caption", done, len(words))]


def told_below(lines: Sequence[str]) -> frozenset[str]:
    """What the captions of counted pictures say; a page that gives one twice gives it as a line of its own."""
    starts = ((words, pattern("gallery_counter").match(words)) for words in lines)
    return frozenset(words[found.end() :].strip() for words, found in starts if found) - {""}


def teasers(lines: Sequence[str]) -> list[int]:
    """The lines above a report that announce other stories, where at least two of them are given twice in a row.

    One whose names the text below has, too, is of the report itself: only its first copy is a teaser.
    """
    last = -1
    told: set[str] = set()
    for place, (one, other) in enumerate(pairwise(lines)):
        if place > (_ABOVE if last < 0 else last + _BETWEEN):
            break
        if _again(one, other):
            last = place
            told.add(one)
    end = last + 2
    while end < len(lines) and lines[end][:_OPENING] in {words[:_OPENING] for words in told}:
        end += 1
    if len(told) < 2 or len(lines) - end < _REPORT:
        return []
    first = next(place for place, words in enumerate(lines) if words in told)
    below = " ".join(lines[end:])
    return [place for place in range(first, end) if lines[place] in told or not _of_report(lines[place], below)]


def _again(one: str, other: str) -> bool:
    words = one.rstrip(" .")
    return len(words) >= _TEASER and words in other[: len(words) + _LATE] and not pattern("gallery_opening").search(one)


def _of_report(words: str, below: str) -> bool:
    names = set(_NAMED.findall(words))
    return len(names) > 1 and sum(name in below for name in names) > _OWN * len(names)
