"""Bare surnames and given names that a report never spells out, brought to the full name they stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec

from dateline.across.identity.bearers import Local, fold, is_full
from dateline.across.identity.homes import Home
from dateline.across.identity.namekeys import part_keys
from dateline.across.identity.placed_names import Around, Placed
from dateline.knowledge.countries import country_named
from dateline.knowledge.name_parts import personal
from dateline.knowledge.organisations import known_bodies
from dateline.knowledge.places import named
from dateline.knowledge.sounds import alike, skeleton
from dateline.matching import Shelf
from dateline.model import report_of

ENOUGH = 2  # others named beside both; with one, every Jackson of a league was one
LARGE = 150_000  # people of a town that is no mere namesake of somebody
MISREAD = 3  # the same for a bare name that the parser did not take for a person
SOUND = 0.9  # likeness from which on two bare names are spellings of one


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


class Seat(msgspec.Struct, frozen=True):
    """Where a bare name sits: at a home, by its key, or with other bare names, by the id of the first of them."""

    home: str = ""
    first: str = ""


NOWHERE = Seat()


class Seats:
    """The bare names of all reports on a shelf, each with its seat; those that a person judged have none."""

    def __init__(self, shelf: Shelf, judged: Collection[str]) -> None:
        self._shelf, self._judged = shelf, judged

    def seat(self, local: str) -> Seat:
        """Where a bare name sits."""
        return self._shelf.get("seats.seat", local, Seat) or NOWHERE

    def seated(self, home: str) -> Collection[str]:
        """The bare names that sit at a home."""
        return self._shelf.posted("seats.at", home)

    def update(self, fresh: Iterable[Placed], gone: Iterable[Home], touched: Iterable[Home]) -> set[str]:
        """Seat new bare names, and anew those that changed homes concern; gives the reports of those that moved."""
        asked: dict[str, Placed] = {}
        for one in fresh:
            if (is_bare(one.local) or may_be_surname(one.local)) and one.local.id not in self._judged:
                self._shelf.post("seats.seek", one.local.id, ((key, 0) for key in part_keys(one.local.name)))
                asked[one.local.id] = one
        for part in sorted({part for home in (*gone, *touched) for part in home.parts}):
            for local in self._shelf.posted("seats.seek", part):
                if local not in asked:
                    asked[local] = self._placed(local)
        moved: set[str] = set()
        sounds: set[str] = set()
        for local in sorted(asked):
            self._seek(asked[local], moved, sounds)
        for sound in sorted(sounds):
            moved |= self._by_company(sound)
        return {report_of(local) for local in moved}

    def _placed(self, local: str) -> Placed:
        known = self._shelf.get("names.placed", report_of(local), list[Placed]) or []
        return next(one for one in known if one.local.id == local)

    def _around(self, report: str) -> frozenset[str]:
        found = self._shelf.get("names.around", report, Around)
        return found.names if found else frozenset()

    def _seek(self, one: Placed, moved: set[str], sounds: set[str]) -> None:
        """Seat one name at the home with most shared company; what finds none waits for its like on a shelf."""
        local, before = one.local, self.seat(one.local.id)
        home = self._best(local)
        if home is not None and one.bucket in home.buckets:
            home = None
        now = Seat(home=home.key) if home else NOWHERE
        sound = _sound(local) if is_bare(local) else ""
        if sound and home is None:
            self._shelf.post("seats.left", local.id, [(sound, 0)])
            now = before if before.first else NOWHERE
            sounds.add(sound)
        elif sound:
            self._shelf.unpost("seats.left", local.id, [sound])
            sounds.add(sound)
        if now != before:
            self._sit(local.id, before, now)
            moved.add(local.id)

    def _sit(self, local: str, before: Seat, now: Seat) -> None:
        if before.home:
            self._shelf.unpost("seats.at", local, [before.home])
        if now.home:
            self._shelf.post("seats.at", local, [(now.home, 0)])
        self._shelf.put("seats.seat", local, now)

    def _best(self, local: Local) -> Home | None:
        """The home with most shared company among those that bear the name; of equals the larger."""
        enough = ENOUGH if local.kind == "person" or (local.kind == "place" and not named(local.name)) else MISREAD
        around = self._around(local.report)
        near = {key for part in part_keys(local.name) for key in self._shelf.posted("names.part", part)}
        homes = [home for key in near if (home := self._shelf.get("names.home", key, Home)) is not None]
        ranked = [
            (-shared, -home.size, home.key, home) for home in homes if (shared := home.shared(local, around)) >= enough
        ]
        return next(
            (found[-1] for found in sorted(ranked, key=lambda found: found[:3]) if found[-1].bears(local)), None
        )

    def _by_company(self, sound: str) -> set[str]:
        """Bare names that sound the same are one where their reports share company; each stands alone otherwise."""
        left = sorted(self._shelf.posted("seats.left", sound), key=lambda local: (report_of(local), local))
        groups: list[list[Local]] = []
        for local in (self._placed(name).local for name in left):
            home = next((group for group in groups if self._alike(group[0], local)), None)
            if home is None:
                groups.append([local])
            else:
                home.append(local)
        return {local.id for group in groups for local in group if self._moves(local, group)}

    def _moves(self, local: Local, group: Sequence[Local]) -> bool:
        before, now = self.seat(local.id), Seat(first=min(one.id for one in group))
        if now != before:
            self._sit(local.id, before, now)
        return now != before

    def _alike(self, one: Local, other: Local) -> bool:
        company = (self._around(one.report) & self._around(other.report)) - {fold(one.name), fold(other.name)}
        return len(company) >= ENOUGH and alike(personal(one.name).joined, personal(other.name).joined) >= SOUND


def _sound(local: Local) -> str:
    own = personal(local.name).joined
    return skeleton(own) or own or local.name
