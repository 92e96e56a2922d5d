"""What an event is called, and the sentence that tells most of it: always the reports' own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.across.event.seen import Draft
from dateline.knowledge.headlines import plain_headline, shortened
from dateline.knowledge.persons import pronouns
from dateline.model import Claim, Reading

TITLE = 120  # characters
SENTENCE = 360  # characters of the sentence that is quoted for an event
TOLD = 0.75  # weight from which on a report's headline is taken to be of the event
_THAT = "that "
NEARLY = 0.25  # of weight: sentences that tell about as much
LEAST = 6  # words of a sentence that tells something by itself
_EDGE = re.compile(r"[,;:](?=\s|$)|[–—]|\s-\s")  # where a clause may end
_WORD = re.compile(r"\w+")


def named_by(draft: Draft, main_of: Sequence[str], readings: Mapping[str, Reading]) -> list[str]:
    """The reports that were written to tell an event: by how much of each is this event, then by day, then by id."""
    told = {name: max((c.weight for c in _of(draft, name)), default=0.0) for name in main_of}

    def order(name: str) -> tuple[bool, str, str]:
        published = readings[name].report.published
        return told[name] < TOLD, str(published.earliest if published else None), name

    return sorted(main_of, key=order)


def title(draft: Draft, main_of: Sequence[str], readings: Mapping[str, Reading]) -> str:
    """The headline of the first report that was written to tell it, else the clause of its weightiest claim."""
    for name in named_by(draft, main_of, readings):
        report = readings[name].report
        outlet = (report.outlet.name, report.outlet.domain or "") if report.outlet else ()
        if headline := plain_headline(_headline(readings[name]), *outlet):
            return shortened(headline, TITLE)
    best = max((s.claim for s in draft.members), key=lambda c: (c.weight, -c.start, c.id))
    return shortened(clause(readings[best.report], best), TITLE)


def sentence(draft: Draft, main_of: Sequence[str], readings: Mapping[str, Reading]) -> str:
    """The first whole sentence in which a report tells it, of the report that gives its title; else an empty one.

    A sentence that begins with a pronoun is taken only where there is no other.
    """
    others = sorted(set(draft.reports) - set(main_of))
    for name in (*named_by(draft, main_of, readings), *others):
        report = readings[name].report
        claims = [c for c in _of(draft, name) if c.field == "text" and _whole(report.words(c.span))]
        if claims:
            enough = max(c.weight for c in claims) - NEARLY
            best = min(claims, key=lambda c: (c.weight < enough, _goes_back(report.words(c.span)), c.start, c.id))
            return shortened(" ".join(report.words(best.span).split()), SENTENCE)
    return ""


def _of(draft: Draft, report: str) -> list[Claim]:
    return [seen.claim for seen in draft.members if seen.claim.report == report]


def _headline(reading: Reading) -> str:
    if reading.report.title:
        return reading.report.title
    line = next((s for s in reading.segments if s.kind == "headline"), None)
    return reading.report.text[line.start : line.end] if line else ""


def _goes_back(words: str) -> bool:
    first = _WORD.search(words)
    return first is not None and first[0].lower() in pronouns()


def _whole(words: str) -> bool:
    """Say whether words are a sentence that can be quoted: it begins and ends as one and is long enough."""
    plain = " ".join(words.split())
    return (
        len(_WORD.findall(plain)) >= LEAST
        and plain[-1:] in ".!?”\"’'…"
        and (plain.lstrip("“\"‘'(")[:1].isupper() or plain[:1].isdigit())
    )


def clause(reading: Reading, claim: Claim) -> str:
    """The part of its sentence that a claim takes up, from whoever acts to the end of what is told of it.

    What is only said of it ("..., the ministry said") is left out; where little would remain, it is the whole sentence.
    """
    report = reading.report
    text = report.of(claim.field)
    first, last = _told(reading, claim)
    people = [p for p in (*claim.actors, *claim.recipients) if first <= p.start and p.end <= last]
    start = min((p.start for p in people if p.start < claim.trigger.start), default=first)
    if not _opening(text[start:last]):  # "his brother", "which", "to": what it goes back to stands before it
        start = first
    following = _EDGE.search(text, max((claim.trigger.end, *(e for e in _ends(claim, last)))), last)
    words = " ".join(text[start : following.start() if following else last].split()).rstrip(".")
    return words if len(_WORD.findall(words)) >= LEAST // 2 else " ".join(report.words(claim.span).split())


def _opening(words: str) -> bool:
    """Say whether a clause can begin so: with a name, a number, an article or a quotation."""
    return not words[:1].islower() or words.startswith(("the ", "a ", "an "))


def _told(reading: Reading, claim: Claim) -> tuple[int, int]:
    """The stretch of a sentence that holds a claim: what somebody says in it, else all of it."""
    mine = set(claim.attributions)
    held = [
        (max(span.start, claim.start), min(span.end, claim.end))
        for said in reading.attributions
        if said.id in mine
        for span in said.content
        if span.field == claim.field and span.start <= claim.trigger.start and claim.trigger.end <= span.end
    ]
    first, last = min(held, key=lambda s: s[1] - s[0], default=(claim.start, claim.end))
    text = reading.report.of(claim.field)
    if text.startswith(_THAT, first):
        first += len(_THAT)
    return (first, last) if _opening(text[first:last]) else (claim.start, last)


def _ends(claim: Claim, last: int) -> Iterator[int]:
    """Where the words of its slots end, as far as they lie before ``last``."""
    ends = [part.end for part in (*claim.actors, *claim.recipients)] + [q.end for q in claim.quantities]
    if claim.place and claim.place.end is not None and claim.field == "text":
        ends.append(claim.place.end)
    yield from (end for end in ends if claim.trigger.end <= end <= last)
