"""Quotation marks: what of a report stands between them, straight, curly, single or guillemets, over paragraphs."""

from __future__ import annotations

import re

import msgspec

from dateline.model import Field, Report
from dateline.within.parse import Block

_OPEN = {"“": "”", "„": "“”", "«": "»", "‘": "’"}
_MARK = re.compile(r"''|``|[\"“”„«»‘’']")
_SAY_SO = 4  # words: shorter quotations are scare quotes or titles


class Quote(msgspec.Struct, frozen=True, order=True):
    """Words between quotation marks, marks included; ``running`` says that the next paragraph goes on with it."""

    start: int
    end: int
    field: Field = "text"
    running: bool = False
    resumed: bool = False

    def holds(self, offset: int) -> bool:
        """Say whether an offset lies strictly between the marks."""
        return self.start < offset < self.end - 1 or (self.running and self.start < offset < self.end)


def quotes(report: Report, blocks: tuple[Block, ...]) -> list[Quote]:
    """Give the quotations of a report in order; inner quotations are part of the outer one."""
    found: list[Quote] = []
    for block in blocks:
        text = report.of(block.field)
        resumed = bool(found and found[-1].running and found[-1].field == block.field)
        found += _carried(text, block) if resumed else []
        found += _block(text, block, resumed=resumed)
    return [quote for quote in found if quote.end - quote.start > 2]


def _carried(text: str, block: Block) -> list[Quote]:
    """The rest of a quotation that began in the paragraph before and was not opened anew."""
    first = _MARK.search(text, block.start, block.end)
    while first and first.group() in "’'" and text[first.end() : first.end() + 1].isalnum():
        first = _MARK.search(text, first.end(), block.end)
    if first and first.group() in "”»" and first.start() > block.start:
        return [Quote(block.start, first.end(), block.field, resumed=True)]
    return []


def _block(text: str, block: Block, *, resumed: bool) -> list[Quote]:
    found: list[Quote] = []
    at = block.start
    while mark := _MARK.search(text, at, block.end):
        at = mark.end()
        if not _opens(text, mark, block):
            continue
        close = _close(text, mark, block)
        if close is None:
            if mark.group() in "“«" or (mark.group() == '"' and mark.start() - block.start < 2):
                found.append(Quote(mark.start(), block.end, block.field, running=True, resumed=resumed))
                return found
            continue
        found.append(Quote(mark.start(), close, block.field, resumed=resumed and mark.start() - block.start < 2))
        at = close
    return found


def _opens(text: str, mark: re.Match[str], block: Block) -> bool:
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    free = not (before.isalnum() or before in ".,!?;)%")
    if mark.group() in "“„«":
        return True
    if mark.group() in "”»’":
        return mark.group() == "”" and mark.start() == block.start
    return free and not after.isspace()


def _close(text: str, mark: re.Match[str], block: Block) -> int | None:
    opened = mark.group()
    if opened in "‘'":
        return _single(text, mark.end(), block)
    closing = {"“": '”"', "”": "”", "„": "“”", "«": "»"}.get(opened, opened)
    depth = 1
    for at in range(mark.end(), block.end):
        if opened == "“" and text[at] == "“":
            depth += 1
        elif opened in ("''", "``"):
            if text.startswith("''", at):
                return at + 2
        elif text[at] in closing and not (opened == '"' and _reopens(text, at, block)):
            depth -= 1
            if depth <= 0:
                return at + 1
    return None


def _reopens(text: str, at: int, block: Block) -> bool:
    return text[at - 1].isspace() and at + 1 < block.end and text[at + 1].isalnum()


def _single(text: str, start: int, block: Block) -> int | None:
    """An apostrophe after a letter and before a blank may be a plural's: one after punctuation is taken first."""
    fallback = None
    for at in range(start, block.end):
        if text[at] in "‘“" or (text[at] == "'" and text[at - 1].isspace()):
            break
        if text[at] in "’'" and not (at + 1 < block.end and text[at + 1].isalnum()):
            if text[at - 1] in ".,!?…;":
                return at + 1
            fallback = fallback or at + 1
            if text[at - 1] != "s":
                return fallback
    return fallback


def scare(report: Report, quote: Quote) -> bool:
    """Say whether a quotation is too short to be somebody's statement by itself."""
    words = report.of(quote.field)[quote.start : quote.end]
    return len(words.split()) < _SAY_SO and words[-2:-1] not in (",", ".", "?", "!")
