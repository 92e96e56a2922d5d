"""Headline, dateline, byline, body, caption, notice, related: what each stretch of a report is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dateline.model import Report, Segment
from dateline.within.layout.beside import numbered
from dateline.within.layout.boilerplate import Line, kinds
from dateline.within.layout.dateline import dateline
from dateline.within.layout.heading import headed
from dateline.within.layout.paragraphs import wrapped_at
from dateline.within.layout.run_on import Labelled

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_RUN_IN = re.compile(r"(?<=[.!?”\"] )(?=Related (?:Articles|Stories|Coverage|Content) [A-Z\d“\"‘])")
_BREAKS = re.compile(r"[\n\r\u2028\u2029]")
_MERGED = frozenset(("body", "related", "notice", "navigation", "byline"))
_ENDED = re.compile(r"[.!?:][\"')\]]*$")
_LONG = 15  # characters that a line has which is no mere end of a sentence, and that a full one may lack
_OPENING = 8  # lines of a report among which its dateline is looked for


def segments(report: Report) -> tuple[Segment, ...]:
    """Cut a report's text into segments, in order and without overlap, that cover every character but blanks.

    What the reader marked is kept; its body, like a plain text, is read line by line. Nothing is told from anything but
    the text: what is not recognised is body.
    """
    if not report.marked:
        return tuple(_merged(_pieces(report, 0, len(report.text))))
    found: list[Segment] = []
    for segment in report.marked:
        inside = _pieces(report, segment.start, segment.end) if segment.kind == "body" else [segment]
        found += inside
    return tuple(_merged(found))


def _lines(text: str, start: int, end: int) -> list[Line]:
    """The lines of a text that hold words; a heading of other stories that was run into one begins a line."""
    found = []
    for line in _LINE.finditer(text, start, end):
        cuts = [line.start(), *(cut.start() for cut in _RUN_IN.finditer(text, line.start(), line.end())), line.end()]
        found += [Line(a, b, text[a:b]) for a, b in pairwise(cuts) if text[a:b].strip()]
    return found


def _pieces(report: Report, start: int, end: int) -> Iterator[Segment]:
    lines = _lines(report.text, start, end)
    first, labelled = headed(report, lines) if start == 0 else (0, [])
    labelled = labelled + _labelled(report.text, lines[first:])
    done = start
    for kind, begin, stop in labelled:
        begin = max(begin, done)  # noqa: PLW2901 - what a dateline over several lines has taken is not given twice
        words = report.text[begin:stop]
        begin += len(words) - len(words.lstrip())  # noqa: PLW2901 - a segment begins and ends with a word
        done = stop = stop - (len(words) - len(words.rstrip()))  # noqa: PLW2901
        if begin < stop:
            yield Segment(kind=kind, start=begin, end=stop)


def _labelled(text: str, lines: list[Line]) -> list[Labelled]:
    found: list[Labelled] = []
    opening, capitals = _OPENING, text.isupper()
    width = wrapped_at(text, lines[0].start, lines[-1].end) if lines else 0
    before: Line | None = None
    for line, alone in zip(lines, kinds(lines), strict=True):
        kind = "body" if before and _goes_on(text, before, line, capitals=capitals, width=width) else alone
        before = line if kind == "body" else None
        opening -= 1
        # In capitals a dateline may run over two lines.
        head = _BREAKS.sub(" ", text[line.start : line.start + 300]) if capitals else line.words
        long = dateline(head, opens=opening >= 0, capitals=capitals) if kind in {"body", "byline"} else 0
        if long:
            found.append(("dateline", line.start, line.start + long))
            opening = 0
        if line.words[long:].strip():
            if kind == "caption":
                found += [(what, line.start + a, line.start + b) for what, a, b in numbered(line.words)]
            else:
                found += _captioned(line, long) if kind == "body" else [(kind, line.start + long, line.end)]
    return found


def _goes_on(text: str, before: Line, line: Line, *, capitals: bool, width: int) -> bool:
    """Say whether a line only goes on with the one above it, as where a text was wrapped: "PLACED | BY REBELS"."""
    words = before.words.rstrip()
    full = len(words) >= (_LONG if capitals else max(_LONG, width - _LONG))
    near = len(_BREAKS.findall(text[before.end : line.start])) == 1
    return full and near and (capitals or (width > 0 and not _ENDED.search(words)))


def _captioned(line: Line, long: int) -> list[Labelled]:
    cut = line.caption if line.caption > long else 0
    if not cut:
        return [("body", line.start + long, line.end)]
    return [("caption", line.start + long, line.start + cut), ("body", line.start + cut, line.end)]


def _merged(pieces: Iterable[Segment]) -> Iterator[Segment]:
    """Join neighbours of one kind where the kind has no members of its own: a caption stays one, paragraphs join."""
    last: Segment | None = None
    for piece in pieces:
        if last is not None and last.kind == piece.kind and piece.kind in _MERGED:
            last = Segment(kind=last.kind, start=last.start, end=piece.end)
        else:
            if last is not None:
                yield last
            last = piece
    if last is not None:
        yield last
