"""Entities of single reports made ready for comparison: their names, offices, ages and company."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from dateline.knowledge.countries import country_named, country_of_adjective
from dateline.knowledge.name_parts import personal
from dateline.knowledge.romanise import latin
from dateline.model import EntityKind, Mention, Reading

NAMED = ("person", "organization", "place", "facility", "group", "document")


class Local(msgspec.Struct, frozen=True):
    """One entity of one report: what its mentions there say of it; ``company`` are keys of the others named there."""

    id: str
    report: str
    kind: EntityKind
    names: tuple[str, ...]
    offices: tuple[tuple[str, str], ...]
    country: str
    gender: str | None
    age: int | None
    plural: bool
    mentions: tuple[Mention, ...]
    metonym: bool = False
    vacant: bool = False

    @property
    def name(self) -> str:
        """The fullest name that the report gives, or nothing."""
        return self.names[0] if self.names else ""


class Bearer(msgspec.Struct, frozen=True):
    """Entities of reports that share a name: what is compared with other names; ``own`` are its spellings, folded."""

    id: str
    kind: EntityKind
    name: str
    offices: frozenset[tuple[str, str]]
    countries: frozenset[str]
    genders: frozenset[str]
    ages: frozenset[int]
    reports: frozenset[str]
    company: frozenset[str]
    own: frozenset[str] = frozenset()


def within(readings: Sequence[Reading]) -> dict[str, list[Local]]:
    """The entities of each report, by its id."""
    return {reading.report.id: locals_of(reading) for reading in readings}


def locals_of(reading: Reading) -> list[Local]:
    """The entities of one report, in the order of their ids."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in reading.mentions:
        if mention.entity:
            groups[mention.entity].append(mention)
    return [_local(identifier, groups[identifier]) for identifier in sorted(groups)]


def _local(identifier: str, mentions: Sequence[Mention]) -> Local:
    named = [mention for mention in mentions if mention.form == "name" and _telling(mention.name)]
    meant = named or mentions
    offices, genders, countries, ages = set(), set(), [], []
    plural = metonym = False
    vacant = True
    for m in mentions:
        if m.role and (held := office(m.role)):
            offices.add((held, m.country))
        if m.gender:
            genders.add(m.gender)
        if m.age is not None:
            ages.append(m.age)
        plural = plural or (m.plural and m.form != "pronoun")
        metonym = metonym or bool(m.metonym)
        vacant = vacant and m.vacant
        if m.country:
            countries.append(m.country)
    return Local(
        id=identifier,
        report=meant[0].report,
        kind=_commonest([mention.kind for mention in meant]),
        names=_fullest(named),
        offices=tuple(sorted(offices)),
        country=next((m.country for m in named if m.country), countries[0] if countries else ""),
        gender=genders.pop() if len(genders) == 1 else None,
        age=ages[0] if ages else None,
        plural=plural,
        mentions=tuple(mentions),
        metonym=metonym,
        vacant=vacant,
    )


def _fullest(named: Sequence[Mention]) -> tuple[str, ...]:
    """The names of one entity, the fullest first."""
    if not named:
        return ()
    if all(mention.name == named[0].name for mention in named):
        return (named[0].name,)
    counts = Counter([mention.name for mention in named])
    return tuple(sorted(counts, key=lambda name: (-_parts(name, named[0].kind), -counts[name], name)))


def _commonest(kinds: Sequence[EntityKind]) -> EntityKind:
    return kinds[0] if len(kinds) == 1 else max(sorted(set(kinds)), key=kinds.count)


@lru_cache(maxsize=65536)
def _telling(name: str) -> bool:
    """Whether a name can be told from others: it holds a letter, and is longer than one."""
    return sum(letter.isalnum() for letter in name) > 1 and any(letter.isalpha() for letter in name)


def _parts(name: str, kind: str) -> int:
    return min(3, len(personal(name).parts)) if kind == "person" else min(5, len(name.split()))


@lru_cache(maxsize=16384)
def office(role: str) -> str:
    """A title without country and time: "former Syrian defence minister" is ``defense minister``."""
    words = [re.sub(r"['’]s$", "", word).lower() for word in re.findall(r"[\w.'’-]+", role)]
    kept = [w for w in words if not country_of_adjective(w) and not country_named(w)]
    return " ".join(w.replace("defence", "defense") for w in kept if w not in _TIMES)


_TIMES = frozenset(
    {"the", "a", "an", "former", "ex", "then", "new", "late", "of", "his", "her", "its", "their", "senior"}
)


@lru_cache(maxsize=131072)
def fold(name: str) -> str:
    """A name with nothing left but its letters and digits, in Latin."""
    return re.sub(r"^the(?=\w{3})", "", re.sub(r"[^a-z0-9āūī]", "", latin(name)))


def is_full(local: Local) -> bool:
    """Whether a person is named with more than one part, so that the name alone tells something."""
    return local.kind != "person" or sum(p.kind != "initial" for p in personal(local.name).parts) > 1


def is_bare(local: Local) -> bool:
    """Whether a name says too little to go by itself: one part of a person's name."""
    return bool(local.names) and not is_full(local)


def bearer(members: Sequence[Local], company: frozenset[str]) -> Bearer:
    """One bearer of what several reports call by one name; ``company`` are the names beside it in these."""
    if len(members) == 1:
        return _alone(members[0], company)
    counts = Counter(name for local in members for name in local.names)
    kinds = Counter(local.kind for local in members)
    return Bearer(
        id=min(local.id for local in members),
        kind=max(sorted(kinds), key=lambda kind: kinds[kind]),
        name=max(sorted(counts), key=lambda name: (counts[name], len(name))) if counts else "",
        offices=frozenset(held for local in members for held in local.offices),
        countries=frozenset(local.country for local in members if local.country),
        genders=frozenset(local.gender for local in members if local.gender),
        ages=frozenset(local.age for local in members if local.age is not None),
        reports=frozenset(local.report for local in members),
        company=company,
        own=frozenset(fold(name) for local in members for name in local.names),
    )


def _alone(local: Local, company: frozenset[str]) -> Bearer:
    """The bearer that one report alone tells of: nearly every one."""
    return Bearer(
        id=local.id,
        kind=local.kind,
        name=max(sorted(local.names), key=len, default=""),
        offices=frozenset(local.offices),
        countries=frozenset((local.country,)) if local.country else frozenset(),
        genders=frozenset((local.gender,)) if local.gender else frozenset(),
        ages=frozenset((local.age,)) if local.age is not None else frozenset(),
        reports=frozenset((local.report,)),
        company=company,
        own=frozenset(fold(name) for name in local.names),
    )
