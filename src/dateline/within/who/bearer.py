"""Groups of mentions that stand for one bearer, and what is known of each bearer so far."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import EntityKind
from dateline.model.mention import Gender
from dateline.within.who.found import Found


class Bearer:
    """What a group of mentions tells of the one it stands for."""

    __slots__ = ("age", "count", "country", "gender", "kind", "names", "nouns", "plural", "said")

    def __init__(self, one: Found) -> None:
        self.kind: EntityKind = one.kind
        self.gender: Gender | None = one.gender
        self.plural = one.plural
        self.names: list[str] = [one.name] if one.name else []
        self.nouns: list[str] = [one.noun] if one.noun and one.form != "pronoun" else []
        self.country = one.country
        self.said: list[str] = [one.role] if one.role else []
        self.age = one.age
        self.count = 1

    def take(self, other: Bearer) -> None:
        """Learn what another group of mentions of the same bearer tells."""
        self.gender = self.gender or other.gender
        self.names += [name for name in other.names if name not in self.names]
        self.nouns += [noun for noun in other.nouns if noun not in self.nouns]
        self.said += [role for role in other.said if role not in self.said]
        self.country = self.country or other.country
        self.age = self.age if self.age is not None else other.age
        self.count += other.count


class Chains:
    """Groups of mentions, joined two at a time; the leader of a group is its first mention."""

    def __init__(self, found: Sequence[Found]) -> None:
        self.found = found
        self._leader = list(range(len(found)))
        self._bearers = [Bearer(one) for one in found]
        self._heads = {one.head: place for place, one in sorted(enumerate(found), key=_plainest)[::-1]}
        self.vacant: set[int] = set()  # offices that nobody holds yet
        self.dropped: set[int] = set()
        self.named: set[int] = set()  # "the man" of "identified the man as Ruiz": it still points back

    def of(self, place: int) -> int:
        """The leader of a mention's group."""
        while self._leader[place] != place:
            self._leader[place] = self._leader[self._leader[place]]
            place = self._leader[place]
        return place

    def headed(self, token: int) -> int | None:
        """The mention whose head word a token is, a name before what stands beside it; None where there is none."""
        return self._heads.get(token)

    def bearer(self, place: int) -> Bearer:
        """What is known of the one that a mention stands for."""
        return self._bearers[self.of(place)]

    def same(self, one: int, other: int) -> bool:
        """Say whether two mentions are in one group already."""
        return self.of(one) == self.of(other)

    def agree(self, one: int, other: int) -> bool:
        """Say whether two mentions could have one bearer by gender, number and kind."""
        left, right = self.bearer(one), self.bearer(other)
        if left.gender and right.gender and left.gender != right.gender:
            return False
        if left.age is not None and right.age is not None and left.age != right.age:
            return False
        return left.plural == right.plural and _alike(left.kind, right.kind)

    def rivals(self, one: int, other: int) -> bool:
        """Say whether two mentions are known by full names that share no surname."""
        left, right = ({name.split()[-1] for name in self.bearer(place).names if " " in name} for place in (one, other))
        return bool(left and right) and not left & right

    def join(self, one: int, other: int) -> None:
        """Make two groups one."""
        left, right = sorted((self.of(one), self.of(other)))
        if left == right:
            return
        self._leader[right] = left
        named = self._bearers[right].names and not self._bearers[left].names
        kind = self._bearers[right].kind if named else self._bearers[left].kind
        self._bearers[left].take(self._bearers[right])
        self._bearers[left].kind = kind


def _plainest(numbered: tuple[int, Found]) -> bool:
    return numbered[1].form != "name"


_PEOPLED = frozenset({"organization", "group"})
_BUILT = frozenset({"organization", "facility", "place"})


def _alike(left: EntityKind, right: EntityKind) -> bool:
    return left == right or {left, right} <= _PEOPLED or {left, right} <= _BUILT
