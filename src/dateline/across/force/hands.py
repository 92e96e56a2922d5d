"""Whose forces did it: by the countries that reports name, by who claims or is blamed for it, and who denies it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dateline.across.event.general import RAZED
from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, parted
from dateline.knowledge.acts import act
from dateline.knowledge.counted import thing
from dateline.knowledge.countries import country_in
from dateline.model import Claim, Entities, Reading

HIGH = 0.5  # of a report's greatest weight: what is told further down is of other happenings
COALITION = "coalition"  # of several countries: named by none of them
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+\.?)?")
_DONE = frozenset({"happened", "ongoing"})
_NAMED = re.compile(r"(?<=\w )[A-Z]|^(?!The\b)[A-Z]")
_WHERE = re.compile(r"\b(?:on|in|at|against|near|over|from|inside|across|around|outside|targeting)\b")
_EITHER = re.compile(
    r"\b(?P<not>neither)\b[^.;]{3,60}?\bnor\b[^.;,]{3,40}|\b(?:either|whether)\b[^.;]{3,80}?\bor\b[^.;,]{3,50}",
    re.IGNORECASE,
)
_NONE_OF_IT = re.compile(
    r"(?P<who>[A-Z][\w-]+(?:(?: and|,) [A-Z][\w-]+)*)(?: [a-z]+){0,2} (?:(?:had|have|has) nothing to do with|"
    r"(?:was|were|is|are) not (?:involved in|behind|responsible for)|(?:had|has|have) (?:no part|no role) in)"
)
_CLAIMED = re.compile(
    r"\bclaim(?:s|ed|ing)? (?:the )?(?:full )?responsibility\b|\bclaim(?:s|ed|ing)? the ((?:[a-z]+ ?){1,3})"
)


class Hand(msgspec.Struct, frozen=True, kw_only=True):
    """Whom one sentence of a report names for it: certain, ``open`` between several, or ``denied``."""

    claim: Claim
    countries: frozenset[str]
    said: str
    how: str


def hands(told: Mapping[str, Sequence[Seen]], readings: Mapping[str, Reading], entities: Entities) -> Iterator[Point]:
    """Whose forces did it, where no country is named in two reports, one denies it, or one leaves it open; and which
    bodies, where one claims it or is blamed for it and another report names another."""
    given = {report: _own(members, readings[report]) for report, members in told.items()}
    accounts = _accounts(given)
    if parted(accounts):
        yield Point(slot="who", accounts=accounts)
        return
    accounts = _bodies(told, readings, entities)
    if parted(accounts):
        yield Point(slot="who", subject="responsible", accounts=accounts, relation="disputes")


def _own(members: Sequence[Seen], reading: Reading) -> list[Hand]:
    """Whom a report names: those between whom it leaves it open before those who acted; and those who did not do it."""
    stated = list(_left_open(members, reading))
    denied = [hand for hand in stated if hand.how == "not"]
    certain = [hand for hand in _certain(members, reading) if not any(_within(hand, no) for no in denied)]
    by = [hand for hand in stated if hand.how == "open"] or [hand for hand in certain if hand.how == "by"]
    return by + denied + [hand for hand in certain if hand.how == "not"]


def _within(hand: Hand, denial: Hand) -> bool:
    """Say whether a claim stands in the sentence that denies it."""
    return denial.claim.start <= hand.claim.trigger.start < denial.claim.end and hand.countries <= denial.countries


def _accounts(given: Mapping[str, Sequence[Hand]]) -> list[Account]:
    """The accounts of all reports, where two differ: of other countries, left open or not, or done and denied."""
    by = {report: _of(own, "by", "open") for report, own in given.items()}
    refused = {report: _of(own, "not") for report, own in given.items()}
    sides = {report: side for report, side in by.items() if side}
    every = list(sides.values())
    denied = {r for r, side in refused.items() if any(side & other for other in every)}
    apart = any(not one & other for one in every for other in every)
    left_open = any(hand.how == "open" for own in given.values() for hand in own) and len(set(every)) > 1
    one_sided = bool(denied) and (denied - sides.keys() or sides.keys() - denied)
    if not (apart or left_open or one_sided):
        return []
    accounts = []
    for report, own in given.items():
        for hand in own:
            no = hand.how == "not"
            if no and report not in denied:
                continue
            countries = refused[report] if no else by[report]
            said = _shown([other for other in own if (other.how == "not") == no])
            value = f"not {said}" if no and not said.lower().startswith("neither") else said
            key = f"{'not by' if no else 'by'} " + " ".join(sorted(countries))
            accounts.append(Account(report=report, claim=hand.claim.id, key=key, value=value))
    return accounts


def _of(own: Sequence[Hand], *how: str) -> frozenset[str]:
    return frozenset().union(*(hand.countries for hand in own if hand.how in how))


def _shown(own: Sequence[Hand]) -> str:
    """The words for whom a report names: of a body rather than of what it struck with; all, where it names several."""
    named: dict[frozenset[str], str] = {}
    for hand in own:
        if hand.countries not in named or (_means_of(named[hand.countries]) and not _means_of(hand.said)):
            named[hand.countries] = hand.said
    return " and ".join(dict.fromkeys(named.values()))


def _certain(members: Sequence[Seen], reading: Reading) -> Iterator[Hand]:
    """Those of named countries who act in the claims of force, or are said not to have acted."""
    least = HIGH * members[0].claim.weight
    for seen in members:
        claim = seen.claim
        force = (seen.family == "harm" or claim.mode == RAZED) and claim.action == "ASSAULT"
        if not force or not claim.actors or claim.weight < least:
            continue
        text = reading.report.of(claim.field)
        if countries := _countries([text[actor.start : actor.end] for actor in claim.actors]):
            said = " and ".join(" ".join(text[a.start : a.end].split()) for a in claim.actors)
            how = "not" if claim.modality == "denied" else "by"
            yield Hand(claim=claim, countries=countries, said=said, how=how)


def _left_open(members: Sequence[Seen], reading: Reading) -> Iterator[Hand]:
    """`The planes were either Danish or Dutch`, `neither Danish nor Dutch jets`, `Oslo had nothing to do with it`."""
    text = reading.report.text
    own = {seen.claim.id for seen in members}
    claims = sorted((c for c in reading.claims if c.field == "text"), key=lambda c: (c.id not in own, c.start, c.id))
    for pattern in (_EITHER, _NONE_OF_IT):
        for match in pattern.finditer(text):
            home = next((c for c in claims if c.start <= match.start() < c.end), None)
            named = match.groupdict()
            said = named.get("who") or match.group()
            countries = _countries([said])
            of_arms = bool(named.get("who")) or (home is not None and _of_arms(reading.report.words(home.span)))
            if home is None or not countries or not of_arms:
                continue
            how = "not" if named.get("not") or named.get("who") else "open"
            if how == "not" or len(countries) > 1:
                yield Hand(claim=home, countries=countries, said=" ".join(said.split()), how=how)


def _of_arms(sentence: str) -> bool:
    """Say whether a sentence names what was struck with, or speaks of who is responsible."""
    told = [word.lower() for word in _WORD.findall(sentence)]
    arms = ("aircraft", "strikes", "rockets", "bombs", "drones")
    return any(thing(word.removesuffix("s")) in arms or word.startswith("responsib") for word in told)


def _bodies(told: Mapping[str, Sequence[Seen]], readings: Mapping[str, Reading], entities: Entities) -> list[Account]:
    """The bodies that reports name for it, each by its name, where somebody claims it or is blamed."""
    found: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    stated = False
    for report, members in told.items():
        reading = readings[report]
        bodies = [m for m in reading.mentions if m.kind in ("organization", "group")]
        named = {m.entity for m in bodies if m.form == "name"}
        least = HIGH * members[0].claim.weight
        force = {s.claim.id for s in members if s.family == "harm" and s.claim.action == "ASSAULT"}
        force -= {s.claim.id for s in members if s.claim.modality not in _DONE or s.claim.weight < least}
        for claim in sorted(reading.claims, key=lambda c: (-c.weight, c.id)):
            said = reading.report.words(claim.span)
            claims_it = claim.lemma == "claim" and _claims(said)
            blamed = claim.lemma == "blame" and claim.modality == "happened"
            parts = claim.recipients if blamed else claim.actors if claims_it or claim.id in force else ()
            known = {m.entity for m in bodies} if claims_it else named
            for one in parts:
                name = " ".join(reading.report.of(claim.field)[one.start : one.end].split())
                if one.entity in known and _NAMED.search(name) and not _countries([name]):
                    stated = stated or claims_it or blamed
                    found[report].setdefault(entities.of.get(one.entity, one.entity), (claim.id, name))
    return _apart(found) if stated else []


def _apart(found: Mapping[str, Mapping[str, tuple[str, str]]]) -> list[Account]:
    """The bodies as accounts, where some report names none of another's, or fewer of them."""
    sides = {report: frozenset(named) for report, named in found.items()}
    if len(set(sides.values())) < 2:
        return []
    return [
        Account(report=report, claim=claim, key=f"by {body}", value=name)
        for report, named in sorted(found.items())
        for body, (claim, name) in sorted(named.items())
    ]


def _claims(said: str) -> bool:
    """Say whether a sentence says that somebody claims it: "claimed the bombing", "claimed responsibility"."""
    match = _CLAIMED.search(said)
    return match is not None and (match[1] is None or any(_of_force(w.removesuffix("s")) for w in match[1].split()))


def _of_force(noun: str) -> bool:
    return act(noun) == "harm" or thing(noun) in ("explosions", "strikes")


def _means_of(words: str) -> bool:
    """Say whether words name no body, but what it struck with: "Russian jets", "US-led air strikes"."""
    last = _WHERE.split(words, maxsplit=1)[0].split()[-1:]
    return any(thing(word.lower().removesuffix("s")) is not None for word in last)


def _countries(said: Sequence[str]) -> frozenset[str]:
    """The countries whose people or forces some words name, and a coalition of several, which is none of its own."""
    named = [_WHERE.split(words, maxsplit=1)[0] for words in said]
    several = {COALITION for name in named if COALITION in name.lower().split()}
    own = {
        country
        for name in named
        for word in _WORD.findall(re.sub(r"\b[A-Z.]+-led\b", "", name) if several else name)
        if word[:1].isupper() and (country := country_in(word))
    }
    return frozenset(own | several)
