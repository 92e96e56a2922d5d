"""Attributions by punctuation alone: "Minister: talks were useful", '"We had to leave." - A. Resident'."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.cues import labels
from dateline.within.saying.clauses import Clauses, Draft
from dateline.within.saying.quote import Quote

_DASHES = frozenset(("―", "—", "–", "-", "--", "~"))
_SHORT = 8  # words: a speaker before a colon or after a dash has no more
_LINE = 160  # characters: a longer first paragraph is no headline


def punctuated(clauses: Clauses, marks: list[Quote]) -> Iterator[Draft]:
    """Give the attributions that headlines and signed quotations show without a cue word."""
    parse = clauses.parse
    for number, sentence in enumerate(parse.sentences):
        block = parse.blocks[sentence.block]
        if number and parse.sentences[number - 1].block == sentence.block:
            continue
        leads = block.start == 0 or block.kind == "headline"
        if leads and block.end - block.start < _LINE:
            yield from _colon(clauses, sentence.first, sentence.end)
    for quote in marks:
        yield from _signed(clauses, quote)


def _colon(clauses: Clauses, first: int, end: int) -> Iterator[Draft]:
    parse = clauses.parse
    for token in range(first + 1, min(first + _SHORT, end - 2)):
        if parse.words[token] != ":":
            continue
        before = range(first, token)
        named = any(parse.pos[t] in ("PROPN", "NOUN") for t in before)
        plain = not any(parse.tags[t] in ("VBD", "VBZ", "VBP", "MD", "CD") for t in before)
        if named and plain and parse.lowers[first] not in labels() and end - token > _SHORT // 2:
            yield Draft(token, "say", "colon", ((token, token + 1),), ((first, token),), ((token + 1, end),), token - 1)
        return


def _signed(clauses: Clauses, quote: Quote) -> Iterator[Draft]:
    parse = clauses.parse
    last = parse.at(quote.end - 1, quote.field)
    if last is None or last + 2 >= len(parse) or parse.words[last + 1] not in _DASHES:
        return
    block = parse.block_of(last)
    first = parse.at(quote.start, quote.field)
    end = last + 2
    while (
        end < len(parse) and parse.starts[end] < block.end and parse.block_of(end) is block and end - last < _SHORT + 3
    ):
        if parse.pos[end] in ("VERB", "AUX"):
            return
        end += 1
        if parse.words[end - 1] in ",.":
            break
    if first is None or parse.pos[last + 2] != "PROPN":
        return
    yield Draft(last + 1, "say", "signed", ((last + 1, last + 2),), ((last + 2, end),), ((first, last + 1),), last + 2)
