"""What says only that something happened: told of what was told right before it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from dateline.across.event.seen import Seen
from dateline.knowledge.rarity import news_words
from dateline.model import Field, Reading

NEAR = 80  # characters from a subject to its verb
FAR = 600  # and from what happened to the sentence that says where or when
SHARE = 0.9  # of the weight of what was told: it is told there, not here
_BACK = re.compile(r"\b(?:it|this|that|incident|attack|which)(?: all)?(?: \w+ed)?\W*$", re.IGNORECASE)
_OPEN = re.compile(r"\bwhat(?: had| has| really)?\s*$", re.IGNORECASE)
_PLACE = re.compile(r"\s+place\b")


def placed(claims: Sequence[Seen], readings: Mapping[str, Reading]) -> list[Seen]:
    """The claims, each "it happened at nine on Dock Road" told as the act that it speaks of."""
    told: dict[tuple[str, Field], list[Seen]] = defaultdict(list)
    for seen in claims:
        told[seen.claim.report, seen.claim.field].append(seen)
    found: dict[str, Seen] = {}
    for (report, field), own in sorted(told.items()):
        if any(_happens(seen, readings[report]) for seen in own):
            ordered = sorted(own, key=lambda s: (s.claim.trigger.start, s.claim.id))
            text = readings[report].report.of(field)
            found |= {s.claim.id: made for s in ordered if (made := _as_told(s, ordered, readings[report], text))}
    return [found.get(seen.claim.id, seen) for seen in claims]


def happens(seen: Seen, reading: Reading) -> bool:
    """Say whether a claim says no more of an act than that it happened, and something of where or when."""
    return _happens(seen, reading) and _telling(seen, reading)


def _happens(seen: Seen, reading: Reading) -> bool:
    claim = seen.claim
    if claim.action != "OTHER" or claim.modality != "happened":
        return False
    light = claim.lemma == "take" and _PLACE.match(reading.report.of(claim.field), claim.trigger.end)
    return bool(light) or claim.lemma in news_words("happening")


def _telling(seen: Seen, reading: Reading) -> bool:
    claim, place = seen.claim, seen.claim.place
    if any(t.field == claim.field and claim.start <= t.start < claim.end for t in reading.times):
        return True
    return bool(place and place.basis == "stated" and claim.start <= (place.start or -1) < claim.end)


def _as_told(seen: Seen, ordered: Sequence[Seen], reading: Reading, text: str) -> Seen | None:
    """A claim as one of the act that it speaks of: its subject, else the last harm told before it."""
    if not happens(seen, reading):
        return None
    start = seen.claim.trigger.start
    if _OPEN.search(text, max(0, start - NEAR), start):
        return None
    before = [s for s in ordered if s.claim.trigger.end <= start and s.family in ("harm", "base")]
    subject = before[-1] if before and before[-1].claim.start == seen.claim.start else None
    if subject and (_happens(subject, reading) or start - subject.claim.trigger.end > NEAR):
        subject = None
    if subject is None and _BACK.search(text, max(0, start - NEAR), start):
        harm = [s for s in before if s.family == "harm" and start - s.claim.trigger.end <= FAR]
        subject = harm[-1] if harm else None
    if subject is None or subject.claim.modality != "happened":
        return None
    weight = min(seen.claim.weight, SHARE * subject.claim.weight)
    claim = replace(seen.claim, weight=weight, other=subject.claim.other)
    return replace(seen, claim=claim, act=subject.act, family=subject.family, incident=subject.incident)
