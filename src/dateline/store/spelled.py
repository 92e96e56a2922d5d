"""Which reports spell an entity how and give it which office: kept with each report, put together when it is looked at.

The row of an entity lists its spellings alone. With the reports beside them, the rows of countries and capitals grew
with the record, and each build wrote them anew.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from dateline.model import Entity
from dateline.store.file import unpack


class Said(msgspec.Struct, frozen=True, array_like=True):
    """How one report spells an entity, and the offices that it gives it."""

    names: tuple[str, ...]
    roles: tuple[str, ...] = ()


def said(found: Iterable[Entity]) -> Mapping[tuple[str, str], Said]:
    """What reports say of entities, by entity and report."""
    names: dict[tuple[str, str], list[str]] = defaultdict(list)
    roles: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entity in found:
        for table, listed in ((names, entity.aliases), (roles, entity.roles)):
            for one in listed:
                for report in one.reports:
                    table[entity.id, report].append(one.text)
    return {key: Said(tuple(names[key]), tuple(roles[key])) for key in sorted({*names, *roles})}


def bare(entity: Entity) -> Entity:
    """The entity without the reports of its spellings and offices, as its row is kept."""
    return replace(
        entity,
        aliases=tuple(replace(alias, reports=()) for alias in entity.aliases),
        roles=tuple(replace(role, reports=()) for role in entity.roles),
    )


def with_reports(base: sqlite3.Connection, entity: Entity) -> Entity:
    """The entity with the reports of each spelling and office; one of an older record has them in its row."""
    names: dict[str, set[str]] = defaultdict(set)
    roles: dict[str, set[str]] = defaultdict(set)
    query = "select report, said from joined where entity = ? and said is not null"
    for report, body in base.execute(query, (entity.id,)):
        one = unpack(body, Said)
        for text in one.names:
            names[text].add(report)
        for text in one.roles:
            roles[text].add(report)
    if not names:
        return entity
    return replace(
        entity,
        aliases=tuple(replace(alias, reports=tuple(sorted(names[alias.text]))) for alias in entity.aliases),
        roles=tuple(replace(role, reports=tuple(sorted(roles[role.text]))) for role in entity.roles),
    )
