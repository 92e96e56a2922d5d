"""The event that each report was written to tell, and how the events of one happening hang together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import msgspec

from dateline.across.days.calendar import ANY_YEAR, apart, guessed
from dateline.across.event.belongs import SOON, at_once, beside, parts
from dateline.across.event.one_act import as_one_text, together, told_again
from dateline.across.event.outcome import by_the_same, outcome
from dateline.across.event.seen import Draft, days_apart, prominence
from dateline.across.news.answers import answer
from dateline.across.news.apart import own_news
from dateline.knowledge.acts import is_decision, is_stage, known

ROOM = {"harm": 1.0, "base": 0.8, "after": 0.9, "say": 0.6, "light": 0.4}  # what a report is rather written to tell
ROOTED = {"harm": 1.0, "base": 0.6, "after": 0.3, "say": 0.3, "light": 0.2}  # what the rest rather goes back to
RECALLED = 0.5  # what counts of an event for a report that was written to tell another
NEWS = 0.7  # weight from which on an act is news of the report, even beside a happening of more weight
ASIDE = 0.1  # how much less weight makes an act an aside of an arrest, even where it is told before it
HEARING = "trial"  # who testifies is heard, by a court or by a committee of which others say that it clashed
SOON_AFTER = 7  # days within which what was done is the news
PAST = 0.7  # of the room of harm that was done more than a week before a report: it is no news by itself
STALE = 30  # days after which a happening is no news
LATER = frozenset({"death", "medical", "injury"})  # kinds of claims of what came of wounds
_HARM = frozenset({"death", "injury", "casualty", "missing"})
_MISHAPS = frozenset({"accident", "disaster"})  # harm where they are news, not words for what is bad ("a tragedy")
BEHIND = 0.8  # of the weight of an arrest: harm without a day that is told with less is what the arrest is about
BEHIND_IT = 1.1  # of the prominence of a happening that is told first: what came of it and has more is the news
BESIDE = 0.7  # of the prominence of an arrest or charge: less than that stands beside it
ASIDE_OF_OLD = 0.4  # the same, of a happening too old to be news
ANY_WORD = 0.85  # of its room: what no word of the table of acts tells is rarely what a report was written for
TODAY = 0.3  # what headline or lead set on the days of their report is rather its news than what they do not
MENTION = 0.65  # of the prominence of a happening: what came of it and has less is only mentioned
APART = 7  # days by which reports may differ on the day of what is one event all the same


UNSURE = frozenset({"base", "light", "say"})  # families of acts that reports of one happening put in many words


class Tied(msgspec.Struct, frozen=True, kw_only=True):
    """How one happening's events hang together: ``root`` is what the rest goes back to, all by draft id."""

    root: str | None
    main: dict[str, str]
    follows: dict[str, str]
    part_of: dict[str, str]


def tie(
    reports: Sequence[str],
    drafts: Sequence[Draft],
    published: Mapping[str, int],
    family: Mapping[str, str] = MappingProxyType({}),
) -> Tied:
    """Find each report's main event, and what follows from or is part of the happening that they share.

    ``family``: the family of copies that a report belongs to; one text tells one event.
    """
    own = {report: [draft for draft in drafts if report in draft.reports] for report in reports}
    best = {report: _best(report, own[report], published.get(report)) for report in reports if own[report]}
    root = _root(drafts, best)
    if root is None:
        return Tied(root=None, main={}, follows={}, part_of={})
    mains = {report: _joined(report, draft, root, published.get(report)) for report, draft in best.items()}
    mains |= {report: best[report] for report in best if _peaceful(report, own[report], root)}
    mains |= {report: root for report in reports if report not in mains}
    mains |= _own_occasion(mains, root, own, published)
    mains |= {report: said for report in best if (said := answer(report, own[report], root))}
    mains = as_one_text(together(mains, root), family, published)
    told = {draft.id: draft for draft in mains.values()}
    spot = {draft.id for draft in drafts if draft.id not in told and at_once(draft, root, mains)}
    later = (d for d in drafts if d.id not in spot and d.id != root.id and _follows(d, root, main=d.id in told))
    follows = {draft.id: root.id for draft in later}
    free = [d for d in drafts if d.id not in follows and d.id not in told]
    part_of = parts(drafts, free, root, mains)
    return Tied(root=root.id, main={r: d.id for r, d in mains.items()}, follows=follows, part_of=part_of)


def _root(drafts: Sequence[Draft], best: Mapping[str, Draft]) -> Draft | None:
    """What most reports were written to tell, or where all tell what came after, the happening that they go back to."""
    told = {(_cause(draft, drafts) or draft).id for draft in best.values() if draft.family != "after"}
    mostly_after = 2 * sum(draft.family == "after" for draft in best.values()) > len(best)
    recalled = {draft.id for draft in drafts if mostly_after and draft.family == "harm"}
    likely = [draft for draft in drafts if draft.id in told | recalled and not _topic(draft)]
    likely = likely or [draft for draft in drafts if draft.family in ("harm", "base")] or list(drafts)

    def key(draft: Draft) -> tuple[float, str]:
        weights = [
            draft.weight(report) * (1.0 if best[report].id == draft.id else RECALLED)
            for report in draft.reports
            if report in best
        ]
        return (-ROOTED[draft.family] * sum(weights), draft.id)

    return min(likely, key=key, default=None)


def _topic(draft: Draft) -> bool:
    """Say whether harm is only spoken of: words of force that no report uses of a particular act."""
    return draft.family == "harm" and not any(seen.claim.particular for seen in draft.members)


def _cause(death: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """What hurt those whose death on a later day a report was written to tell; None for what is no later death."""
    told = [seen.claim for seen in death.members]
    if death.family != "harm" or death.days is None or any(c.action != "OTHER" or c.kind not in LATER for c in told):
        return None
    if not any(claim.kind == "death" for claim in told):
        return None
    before = [
        draft
        for draft in drafts
        if draft.family == "harm"
        and draft.days is not None
        and not {*draft.reports}.isdisjoint(death.reports)
        and 0 < (death.days[0] - draft.days[1]).days <= STALE
        and any(seen.claim.action == "ASSAULT" or seen.claim.kind in _MISHAPS for seen in draft.members)
    ]
    return min(before, key=lambda d: (-max(map(d.weight, d.reports)), d.id), default=None)


def _best(report: str, drafts: Sequence[Draft], published: int | None) -> Draft:
    """What a report gives the most room to; an act that came after a happening where that is its news."""

    def key(draft: Draft) -> tuple[float, int, int, str]:
        sure = known(draft.act) or draft.act.isupper() or draft.family != "base"
        wide = 1.0 if sure else ANY_WORD
        past = (
            published is not None and opens and draft.family == "harm" and _age(report, draft, published) > SOON_AFTER
        )
        room = (PAST if past else wide) * ROOM[draft.family] * draft.prominence(report)
        room += TODAY if draft.is_news_in(report) else 0.0
        return (-room, -sum(s.claim.report == report for s in draft.members), -len(draft.reports), draft.id)

    def came_after(draft: Draft) -> tuple[bool, bool, tuple[bool, int], float, str]:
        """Of an arrest and the charge at once, the arrest; of a trial and what he is tried for, what comes first; of
        two charges, that which is told with more weight."""
        beside = draft.prominence(report) < BESIDE * most
        place = min(d.place_in(report) for d in drafts if d.act == draft.act)
        return (beside, draft.act != "arrest", place, -draft.prominence(report), draft.id)

    done = [d for d in drafts if not all(s.denied for s in d.members if s.claim.report == report)]
    drafts = _of_now(report, done or drafts, published)  # talks ended, without the deal that was not made
    most = max((d.prominence(report) for d in drafts if d.family == "after"), default=0.0)
    opens = any(d.family == "base" and d.heads(report) for d in drafts)
    first = min((d for d in drafts if d.family != "after"), key=key, default=None)
    later = min((d for d in drafts if d.family == "after"), key=came_after, default=None)
    if later and first and first.family == "harm" and not _came_about(report, first):
        first = min((d for d in drafts if d.family != "after" and _came_about(report, d)), key=key, default=None)
    if first is not None and (came := outcome(report, first, drafts)):
        if later is None or came.family == "after" or later.weight(report) <= came.weight(report):
            return came
        first = came
    if first is None or later is None:
        return first or later or drafts[0]
    if first.family == "harm" and by_the_same(report, first, later):
        return first
    gap = _gap(report, first, later, published)
    old = gap is not None and gap > STALE
    if (
        not old
        and later.weight(report) < NEWS
        and ROOM["after"] * later.weight(report) < ROOM[first.family] * first.weight(report)
    ):
        return first
    beside = first.family == "base" and later.weight(report) - first.weight(report) > ASIDE
    beside = beside or (_crime(first) and later.weight(report) >= first.weight(report))
    if beside or first.family not in ("harm", "base"):
        return later
    if _came_before(report, first, later):
        return first
    long_after = gap > SOON if gap is not None else first.weight(report) < BEHIND * later.weight(report)
    aftermath = prominence([d for d in drafts if d.act == later.act], report)
    if long_after and aftermath >= (ASIDE_OF_OLD if old else MENTION) * first.prominence(report):
        return later
    ahead = later.place_in(report) < first.place_in(report)
    asked = BEHIND_IT if not ahead else BESIDE if gap is None else 1.0
    owed = asked * first.prominence(report)
    return later if aftermath > owed or (ahead and aftermath == owed) else first


def _of_now(report: str, drafts: Sequence[Draft], published: int | None) -> Sequence[Draft]:
    """What a report tells without harm that is long past, where it leads with what was done these days.

    A hearing is held of an attack of last year; a trial, which comes after, knows by itself which is the news.
    """
    if published is None:
        return drafts
    news = [
        d
        for d in drafts
        if d.family == "base" and d.weight(report) >= NEWS and _age(report, d, published) <= SOON_AFTER
    ]
    long_past = [d for d in drafts if d.family == "harm" and _age(report, d, published) > STALE]
    return [d for d in drafts if d not in long_past] if news else drafts


def _age(report: str, draft: Draft, published: int) -> int:
    """Days from what a report sets on a day to the report; none where it gives no day, or one without a year."""
    own = draft.days_in(report, said=True)
    return published - own[1].toordinal() if own and own[1].year != ANY_YEAR else 0


def _crime(draft: Draft) -> bool:
    """Say whether a draft only names a crime: of who is tried for fraud, the trial is told."""
    return draft.family == "base" and any(seen.claim.kind == "crime" for seen in draft.members)


def _came_about(report: str, draft: Draft) -> bool:
    """Say whether a report tells an act as one that happened, not as what somebody does again and again.

    What sums over many happenings ("killed nine in six raids") is none of them.
    """
    own = (seen.claim for seen in draft.members if seen.claim.report == report and seen.claim.modality == "happened")
    return any(not claim.quantities or any(q.sense != "spread" for q in claim.quantities) for claim in own)


def _came_before(report: str, first: Draft, later: Draft) -> bool:
    """Say whether an arrest or the like lies before what a report sets on a later day: that is the news over it."""
    began, came = first.days_in(report, said=True), later.days_in(report, said=True)
    return began is not None and came is not None and came[1] < began[0]


def _gap(report: str, first: Draft, later: Draft, published: int | None) -> int | None:
    """Days from a happening to what came after it, or else to the report."""
    began, came = first.days_in(report), later.days_in(report, said=True)
    if began is None:
        return None
    if came is not None:
        return apart(began, came)
    return published - began[0].toordinal() if published is not None and began[0].year != ANY_YEAR else None


def _joined(report: str, draft: Draft, root: Draft, published: int | None) -> Draft:
    """Reports of one happening that give different acts the most room still tell one event, unless its day differs.

    A report that does not tell the other event beside its own may just err on the day; and what is news cannot have
    happened long before its report, so that such a day is not believed.
    """
    own = draft.days_in(report, said=True) or draft.days_in(report)
    stale = published is not None and own is not None and published - own[1].toordinal() > STALE
    hearing = draft.act == HEARING and root.family == "base" and report not in root.reports
    after = draft.family == "after" and not (hearing and days_apart(draft, root) == 0)
    if draft.id == root.id or after or _barred(report, draft, root, published):
        return draft
    elsewhen = _yet_to_come(root, published) or _long_past(report, root, published)
    if elsewhen or _decided(report, draft, root, published):
        return draft
    twin = draft.act == root.act and own is not None and root.days is not None and apart(own, root.days) == 0
    if own_news(report, draft, root, published) or (twin and draft.family == "harm" and report not in root.reports):
        return draft  # another act, or one in another town
    dated = draft.days_in(report, said=True) is not None or draft.fresh_days(report)
    if stale or not dated or not any(seen.said and seen.days for seen in root.members):
        return root
    if twin and is_stage(draft.act):
        return draft  # by other people, in another town
    if draft.family in ("base", "harm") and told_again(draft, root, report):
        return draft
    told = report in root.reports or draft.act == root.act  # whose days no doubt could join
    if own is None or root.days is None or apart(own, root.days) <= (SOON if told else APART):
        return root
    return draft


def _own_occasion(
    mains: Mapping[str, Draft], root: Draft, own: Mapping[str, Sequence[Draft]], published: Mapping[str, int]
) -> dict[str, Draft]:
    """What reports that do not tell the root tell together: a hearing, of which each gives other words the most room.

    They came out on a day or the next, and name somebody of whom it is told.
    """
    left = {report: draft for report, draft in mains.items() if draft.id != root.id and draft.family in UNSURE}
    told = [draft for draft in {d.id: d for d in left.values()}.values() if not is_stage(draft.act)]
    if len(left) < 2 or not told:
        return {}
    other = _root(told, left)
    if other is None:
        return {}
    out = [published[report] for report in left if report in other.reports and report in published]
    near = {
        report: draft
        for report, draft in left.items()
        if out
        and any(abs(published.get(report, 0) - day) <= SOON for day in out)
        and any(other.cast & seen_in.cast for seen_in in own.get(report, ()))
    }
    return {report: _joined(report, draft, other, published.get(report)) for report, draft in near.items()}


def _long_past(report: str, root: Draft, published: int | None) -> bool:
    """Say whether a report has no word of what happened more than a month before it, or after it."""
    if report in root.reports or published is None or root.days is None or root.days[0].year == ANY_YEAR:
        return False
    return not -SOON <= published - root.days[1].toordinal() <= STALE


def _decided(report: str, draft: Draft, root: Draft, published: int | None) -> bool:
    """Say whether a report tells what was decided days after the root: a club closed, a reward offered."""
    if not is_decision(draft.act) or published is None or root.days is None or root.days[0].year == ANY_YEAR:
        return False
    own = draft.days_in(report, said=True)
    return published - root.days[1].toordinal() > SOON and (own is None or apart(own, root.days) > 0)


def _yet_to_come(root: Draft, published: int | None) -> bool:
    """Say whether words set all that is told of an event after a report came out: it was written before it."""
    days = [seen.days for seen in root.members if seen.said and seen.days and seen.days[0].year != ANY_YEAR]
    return published is not None and bool(days) and min(first.toordinal() for first, _ in days) > published + SOON


def _peaceful(report: str, drafts: Sequence[Draft], root: Draft) -> bool:
    """Say whether a report tells of no harm in particular that happened, so that none can be its news."""
    if not any(seen.claim.action == "ASSAULT" for seen in root.members):
        return False
    most = max((draft.weight(report) for draft in drafts), default=0.0)
    told = ((s.claim, draft) for draft in drafts for s in draft.members if s.claim.report == report)
    real = [(claim, draft) for claim, draft in told if claim.modality == "happened" and claim.particular]
    struck = any(claim.kind in _MISHAPS and draft.weight(report) >= RECALLED * most for claim, draft in real)
    return not struck and not any(claim.action == "ASSAULT" or claim.kind in _HARM for claim, _ in real)


def _barred(report: str, draft: Draft, root: Draft, published: int | None) -> bool:
    """Say whether a span of days, though too wide to be a day, keeps what a report tells from being the root.

    What is still to come is news now, and bars nothing but what the report merely recalls beside it.
    """
    if root.days is None or not any(seen.said and seen.days for seen in root.members):
        return False
    spans = [
        s.when for s in draft.members if s.claim.report == report and not s.days and s.when and not guessed(s.when)
    ]
    past = ((w.earliest, w.latest) for w in spans if w.earliest and w.latest)
    merely = report in root.reports and root.weight(report) < RECALLED * draft.weight(report)
    told = [span for span in past if published is None or merely or span[0].toordinal() <= published]
    if report in root.reports and published is not None:  # no news beside it is so old
        told = [span for span in told if published - span[1].toordinal() <= STALE]
    return bool(told) and all(apart(span, root.days) > APART for span in told)


def _follows(draft: Draft, root: Draft, *, main: bool) -> bool:
    """An arrest, a charge, a later death goes back to the happening; so does what its reports were written to tell."""
    if draft.family == "after":
        return root.family != "after"
    if beside(draft):
        return False
    later = root.days is not None and draft.days is not None and draft.days[0] > root.days[1]
    if main and draft.family == "harm" and (_done_anew(draft, root) or _elsewhere(draft, root)):
        return False
    return root.family == "harm" and (main or (later and draft.family == "harm"))


def _elsewhere(draft: Draft, root: Draft) -> bool:
    """Say whether both are harm of one day: then one was done in another town, and neither came of the other."""
    return draft.act == root.act and draft.days is not None and draft.days == root.days


def _done_anew(draft: Draft, root: Draft) -> bool:
    """Say whether its reports tell force as fresh news that was used more than a week after the root, or before it."""
    if draft.cast & root.cast:
        return False
    fresh = [s for s in draft.members if s.fresh and s.said and s.claim.action == "ASSAULT"]
    return bool(fresh) and root.days is not None and all(s.days and apart(s.days, root.days) > APART for s in fresh)
