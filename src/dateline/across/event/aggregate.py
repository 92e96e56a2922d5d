"""The fields of an event, drawn from all its claims: who, whom, when and how many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import date, timedelta
from types import MappingProxyType

from dateline.across.days.calendar import is_fresh
from dateline.across.event.seen import Seen
from dateline.model import Action, Entities, Modality, Participant, Time, When

INFERRED = 0.7  # what a date counts that the words do not give, or that is of what came of it, beside one that they do
LATER = frozenset({"death", "medical"})  # kinds of claims: who was shot may die, or be treated, on another day
MEANS = frozenset({"aerial", "drone", "heavy-weapons", "explosives", "firearms"})  # modes that are means
DAY = 10  # letters of a full date
MONTH = 31  # days of an interval that still says when
WEEK = 7  # days
SEVERAL = 2  # reports that are believed over one
NEARLY = 0.6  # of the weight behind the date that most reports allow
NAMED = 1.5  # what a date counts that words give by month and number: a weekday is more easily mistaken
_UNKNOWN: Mapping[str, int] = MappingProxyType({})
_NONE: Set[str] = frozenset()
LIKELY = 0.5  # of the weight of what gives a date itself, among dates that all the same claims allow


def participants(
    members: Sequence[Seen], entities: Entities, side: Callable[[Seen], Sequence[Participant]]
) -> tuple[Participant, ...]:
    """Everybody on one side, each once, those in most reports first; who has no entity is left to the claims."""
    reports: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Participant] = {}
    for seen in members:
        for person in side(seen):
            name = entities.of.get(person.entity or "")
            if name is not None:
                reports[name].add(seen.claim.report)
                first.setdefault(name, person)
    order = sorted(first, key=lambda name: (-len(reports[name]), name))
    return tuple(first[name] for name in order)


def modality(members: Sequence[Seen], action: Action) -> Modality:
    """What most claims of its action say; of equals, that it happened, and so where one act of a run is told of.

    Force that no claim tells of as one act in particular goes on, if at all.
    """
    own = [seen.claim for seen in members if seen.claim.action == action]
    counts = Counter(claim.modality for claim in own)
    if not any(claim.particular for claim in own if claim.modality == "happened"):
        counts["ongoing"] += counts.pop("happened", 0)
    if counts["happened"]:
        counts["happened"] += counts.pop("ongoing", 0)
        if action == "ASSAULT":  # "the attack had been planned since May": who plots it tells of what was done
            counts["happened"] += counts.pop("planned", 0)
    order = ("happened", "ongoing", "planned", "possible", "denied", "hypothetical")
    return min(counts, key=lambda kind: (-counts[kind], order.index(kind)))


def manner(best: Seen, members: Sequence[Seen]) -> str | None:
    """How it was done, where the word leaves that open: as its sentence says ("by an air strike"), or its report."""
    one = best.claim
    if one.mode is not None or one.action != "ASSAULT":
        return one.mode
    beside = [
        seen.claim
        for seen in members
        if seen.claim.mode in MEANS and seen.claim.report == one.report and seen.claim.modality == "happened"
    ]
    return min(beside, key=lambda c: ((c.field, c.start) != (one.field, one.start), -c.weight, c.id), default=one).mode


def when(members: Sequence[Seen], published: Mapping[str, int] = _UNKNOWN, named: Set[str] = _NONE) -> When | None:
    """The narrowest interval that nearly as many reports allow as allow any: what most of them say, most exactly.

    ``published``: the days on which reports came out, as far as they are known, as numbers; ``named``: the times that
    name a day of the month.
    """
    telling = _of_harm(_of_own_days(members))
    dated = _before_told([seen for seen in telling if seen.when and seen.when.days is not None], published)
    if not dated:
        return next((seen.when for seen in members if seen.when), None)
    found = {(seen.when.earliest, seen.when.latest): seen.when for seen in reversed(dated) if seen.when}
    held = {key: _held(one, dated, named) for key, one in found.items()}
    enough = [key for key in found if held[key] >= NEARLY * max(held.values())]
    best = [key for key in enough if round(held[key], 3) == round(max(held.values()), 3)]
    enough = [key for key in enough if any(found[key].meets(found[one]) for one in best)]  # finer, but not another
    ranks = {key: (found[key].days or 0, -round(held[key], 3)) for key in enough}
    alike = [key for key in enough if ranks[key] == min(ranks.values())]
    own = {key: [s for s in dated if s.when and (s.when.earliest, s.when.latest) == key] for key in alike}
    given = {key: _held(found[key], own[key], named) for key in alike}
    likely = [key for key in alike if given[key] >= LIKELY * max(given.values())]
    return found[min(likely, key=str)]  # the earlier of equals: who is shot dies no sooner


def _of_own_days(members: Sequence[Seen]) -> list[Seen]:
    """The claims without those that a report sets in the week before it, where it gives a day or month as well.

    A month that it names far below only recalls what was done before.
    """
    given: dict[str, float] = {}
    for s in members:
        if s.when and s.when.days and (s.days or (s.when.days <= MONTH and not is_fresh(s.when))):
            given[s.claim.report] = max(given.get(s.claim.report, 0.0), s.claim.weight if not s.days else 1.0)
    return [
        s
        for s in members
        if s.days or not (s.when and is_fresh(s.when)) or given.get(s.claim.report, -1.0) < LIKELY * s.claim.weight
    ]


def _of_harm(members: Sequence[Seen]) -> list[Seen]:
    """The claims without the deaths that a report's words set on other days than what caused them.

    "Struck earlier this month, she died on Monday": nobody says that she was struck on Monday.
    """
    struck, died = (
        {(s.claim.report, _span(s)) for s in members if _in_words(s) and kind(s)} for kind in (_hits, _late)
    )
    told = {report for report, _ in struck}
    later = {(report, days) for report, days in died - struck if report in told}
    return [s for s in members if not (_late(s) and (s.claim.report, _span(s)) in later)]


def _hits(seen: Seen) -> bool:
    return seen.claim.action == "ASSAULT" and seen.claim.modality == "happened"


def _late(seen: Seen) -> bool:
    return seen.claim.kind in LATER


def _span(seen: Seen) -> tuple[date | None, date | None]:
    return (seen.when.earliest, seen.when.latest) if seen.when else (None, None)


def _in_words(seen: Seen) -> bool:
    when = seen.when
    return when is not None and 0 < (when.days or 0) <= MONTH and when.basis != "context" and not is_fresh(when)


def _before_told(dated: list[Seen], published: Mapping[str, int]) -> list[Seen]:
    """The claims but for those set after the first report that tells of it: no report tells of what is to come.

    A report may wear a later day than its own, that on which its page was found, and count its days from there. Or it
    may wear an earlier one: where it sets on a Monday what several others set on the Monday after, they are believed.
    """
    told = {seen.claim.report for seen in dated if seen.claim.modality == "happened" and seen.claim.report in published}
    first = min(told, key=lambda report: (published[report], report), default=None)
    if first is None:
        return dated
    others = [seen for seen in dated if seen.claim.report != first]
    if _a_week_late([seen for seen in dated if seen.claim.report == first], others):
        return others
    out = published[first]
    kept = [s for s in dated if not (s.when and s.when.earliest and s.when.earliest.toordinal() > out)]
    return kept if any(seen.days for seen in kept) else dated


def _a_week_late(own: Sequence[Seen], others: Sequence[Seen]) -> bool:
    """Say whether reports set on one day, a week on, what one sets on a day, and none of them allows that one's."""
    ours, theirs = ({_span(seen) for seen in part if seen.days} for part in (own, others))
    news = {seen.claim.report: True for seen in others if seen.when and (seen.when.days or 0) <= WEEK}
    for seen in others:
        if seen.when and (seen.when.days or 0) <= WEEK:
            news[seen.claim.report] &= not any(mine.when and mine.when.meets(seen.when) for mine in own if mine.days)
    late = {(first + timedelta(WEEK), last + timedelta(WEEK)) for first, last in ours if first and last}
    return len(ours) == 1 and late == theirs and sum(news.values()) == len(news) >= SEVERAL


def named_days(times: Iterable[Time]) -> frozenset[str]:
    """The times that name a day of the month ("12 May"), and those counted from one ("at 9 p.m." on that day)."""
    known = {time.id: time for time in times}
    return frozenset(name for name in known if _names_day(name, known))


def _names_day(name: str, known: Mapping[str, Time]) -> bool:
    time = known[name]
    if time.formula.startswith("md:") or (
        not time.formula and len(time.value) >= DAY and time.value[:DAY] == time.edtf
    ):
        return True
    return time.formula.startswith("day:0") and time.anchor in known and _names_day(time.anchor, known)


def _held(one: When, dated: Sequence[Seen], named: Set[str]) -> float:
    """The weight of the reports that allow these days, each by its weightiest claim that does."""
    best: dict[str, float] = {}
    for seen in dated:
        if seen.when is not None and seen.when.meets(one):
            sure = seen.said and seen.claim.kind not in LATER
            weight = (0.3 + seen.claim.weight) * (1.0 if sure else INFERRED)
            if not named.isdisjoint(seen.when.source):
                weight *= NAMED
            best[seen.claim.report] = max(best.get(seen.claim.report, 0.0), weight)
    return sum(best.values())
