"""Where a stretch of text falls apart into paragraphs, and which line breaks inside one mean nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

BLOCK_LIMIT = 20_000  # characters a parser is handed at once; longer blocks are cut at a blank
_BREAK = re.compile(r"\s*(?:[\n\u2028\u2029\x0b\x0c\x85]|\r)\s*")
_LINES = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
_UNFINISHED = re.compile(r"(?:[\w,;–—-]|\b(?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|St|No)\.)$")
_CONTINUES = re.compile(r"[a-z(]")
_LISTED = re.compile(r"(?:[-*•·–—+>]|\(?\d{1,2}[.)]|\(?[a-zA-Z]\))\s")
_WORD = re.compile(r"\S+")
_GLUED = re.compile(r"(?<=[a-z0-9][a-z0-9])[.!?][\"'”’)]?(?=[A-Z“][a-z]*[ ’'])|(?<=\.m)\.(?=[A-Z][a-z]* )")
_TITLED = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|St|No|Mt|Ft|vs)\.$")
WIDEST = 100  # columns; texts broken by hand were broken at 60 to 80, those with a paragraph a line run longer


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the edges of the paragraphs of ``text[start:end]``, in order, without the blanks around them.

    A line break inside a sentence joins: where the line ends unfinished and the next begins small, after "Dr.", and
    between the full lines of a text that was wrapped at a column. A sentence end without a blank after it ("scene.The")
    is a paragraph break that was lost.
    """
    width = wrapped_at(text, _line(text, start), end)  # what a dateline takes of the first line is of its width
    begin = start
    for found in _BREAK.finditer(text, start, end):
        if found.start() <= begin:
            begin = found.end()
            continue
        if len(_LINES.findall(found.group())) == 1 and _joins(text, begin, found, width):
            continue
        yield from _unglued(text, begin, found.start())
        begin = found.end()
    yield from _unglued(text, begin, end)


def wrapped_at(text: str, start: int, end: int) -> int:
    """The column at which a text was wrapped by hand; 0 where its lines end where its paragraphs do.

    Wrapped means: at least four lines that another follows (two where all is in capitals, as telexes were sent), none
    over `WIDEST`, and in four of five the next line's first word would not have fitted.
    """
    lines = [line.rstrip() for line in _LINES.split(text[start:end])]
    width = max(map(len, lines), default=0)
    followed = [(len(line), _WORD.search(after)) for line, after in pairwise(lines) if line and after]
    if len(followed) < (2 if text[start:end].isupper() else 4) or not 30 <= width <= WIDEST:
        return 0
    full = sum(word is not None and length + 1 + len(word.group()) > width - 3 for length, word in followed)
    return width if full >= 0.8 * len(followed) else 0


def _joins(text: str, begin: int, found: re.Match[str], width: int) -> bool:
    if _LISTED.match(text, found.end()):
        return False
    if width:
        line = _line(text, found.start())
        word = _WORD.search(text, found.end())
        indented = found.group().endswith("  ")
        return not indented and word is not None and found.start() - line + 1 + len(word.group()) > width - 8
    before = _UNFINISHED.search(text, begin, found.start())
    titled = before is not None and before.group().endswith(".")
    return before is not None and (titled or _CONTINUES.match(text, found.end()) is not None)


def _line(text: str, at: int) -> int:
    """Where the line begins that holds an offset."""
    return max(text.rfind(mark, 0, at) for mark in "\n\r\u2028") + 1


def _unglued(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut where a sentence ends and the next begins without a blank; then at `BLOCK_LIMIT`."""
    for found in _GLUED.finditer(text, begin, end):
        if not _TITLED.search(text, begin, found.end()):
            yield from _limited(text, begin, found.end())
            begin = found.end()
    yield from _limited(text, begin, end)


def _limited(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while end - begin > BLOCK_LIMIT:
        blank = text.rfind(" ", begin, begin + BLOCK_LIMIT)
        cut = blank if blank > begin else begin + BLOCK_LIMIT
        yield begin, cut
        begin = cut
    if begin < end and text[begin:end].strip():
        yield begin, end
