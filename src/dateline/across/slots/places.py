"""Addresses, and where somebody was, on which the accounts of an event part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, by_report, parted
from dateline.across.slots.addresses import Address, addresses, street
from dateline.knowledge.rarity import news_words
from dateline.model import Reading

LOW = 0.3  # of a report's greatest weight: addresses told with less are of other things
_TOKEN = re.compile(r"[^\W_]+")
_AREA = re.compile(r"\b(?:at|in|near|outside|inside|behind|from|of) (?:the )?((?:[A-Z][\w'’-]+ ){1,3}([A-Za-z]+))\b")
_OWNER = re.compile(r"^[A-Z]\w+['\u2019]s ")  # "Ola's Upper Hill neighborhood"


def places(members: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[Point]:
    """The addresses of an event, and the spots where people did one thing, where reports give others."""
    given = _addresses(members, readings)
    apart = any(one.parts(other) for one, other in combinations([address for _, address in given.values()], 2))
    accounts = _accounts(given)
    if not apart:
        accounts += _areas(members, readings, {*given})
    if parted(accounts):
        yield Point(slot="where", accounts=accounts, relation="" if apart else "finer")
    yield from _spots(members)


type Given = dict[str, tuple[Seen, Address]]


def _near(told: Sequence[Seen], reading: Reading) -> list[Seen]:
    """The claims of a report that may say where its event was: of some weight, and set in no court."""
    least = LOW * told[0].claim.weight
    near = [s for s in told if s.family in ("harm", "base") and s.claim.weight >= least]
    return [s for s in near if not _tokens(reading.report.words(s.claim.span)) & news_words("courts")]


def _addresses(members: Sequence[Seen], readings: Mapping[str, Reading]) -> Given:
    """Each report's address: the one that most reports give, else the fullest, of the harm where it tells of any."""
    pool: dict[str, list[tuple[Seen, Address]]] = {}
    for report, told in by_report(members).items():
        found = [(s, a) for s in _near(told, readings[report]) for a in _written(s, readings[report])]
        if found := [(s, a) for s, a in found if s.family == "harm" or a.number is not None or a.corner]:
            pool[report] = found
    chosen: Given = {}
    for report, found in pool.items():
        others = [[address for _, address in rest] for name, rest in pool.items() if name != report]
        chosen[report] = max(found, key=lambda pair: _standing(pair[0], pair[1], others))
    spots = [address for _, address in chosen.values()]
    return {report: (s, a) for report, (s, a) in chosen.items() if _compared(a, spots)}


def _compared(address: Address, spots: Sequence[Address]) -> bool:
    """Say whether an address is one with all others, or can be held against any that it is not."""
    others = [other for other in spots if not address.same(other)]
    return not others or any(address.meets(other) or address.parts(other) for other in others)


def _standing(seen: Seen, address: Address, others: Sequence[Sequence[Address]]) -> tuple[object, ...]:
    """How well an address stands: in how many other reports it is the same, and whether in any it may be."""
    same = sum(any(address.same(other) for other in told) for told in others)
    met = any(address.meets(other) for told in others for other in told)
    exact = (address.number is not None, not address.block, len(address.streets))
    return same, met, *exact, seen.family == "harm", seen.claim.weight, seen.claim.id


def _accounts(given: Given) -> list[Account]:
    """The addresses as accounts, those of one spot under one key."""
    keys: dict[str, Address] = {}
    accounts = []
    for report, (seen, address) in sorted(given.items()):
        key = next((key for key, known in keys.items() if known.same(address)), address.text)
        keys.setdefault(key, address)
        accounts.append(Account(report=report, claim=seen.claim.id, key=key, value={"name": address.text}))
    return accounts


def _written(seen: Seen, reading: Reading) -> Iterator[Address]:
    """The addresses in the words of a claim."""
    site = seen.claim.place.site if seen.claim.place else None
    if site and (named := street(site)):
        yield named
    for at, address in addresses(reading.report.words(seen.claim.span)):
        start = seen.claim.start + at
        if address.number is None and seen.claim.field == "text" and _borne(reading, start, start + len(address.text)):
            continue
        yield address


def _areas(members: Sequence[Seen], readings: Mapping[str, Reading], known: Set[str]) -> list[Account]:
    """The named parts of a town that reports without an address give, where no other report gives them, too."""
    told = {report: _near(own, readings[report]) for report, own in by_report(members).items()}
    words = {
        report: _tokens(" ".join(readings[report].report.words(s.claim.span) for s in own))
        for report, own in told.items()
    }
    accounts = []
    for report in sorted(told.keys() - known):
        found = [(s, site) for s in told[report] for site in _loose(s, readings[report])]
        if found:
            seen, site = max(found, key=lambda pair: (len(_naming(pair[1])), pair[0].claim.weight, pair[0].claim.id))
            shared = any(_naming(site) <= said for other, said in words.items() if other != report and other in known)
            if not shared:
                key = " ".join(sorted(_naming(site)))
                accounts.append(Account(report=report, claim=seen.claim.id, key=key, value={"name": site}))
    return accounts


def _loose(seen: Seen, reading: Reading) -> Iterator[str]:
    """Named areas in the words of a claim."""
    words = reading.report.words(seen.claim.span)
    place = seen.claim.place
    towns = _tokens(f"{place.name or ''} {place.admin1 or ''}") if place else set()
    for found in _AREA.finditer(words):
        name = set(found[1].lower().split()[:-1])
        if found[2].lower() in news_words("areas") and name - towns - news_words("areas"):
            yield " ".join(_OWNER.sub("", found[1]).split())


def _borne(reading: Reading, start: int, end: int) -> bool:
    """Say whether words are of a body's name, or are two persons': "the Board on Trade and Labour", "Ruiz and Hake"."""
    people = 0
    for mention in reading.mentions:
        if mention.field != "text" or mention.form != "name" or mention.end <= start or end <= mention.start:
            continue
        if mention.kind == "organization" and mention.start < start and end <= mention.end:
            return True
        if mention.kind == "person" and start <= mention.start and mention.end <= end:
            people += len(mention.text.split())  # one bare name may be a street's
    return people > 1


def _spots(members: Sequence[Seen]) -> Iterator[Point]:
    """Where people were when they did one thing that is not the event: playing in a street, or in their yard."""
    given: dict[str, dict[str, Account]] = defaultdict(dict)
    for seen in sorted(members, key=lambda s: (-s.claim.weight, s.claim.id)):
        claim = seen.claim
        site = claim.place.site if claim.place else None
        if seen.family == "base" and site and site == site.lower() and claim.action == "OTHER" and claim.actors:
            account = Account(report=claim.report, claim=claim.id, key=site, value={"name": site})
            given[claim.lemma].setdefault(claim.report, account)
    for lemma in sorted(given):
        accounts = [account for _, account in sorted(given[lemma].items())]
        words = [_spot(account.key) for account in accounts]
        if len(accounts) > 1 and not any(one & other for one in words for other in words if one is not other):
            yield Point(slot="where", subject=lemma, accounts=accounts, relation="disputes")


def _tokens(text: str) -> set[str]:
    return {found.group().lower() for found in _TOKEN.finditer(text)}


def _naming(site: str) -> set[str]:
    """The words of a named area, without those that name nothing."""
    return {word for word in _tokens(site) if word not in news_words("joints")}


def _spot(site: str) -> set[str]:
    """The words of a spot; where people live is one spot under all its words."""
    return {"home"} if _tokens(site) & news_words("dwellings") else _tokens(site)
