"""What a report tells as the news of its own day, apart from the happening that it goes back to: another event."""

from __future__ import annotations

from dateline.across.days.calendar import ANY_YEAR, Days, apart
from dateline.across.event.seen import Draft

SOON = 1  # days within which reports of one happening come out
MENTION = 0.65  # of the prominence of its news: a happening that a report gives less room is only recalled
INQUIRY = "investigate"  # the mode of inquiries: a headline gives no day, and the text that of what is looked into
WEEK = 7  # days by which reports may differ on a day
PAST = 0.7  # of the prominence of what lies more than a week back: it is no news by itself
LIGHT = frozenset({"identify", "find", "hospitalize", "see"})  # what is found out of a happening is no other
OVER = frozenset({"end", "finish", "conclud"})  # nor is that it came to its end
FAMILIES = {"harm": frozenset({"base", "light"})}  # by that of the root: what is said of harm is an account of it
ANY = frozenset({"base", "light", "say"})


def own_news(report: str, draft: Draft, root: Draft, published: int | None) -> bool:
    """Say whether what a report tells first is another act than the root, done on another day."""
    if draft.family not in FAMILIES.get(root.family, ANY) or draft.act in LIGHT | OVER:
        return False
    if root.days is None:
        return report not in root.reports and draft.is_news_in(report) and draft.heads(report)
    if root.days[0].year == ANY_YEAR:
        return False
    if draft.act == root.act:
        return _told_of_both(report, draft, root)
    return published is not None and (
        _followed(report, draft, root, root.days, published) or _went_before(report, draft, root.days, published)
    )


def _told_of_both(report: str, draft: Draft, root: Draft) -> bool:
    """Say whether one report sets its news on its own day and what it recalls on another: two meetings, on two days."""
    own, other = draft.days_in(report, said=True), root.days_in(report)
    return own is not None and other is not None and apart(own, other) > 0 and draft.is_news_in(report)


def _followed(report: str, draft: Draft, root: Draft, days: Days, published: int) -> bool:
    """Say whether a headline of a later day opens with another act, and the root is only recalled below it."""
    said = draft.days_in(report, said=True)
    apart_by_words = said is not None and said[0] > days[1]
    if not draft.heads(report) or (published - days[1].toordinal() <= SOON and not apart_by_words):
        return False
    inquired = any(s.part == "headline" and s.claim.mode == INQUIRY for s in draft.members if s.claim.report == report)
    own = said if inquired else draft.days_in(report)
    if own is not None and own[0] <= days[1]:
        return False
    past = PAST if published - days[1].toordinal() > WEEK else 1.0
    return past * root.prominence(report) < MENTION * draft.prominence(report)


def _went_before(report: str, draft: Draft, days: Days, published: int) -> bool:
    """Say whether a report came out before the root, with news of its own day: a strike that is banned a day later.

    What came out more than a week before has other news anyway.
    """
    own = draft.days_in(report, said=True)
    began = days[0].toordinal()
    if published >= began:
        return False
    return published + WEEK < began or (own is not None and own[1] < days[0])
