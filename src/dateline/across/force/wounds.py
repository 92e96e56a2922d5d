"""Where somebody was hit: the arm in one report, the shoulder in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

import msgspec

from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, parted
from dateline.knowledge.rarity import news_words
from dateline.model import Claim, Reading

REACH = 45  # characters behind a word of harm in which the part of the body stands
_WORD = re.compile(r"[a-z]+")
_DONE = frozenset({"happened", "ongoing"})
_FAMILY = "harm"


class Wound(msgspec.Struct, frozen=True, kw_only=True):
    """Where one report says that one person was hit."""

    claim: Claim
    part: str
    words: str
    people: frozenset[str]
    ages: frozenset[int]
    named: bool
    called: frozenset[str]

    def one(self, other: Wound, *, lone: bool) -> bool:
        """Say whether two wounds are of one person: by name or age, or where each report tells of one wound alone, of
        somebody who is called alike."""
        if self.named and other.named:
            return bool(self.people & other.people)
        if self.ages and other.ages:
            return bool(self.ages & other.ages)
        return bool(self.people & other.people) or (lone and bool(self.called & other.called))


def wounds(members: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[Point]:
    """The parts of the body in which one person was hit, where reports differ."""
    given: dict[str, list[Wound]] = {}
    for seen in sorted(members, key=lambda s: (s.claim.report, s.claim.start, s.claim.id)):
        wound = _wound(seen, readings[seen.claim.report])
        own = given.setdefault(seen.claim.report, [])
        if wound and not any(w.part == wound.part for w in own):
            own.append(wound)
    pairs = []
    for one, other in combinations(sorted(r for r in given if given[r]), 2):
        lone = len(given[one]) == len(given[other]) == 1
        pairs += [(a, b) for a in given[one] for b in given[other] if a.one(b, lone=lone)]
    parts = {(w.claim.report, w.part) for pair in pairs for w in pair}
    differing = [(a, b) for a, b in pairs if not {(a.claim.report, b.part), (b.claim.report, a.part)} & parts]
    told = {w.claim.id + w.part: w for pair in differing for w in pair}
    accounts = [
        Account(report=w.claim.report, claim=w.claim.id, key=w.part, value=w.words) for _, w in sorted(told.items())
    ]
    if parted(accounts):
        yield Point(slot="action", subject="wound", accounts=accounts)


def _wound(seen: Seen, reading: Reading) -> Wound | None:
    claim = seen.claim
    if seen.family != _FAMILY or claim.modality not in _DONE or claim.field != "text" or not claim.recipients:
        return None
    text = reading.report.text
    others = [c.trigger.start for c in reading.claims if c.field == "text" and c.trigger.start > claim.trigger.end]
    end = min(
        [claim.trigger.end + REACH, len(text), *(start for start in others if text[claim.trigger.end : start].strip())]
    )
    match = _parts().search(text, claim.trigger.end, end)
    if match is None or any(one.start > match.start() for one in claim.recipients):
        return None
    people = {one.entity for one in claim.recipients if one.entity}
    own = [m for m in reading.mentions if m.entity in people and m.kind == "person"]
    if len(people) != 1 or not own or any(m.plural for m in own):
        return None
    return Wound(
        claim=claim,
        part=match[1].lower().removesuffix("s"),
        words=" ".join(match.group().split()),
        people=seen.recipients,
        ages=frozenset(m.age for m in own if m.age is not None),
        named=any(m.form == "name" for m in own),
        called=news_words("anyone_hurt")
        & {w for m in own if m.form == "nominal" for w in _WORD.findall(m.text.lower())},
    )


@cache
def _parts() -> re.Pattern[str]:
    parts = "|".join(sorted(news_words("body_parts"), key=lambda word: (-len(word), word)))
    whose = r"(?:the|his|her|their|one)"
    side = rf"(?:upper|lower|left|right|back of {whose}|side of {whose})"
    return re.compile(
        rf"\b(?:in|to|through) (?:{whose} |both )?(?:{side} )*({parts})\b",
        re.IGNORECASE,
    )
