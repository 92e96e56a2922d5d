"""Entities of single reports made ready for comparison: their names, offices, ages and company."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
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
    """Entities of reports that share a name: what is compared with other names."""

    id: str
    kind: EntityKind
    name: str
    offices: frozenset[tuple[str, str]]
    countries: frozenset[str]
    genders: frozenset[str]
    ages: frozenset[int]
    reports: frozenset[str]
    company: frozenset[str]
    events: frozenset[str] = frozenset()


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
    counts = Counter([mention.name for mention in named]) if named else {}
    names = sorted(counts, key=lambda name: (-_parts(name, named[0].kind), -counts[name], name))
    first = (named or mentions)[0]
    return Local(
        id=identifier,
        report=first.report,
        kind=_commonest([mention.kind for mention in named or mentions]),
        names=tuple(names),
        offices=tuple(sorted({(office(m.role), m.country) for m in mentions if m.role and office(m.role)})),
        country=next((m.country for m in (*named, *mentions) if m.country), ""),
        gender=_sole(m.gender for m in mentions if m.gender),
        age=next((m.age for m in mentions if m.age is not None), None),
        plural=any(m.plural for m in mentions if m.form != "pronoun"),
        mentions=tuple(mentions),
        metonym=any(m.metonym for m in mentions),
        vacant=all(m.vacant for m in mentions),
    )


def _commonest(kinds: Sequence[EntityKind]) -> EntityKind:
    return kinds[0] if len(kinds) == 1 else max(sorted(set(kinds)), key=kinds.count)


@lru_cache(maxsize=65536)
def _telling(name: str) -> bool:
    """Whether a name can be told from others: it holds a letter, and is longer than one."""
    return sum(letter.isalnum() for letter in name) > 1 and any(letter.isalpha() for letter in name)


def _parts(name: str, kind: str) -> int:
    return min(3, len(personal(name).parts)) if kind == "person" else min(5, len(name.split()))


def _sole(values: Iterable[str]) -> str | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


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


def bearer(members: Sequence[Local], company: Callable[[str], frozenset[str]], own: frozenset[str]) -> Bearer:
    """One bearer of what several reports call by one name; ``company`` gives the names beside it in a report."""
    counts = Counter(name for local in members for name in local.names)
    kinds = Counter(local.kind for local in members)
    around = frozenset(key for local in members for key in company(local.report)) - own
    return Bearer(
        id=min(local.id for local in members),
        kind=max(sorted(kinds), key=lambda kind: kinds[kind]),
        name=max(sorted(counts), key=lambda name: (counts[name], len(name))) if counts else "",
        offices=frozenset(held for local in members for held in local.offices),
        countries=frozenset(local.country for local in members if local.country),
        genders=frozenset(local.gender for local in members if local.gender),
        ages=frozenset(local.age for local in members if local.age is not None),
        reports=frozenset(local.report for local in members),
        company=around,
    )
