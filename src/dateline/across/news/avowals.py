"""What somebody says of harm days after it: an army admits a strike, or finds that nobody died; news by itself."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.across.days.calendar import ANY_YEAR
from dateline.across.event.seen import Draft, Seen
from dateline.knowledge.acts import is_avowal

LATER = 2  # days after harm from which on what is said of it is no account of the same day
HURT = frozenset({"killed", "injured"})


def avowal(report: str, drafts: Sequence[Draft], root: Draft) -> Draft | None:
    """What a report's headline opens with, where that admits or denies harm done days before, or says there was none.

    Who raises a toll only knows more of it. What the lead says on a later day is the same, set on its day.
    """
    told = [(seen, draft) for draft in drafts for seen in draft.members if _of(seen, report, "headline")]
    if root.family != "harm" or root.days is None or root.days[0].year == ANY_YEAR or not told:
        return None
    seen, draft = min(told, key=lambda row: (row[0].claim.trigger.start, row[0].claim.id))
    if draft.id == root.id or seen.out is None or (seen.out - root.days[1]).days < LATER:
        return None
    if not (is_avowal(seen.claim.lemma) or (seen.family == "say" and _cleared(report, root))):
        return None
    days_after = (d for d in drafts if d.family == "say" and _set_later(report, d, root))
    return next(days_after, draft)


def _of(seen: Seen, report: str, part: str) -> bool:
    return seen.claim.report == report and seen.part == part


def _cleared(report: str, root: Draft) -> bool:
    """Say whether a headline counts nobody hurt in harm that it denies: "no civilians killed in strike"."""
    own = [seen.claim for seen in root.members if _of(seen, report, "headline")]
    denied = any(claim.modality == "denied" for claim in own)
    return denied and not any(q.of in HURT and q.low for c in own if c.modality != "denied" for q in c.quantities)


def _set_later(report: str, draft: Draft, root: Draft) -> bool:
    """Say whether the lead sets something on a day after the harm."""
    days = [s.days for s in draft.members if _of(s, report, "lead") and s.said and s.days]
    return bool(days) and root.days is not None and all(first > root.days[1] for first, _ in days)
