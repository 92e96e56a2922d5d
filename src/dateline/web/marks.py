"""Text cut at every boundary of the marks on it, so that overlapping layers can be shown at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from dateline.model import Span


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text and the classes of the marks that lie on it."""

    text: str
    start: int
    end: int
    classes: tuple[str, ...]


def pieces(text: str, start: int, end: int, marks: Iterable[tuple[Span, str]]) -> Iterator[Piece]:
    """Cut ``text[start:end]`` into pieces; together they are exactly that stretch."""
    inside = sorted({(max(s.start, start), min(s.end, end), c) for s, c in marks if s.start < end and s.end > start})
    edges = sorted({start, end, *(e for s, f, _ in inside for e in (s, f))})
    active: list[tuple[int, int, str]] = []
    coming = iter([*inside, (end, end, "")])
    following = next(coming)
    for first, last in pairwise(edges):
        while following[0] <= first and following[1] > following[0]:
            active.append(following)
            following = next(coming)
        active = [mark for mark in active if mark[1] > first]
        yield Piece(text[first:last], first, last, tuple(sorted({mark[2] for mark in active})))
