"""Who hurt somebody, where reports call the doer by more or less: a relative, the grandfather, a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, by_report, parted
from dateline.knowledge.counted import words
from dateline.knowledge.rarity import news_words
from dateline.model import Claim, Participant, Reading

_DONE = frozenset({"happened", "ongoing", "possible"})
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_BEHIND = re.compile(r" (?:who|in|on|at|near|outside|inside|during|from|with)\b|,")
_OR = re.compile(r"\b(?:whether|if|either)\b", re.IGNORECASE)


def doers(members: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[Point]:
    """By whom somebody was hurt: called by another tie in each report, or left open between two in one of them."""
    told = by_report(members)
    if not any(seen.family == "harm" and seen.claim.action == "ASSAULT" for seen in members):
        return
    hurt = {_tied(_words(one, s.claim, readings[s.claim.report])) for s in members for one in s.claim.recipients}
    tied = [account for report in told if (account := _tie(told[report], readings[report], hurt))]
    known = {account.report for account in tied}
    if tied and len({account.key for account in tied}) == 1:
        tied += [a for report in told if report not in known if (a := _named(told[report], readings[report]))]
    if parted(tied):
        yield Point(slot="who", subject="the doer", accounts=tied, relation="finer")
    yield from _settled(told, readings)


def _tie(members: Sequence[Seen], reading: Reading, hurt: Set[str]) -> Account | None:
    """What tie the first doer of harm whom a report calls by one has to others."""
    for seen in sorted(members, key=lambda s: (s.claim.field == "title", -s.claim.weight, s.claim.id)):
        claim = seen.claim
        if seen.family == "harm" and claim.modality in _DONE and len(claim.actors) == 1:
            said = _words(claim.actors[0], claim, reading)
            if (tie := _tied(said)) and tie not in hurt:
                return Account(report=claim.report, claim=claim.id, key=tie, value=said)
    for claim in sorted(reading.claims, key=lambda c: (c.start, c.id)):
        match = _called().search(reading.report.words(claim.span)) if claim.field == "text" else None
        if match and (tie := _tied(match[1])):
            return Account(report=claim.report, claim=claim.id, key=tie, value=match[1])
    return None


def _named(members: Sequence[Seen], reading: Reading) -> Account | None:
    """The one person whom a report names as doing the harm."""
    names = {m.entity for m in reading.mentions if m.form == "name" and m.kind == "person"}
    found = {
        one.entity: (seen.claim, one)
        for seen in sorted(members, key=lambda s: (s.claim.weight, s.claim.id))
        for one in seen.claim.actors
        if seen.family == "harm" and seen.claim.modality in _DONE and one.entity in names
    }
    if len(found) != 1:
        return None
    ((claim, one),) = found.values()
    return Account(report=claim.report, claim=claim.id, key="by name", value=_words(one, claim, reading))


def _settled(told: Mapping[str, Sequence[Seen]], readings: Mapping[str, Reading]) -> Iterator[Point]:
    """Whether one or another did it, left open in a report, and told of one of them in another."""
    open_: list[Account] = []
    hurt: set[str] = set()
    for report, members in told.items():
        for seen in members:
            claim = seen.claim
            asked = claim.modality in ("hypothetical", "possible") and len(claim.actors) > 1
            if seen.family == "harm" and asked and _OR.search(readings[report].report.words(claim.span)):
                said = " or ".join(_words(one, claim, readings[report]) for one in claim.actors)
                open_.append(Account(report=report, claim=claim.id, key="open", value=said, before=True))
                hurt |= seen.recipients
    settled = [
        Account(
            report=report, claim=s.claim.id, key="settled", value=_words(s.claim.actors[0], s.claim, readings[report])
        )
        for report, members in told.items()
        for s in members
        if s.family == "harm" and s.claim.modality == "happened" and s.claim.actors and hurt & s.recipients
    ]
    if open_ and settled:
        yield Point(slot="who", subject="left open", accounts=[*open_, *settled], relation="updates")


def _words(one: Participant, claim: Claim, reading: Reading) -> str:
    """What a participant is called, without where and when."""
    said = " ".join(reading.report.of(claim.field)[one.start : one.end].split())
    return _BEHIND.split(said, maxsplit=1)[0]


def _tied(said: str) -> str:
    """The word for a tie that a description ends on, before any clause: "another family member": member."""
    ahead = said.partition(" of ")[0]
    last = [word.lower() for word in _WORD.findall(ahead)][-1:]
    return last[0] if last and last[0] in news_words("ties") else ""


@cache
def _called() -> re.Pattern[str]:
    """`The gunman was the cook's ex-boyfriend`: who the doer is told to be."""
    doer = "|".join(sorted(words("perpetrators")))
    ties = "|".join(sorted(news_words("ties"), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"\b(?:{doer}|suspect) (?:is|was|may have been|is believed to be|was believed to be|was identified as) "
        rf"((?:an?|the|her|his|their|one) (?:[\w’'-]+ ){{0,3}}?(?:{ties})(?: of [\w’' -]{{3,50}})?)\b",
        re.IGNORECASE,
    )
