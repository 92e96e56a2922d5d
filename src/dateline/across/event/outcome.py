"""What came of an operation: who was killed or taken in it is its news, not the search that led there."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from dateline.across.event.seen import Draft, days_apart
from dateline.knowledge.acts import known
from dateline.model import Claim, Participant

MEANS = 0.7  # of the weight of what was done for it: what came of it
TAKEN = frozenset({"killed", "injured", "captured"})


def outcome(report: str, first: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Who was killed or taken by those who did the first thing, or did it themselves: what came of it is the news.

    A force searches a house, finds arms and holds two men: the report was written to tell of the two. So it was where
    the one who is held is said to have dealt in arms.
    """
    if first.family not in ("base", "light") or known(first.act):
        return None
    doers = _people(report, first, lambda claim: claim.actors)
    likely = [
        draft
        for draft in drafts
        if draft.family in ("harm", "after")
        and draft.weight(report) >= MEANS * first.weight(report)
        and not days_apart(first, draft)
        and _counts(report, draft)
        and _of_one(doers, report, draft)
    ]
    return min(likely, key=lambda d: (-d.weight(report), d.family != "harm", d.id), default=None)


def _counts(report: str, draft: Draft) -> bool:
    own = (seen.claim for seen in draft.members if seen.claim.report == report and seen.claim.modality == "happened")
    return any(q.of in TAKEN and (q.low or 0) >= 1 and q.sense != "spread" for claim in own for q in claim.quantities)


def _of_one(doers: Set[str], report: str, draft: Draft) -> bool:
    by = _people(report, draft, lambda claim: claim.actors)
    return not by or not doers or bool(doers & (by | _people(report, draft, lambda claim: claim.recipients)))


def by_the_same(report: str, harm: Draft, arrest: Draft) -> bool:
    """Say whether those who took some killed or hurt others then and there: one raid, whatever is told of it first."""
    doers = _people(report, harm, lambda claim: claim.actors)
    doers -= _people(report, arrest, lambda claim: claim.recipients)  # who gave himself up took nobody
    return bool(doers & _people(report, arrest, _takers)) and not days_apart(harm, arrest) and _counts(report, harm)


def _takers(claim: Claim) -> Sequence[Participant]:
    """Who took somebody; who gives himself up takes nobody."""
    return () if claim.action == "RETREAT" else claim.actors


def _people(report: str, draft: Draft, side: Callable[[Claim], Sequence[Participant]]) -> frozenset[str]:
    """Those on one side of what a report tells to have happened, as it knows them, names or not."""
    own = (seen.claim for seen in draft.members if seen.claim.report == report and seen.claim.modality == "happened")
    return frozenset(person.entity or f"at {person.start}" for claim in own for person in side(claim))
