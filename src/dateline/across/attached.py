"""Bare surnames and given names that a report never spells out, brought to the full name they stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from dateline.across.bearers import Local, fold, is_full
from dateline.across.namekeys import part_keys
from dateline.knowledge.name_parts import personal
from dateline.knowledge.sounds import alike

Group = tuple[Local, ...]
ALIKE = 0.85  # a bare surname and the part of a full name that it may be


def attached(groups: Sequence[Group], found: Sequence[Local], judged: Collection[str]) -> list[Group]:
    """Give each bare name to the group with which it shares most company; what nobody claims is joined by company."""
    homes = [list(group) for group in groups]
    index: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for key in sorted({key for local in group if local.kind == "person" for key in _keys(local)}):
            index[key].append(number)
    around = _around(found)
    reach = [frozenset(key for local in group for key in around[local.report]) for group in groups]
    left: list[Local] = []
    for local in found:
        if not local.names or is_full(local) or local.id in judged:
            continue
        home = _home(local, groups, index, around, reach)
        if home is None:
            left.append(local)
        else:
            homes[home].append(local)
    return [tuple(home) for home in homes] + _by_company(left, around)


def _around(found: Sequence[Local]) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for local in found:
        names[local.report].update(fold(name) for name in local.names)
    return {report: frozenset(folded) for report, folded in names.items()}


def _keys(local: Local) -> set[str]:
    return {key for name in local.names[:3] for key in part_keys(name)}


def _home(
    local: Local,
    groups: Sequence[Group],
    index: dict[str, list[int]],
    around: dict[str, frozenset[str]],
    reach: Sequence[frozenset[str]],
) -> int | None:
    """The group with most shared company among those that bear the name; an office it shares counts as three."""
    near = sorted({number for key in _keys(local) for number in index.get(key, ())})
    scored = []
    for number in near:
        if not _bears(groups[number], local):
            continue
        shared = len((around[local.report] & reach[number]) - {fold(local.name)})
        offices = {held for other in groups[number] for held in other.offices} & set(local.offices)
        scored.append((shared + 3 * bool(offices), len(groups[number]), -number))
    if not scored:
        return None
    best = max(scored)
    return -best[2] if best[0] >= 2 else None


def _bears(group: Group, local: Local) -> bool:
    said = personal(local.name).joined
    genders = {other.gender for other in group if other.gender}
    if local.gender and genders and local.gender not in genders:
        return False
    names = {name for other in group for name in other.names[:1]}
    return any(alike(said, part.text) >= ALIKE for name in sorted(names) for part in personal(name).parts)


def _by_company(left: Sequence[Local], around: dict[str, frozenset[str]]) -> list[Group]:
    """Bare names of one spelling whose reports share company are one; each stands alone otherwise."""
    shelves: dict[str, list[list[Local]]] = defaultdict(list)
    for local in left:
        shelf = shelves[fold(local.name)]
        for group in shelf:
            if len((around[group[0].report] & around[local.report]) - {fold(local.name)}) >= 2:
                group.append(local)
                break
        else:
            shelf.append([local])
    return [tuple(group) for shelf in shelves.values() for group in shelf]
