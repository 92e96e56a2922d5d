"""Bounds that titles set: who is called by an office of state is spoken of no earlier than they took it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from dateline.knowledge.holders import Term, held
from dateline.model import Entities, Entity, Reading

NAMED = 3  # days: somebody may be called by an office a little before taking it, and after


class Tenure(msgspec.Struct, frozen=True):
    """The terms in which a person held the office that a report gives them, with the sentence that says so."""

    person: str
    spans: tuple[tuple[date, date | None], ...]
    why: str

    @property
    def since(self) -> date:
        """The first day of the first term."""
        return min(early for early, _ in self.spans)


def tenures(reading: Reading, entities: Entities, found: dict[str, Entity]) -> Iterator[Tenure]:
    """Give what the titles of one report's persons bound, by the order of their ids."""
    titles: dict[str, set[str]] = defaultdict(set)
    for mention in reading.mentions:
        person = entities.of.get(mention.entity)
        if person in found and mention.kind == "person" and mention.role:
            titles[person].add(mention.role)
    for person in sorted(titles):
        entity = found[person]
        names = tuple(sorted({entity.name, *(alias.text for alias in entity.aliases)}))
        others = tuple(sorted(role.text for role in entity.roles))
        terms = held(names, tuple(sorted(titles[person])), others)
        if terms:
            yield Tenure(person, tuple((t.early - timedelta(NAMED), _end(t)) for t in terms), _why(entity, terms))


def _end(term: Term) -> date | None:
    return term.until + timedelta(NAMED) if term.until else None


def _why(entity: Entity, terms: tuple[Term, ...]) -> str:
    spans = " and ".join(f"from {t.early}" + (f" to {t.until}" if t.until else "") for t in terms)
    return f"{entity.name} is called {' '.join(sorted(terms[0].office))} of {terms[0].country}, which was so {spans}"
