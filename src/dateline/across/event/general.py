"""Words of force: of no one event, of none that others tell, or of a strike that is told in other words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dateline.across.event.seen import Seen
from dateline.model import Claim

GUNS = "firearms"  # the mode of what is done with them
RAZED = "destroy"  # the mode of what is done to things
BOMBS = frozenset({"aerial", "drone", "explosives", "heavy-weapons", "suicide-attack"})  # and of what falls or goes off
LEAD = 0.7  # weight of what a report leads with


def general(claim: Claim) -> bool:
    """Say whether a claim tells of violence that did not happen, or of none in particular: it is no one event's."""
    return claim.action == "ASSAULT" and claim.modality != "happened"


def loose(claim: Claim) -> bool:
    """Say whether a claim tells of force used on no one in particular, not of what hurt those told of beside it."""
    return not claim.particular and bool(claim.recipients)


def recalled(claims: Iterable[Claim]) -> frozenset[str]:
    """The ids of claims of force in general, where their report tells of no act beside them ("the rebels' attacks")."""
    told = list(claims)
    acting = {claim.report for claim in told if claim.particular and not general(claim)}
    return frozenset(claim.id for claim in told if not claim.particular and claim.report not in acting)


def shot(claims: Sequence[Seen]) -> list[Seen]:
    """Where shots or bombs fell, what was "hit" was shot or bombed: no collision, but harm."""
    harm = [seen for seen in claims if seen.act == "harm"]
    shots = next((seen for seen in harm if seen.claim.mode == GUNS), None)
    bombs = next((seen for seen in harm if seen.claim.mode in BOMBS), None)
    if shots is None and bombs is None:
        return list(claims)
    return [
        msgspec.structs.replace(seen, act="harm", family=harm[0].family)
        if (seen.act == "collide" and any(q.of == "shot" for q in seen.claim.quantities))
        or (bombs and seen.claim.weight >= LEAD and (seen.act == "collide" or _destroyed(seen, harm)))
        else seen
        for seen in claims
    ]


def _destroyed(seen: Seen, harm: Sequence[Seen]) -> bool:
    """Say whether bombs that destroyed something are those that its report says killed: one strike did both."""
    own = [other for other in harm if other.claim.report == seen.claim.report and other.incident == seen.incident]
    dead = any(q.of == "killed" for other in own for q in other.claim.quantities if other.claim.weight >= LEAD)
    return seen.claim.mode == RAZED and seen.claim.modality == "happened" and dead
