"""Groups of entities of single reports written down as entities of the record."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.across.bearers import Local
from dateline.across.placed import readings_of
from dateline.model import Alias, Entity, Role


def identifier(group: Sequence[Local]) -> str:
    """The id of an entity: made of its smallest member's id."""
    return named_after(min(local.id for local in group))


def named_after(first: str) -> str:
    """The id of the entity whose smallest member has this id."""
    return "N" + hashlib.sha256(first.encode()).hexdigest()[:12]


def rows(groups: Mapping[str, Sequence[Local]], because: Mapping[str, tuple[str, ...]]) -> tuple[Entity, ...]:
    """Entities with all their spellings, offices and the decisions that joined them, sorted by id."""
    return tuple(_entity(name, groups[name], because.get(name, ())) for name in sorted(groups))


def _entity(identifier: str, group: Sequence[Local], because: tuple[str, ...]) -> Entity:
    kinds = Counter(local.kind for local in group)
    kind = max(sorted(kinds), key=lambda sort: kinds[sort])
    name = _name(group)
    countries = Counter(local.country for local in group if local.country)
    country = max(sorted(countries), key=lambda code: countries[code]) if countries else None
    entries = readings_of(name, country or "") if kind in {"place", "facility"} else ()
    placed = entries[0] if entries and (country or len({e.country for e in entries}) == 1) else None
    return Entity(
        id=identifier,
        kind=kind,
        name=name,
        aliases=tuple(
            Alias(text=t, reports=r) for t, r in _by_report((n, local) for local in group for n in _texts(local))
        ),
        roles=tuple(
            Role(text=t, reports=r)
            for t, r in _by_report((m.role, local) for local in group for m in local.mentions if m.role)
        ),
        country=country or (placed.country if placed else None),
        latitude=placed.latitude if placed else None,
        longitude=placed.longitude if placed else None,
        identifiers={"geonames": str(placed.geoname)} if placed and placed.geoname else {},
        same_because=because,
    )


def _texts(local: Local) -> list[str]:
    """The names as they stand, and names with the title that a report puts before them."""
    named = [mention.text for mention in local.mentions if mention.form == "name"]
    titled = [m.text for m in local.mentions if m.form == "role" and any(m.text.endswith(f" {n}") for n in local.names)]
    return named + titled or [local.mentions[0].text]


def _name(group: Sequence[Local]) -> str:
    """The spelling that most reports use; of a person, among the fullest ones."""
    counts = Counter(local.name for local in group if local.name)
    if not counts:
        return max((local.mentions[0].text for local in group), key=lambda text: (len(text), text))
    full = [name for name in counts if " " in name] if group[0].kind == "person" else []
    return max(sorted(full or counts), key=lambda name: counts[name])


def _by_report(said: Iterable[tuple[str, Local]]) -> list[tuple[str, tuple[str, ...]]]:
    found: dict[str, set[str]] = defaultdict(set)
    for text, local in said:
        found[text].add(local.report)
    return [(text, tuple(sorted(found[text]))) for text in sorted(found)]
