"""Whose name was not told at first, and who it is by later reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, by_report
from dateline.across.slots.justice import STEPS
from dateline.knowledge.rarity import news_words
from dateline.model import Claim, Entities, Event, Reading

UNNAMED = "not named"
TOLL = ("killed", "injured")
SIDES = ("sufferers", "doers")
_NOT = r"(?:not|n['’]t|yet to|never|nor)"
_NAME = r"(?:names?|identit(?:y|ies))"
_TOLD = (
    r"(?:released?|given?|disclosed?|known|provided?|revealed?|available|confirm(?:ed)?|public|releasing|shar(?:ed|e))"
)
_WITHHELD = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_NAME}\b[^.;\n]{{0,60}}?(?:\b|(?=n['’]t)){_NOT}\b[^.;\n]{{0,25}}?\b{_TOLD}\b",
        rf"\b{_NAME}\b[^.;\n]{{0,40}}?\b(?:withheld|pending)\b",
        rf"(?:\b|(?=n['’]t)){_NOT}\b(?: \w+){{0,2}}? {_TOLD} [^.;\n]{{0,30}}?\b{_NAME}\b(?: of [^.,;\n]{{0,40}})?",
        (
            rf"(?:\b|(?=n['’]t)){_NOT}\b(?: \w+){{0,2}}? (?:been |be )?(?:\w+ )?(?:identif(?:ied|y)|named?)\b"
            r"(?: the [^.,;\n]{0,30})?"
        ),
        r"\b(?:declin|refus)\w+ to (?:release|give|identify|name|disclose)\b[^.,;\n]{0,40}",
        rf"\b(?:withh(?:eld|olding)) [^.;\n]{{0,20}}?\b{_NAME}\b(?: of [^.,;\n]{{0,40}})?",
        rf"\bno {_NAME}\b[^.;\n]{{0,20}}?\b{_TOLD}\b",
    )
)
_MANY = frozenset({"people", "children", "men", "women", "identities", "wounded"})
_TOKEN = re.compile(r"[^\W_]+")
_LEAD = 60  # characters before such words in which it stands whose name it is


def withheld(
    event: Event, members: Sequence[Seen], after: Sequence[Seen], readings: Mapping[str, Reading], entities: Entities
) -> Iterator[Point]:
    """Where one report says that the name of one who was hurt, or who did it, is not told, and a later one gives it."""
    if event.action != "ASSAULT" and not any(q.of in TOLL for q in event.quantities):
        return
    told = by_report(members)
    people = {entity.id: entity.name for entity in entities.found if entity.kind == "person"}
    named = {name: _named(readings[name], entities) & people.keys() - entities.unnamed for name in told}
    one = sum(q.low or 0 for q in event.quantities if q.of in TOLL) == 1
    for side in SIDES:
        silent = {n: place for n in told if (place := _silent(readings[n], side, one=one)) is not None}
        parts = {name: _parts(own, after, name, side) for name, own in told.items()} if silent else {}
        votes = Counter(
            person
            for name, persons in parts.items()
            for person in sorted(persons.keys() & named[name])
            if any(person not in named[other] and _before(readings[other], readings[name]) for other in silent)
        )
        person = min(votes, key=lambda known: (-votes[known], known), default="")
        known = [name for name in parts if person in parts[name] and person in named[name]]
        open_ = [name for name in silent if person not in named[name]]
        accounts = [Account(report=n, claim=parts[n][person], key=people[person], value=people[person]) for n in known]
        for name in open_:
            claim = _over(readings[name], silent[name]) or told[name][0].claim.id
            accounts.append(Account(report=name, claim=claim, key="", value=UNNAMED))
        if person:
            yield Point(slot="who", subject=people[person], accounts=accounts, relation="updates")


def _named(reading: Reading, entities: Entities) -> set[str]:
    """Whom a report names."""
    own = (m for m in reading.mentions if m.form == "name" and m.kind == "person")
    return {entities.of[m.entity] for m in own if m.entity in entities.of}


def _parts(own: Sequence[Seen], after: Sequence[Seen], report: str, side: str) -> dict[str, str]:
    """Those hurt in a report's claims of harm, or those who did it or are held for it; each with a claim."""
    found: dict[str, str] = {}
    for seen in own:
        if seen.family == "harm" and seen.claim.modality == "happened":
            for person in sorted(seen.recipients if side == "sufferers" else seen.actors):
                found.setdefault(person, seen.claim.id)
    for seen in after if side == "doers" else ():
        if seen.claim.report == report and seen.act in STEPS:
            for person in sorted(seen.recipients):
                found.setdefault(person, seen.claim.id)
    return found


def _silent(reading: Reading, side: str, *, one: bool) -> int | None:
    """Where a report says that a name of that side is not told.

    It is told of one person, by a noun in the singular; else it is the victim's, where ``one`` alone was hurt.
    """
    text = reading.report.text
    for pattern in _WITHHELD:
        for match in pattern.finditer(text):
            start = max(text.rfind(mark, 0, match.start()) for mark in (". ", "\n", ";")) + 1
            words = _TOKEN.findall(text[max(start, match.start() - _LEAD) : match.end()].lower())
            whose = next((known for word in words for known in SIDES if word in news_words(known)), "")
            many = not _MANY.isdisjoint(words) or any(word[-1] == "s" and word[:-1] in _every() for word in words)
            if whose == side and not many:
                return match.start()
            if side == "sufferers" and one and not whose and _about_one(words):
                return match.start()
    return None


def _every() -> frozenset[str]:
    return news_words("sufferers") | news_words("doers")


def _about_one(words: Sequence[str]) -> bool:
    """Say whether words without a noun tell of the one who was hurt: "no names", "her identity"."""
    return not {"his", "her", "no", "their"}.isdisjoint(words)


def _over(reading: Reading, place: int) -> str | None:
    """The weightiest claim whose words hold a place of the text."""
    over: list[Claim] = [c for c in reading.claims if c.field == "text" and c.start <= place < c.end]
    return min(over, key=lambda c: (-c.weight, c.id)).id if over else None


def _before(one: Reading, other: Reading) -> bool:
    """Say whether a report came out no later than another."""
    out, later = one.report.published, other.report.published
    if not out or not later or not out.earliest or not later.latest:
        return True
    return out.earliest <= later.latest
