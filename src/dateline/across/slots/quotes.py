"""The very words: quotations that reports of one event give otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import msgspec

from dateline.across.slots.accounts import Account, Point
from dateline.model import Claim, Entities, Reading

LEAST = 4  # words: shorter quotations are terms
RUN = 4  # words in a row that two quotations share at least
ALIKE = 0.6  # of the shorter one's words stand in the other too, in order
WHOLE = 5  # words from which on a quotation with a capital passes for a whole sentence
MORE = 3  # words that one must have beyond the other within one sentence
SHOWN = 3  # points an event: reports of speeches differ in all they quote
_MARK = re.compile(r"[\"“”\n]")
_INSERTED = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_SENTENCE = re.compile(r"[^.!?…]+")
_WORD = re.compile(r"[^\W_]+")  # marks make no other words, nor do blanks before them: don't, don ’ t
_BRITISH = re.compile(r"is(?=(?:e|ed|es|er|ing|ation|ations)$)")  # realised, realized


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence inside quotation marks, with the claim that it belongs to."""

    report: str
    start: int
    text: str
    words: tuple[str, ...]
    claim: Claim
    speaker: str | None

    @property
    def account(self) -> Account:
        """The quotation as an account: capitals and marks make no other words."""
        return Account(report=self.report, claim=self.claim.id, key=" ".join(self.words), value=self.text)


def quotes(
    reports: Sequence[str], readings: Mapping[str, Reading], entities: Entities
) -> Iterator[tuple[Point, tuple[Claim, ...]]]:
    """Sentences that reports quote in other words, each with the claims that carry them."""
    given = {report: _quoted(readings[report], entities) for report in reports}
    by_run: dict[tuple[str, ...], list[Quoted]] = defaultdict(list)
    for report in sorted(given):
        for quoted in given[report]:
            for run in {quoted.words[n : n + RUN] for n in range(len(quoted.words) - RUN + 1)}:
                by_run[run].append(quoted)
    taken: set[tuple[str, int]] = set()
    shown = 0
    for one in (quoted for report in sorted(given) for quoted in given[report]):
        alike = {
            (q.report, q.start): q for n in range(len(one.words) - RUN + 1) for q in by_run[one.words[n : n + RUN]]
        }
        group = [q for key, q in sorted(alike.items()) if q.report == one.report or _one_saying(one, q)]
        group = [q for q in group if q.report != one.report or q.start == one.start]
        if shown >= SHOWN or len({q.report for q in group}) < 2 or any((q.report, q.start) in taken for q in group):
            continue
        relation = _relation(_apart(group, given))
        taken |= {(q.report, q.start) for q in group}
        if relation:
            shown += 1
            yield (
                Point(slot="quote", accounts=[q.account for q in group], relation=relation),
                tuple(q.claim for q in group),
            )


def _quoted(reading: Reading, entities: Entities) -> list[Quoted]:
    """The sentences that a report quotes and that belong to a claim."""
    text, found = reading.report.text, []
    claims = sorted((c for c in reading.claims if c.field == "text"), key=lambda c: (c.start, c.end, c.id))
    for start, end in _between_marks(text):
        for sentence in _SENTENCE.finditer(text, start, end):
            bare = _INSERTED.sub(" ", sentence.group())
            words = tuple(_BRITISH.sub("iz", word.lower()) for word in _WORD.findall(bare))
            home = next((c for c in claims if c.start < sentence.end() and sentence.start() < c.end), None)
            if len(words) >= LEAST and home is not None:
                said = " ".join(sentence.group().split()).strip(" ,;:")
                found.append(
                    Quoted(
                        report=reading.report.id,
                        start=sentence.start(),
                        text=said,
                        words=words,
                        claim=home,
                        speaker=_speaker(reading, entities, sentence.start()),
                    )
                )
    return found


def _speaker(reading: Reading, entities: Entities, offset: int) -> str | None:
    """Who is named for the words at an offset."""
    for said in reading.attributions:
        named = any(reading.report.words(source)[:1].isupper() for source in said.source)
        if said.speaker and named and any(s.field == "text" and s.start <= offset < s.end for s in said.content):
            name = entities.of.get(said.speaker)
            return name if name not in entities.unnamed else None
    return None


def _between_marks(text: str) -> Iterator[tuple[int, int]]:
    """Stretches inside quotation marks; a straight mark opens where none is open, and no line leaves one open."""
    opened: int | None = None
    for mark in _MARK.finditer(text):
        if mark.group() == "\n":
            opened = None
        elif mark.group() == "“" or (mark.group() == '"' and opened is None):
            opened = mark.end()
        elif opened is not None:
            yield opened, mark.start()
            opened = None


def _one_saying(one: Quoted, other: Quoted) -> bool:
    """Say whether two quotations are of one sentence that somebody said."""
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return False
    blocks = SequenceMatcher(None, one.words, other.words, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks if block.size > 1)
    return shared >= ALIKE * min(len(one.words), len(other.words))


def _apart(group: Sequence[Quoted], given: Mapping[str, Sequence[Quoted]]) -> list[Quoted]:
    """A group without those whose report quotes the other sentence too: they are two sayings."""
    sayings = {quoted.words for quoted in group}
    return [q for q in group if not any(o.words in sayings - {q.words} for o in given[q.report])]


def _relation(group: Sequence[Quoted]) -> str:
    """``finer`` where the shorter stands in the longer, ``disputes`` where words differ; none where it is the same."""
    relation = ""
    for one in group:
        for other in group:
            if one.words == other.words or len(one.words) > len(other.words):
                continue
            if " ".join(one.words) in " ".join(other.words):  # what only breaks off leaves nothing out
                more = len(other.words) - len(one.words) >= MORE and len(one.words) >= WHOLE and one.text[:1].isupper()
                more = more and other.words[: len(one.words)] != one.words
                relation = relation or ("finer" if more else "")
            elif _altered(one.words, other.words):
                return "disputes"
    return relation


def _altered(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether words were changed between words that are the same; not only left out at the ends."""
    blocks = [b for b in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks() if b.size]
    gaps = [
        ("".join(one[before.a + before.size : later.a]), "".join(other[before.b + before.size : later.b]))
        for before, later in pairwise(blocks)
    ]
    changed = any(ours and theirs and ours != theirs for ours, theirs in gaps)  # "air strikes" are "airstrikes"
    return changed and blocks[0].size + blocks[-1].size >= RUN
