"""What is said in answer to a happening: news by itself where a report opens with it, headline and lead."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.across.event.seen import Draft, Seen
from dateline.across.news.avowals import avowal
from dateline.knowledge.acts import is_answer

DENY = "deny"
TOLD = 0.6  # weight from which on a report tells something, and does not only recall it


def answer(report: str, drafts: Sequence[Draft], root: Draft) -> Draft | None:
    """What a report was written to tell that answers what its happening goes back to: days later, or at once."""
    return avowal(report, drafts, root) or _at_once(report, drafts, root)


def _at_once(report: str, drafts: Sequence[Draft], root: Draft) -> Draft | None:
    """What a report's headline and lead tell first of all, where that answers what its happening goes back to.

    Who claims a bombing, condemns it or rejects what was said of it has done something else than bomb; headline or
    lead must name what is answered. A lead that tells of force only that it is denied tells nothing beside the answer.
    Of words that answer words, the day must be a later one.
    """
    if root.family == "harm" and not any(s.part for s in root.members if s.claim.report == report):
        return None
    head, lead = (_first(report, part, drafts) for part in ("headline", "lead"))
    denied = lead is not None and _denies(report, lead[0], root)
    if head is None and lead is not None and lead[0].act == DENY and _only_denied(report, root):
        return lead[1]
    if head is None or not _answers(head[0]) or (not denied and _with_toll(report, root)):
        return None
    told = head if lead is None or denied or (lead[1].id != root.id and not _answers(lead[0])) else lead
    if not _answers(told[0]) or told[1].id == root.id:
        return None
    return told[1] if root.family == "harm" or _later(report, told[1], root) else None


def _answers(said: Seen) -> bool:
    return is_answer(said.claim.lemma) or said.act == DENY


def _with_toll(report: str, root: Draft) -> bool:
    """Say whether a report that answers a happening tells it itself, with how many it killed: then this is its news."""
    own = [s for s in root.members if s.claim.report == report and s.said and s.claim.weight >= TOLD]
    counted = (s for s in root.members if s.claim.report == report and s.claim.weight >= TOLD)
    return bool(own) and any(
        q.of == "killed" and q.sense == "new" and (q.low or 0) > 1 and q.low == q.high
        for s in counted
        for q in s.claim.quantities
    )


def _denies(report: str, said: Seen, root: Draft) -> bool:
    """Say whether a lead only says of a happening that it was not: "no such raid took place, the minister said"."""
    own = [s for s in root.members if s.claim.report == report and s.part == "lead"]
    return said.family == "say" and bool(own) and all(s.claim.modality == "denied" for s in own)


def _only_denied(report: str, root: Draft) -> bool:
    """Say whether a headline tells of a happening only that it was not, or not so."""
    own = [s for s in root.members if s.claim.report == report and s.part == "headline"]
    return bool(own) and all(s.claim.modality == "denied" for s in own)


def _first(report: str, part: str, drafts: Sequence[Draft]) -> tuple[Seen, Draft] | None:
    """What a part of a report tells with the most weight, of equals first, among what it does not deny."""
    told = (
        (seen, draft)
        for draft in drafts
        for seen in draft.members
        if seen.claim.report == report and seen.part == part and seen.claim.modality != "denied"
    )
    return min(told, key=lambda row: (-row[0].claim.weight, row[0].claim.trigger.start, row[0].claim.id), default=None)


def _later(report: str, draft: Draft, root: Draft) -> bool:
    own = draft.days_in(report, said=True)
    last = [seen.when.latest for seen in root.members if seen.claim.report != report and seen.when and seen.when.latest]
    return own is not None and bool(last) and own[0] > max(last)
