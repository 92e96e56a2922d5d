"""Who says that he did it himself: a group that claims an attack, an army that tells of its own raid."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.across.ledger.roots import EVERYWHERE, Root
from dateline.knowledge.speakers import claims_deed, of_force
from dateline.model import Attribution, Claim, Reading

_BODIES = tuple(f"body {name}" for name in EVERYWHERE)
_OWN = re.compile(
    r"(?:that )?(?:(?:one|two|some|several|many) of (?:its|their)|its|their|it|they|we|our) ", re.IGNORECASE
)
_DONE = ("happened", "ongoing")


def own_deed(each: Attribution, root: Root, reading: Reading, held: Iterable[Claim]) -> bool:
    """Say whether a body claims an attack, or tells of force that it or its men used; ``held``: what it says.

    Police tell of what others did, and what it says it will do or did not do is no deed.
    """
    if root.weak or root.kind not in ("institution", "collective") or root.key.startswith(_BODIES) or each.negated:
        return False
    report = reading.report
    told = " ".join(report.words(piece) for piece in each.content)
    if claims_deed(" ".join(report.words(piece) for piece in each.cue), told):
        return True
    done = [claim for claim in held if claim.modality in _DONE]
    mine = any(one.entity == each.speaker for c in done if c.action == "ASSAULT" for one in c.actors if one.entity)
    return mine or (bool(done) and bool(_OWN.match(told)) and of_force(told))
