"""Addresses, and where somebody was, on which the accounts of an event part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, by_report, parted
from dateline.knowledge.rarity import news_words
from dateline.model import Reading

LOW = 0.3  # of a report's greatest weight: addresses told with less are of other things
ALIKE = 0.8  # share of letters that two spellings of a street have in common, in order
BLOCK = 100  # house numbers from one corner to the next
_TOKEN = re.compile(r"[^\W_]+")
_AREA = re.compile(r"\b(?:at|in|near|outside|inside|behind|from|of) (?:the )?((?:[A-Z][\w'’-]+ ){1,3}([A-Za-z]+))\b")
_ADDRESS = re.compile(
    r"\b(\d[\d,]*(?P<block>-block of| block of|) "
    r"(?P<name>(?:[A-Z][\w’'-]*\.? |\d+(?:st|nd|rd|th) ){0,4})([A-Z][a-z]+)\b)(?! and )"
)
_OWNER = re.compile(r"^[A-Z]\w+['\u2019]s ")  # "Ola's Upper Hill neighborhood"
_DIRECTION = re.compile(r"[nsew]|[ns][ew]|(?:north|south)?(?:east|west)?")
_CORNER = re.compile(
    r"\b(?:(?:corner|intersection|junction) of|at|near|on|to) ((?:[A-Z][\w.]*|\d+(?:st|nd|rd|th))(?: [A-Z][\w.]*)? and "
    r"(?:[A-Z][\w.]*|\d+(?:st|nd|rd|th))(?: (?:[A-Z][\w.]*))?)"
)


def places(members: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[Point]:
    """The addresses of an event, and the spots where people did one thing, where reports give others."""
    accounts = _beside(_addresses(members, readings), members, readings)
    if parted(accounts):
        yield Point(slot="where", accounts=accounts, relation="finer" if _one_place(accounts) else "")
    yield from _spots(members)


def _addresses(members: Sequence[Seen], readings: Mapping[str, Reading]) -> list[Account]:
    """Each report's fullest address: a street, else a corner, else a named part of the town."""
    accounts = []
    for report, told in by_report(members).items():
        least = LOW * told[0].claim.weight
        near = [s for s in told if s.family in ("harm", "base") and s.claim.weight >= least]
        near = [s for s in near if not _tokens(readings[report].report.words(s.claim.span)) & news_words("courts")]
        sites = [(s, s.claim.place.site) for s in near if s.claim.place and s.claim.place.site]
        named = [(s, site) for s, site in sites if _of_street(site) and _named(site)]
        named = [pair for pair in named if pair[0].family == "harm"] or named
        named = named or [(s, site) for s in near for site in _written(s, readings[report])]
        named = named or [(s, site) for s in near for site in _loose(s, readings[report])]
        if named:
            seen, site = max(named, key=lambda pair: (len(_street(pair[1])), pair[0].claim.weight, pair[0].claim.id))
            accounts.append(
                Account(report=report, claim=seen.claim.id, key=" ".join(sorted(_street(site))), value={"name": site})
            )
    return accounts


def _written(seen: Seen, reading: Reading) -> Iterator[str]:
    """Streets with a number in the words of a claim."""
    for found in _ADDRESS.finditer(reading.report.words(seen.claim.span)):
        if found["block"] or (found["name"] and found[4].lower() in news_words("streets")):
            yield " ".join(found[1].split())


def _beside(accounts: Sequence[Account], members: Sequence[Seen], readings: Mapping[str, Reading]) -> list[Account]:
    """The accounts without addresses that all other reports give beside their own, and areas that any gives so."""
    words: dict[str, set[str]] = defaultdict(set)
    for seen in members:
        words[seen.claim.report] |= _street(readings[seen.claim.report].report.words(seen.claim.span))
    kept = []
    for account in accounts:
        others = [other for other in accounts if other.key != account.key]
        known = [set(account.key.split()) <= words[other.report] - set(other.key.split()) for other in others]
        if not known or not (any(known) if _loosely(account) else all(known)):
            kept.append(account)
    return kept


def _loose(seen: Seen, reading: Reading) -> Iterator[str]:
    """Corners and named areas in the words of a claim."""
    words = reading.report.words(seen.claim.span)
    place = seen.claim.place
    towns = _tokens(f"{place.name or ''} {place.admin1 or ''}") if place else set()
    for found in _CORNER.finditer(words):
        start = seen.claim.start + found.start(1)
        if seen.claim.field != "text" or not _borne(reading, start, start + len(found[1])):
            yield " ".join(found[1].split())
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


def _one_place(accounts: Sequence[Account]) -> bool:
    """Say whether all addresses may be of one spot: of one street and block, or only one of them is a street."""
    streets = [set(account.key.split()) - {"block"} for account in accounts if not _loosely(account)]
    return all(_near(one, other) for one in streets for other in streets)


def _near(one: set[str], other: set[str]) -> bool:
    """Say whether two streets share their name, or give none, and their numbers are of one block."""
    ours, theirs = ({word for word in key if not word.isdigit()} for key in (one, other))
    left, right = ({int(word) // BLOCK for word in key if word.isdigit()} for key in (one, other))
    alike = (SequenceMatcher(None, a, b).ratio() >= ALIKE for a in ours for b in theirs)
    named = any(alike) or not (ours and theirs)
    return named and (bool(left & right) or not (left and right))


def _loosely(account: Account) -> bool:
    """Say whether an address is a named area or a corner, which may be that of any street."""
    name = account.value["name"] if isinstance(account.value, dict) else ""
    return " and " in name or bool(_tokens(name) & news_words("areas"))


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


def _of_street(site: str) -> bool:
    """Say whether a word for a street stands behind others: "St. Luke" is a church."""
    return bool(_tokens(" ".join(site.split()[1:])) & news_words("streets"))


def _named(site: str) -> bool:
    """Say whether an address gives more than that there is a street."""
    return any(word[:1].isupper() or word[:1].isdigit() for word in site.split() if word.lower() in _street(site))


def _tokens(text: str) -> set[str]:
    return {found.group().lower() for found in _TOKEN.finditer(text)}


def _street(site: str) -> set[str]:
    """What tells an address from others: numbers, and names without directions and words for streets."""
    words = (found.group() for found in _TOKEN.finditer(site.replace(",", "")))
    told = {word.lower() for word in words if not word[:1].islower() or word == "block"}
    told = {word for word in told if not _DIRECTION.fullmatch(word)}
    return told - (news_words("streets") - {"block"}) - news_words("joints")


def _spot(site: str) -> set[str]:
    """The words of a spot; where people live is one spot under all its words."""
    return {"home"} if _tokens(site) & news_words("dwellings") else _tokens(site)
