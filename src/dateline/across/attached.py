"""Bare surnames and given names that a report never spells out, brought to the full name they stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from dateline.across.bearers import Local, fold, is_full
from dateline.across.namekeys import part_keys
from dateline.knowledge.countries import country_named
from dateline.knowledge.name_parts import personal
from dateline.knowledge.organisations import known_bodies
from dateline.knowledge.places import named
from dateline.knowledge.sounds import alike, skeleton

Group = tuple[Local, ...]
ALIKE = 0.85  # a bare surname and the part of a full name that it may be
ENOUGH = 2  # others named beside both; with one, every Jackson of a league was one
LARGE = 150_000  # people of a town that is no mere namesake of somebody
MISREAD = 3  # the same for a bare name that the parser did not take for a person


def is_bare(local: Local) -> bool:
    """Whether a name says too little to go by itself: one part of a person's name."""
    return bool(local.names) and not is_full(local)


def may_be_surname(local: Local) -> bool:
    """Whether one word read as a body or a place may rather be somebody's surname ("Assad ORG")."""
    name = local.name
    if local.kind == "person" or not local.names or " " in name or name.isupper() or local.country or local.metonym:
        return False
    large = any(match.entry.population > LARGE for match in named(name))
    return not (known_bodies(name) or country_named(name) or large)


class Homes:
    """Groups of full names, found by the parts of their names."""

    def __init__(self, groups: Sequence[Group], around: dict[str, frozenset[str]]) -> None:
        self._groups = groups
        self._around = around
        self._index: dict[str, list[int]] = defaultdict(list)
        self._reach = [frozenset(key for local in group for key in around[local.report]) for group in groups]
        for number, group in enumerate(groups):
            people = [local for local in group if local.kind == "person" and is_full(local)]
            for key in sorted({key for local in people for name in local.names[:3] for key in part_keys(name)}):
                self._index[key].append(number)

    def of(self, local: Local) -> int | None:
        """The group with most shared company among those that bear the name; a shared office counts as three."""
        near = sorted({number for key in part_keys(local.name) for number in self._index.get(key, ())})
        scored = [(self._shared(local, number), len(self._groups[number]), -number) for number in near]
        scored = [found for found in scored if self._bears(-found[2], local)]
        best = max(scored, default=(0, 0, 0))
        enough = ENOUGH if local.kind == "person" or (local.kind == "place" and not named(local.name)) else MISREAD
        return -best[2] if best[0] >= enough else None

    def _shared(self, local: Local, number: int) -> int:
        company = (self._around[local.report] & self._reach[number]) - {fold(local.name)}
        offices = {held for other in self._groups[number] for held in other.offices} & set(local.offices)
        return len(company) + 3 * bool(offices)

    def _bears(self, number: int, local: Local) -> bool:
        group = self._groups[number]
        genders = {other.gender for other in group if other.gender}
        if local.gender and genders and local.gender not in genders:
            return False
        if local.kind != "person":
            return any(local.name in {*other.names, *other.name.split()} for other in group)
        said = personal(local.name).joined
        full = sorted({other.name for other in group})
        return any(alike(said, part.text) >= ALIKE for name in full for part in personal(name).parts)


def attached(groups: Sequence[Group], found: Sequence[Local], judged: Collection[str]) -> list[Group]:
    """Give each bare name to the group with which it shares most company; the rest is joined by company alone."""
    around = _around(found)
    homes = Homes(groups, around)
    members = [list(group) for group in groups]
    left: list[Local] = []
    moved: dict[int, list[Local]] = defaultdict(list)
    for number, group in enumerate(groups):
        for local in group:
            home = homes.of(local) if may_be_surname(local) and local.id not in judged else None
            if home is not None and home != number:
                members[number].remove(local)
                moved[home].append(local)
    for local in found:
        if is_bare(local) and local.id not in judged:
            home = homes.of(local)
            (left if home is None else moved[home]).append(local)
    grown = [tuple(own + moved.get(number, [])) for number, own in enumerate(members) if own]
    return grown + _by_company(left, around)


def _around(found: Sequence[Local]) -> dict[str, frozenset[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for local in found:
        names[local.report].update(fold(name) for name in local.names)
    return {report: frozenset(folded) for report, folded in names.items()}


def _by_company(left: Sequence[Local], around: dict[str, frozenset[str]]) -> list[Group]:
    """Bare names that sound the same are one where their reports share company; each stands alone otherwise."""
    shelves: dict[str, list[list[Local]]] = defaultdict(list)
    for local in left:
        own = personal(local.name).joined
        shelf = shelves[skeleton(own) or own]
        for group in shelf:
            first = group[0]
            company = (around[first.report] & around[local.report]) - {fold(first.name), fold(local.name)}
            if len(company) >= ENOUGH and alike(personal(first.name).joined, own) >= 0.9:
                group.append(local)
                break
        else:
            shelf.append([local])
    return [tuple(group) for shelf in shelves.values() for group in shelf]
