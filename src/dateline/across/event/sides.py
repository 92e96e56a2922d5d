"""Who did an event and to whom: of what two do together, each on one side, whichever of them a report names first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.across.event.aggregate import participants
from dateline.across.event.seen import Seen
from dateline.model import Entities, Participant

MUTUAL = frozenset({"CONSULT", "COOPERATE"})
OFTEN_MUTUAL = frozenset({"SUPPORT", "AGREE", "CONCEDE"})  # "Oslo and Lima signed", but also "Oslo praised Lima"

Sides = tuple[tuple[Participant, ...], tuple[Participant, ...]]


def sides(members: Sequence[Seen], ranked: Sequence[Seen], action: str, entities: Entities) -> Sides:
    """Actors and recipients of an event from its claims; ``ranked`` are these with the most telling first."""
    told = [(_names(seen.claim.actors, entities), _names(seen.claim.recipients, entities)) for seen in ranked]
    both = action in OFTEN_MUTUAL and any(set(doers) & set(others) for doers, others in told)
    if action not in MUTUAL and not both:
        return (
            participants(members, entities, lambda s: s.claim.actors),
            participants(members, entities, lambda s: s.claim.recipients),
        )
    first = parted(told)

    def on(*, side: bool) -> tuple[Participant, ...]:
        def those(seen: Seen) -> list[Participant]:
            people = (*seen.claim.actors, *seen.claim.recipients)
            return [p for p in people if first.get(entities.of.get(p.entity or "", "")) is side]

        return participants(members, entities, those)

    return on(side=True), on(side=False)


def parted(told: Iterable[tuple[list[str], list[str]]]) -> dict[str, bool]:
    """Whether each stands with those whom the most telling claim names as doers.

    Who is on both sides of a claim was named second; a claim that has the known ones the other way round is turned.
    """
    found: dict[str, bool] = {}
    for doers, others in told:
        given = {name: name not in others for name in doers} | dict.fromkeys(others, False)
        if given and not any(given.values()):
            given |= dict.fromkeys(doers[:1], True)
        known = [given[name] == found[name] for name in given if name in found]
        turned = 2 * sum(known) < len(known)
        for name, side in given.items():
            found.setdefault(name, side is not turned)
    return found


def _names(people: Sequence[Participant], entities: Entities) -> list[str]:
    return [name for p in people if (name := entities.of.get(p.entity or "")) is not None]
