"""Texts as rows of numbered words and of runs of five, so that what two share is found without reading them again."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import msgspec
import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from dateline.matching.block import Pair, pair
from dateline.model import Reading, Segment

RUN = 5  # words of a shingle for candidates
TIGHT = 4  # words of a shingle when two texts are compared
HASHES, BANDS = 128, 64  # two hashes a band: nine in ten pairs of likeness .2 meet, one in seven of likeness .05
SEED = 1
OPENING_WORDS = 40
BATCH = 2000  # reports whose hashes are held as Python numbers at once
CROWD = 40  # reports in one band; beyond it each is compared with its neighbours by size and id
_HOST = re.compile(r"^\w+://(?:www\.)?")
_WORD = re.compile(r"\w+")
_TOLD = ("headline", "standfirst", "body")
_PRIME = np.uint64(0x9E3779B97F4A7C15)
_Row = NDArray[np.uint64]


class Shingled(msgspec.Struct, frozen=True):
    """The words that a report tells its story in, as numbers; ``told`` are the segments they stand in."""

    report: str
    words: NDArray[np.uint32]
    text: str
    told: tuple[Segment, ...]
    newsroom: str = ""

    @property
    def size(self) -> int:
        """How many words there are."""
        return len(self.words)

    def spans(self) -> list[tuple[int, int]]:
        """Start and end of every word in the report's text."""
        return [m.span() for s in self.told for m in _WORD.finditer(self.text, s.start, s.end)]


class Run(msgspec.Struct, frozen=True):
    """A stretch of words, first and end, that stands in two texts; ``there`` is where it begins in the other."""

    first: int
    end: int
    there: int


class Overlap(msgspec.Struct, frozen=True):
    """What share of the shorter text stands in the longer, of the longer in the shorter, and of their openings."""

    shorter: float
    longer: float
    opening: float
    runs: tuple[Run, ...] = ()


def shingled(reading: Reading) -> Shingled:
    """Number the words of a report's headline and body (of all its text where no segment is known)."""
    text = reading.report.text
    told = tuple(s for s in reading.segments if s.kind in _TOLD)
    if not told:
        told = (Segment(kind="body", start=0, end=len(text)),)
    words = (word for s in told for word in _WORD.findall(text[s.start : s.end].casefold()))
    numbers = np.fromiter((zlib.crc32(word.encode()) for word in words), dtype=np.uint32)
    return Shingled(report=reading.report.id, words=numbers, text=text, told=told, newsroom=_newsroom(reading))


def _newsroom(reading: Reading) -> str:
    """The domain a report stood at, or its outlet's name; "" where neither is known."""
    report = reading.report
    if report.outlet and (report.outlet.domain or report.outlet.name):
        return (report.outlet.domain or report.outlet.name).casefold()
    return _HOST.sub("", report.url or "").split("/")[0].split(":")[0].casefold()


def rows(numbers: NDArray[np.uint32], run: int) -> _Row:
    """One number for every run of words."""
    words = numbers.astype(np.uint64)
    if len(words) < run:
        return words[:0]
    count = len(words) - run + 1
    made = words[:count].copy()
    for step in range(1, run):
        made = made * _PRIME + words[step : step + count]
    return made ^ (made >> np.uint64(29))


def candidates(texts: Sequence[Shingled]) -> list[Pair]:
    """Pairs of reports that may share text: MinHash of their runs of five words, equal in some band."""
    held = [text for text in texts if text.size >= RUN]
    if len(held) < 2:
        return []
    digests = np.concatenate([_digests(held[at : at + BATCH]) for at in range(0, len(held), BATCH)])
    width = HASHES // BANDS
    found: set[Pair] = set()
    for band in range(BANDS):
        keys = _joined(digests[:, band * width : (band + 1) * width].astype(np.uint64))
        for crowd in _equal(keys):
            found.update(_within(crowd, held))
    return sorted(found)


def bands(texts: Sequence[Shingled]) -> list[list[str]]:
    """The keys of each text's bands; none of a text that is too short to have any."""
    held = [text for text in texts if text.size >= RUN]
    if not held:
        return [[] for _ in texts]
    digests = np.concatenate([_digests(held[at : at + BATCH]) for at in range(0, len(held), BATCH)])
    width = HASHES // BANDS
    columns = [_joined(digests[:, band * width : (band + 1) * width].astype(np.uint64)) for band in range(BANDS)]
    rows_of = iter(zip(*(column.tolist() for column in columns), strict=True))
    return [[f"{band} {key}" for band, key in enumerate(next(rows_of))] if text.size >= RUN else [] for text in texts]


def _digests(texts: Sequence[Shingled]) -> NDArray[np.uint32]:
    flat = [rows(text.words, RUN) for text in texts]
    offsets = np.concatenate([[0], np.cumsum([len(row) for row in flat])]).astype(np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(flat), offsets, HASHES, SEED)
    return np.asarray(matrix.to_rows(), dtype=np.uint32)


def _joined(columns: _Row) -> _Row:
    """One number for every row of a matrix."""
    made = columns[:, 0].copy()
    for column in range(1, columns.shape[1]):
        made = made * _PRIME + columns[:, column]
    return made


def _equal(keys: _Row) -> Iterator[list[int]]:
    """Numbers of the rows that share a key, for every key that several share."""
    order = np.argsort(keys, kind="stable")
    ranked = keys[order]
    edges = np.flatnonzero(np.concatenate([[True], ranked[1:] != ranked[:-1], [True]]))
    for first, end in pairwise(edges):
        if end - first > 1:
            yield [int(n) for n in order[first:end]]


def _within(crowd: list[int], held: Sequence[Shingled]) -> Iterator[Pair]:
    if len(crowd) <= CROWD:
        yield from (pair(held[a].report, held[b].report) for a, b in combinations(crowd, 2))
        return
    ranked = sorted(crowd, key=lambda n: (held[n].size, held[n].report))
    for place, number in enumerate(ranked):
        for other in ranked[place + 1 : place + 1 + CROWD // 2]:
            yield pair(held[number].report, held[other].report)


def overlap(left: Shingled, right: Shingled, longest: int) -> Overlap:
    """Compare two texts run by run; ``runs`` are those of at least ``longest`` words, counted in the left text."""
    ours, theirs = rows(left.words, TIGHT), rows(right.words, TIGHT)
    if not len(ours) or not len(theirs):
        same = left.size == right.size and bool(np.array_equal(left.words, right.words))
        return Overlap(float(same), float(same), float(same))
    here, there = _covered(ours, theirs, left.size), _covered(theirs, ours, right.size)
    short, long = (here, there) if left.size <= right.size else (there, here)
    opening = min(here[:OPENING_WORDS].mean(), there[:OPENING_WORDS].mean())
    return Overlap(float(short.mean()), float(long.mean()), float(opening), tuple(_runs(ours, theirs, here, longest)))


def _covered(ours: _Row, theirs: _Row, size: int) -> NDArray[np.bool_]:
    """Which words stand in a run that the other text has too."""
    hits = np.isin(ours, theirs)
    mask = np.zeros(size, dtype=np.bool_)
    for step in range(TIGHT):
        mask[step : step + len(hits)] |= hits
    return mask


def _runs(ours: _Row, theirs: _Row, covered: NDArray[np.bool_], longest: int) -> Iterator[Run]:
    """The stretches of our words that stand in one piece in the other text."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], covered.astype(np.int8), [0]])))
    if not any(end - first >= longest for first, end in zip(edges[::2], edges[1::2], strict=True)):
        return
    place: dict[int, int] = {}
    for number, value in enumerate(theirs.tolist()):
        place.setdefault(value, number)
    begin, last = 0, -2
    for number, value in enumerate([*ours.tolist(), -1]):
        at = place.get(value, -2)
        if at != last + 1 or at < 0:
            if last >= 0 and number - begin + TIGHT - 1 >= longest:
                yield Run(begin, number + TIGHT - 1, last - (number - 1 - begin))
            begin = number
        last = at
