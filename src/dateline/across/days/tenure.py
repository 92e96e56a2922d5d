"""Bounds that titles set: who is called by an office of state is spoken of no earlier than they took it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import msgspec

from dateline.knowledge.holders import Term, held
from dateline.model import Called, Entities, Reading

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


def tenures(reading: Reading, entities: Entities, known: Callable[[str], Called | None]) -> Iterator[Tenure]:
    """Give what the titles of one report's persons bound, by the order of their ids; ``known`` tells what they are
    called elsewhere."""
    titles: dict[str, set[str]] = defaultdict(set)
    for mention in reading.mentions:
        person = entities.of.get(mention.entity)
        if person is not None and mention.kind == "person" and mention.role:
            titles[person].add(mention.role)
    for person in sorted(titles):
        called = known(person)
        terms = held(called.names, sorted(titles[person]), called.lands) if called else ()
        if terms:
            yield Tenure(person, tuple((t.early - timedelta(NAMED), _end(t)) for t in terms), _why(terms))


def _end(term: Term) -> date | None:
    return term.until + timedelta(NAMED) if term.until else None


def _why(terms: tuple[Term, ...]) -> str:
    spans = " and ".join(f"from {t.early}" + (f" to {t.until}" if t.until else "") for t in terms)
    return f"{terms[0].name} is called {' '.join(sorted(terms[0].office))} of {terms[0].country}, and was so {spans}"
