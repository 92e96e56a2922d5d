"""How old those are whom a report tells of: an age told once is that of its bearer wherever he takes part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from msgspec.structs import replace

from dateline.model import Claim, Field, Quantity
from dateline.within.counts.age import Age

_ACTS = frozenset({"ASSAULT", "COERCE", "ACCUSE"})  # what is done to people, by whom
_LAW = frozenset({"COERCE", "ACCUSE"})
_HURT = frozenset({"death", "injury", "casualty", "medical"})


class Aged:
    """Keeps the ages that a report gives, for the deeds of force and law in which their bearers take part."""

    def __init__(self) -> None:
        self._told: dict[tuple[Field, str], dict[float | None, Quantity]] = defaultdict(dict)

    def note(self, ages: Iterable[Age], field: Field) -> None:
        """Keep the ages of single persons; what is told in months is told where it stands."""
        for age in ages:
            bearer = age.bearer
            if bearer and bearer.kind == "person" and not bearer.plural and age.quantity.unit is None:
                self._told[field, bearer.entity].setdefault(age.quantity.low, age.quantity)

    def borne(self, claims: Sequence[Claim]) -> Sequence[Claim]:
        """The claims, each with the ages of those in it, but for those of whom a report gives two."""
        dead = {p.entity for c in claims if any(q.of == "killed" for q in c.quantities) for p in c.recipients}
        return [replace(c, quantities=(*c.quantities, *new)) if (new := self._missing(c, dead)) else c for c in claims]

    def _missing(self, claim: Claim, dead: Set[str | None]) -> list[Quantity]:
        """The ages that a claim lacks; who is dead is arrested by nobody, so that words were taken for his."""
        if not self._told or not (claim.action in _ACTS or claim.kind in _HURT):
            return []
        given = {q.whose for q in claim.quantities if q.of == "age"}
        people = dict.fromkeys(p.entity for p in (*claim.actors, *claim.recipients) if p.entity)
        gone = dead if claim.action in _LAW else frozenset()
        told = [self._told.get((claim.field, name), {}) for name in people if name not in given and name not in gone]
        return [age for ages in told if len(ages) == 1 for age in ages.values()]
