"""Groups of entities of single reports written down as entities of the record."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import cast

import msgspec
from msgspec.structs import replace

from dateline.across.identity.bearers import Local
from dateline.across.identity.placed import readings_of
from dateline.knowledge.countries import country_named
from dateline.model import Alias, Entity, EntityKind, Role


def identifier(group: Sequence[Local]) -> str:
    """The id of an entity: made of its smallest member's id."""
    return named_after(min(local.id for local in group))


def named_after(first: str) -> str:
    """The id of the entity whose smallest member has this id."""
    return "N" + hashlib.sha256(first.encode()).hexdigest()[:12]


class Tally(msgspec.Struct):
    """What reports say of an entity, counted, so that reports can be added and taken away: kinds, names, countries and
    words, spellings and offices by how many entities of reports have them."""

    kinds: dict[str, int] = {}
    names: dict[str, int] = {}
    countries: dict[str, int] = {}
    words: dict[str, int] = {}
    aliases: dict[str, int] = {}
    roles: dict[str, int] = {}

    @property
    def kind(self) -> str:
        """The kind that most reports give."""
        return max(sorted(self.kinds), key=lambda sort: self.kinds[sort])

    @property
    def size(self) -> int:
        """How many entities of reports it counts."""
        return sum(self.kinds.values())

    def add(self, local: Local, sign: int = 1) -> None:
        """Count in one entity of a report, in place; with -1 it is counted out again."""
        _count(self.kinds, "organization" if local.metonym else local.kind, sign)
        _count(self.words, local.mentions[0].text, sign)
        if local.name:
            _count(self.names, local.name, sign)
        if local.country:
            _count(self.countries, local.country, sign)
        for text in _texts(local):
            _count(self.aliases, text, sign)
        for role in _roles(local):
            _count(self.roles, role, sign)


def _count(table: dict[str, int], key: str, sign: int) -> None:
    table[key] = table.get(key, 0) + sign
    if not table[key]:
        del table[key]


def rows(groups: Mapping[str, Sequence[Local]], because: Mapping[str, tuple[str, ...]]) -> tuple[Entity, ...]:
    """Entities with all their spellings, offices and the decisions that joined them, sorted by id."""
    found = []
    for name in sorted(groups):
        tally = Tally()
        for local in groups[name]:
            tally.add(local)
        made = row(name, tally, because.get(name, ()))
        spelled, called = by_report(groups[name], _texts), by_report(groups[name], _roles)
        aliases = tuple(replace(alias, reports=spelled[alias.text]) for alias in made.aliases)
        roles = tuple(replace(role, reports=called[role.text]) for role in made.roles)
        found.append(replace(made, aliases=aliases, roles=roles))
    return tuple(found)


def by_report(group: Iterable[Local], texts: Callable[[Local], Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Texts of entities of reports, each with the reports that have it, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for local in group:
        for text in texts(local):
            found[text].add(local.report)
    return {text: tuple(sorted(reports)) for text, reports in found.items()}


def row(identifier: str, tally: Tally, because: tuple[str, ...]) -> Entity:
    """The entity that a tally comes to, without the reports of its spellings and offices."""
    kind = tally.kind
    name = _name(tally, kind)
    country = max(sorted(tally.countries), key=lambda code: tally.countries[code]) if tally.countries else None
    entries = readings_of(name, country or "") if kind in {"place", "facility"} else ()
    placed = entries[0] if entries and (country or len({e.country for e in entries}) == 1) else None
    return Entity(
        id=identifier,
        kind=cast(EntityKind, kind),
        name=name,
        aliases=tuple(Alias(text=text, reports=()) for text in sorted(tally.aliases)),
        roles=tuple(Role(text=text, reports=()) for text in sorted(tally.roles)),
        country=country or (placed.country if placed else None),
        latitude=placed.latitude if placed else None,
        longitude=placed.longitude if placed else None,
        identifiers={"geonames": str(placed.geoname)} if placed and placed.geoname else {},
        same_because=because,
    )


def said_of(local: Local) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How a report spells one of its entities, and the offices that it gives it."""
    return tuple(dict.fromkeys(_texts(local))), tuple(dict.fromkeys(_roles(local)))


def _roles(local: Local) -> list[str]:
    return [mention.role for mention in local.mentions if mention.role]


def _texts(local: Local) -> list[str]:
    """The names as they stand, and names with the title that a report puts before them."""
    named = [mention.text for mention in local.mentions if mention.form == "name"]
    named += [f"{m.courtesy} {m.text}" for m in local.mentions if m.courtesy]
    titled = [m.text for m in local.mentions if m.form == "role" and any(m.text.endswith(f" {n}") for n in local.names)]
    return named + titled or [local.mentions[0].text]


def _name(tally: Tally, kind: str) -> str:
    """The spelling that most reports use; of a person, among the fullest ones."""
    if not tally.names:
        return max(tally.words, key=lambda text: (len(text), text))
    full = [name for name in tally.names if " " in name] if kind == "person" else []
    full = full or [name for name in tally.names if country_named(name)]
    return max(sorted(full or tally.names), key=lambda name: tally.names[name])
