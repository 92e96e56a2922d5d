"""Bare surnames and given names that a report never spells out, brought to the full name they stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from dateline.across.identity.bearers import Local, fold, is_bare
from dateline.across.identity.homes import Home
from dateline.across.identity.namekeys import bare_keys
from dateline.across.identity.placed_names import Around, Placed
from dateline.knowledge.name_parts import personal
from dateline.knowledge.places import named
from dateline.knowledge.sounds import alike, skeleton
from dateline.matching import Groups, Keys, Link, Rule, Shelf, keys
from dateline.matching.block import evenly
from dateline.model import report_of

ENOUGH = 2  # others named beside both; with one, every Jackson of a league was one
MISREAD = 3  # the same for a bare name that the parser did not take for a person
SOUND = 0.9  # likeness from which on two bare names are spellings of one


class Seat(msgspec.Struct, frozen=True):
    """Where a bare name sits: at a home, by its key, or with other bare names, by the id of the first of them.

    ``best`` is the home that suits it best, though it may be the one of its own bucket, where it does not sit.
    """

    home: str = ""
    first: str = ""
    best: str = ""


class Bare(msgspec.Struct, frozen=True):
    """A bare name and the bucket in which it would be for itself."""

    local: Local
    bucket: str


NOWHERE = Seat()


class Seats:
    """The bare names of all reports on a shelf, each with its seat; those that a person judged have none."""

    def __init__(self, shelf: Shelf, judged: Collection[str]) -> None:
        self._shelf, self._judged = shelf, judged
        self._reached: dict[str, frozenset[str]] = {}
        self._left = Groups(shelf, "left", Rule(self._link, self._score, quorum=False))

    def seat(self, local: str) -> Seat:
        """Where a bare name sits."""
        return self._shelf.get("seats.seat", local, Seat) or NOWHERE

    def fetch(self, locals_: Iterable[str]) -> None:
        """Say that the seats of these bare names will be asked for."""
        self._shelf.fetch("seats.seat", locals_, Seat)

    def seated(self, home: str) -> Collection[str]:
        """The bare names that sit at a home."""
        return self._shelf.posted("seats.at", home)

    def update(self, fresh: Iterable[Placed], gone: Iterable[Home], touched: Sequence[Home]) -> set[str]:
        """Seat new bare names, and anew those that changed homes concern; gives the reports of those that moved."""
        self._reached.clear()
        new = self._file(fresh)
        changed = {home.key for home in (*gone, *touched)}
        self._shelf.ahead("seats.seek", {part for home in (*gone, *touched) for part in home.parts})
        asked: dict[str, list[Home]] = {}
        for part in sorted({part for key in gone for part in key.parts}):
            asked |= {local: [] for local in self._shelf.posted("seats.seek", part)}
        for home in touched:
            for local in {local for part in home.parts for local in self._shelf.posted("seats.seek", part)}:
                asked.setdefault(local, []).append(home)
        moved: set[str] = set()
        left: dict[str, Keys] = {}
        self.fetch({*asked, *new})
        self._shelf.fetch("seats.bare", {*asked, *new}, Bare)
        self._fetch_homes(new)
        for local in sorted({*asked, *new}):
            before = self.seat(local)
            if local in new or before.best in changed:
                self._sit(local, before, self._homes(self._bare(local).local), moved, left)
            elif near := [home for home in asked[local] if self._shared(local, home) >= ENOUGH]:
                best = self._shelf.get("names.home", before.best, Home) if before.best else None
                self._sit(local, before, [*near, *([best] if best else [])], moved, left)
        return {report_of(local) for local in moved | self._by_company(left)}

    def _file(self, fresh: Iterable[Placed]) -> set[str]:
        """Put new bare names where changed homes find them; gives their ids."""
        found = set()
        for one in fresh:
            local = one.local
            if one.bare and local.id not in self._judged:
                self._shelf.post("seats.seek", local.id, ((key, 0) for key in _parts(local)))
                self._shelf.put("seats.bare", local.id, Bare(local, one.bucket))
                found.add(local.id)
        return found

    def _bare(self, local: str) -> Bare:
        found = self._shelf.get("seats.bare", local, Bare)
        if found is None:
            raise KeyError(local)
        return found

    def _around(self, report: str) -> frozenset[str]:
        found = self._shelf.get("names.around", report, Around)
        return found.names if found else frozenset()

    def _shared(self, local: str, home: Home) -> int:
        """At most how much company a bare name shares with a home."""
        return len(self._around(report_of(local)) & self._reach(home)) + 3 * bool(home.offices)

    def _reach(self, home: Home) -> frozenset[str]:
        """All that is named in the reports of a home."""
        found = self._reached.get(home.key)
        if found is None:
            self._shelf.fetch("names.around", home.reports, Around)
            found = self._reached[home.key] = frozenset[str]().union(*map(self._around, home.reports))
        return found

    def _fetch_homes(self, locals_: Iterable[str]) -> None:
        """Read at once the homes at which bare names may sit."""
        bare = [self._bare(local).local for local in locals_]
        self._shelf.ahead("names.part", {part for local in bare for part in _parts(local)})
        self._shelf.fetch("names.home", {key for local in bare for key in self._near(local)}, Home)

    def _near(self, local: Local) -> set[str]:
        return {key for part in _parts(local) for key in self._shelf.posted("names.part", part)}

    def _homes(self, local: Local) -> list[Home]:
        """The homes with a part of the name."""
        near = self._near(local)
        return [home for key in sorted(near) if (home := self._shelf.get("names.home", key, Home)) is not None]

    def _sit(self, name: str, before: Seat, homes: Iterable[Home], moved: set[str], left: dict[str, Keys]) -> None:
        """Seat one name at the home with most shared company; what finds none waits for its like."""
        bare = self._bare(name)
        best = self._best(bare.local, homes)
        home = "" if best is None or bare.bucket in best.buckets else best.key
        now = Seat(home, "" if home else before.first, best.key if best else "")
        if is_bare(bare.local):
            if not home:
                left[name] = self._company(bare.local)
            elif before.first:
                left[name] = Keys({}, {})
        if now != before:
            self._put(name, before, now)
            if now.home != before.home:
                moved.add(name)

    def _put(self, local: str, before: Seat, now: Seat) -> None:
        if before.home != now.home:
            self._shelf.unpost("seats.at", local, [before.home] if before.home else ())
            self._shelf.post("seats.at", local, [(now.home, 0)] if now.home else ())
        self._shelf.put("seats.seat", local, now)

    def _best(self, local: Local, homes: Iterable[Home]) -> Home | None:
        """The home with most shared company among those that bear the name; of equals the larger."""
        enough = ENOUGH if local.kind == "person" or (local.kind == "place" and not named(local.name)) else MISREAD
        around = self._around(local.report)
        ranked = [
            (-shared, -home.size, home.key, home)
            for home in homes
            if (shared := home.shared(local, around & self._reach(home))) >= enough
        ]
        return next(
            (found[-1] for found in sorted(ranked, key=lambda found: found[:3]) if found[-1].bears(local)), None
        )

    def _company(self, local: Local) -> Keys:
        """Keys under which bare names meet that sound the same and share company."""
        sound, own = _sound(local), fold(local.name)
        return keys(evenly((f"{sound} {name}" for name in self._around(local.report) if name != own), 1 / ENOUGH))

    def _by_company(self, left: Mapping[str, Keys]) -> set[str]:
        """Bare names that sound the same are one where their reports share company; each stands alone otherwise."""
        found = self._left.update(left)
        moved = set()
        for group in {*found.fresh, *(self._left.group(local) for local in left)}:
            for local, first in self._firsts(group).items():
                before = self.seat(local)
                now = replace(before, first="" if before.home else first)
                if now != before:
                    self._shelf.put("seats.seat", local, now)
                    moved.add(local)
        return moved

    def _firsts(self, near: Sequence[str]) -> dict[str, str]:
        """For each of some names that hang together the first of those it is one with: all are like one of them."""
        groups: dict[str, list[str]] = {}
        for local in sorted(near, key=lambda name: (report_of(name), name)):
            like = self._left.links(local)
            groups.setdefault(next((head for head in groups if head in like), local), []).append(local)
        return {local: min(group) for group in groups.values() for local in group}

    def _link(self, left: str, right: str) -> Link | None:
        return Link(1.0) if self._score(left, right) else None

    def _score(self, left: str, right: str) -> float:
        one, other = self._bare(left).local, self._bare(right).local
        company = (self._around(one.report) & self._around(other.report)) - {fold(one.name), fold(other.name)}
        spelled = alike(personal(one.name).joined, personal(other.name).joined) >= SOUND
        return float(len(company) >= ENOUGH and spelled)


def _parts(local: Local) -> list[str]:
    return bare_keys(local.name, person=local.kind == "person")


def _sound(local: Local) -> str:
    own = personal(local.name).joined
    return skeleton(own) or own or local.name
