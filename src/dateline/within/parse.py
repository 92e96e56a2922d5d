"""The grammar of one report: its words, sentences, dependencies and named spans, with offsets into the report.

Everything after this stage reads a `Parse`; nothing after it knows which parser made it. A parser for another language
or a larger model is one new file in ``within/parsers`` that keeps the `Parser` protocol.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Protocol

import msgspec

from dateline.knowledge.headlines import plain_headline
from dateline.knowledge.lemmas import verb_lemma
from dateline.model import Field, Report, Segment, Span
from dateline.within.layout.bodies import reattach
from dateline.within.layout.casing import Evidence
from dateline.within.layout.held import part
from dateline.within.layout.hyphens import mend
from dateline.within.layout.initials import group_named, stands_in
from dateline.within.layout.paragraphs import paragraphs
from dateline.within.layout.recase import working_copy
from dateline.within.layout.stolen import give_back
from dateline.within.layout.stripped import MARKS, lost, restored
from dateline.within.layout.sundered import sundered


class Tokens(msgspec.Struct, frozen=True, array_like=True):
    """What a parser says of one string: parallel columns, one entry a token, offsets into that string.

    ``heads`` are token numbers (a root is its own head), ``firsts`` the number of each sentence's first token,
    ``names`` the named spans as (first token, end token, label) with OntoNotes 5 labels; tags are Penn Treebank,
    ``pos`` Universal Dependencies, ``deps`` ClearNLP labels (https://github.com/clir/clearnlp-guidelines).
    """

    words: list[str]
    starts: list[int]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    firsts: list[int]
    names: list[tuple[int, int, str]]


class Parser(Protocol):
    """Turns strings into tokens. ``name`` is part of what a kept result is filed under."""

    @property
    def name(self) -> str:
        """Language, model and version, as in en_core_web_md-3.8.0; xx, or no language in front, reads them all."""
        ...

    def parse(self, reports: Sequence[Sequence[str]]) -> Iterator[list[Tokens]]:
        """Give the tokens of each text, in order, for the texts of each report; no report may change another's."""
        ...


def language_of(parser: Parser) -> str | None:
    """The language that a parser reads, by its name; None where it reads any."""
    found = re.match(r"([a-z]{2,3})_", parser.name)
    return None if found is None or found[1] == "xx" else found[1]


class Block(msgspec.Struct, frozen=True):
    """A stretch of a report that was parsed on its own: a headline, a paragraph, a caption."""

    field: Field
    kind: str
    start: int
    end: int


class Sentence(msgspec.Struct, frozen=True):
    """The tokens ``first`` up to ``end`` of a parse, and the number of the block they stand in."""

    first: int
    end: int
    block: int


class Parse:
    """The parse of one report as parallel columns over all its tokens; read-only by convention.

    ``starts`` and ``ends`` are offsets into the report's text, or into its title where the token's block says so.
    Words are those of the report itself even where the parser worked on a recased copy.
    """

    __slots__ = (
        "asked",
        "blocks",
        "deps",
        "ends",
        "heads",
        "kids",
        "lemmas",
        "low_lemmas",
        "lowers",
        "names",
        "pos",
        "sentence_at",
        "sentences",
        "starts",
        "tags",
        "words",
    )

    def __init__(self, report: Report, blocks: Sequence[Block], parsed: Iterable[Tokens]) -> None:
        self.blocks = tuple(blocks)
        self.asked: dict[object, dict[int, Any]] = {}  # by function and token: see `dateline.within.once`
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lemmas: list[str] = []
        self.pos: list[str] = []
        self.tags: list[str] = []
        self.deps: list[str] = []
        self.heads: list[int] = []
        self.names: list[tuple[int, int, str]] = []
        self.sentences: list[Sentence] = []
        for number, (block, tokens) in enumerate(zip(self.blocks, parsed, strict=True)):
            self._add(report, number, block, tokens)
        self.lowers = [word.lower() for word in self.words]
        self.low_lemmas = [lemma.lower() for lemma in self.lemmas]
        reattach(self.lowers, self.tags, self.deps, self.heads, self.names)
        self.sentence_at: list[int] = [0] * len(self.words)
        for number, sentence in enumerate(self.sentences):
            self.sentence_at[sentence.first : sentence.end] = [number] * (sentence.end - sentence.first)
        # the dependents of every token, left to right: asked for so often that a property cost 1 ms a report
        self.kids: list[list[int]] = [[] for _ in self.words]
        for token, head in enumerate(self.heads):
            if head != token:
                self.kids[head].append(token)

    def _add(self, report: Report, number: int, block: Block, tokens: Tokens) -> None:
        base, text = len(self.words), report.of(block.field)
        for start, word in zip(tokens.starts, tokens.words, strict=True):
            begin = block.start + start
            end = begin + len(word)
            said = text[begin:end]
            if said != word and MARKS.get(word, ("", ""))[0] == said:  # a comma or apostrophe that the text has lost
                self.starts.append(begin)
                self.ends.append(begin + 1)
                self.words.append(MARKS[word][1])
                continue
            if " " in said:
                end = _past(text, begin, len(word))
                said = text[begin:end].replace(" ", "")
            self.starts.append(begin)
            self.ends.append(end)
            self.words.append(said)
        both = zip(tokens.lemmas, self.words[base:], strict=True)
        own = [said if stands_in(lemma) else lemma for lemma, said in both]
        self.lemmas += [
            verb_lemma(lemma) if pos == "VERB" else lemma for lemma, pos in zip(own, tokens.pos, strict=True)
        ]
        pos, tags, deps, heads = list(tokens.pos), list(tokens.tags), list(tokens.deps), list(tokens.heads)
        mend(tokens.words, tokens.starts, pos, tags, deps, heads)
        part([word.lower() for word in tokens.words], tags, deps, heads)
        give_back(pos, deps, heads)
        firsts = sundered(tokens.words, tokens.pos, deps, heads, tokens.firsts)
        self.pos += pos
        self.tags += tags
        self.deps += deps
        self.heads += [base + head for head in heads]
        self.names += [(base + first, base + end, label) for first, end, label in tokens.names]
        edges = [base + first for first in firsts] + [len(self.words)]
        self.sentences += [Sentence(first, end, number) for first, end in pairwise(edges) if first < end]

    def __len__(self) -> int:
        return len(self.words)

    def block_of(self, token: int) -> Block:
        """The block that a token stands in."""
        return self.blocks[self.sentences[self.sentence_at[token]].block]

    def span(self, first: int, end: int) -> Span:
        """The words from token ``first`` up to, not including, token ``end``."""
        return Span(start=self.starts[first], end=self.ends[end - 1], field=self.block_of(first).field)

    def subtree(self, token: int) -> list[int]:
        """A token and all that hangs below it, in the order of the text."""
        found, queue = [token], [token]
        while queue:
            below = self.kids[queue.pop()]
            found += below
            queue += below
        return sorted(found)

    def edges(self, token: int) -> tuple[int, int]:
        """First token and end token of the stretch that a token's subtree covers."""
        below = self.subtree(token)
        return below[0], below[-1] + 1

    def above(self, token: int) -> Iterator[int]:
        """The heads of a token, nearest first, up to the root."""
        while (head := self.heads[token]) != token:
            token = head
            yield token

    def at(self, offset: int, field: Field = "text") -> int | None:
        """The number of the token that covers an offset, or None."""
        for sentence in self.sentences:
            if self.blocks[sentence.block].field != field or not (
                self.starts[sentence.first] <= offset < self.ends[sentence.end - 1]
            ):
                continue
            for token in range(sentence.first, sentence.end):
                if self.starts[token] <= offset < self.ends[token]:
                    return token
        return None

    def within(self, span: Span) -> list[int]:
        """The tokens that lie in a span."""
        return [
            token
            for sentence in self.sentences
            if self.blocks[sentence.block].field == span.field
            and self.starts[sentence.first] < span.end
            and self.ends[sentence.end - 1] > span.start
            for token in range(sentence.first, sentence.end)
            if span.start <= self.starts[token] and self.ends[token] <= span.end
        ]


def _past(text: str, begin: int, size: int) -> int:
    """Where a word ends whose letters stand apart in the text: `U . S .`, of which the parser saw `U.S.`."""
    end = begin
    while size:
        size -= text[end] != " "
        end += 1
    return end


def blocks(report: Report, segments: Sequence[Segment]) -> list[Block]:
    """Cut a report into the stretches that are parsed apart: the title, then each paragraph of each segment.

    A title that the text repeats as its headline is parsed once, in the text. Lines that were broken by hand (a line
    that ends in the middle of a sentence) are kept in one block.
    """
    found: list[Block] = []
    if report.title and not any(
        s.kind == "headline" and report.text[s.start : s.end].strip() == report.title.strip() for s in segments
    ):
        found += _headline(report, "title", 0, len(report.title))
    for segment in segments:
        for start, end in paragraphs(report.text, segment.start, segment.end):
            head = segment.kind == "headline"
            found += _headline(report, "text", start, end) if head else [Block("text", segment.kind, start, end)]
    return [block for block in found if report.of(block.field)[block.start : block.end].strip()]


def _headline(report: Report, field: Field, start: int, end: int) -> list[Block]:
    """A headline, and by itself what pages hang on it: the outlet's name would upset its grammar."""
    words = report.of(field)[start:end]
    outlet = (report.outlet.name, report.outlet.domain or "") if report.outlet else ()
    plain = plain_headline(words, *outlet)
    at = words.find(plain) if plain else -1
    edges = (0, at, at + len(plain), len(words)) if at >= 0 else (0, len(words))
    return [Block(field, "headline", start + a, start + b) for a, b in pairwise(edges) if words[a:b].strip()]


def parses(batch: Sequence[tuple[Report, Sequence[Segment]]], parser: Parser) -> Iterator[Parse]:
    """Parse a batch of reports at once, which is what keeps a parser busy; gives one `Parse` each, in order."""
    cut = [blocks(report, segments) for report, segments in batch]
    copies = []
    for (report, _), found in zip(batch, cut, strict=True):
        seen, bare = Evidence(report.text), report.text if lost(report.text) else ""
        texts = [group_named(working_copy(report.of(b.field)[b.start : b.end], b.kind, seen), report) for b in found]
        copies.append([restored(text, bare) for text in texts] if bare else texts)
    for (report, _), found, tokens in zip(batch, cut, parser.parse(copies), strict=True):
        yield Parse(report, found, tokens)
