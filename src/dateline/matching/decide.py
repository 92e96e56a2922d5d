"""Verdicts as rows: same, different or unsure, with score and reasons, by rule or by a person, whose word is final."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from dateline.matching.block import Pair, pair
from dateline.matching.compare import Comparison
from dateline.model import Decision
from dateline.model.decision import Subject, Verdict


def decision(
    about: Subject, left: str, right: str, found: Comparison, *, same: float = 0.5, unsure: float = 0.3
) -> Decision:
    """The row that says what a comparison came to; its id is made of what it is about and of the two sides."""
    left, right = pair(left, right)
    name = hashlib.sha256(f"{about} {left} {right}".encode()).hexdigest()[:12]
    verdict = _verdict(found, same, unsure)
    return Decision(
        id="D" + name,
        about=about,
        left=left,
        right=right,
        verdict=verdict,
        score=found.score,
        reasons=found.reasons,
        by="rule",
    )


def _verdict(found: Comparison, same: float, unsure: float) -> Verdict:
    if found.vetoed or found.score < unsure:
        return "different"
    return "same" if found.score >= same else "unsure"


class Judged:
    """What people said on pairs of one kind; of several words on a pair the last counts, and "unsure" undoes."""

    def __init__(self, judgements: Sequence[Decision], about: Subject, of: Mapping[str, str] | None = None) -> None:
        """File the judgements; ``of`` translates the ids they were made on (claims) to the items at hand."""
        self.verdicts: dict[Pair, Verdict] = {}
        for judgement in judgements:
            if judgement.about != about or judgement.by == "rule":
                continue
            left, right = (of.get(side) if of is not None else side for side in (judgement.left, judgement.right))
            if left is None or right is None or left == right:
                continue
            self.verdicts.pop(pair(left, right), None)
            if judgement.verdict != "unsure":
                self.verdicts[pair(left, right)] = judgement.verdict

    @property
    def same(self) -> list[Pair]:
        """The pairs that a person called one, sorted."""
        return sorted(p for p, verdict in self.verdicts.items() if verdict == "same")

    @property
    def different(self) -> list[Pair]:
        """The pairs that a person called two, sorted."""
        return sorted(p for p, verdict in self.verdicts.items() if verdict == "different")
