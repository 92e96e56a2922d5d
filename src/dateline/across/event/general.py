"""Violence told of in general: claims of force that are of no one event, or of none that others tell."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Claim


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
