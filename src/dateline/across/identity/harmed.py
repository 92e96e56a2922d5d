"""On which side of violence a bearer stands: who shoots is not who is shot, however alike two reports call them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.model import Claim, Reading

Sides = tuple[int, int]  # mentions as one who harms or is held for it, and as one who suffers

_HARMS = frozenset(
    {
        "gunman",
        "killer",
        "robber",
        "shooter",
        "attacker",
        "assailant",
        "suspect",
        "accused",
        "bomber",
        "murderer",
        "burglar",
    }
)
_SUFFERS = frozenset({"victim", "deceased", "casualty"})
_CLEAR = 2  # times that one side must outweigh the other: chains inside reports err


def sides(readings: Sequence[Reading], nouns: Mapping[str, Sequence[str]]) -> dict[str, Sides]:
    """Entity of a report -> how often it harms and suffers there; ``nouns`` are what the report calls each by."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for reading in readings:
        for claim in reading.claims:
            for harms, entity in _parts(claim):
                found[entity][0 if harms else 1] += 1
    for entity, called in nouns.items():
        for noun in called:
            if noun in _HARMS:
                found[entity][0] += 1
            elif noun in _SUFFERS:
                found[entity][1] += 1
    return {entity: (harms, suffers) for entity, (harms, suffers) in found.items()}


def _parts(claim: Claim) -> list[tuple[bool, str]]:
    """Who harms (True) and who suffers (False) by a claim; one who is charged or sought is held to have harmed."""
    if claim.modality == "denied":
        return []
    actors = [p.entity for p in claim.actors if p.entity]
    recipients = [p.entity for p in claim.recipients if p.entity]
    if claim.action == "ASSAULT":
        return [(True, one) for one in actors if one not in recipients] + [(False, one) for one in recipients]
    if claim.action in ("COERCE", "ACCUSE"):
        return [(True, one) for one in recipients if one not in actors]
    if claim.kind in ("death", "injury"):
        return [(False, one) for one in recipients or actors]
    return []


def side(counted: Sides) -> str:
    """The side that clearly outweighs the other; empty where none does."""
    harms, suffers = counted
    if harms > _CLEAR * suffers:
        return "harms"
    return "suffers" if suffers > _CLEAR * harms else ""
