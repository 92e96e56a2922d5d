"""Claims of one happening's reports, grouped into the events that they tell of."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from itertools import pairwise
from types import MappingProxyType

import msgspec

from dateline.across.days.calendar import ANY_YEAR, Days, allows, apart, guessed, is_fresh, yearless
from dateline.across.event.general import general, loose, recalled, shot
from dateline.across.event.incidents import beside, by_town
from dateline.across.event.one_act import again, by_cast, by_person, died_later, long_over, put_back
from dateline.across.event.seasons import seasons
from dateline.across.event.seen import EMPTY, HURT, Draft, Seen, draft
from dateline.knowledge.acts import is_personal, is_stage

NEXT = 1  # days: an attack that goes on overnight, or is told of the evening and of the day after
DISPUTED = 7  # days by which reports may differ on the day of one event
NAMED = frozenset({"casualty"})  # "the victims were identified as": of an abduction, too
ANNOUNCED = "announce"  # the club and its new coach announce one thing
REPEATED = frozenset({"again", "more"})  # counts of those told of before, or of others beside them
SPAN = 45  # days: claims set in a span up to so wide may be of an event that no report dates
WEEK = 7  # days: so wide a span is that of fresh news
LED = 0.7  # weight of what a report leads with
NEWS = 0.5  # weight from which on a claim tells news of its report
_NOBODY: Mapping[str, frozenset[str]] = MappingProxyType({})
UNREAL = frozenset({"planned", "hypothetical"})  # moods of harm that was not done
ROOM = 0.45  # difference in weight between what a report tells and what it recalls


def drafts(claims: Iterable[Seen], bodies: Set[str] = frozenset()) -> list[Draft]:
    """Group the claims of reports that tell of one happening; every claim is in one draft.

    ``bodies``: the entities that are no people, so that nobody is told from anybody else by them.
    """
    claims = _of_harm(shot(list(claims)))
    kinds: dict[tuple[str, ...], list[Seen]] = defaultdict(list)
    cast: dict[str, frozenset[str]] = defaultdict(frozenset)
    for seen in claims:
        kinds[_kind(seen)].append(seen)
        cast[seen.claim.report] |= seen.actors | seen.recipients
    parts = (part for key in sorted(kinds) for part in _apart(kinds[key], cast, bodies))
    others = beside(claims)
    return [draft(town) for part in parts for town in (by_town(part, others) if part[0].act == "harm" else [part])]


def _of_harm(claims: Sequence[Seen]) -> list[Seen]:
    """Who the victims were is told of the happening that hurt them, else of that which took them, if one is told.

    The day on which they were named is not the day on which they were hurt.
    """
    told = next((seen for act in ("harm", "abduct") for seen in claims if seen.act == act), None)
    if told is None:
        return list(claims)
    return [
        msgspec.structs.replace(seen, act=told.act, family=told.family, when=None, days=None, said=False)
        if seen.claim.kind in (HURT if told.act == "harm" else NAMED)
        else seen
        for seen in claims
    ]


def _kind(seen: Seen) -> tuple[str, ...]:
    """Claims of different kinds are never one event: a statement is its speaker's, what is announced is one for all."""
    if seen.act == EMPTY:
        return (seen.act, seen.claim.id)
    if seen.family == "say" and seen.act != ANNOUNCED:
        return ("say", seen.act, *(sorted(seen.actors) or (seen.claim.report,)))
    if seen.incident:
        return (seen.act, "incident", seen.incident)
    return (seen.act, "other") if seen.claim.other and seen.claim.kind not in HURT else (seen.act,)


def _apart(members: Sequence[Seen], cast: Mapping[str, frozenset[str]], bodies: Set[str]) -> list[list[Seen]]:
    """Part claims of one kind by whom it is done to, where it comes after a happening, and else by day."""
    once = is_personal(members[0].act)
    if members[0].family != "after" and not once:
        who = {report: names - bodies for report, names in cast.items()}
        runs = _by_day(members, who)
        return [part for run in runs for part in by_cast(run, bodies)] if is_stage(members[0].act) else runs
    named, rest = by_person(members, cast, bodies)
    if once:
        named = [part for people in named for part in _by_season(people)]
    return _continued([*named, *(_by_day(rest) if rest else [])])


def _continued(parts: list[list[Seen]]) -> list[list[Seen]]:
    """Join to the arrest told before it what counts its people again, or others beside them, on no other day."""
    told = sorted(
        ((seen, place) for place, part in enumerate(parts) for seen in part),
        key=lambda row: (row[0].claim.report, row[0].claim.field == "text", row[0].claim.trigger.start),
    )
    home = list(range(len(parts)))
    for (before, left), (now, right) in pairwise(told):
        one, other = sorted((home[left], home[right]))
        again = any(q.of == "captured" and q.sense in REPEATED for q in now.claim.quantities)
        if one != other and again and before.claim.report == now.claim.report:
            joined = [[s for part, h in zip(parts, home, strict=True) if h == at for s in part] for at in (one, other)]
            met = all(apart(a.days, b.days) == 0 for a in joined[0] for b in joined[1] if a.days and b.days)
            if met and not _alone(joined[0], joined[1], now.claim.report):
                home = [one if h == other else h for h in home]
    return [[seen for part, h in zip(parts, home, strict=True) if h == at for seen in part] for at in sorted(set(home))]


def _alone(before: Sequence[Seen], beside: Sequence[Seen], report: str) -> bool:
    """Say whether of two arrests that a report counts together each is told by itself in another report."""
    one, other = ({seen.claim.report for seen in part} - {report} for part in (before, beside))
    return bool(one and other) and one.isdisjoint(other)


def _by_season(members: Sequence[Seen]) -> list[list[Seen]]:
    """Part claims that days do not, by the years and months in which they are set."""
    own = {seen.claim.id: seen for seen in members}
    return [[own[name] for name in part] for part in seasons({name: seen.when for name, seen in own.items()})]


def _by_day(members: Sequence[Seen], who: Mapping[str, frozenset[str]] = _NOBODY) -> list[list[Seen]]:
    """Dated claims fall into runs of days that meet; an undated one goes with its report's, else with the largest.

    ``who``: the people whom each report names. A day that was only inferred from the context makes no run of its own
    where others are said.
    """
    denied = [seen for seen in members if seen.denied]
    if 0 < len(denied) < len(members):
        return _with_denied(_by_day([seen for seen in members if not seen.denied], who), denied)
    aside = recalled(seen.claim for seen in members)
    if 0 < len(aside) < len(members):
        acts, rest = ([seen for seen in members if (seen.claim.id in aside) is kept] for kept in (False, True))
        return [*_by_day(acts, who), rest]
    said = [seen for seen in members if seen.days and seen.said]
    given = said or [seen for seen in members if seen.days]
    given = [seen for seen in given if not _unreal(seen)] or given
    dated = [(seen.days, seen) for seen in given if seen.days]
    if any(given[0].year == ANY_YEAR for given, _ in dated):
        dated = [(yearless(given), seen) for given, seen in dated]
    runs: list[list[Seen]] = []
    end = date.min
    for (first, last), seen in sorted(dated, key=lambda pair: (pair[0], pair[1].claim.id)):
        if first > end:
            runs.append([])
            end = last
        runs[-1].append(seen)
        end = min(end, last)
    if not runs:
        told = {seen.claim.report for seen in members if not general(seen.claim)}
        alone = [loose(seen.claim) or (general(seen.claim) and seen.claim.report not in told) for seen in members]
        unsure = [seen for seen, free in zip(members, alone, strict=True) if free]
        told_of = [seen for seen, free in zip(members, alone, strict=True) if not free]
        return [part for part in (*_by_season(told_of), unsure) if part]
    runs = _disputed(runs, who, members)
    placed = {seen.claim.id for run in runs for seen in run}
    return _with_undated(runs, [s for s in members if s.claim.id not in placed])


def _unreal(seen: Seen) -> bool:
    """Say whether a claim tells of harm that is only meant or thought of: of what was done, its day says nothing."""
    return seen.family == "harm" and seen.claim.modality in UNREAL


def _with_denied(runs: list[list[Seen]], denied: Sequence[Seen]) -> list[list[Seen]]:
    """Put what was not done to what it may deny: done on its days, or where it gives none, by somebody that it names.

    "No agreement was reached" denies nothing of what was agreed a week before.
    """
    left: list[Seen] = []
    told = [list(run) for run in runs]
    for seen in denied:
        own = seen.actors | seen.recipients
        near = [run for run in enumerate(runs) if seen.days or not long_over(seen, run[1])]
        fits = (
            place
            for place, run in near
            if (_meets(seen.days, run) if seen.days else any(own & (s.actors | s.recipients) for s in run))
        )
        home = next(fits, None)
        (left if home is None else told[home]).append(seen)
    return [*told, *(_by_day(left) if left else [])]


def _disputed(runs: list[list[Seen]], who: Mapping[str, frozenset[str]], members: Sequence[Seen]) -> list[list[Seen]]:
    """Join neighbouring runs that no report tells both of: they are one event, on whose day the reports differ."""
    joined = [runs[0]]
    for run in runs[1:]:
        told, before = (
            {
                seen.claim.report
                for seen in (*part, *(s for s in members if _led(s) and s.days and _meets(s.days, part)))
            }
            for part in (run, joined[-1])
        )
        gaps = [apart(a.days, b.days) for a in run for b in joined[-1] if a.days and b.days]
        overnight = NEXT if run[0].family == "harm" else 0
        near = max(gaps) <= NEXT and min(gaps) <= overnight if told & before else min(gaps) <= DISPUTED
        two = run[0].family in ("base", "harm", "after") and again(run, joined[-1], who)
        if near and not two and not died_later(run, joined[-1]):
            joined[-1] = joined[-1] + run
        else:
            joined.append(run)
    return joined


def _led(seen: Seen) -> bool:
    """Say whether a report leads with something: then the day inferred for it is its account of the day."""
    return seen.claim.weight >= LED and seen.claim.modality == "happened"


def _with_undated(runs: list[list[Seen]], undated: Sequence[Seen]) -> list[list[Seen]]:
    """Put each claim without a day of its own to the run that its report tells in the same word, else near it.

    Those that some reason sets in a span of days come first: where that span meets no run, they are one of their own,
    and what the same report says of no time at all may belong there.
    """
    undated = _behind(runs, undated)
    spanned = [seen for seen in undated if seen.days is None and _spanned(seen)]
    runs, left = _placed(runs, spanned)
    if left:
        runs.append(left)
    placed = {seen.claim.id for seen in spanned}
    rest = [seen for seen in undated if seen.claim.id not in placed]
    runs, left = _placed(runs, rest)
    if any(seen.days for seen in left) and len(left) < len(undated):
        return runs + _by_day(left)
    return [*runs, *_by_season(left)] if left else runs


def _behind(runs: Sequence[Sequence[Seen]], undated: Sequence[Seen]) -> list[Seen]:
    """Claims without a day; what is only taken for fresh is not where its report, in the same word, sets on a day what
    weighs as much."""
    dated: dict[tuple[str, str], float] = defaultdict(float)
    for seen in (*(seen for run in runs for seen in run), *undated):
        if seen.days:
            word = (seen.claim.report, seen.claim.lemma)
            dated[word] = max(dated[word], seen.claim.weight)
    return [
        msgspec.structs.replace(seen, when=None)
        if seen.when
        and is_fresh(seen.when)
        and not seen.days
        and dated[seen.claim.report, seen.claim.lemma] >= seen.claim.weight
        else seen
        for seen in undated
    ]


def _spanned(seen: Seen) -> bool:
    when = seen.when
    if when is None or when.days is None or guessed(when):
        return False
    return seen.family == "harm" or when.days <= SPAN


def _placed(runs: Sequence[Sequence[Seen]], undated: Sequence[Seen]) -> tuple[list[list[Seen]], list[Seen]]:
    """The runs with those of some claims that fit one, and the claims that fit none."""
    sizes = [len({s.claim.report for s in run}) for run in runs]
    at_home: dict[str, Counter[int]] = defaultdict(Counter)
    in_word: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    cast = [frozenset(name for seen in run for name in (*seen.actors, *seen.recipients)) for run in runs]
    for place, run in enumerate(runs):
        inferred = [s for s in undated if s.family == "base" and s.days and _meets(s.days, run)]
        for seen in (*run, *inferred):
            at_home[seen.claim.report][place] += 1
            in_word[seen.claim.report, seen.claim.lemma][place] += 1
    placed = [list(run) for run in runs]
    left: list[Seen] = []
    meets = {s.claim.id: [p for p, run in enumerate(runs) if s.days and _meets(s.days, run)] for s in undated}
    for seen in sorted(undated, key=lambda s: not meets[s.claim.id]):
        near = at_home.get(seen.claim.report) or Counter(range(len(runs)))
        word = in_word.get((seen.claim.report, seen.claim.lemma), Counter())
        met = {*meets[seen.claim.id]}
        elsewhere = (seen.days is not None or general(seen.claim)) and seen.claim.report not in at_home
        elsewhere = elsewhere or loose(seen.claim)
        free = seen.claim.kind in HURT  # it is news of what hurt them, however far up it stands
        free = free or _as_news(seen, [run for place, run in enumerate(placed) if place in near])
        fits = [p for p in sorted({*near, *met}) if p in met or free or (not elsewhere and _allows(seen, runs[p]))]
        if not fits and not elsewhere and seen.family == "harm" and seen.when and is_fresh(seen.when):
            fits = [p for p in range(len(runs)) if p not in near and _allows(seen, runs[p])]  # that of other reports
        if seen.claim.modality == "happened":
            fits = [p for p in fits if p in met or not _to_come(seen, runs[p])]
        # who was hurt is named of the shot and of the death days later alike; who meets whom tells meetings apart
        base = seen.family == "base"
        struck = not base and seen.claim.kind != "death"  # who dies later wears the day on which he was hurt
        own = seen.actors | seen.recipients if base else frozenset()
        order = [
            (
                *(_to_come(seen, runs[p]), -len(own & cast[p]), struck and p not in met, -word[p], p not in met),
                *(base and _far(seen, runs[p]), put_back(seen, runs[p]), -near[p], _old(seen, runs[p]), -sizes[p], p),
            )
            for p in fits
        ]
        if not order:
            left.append(seen)
            continue
        home = min(order)[-1]
        placed[home].append(seen)
        if meets[seen.claim.id]:
            at_home[seen.claim.report][home] += 1
    return placed, left


def _as_news(seen: Seen, home: Sequence[Sequence[Seen]]) -> bool:
    """Say whether what a report tells as news, of no day, can be what it sets on a day as high up."""
    if seen.when is None or not is_fresh(seen.when):
        return False
    first, own = seen.when.earliest, [other for run in home for other in run if other.claim.report == seen.claim.report]
    near = (o for o in own if not o.days or first is None or (first - o.days[1]).days <= WEEK)
    told = [other.claim.weight for other in near]
    return seen.family == "harm" and max(told, default=0.0) >= seen.claim.weight


def _to_come(seen: Seen, run: Sequence[Seen]) -> bool:
    """Say whether a run begins after a report came out: no report tells of what is to come."""
    first = min((other.days[0] for other in run if other.days), default=None)
    return seen.out is not None and first is not None and first.year != ANY_YEAR and first > seen.out


def _old(seen: Seen, run: Sequence[Seen]) -> int:
    """Days from the end of a run to a report whose news this is: of what is done again, the last time is the news."""
    if seen.family != "base" or seen.out is None or seen.claim.weight < NEWS:
        return 0
    last = max((other.days[1] for other in run if other.days), default=None)
    return abs((seen.out - last).days) if last and last.year != ANY_YEAR else 0


def _far(seen: Seen, run: Sequence[Seen]) -> int:
    """Characters from a claim to the nearest of a run in its text."""
    own = (s.claim for s in run if s.claim.report == seen.claim.report and s.claim.field == seen.claim.field)
    return min((abs(other.trigger.start - seen.claim.trigger.start) for other in own), default=sys.maxsize)


def _meets(given: Days, run: Sequence[Seen]) -> bool:
    return any(other.days and apart(given, other.days) == 0 for other in run)


def _allows(seen: Seen, run: Sequence[Seen]) -> bool:
    """What is news of a report joins no dated run that the report only recalls; its own days, if any, must fit most."""
    home = [other.claim.weight for other in run if other.claim.report == seen.claim.report]
    if home and seen.claim.weight - max(home) > ROOM and not _of_the_week(seen, run):
        return False
    dated = [other.when for other in run if other.days]
    firm = [when for when in dated if when and not guessed(when)] or dated  # a guessed day would allow any
    fits = [allows(seen.when, when) for when in firm]
    return 2 * sum(fits) >= len(fits)


def _of_the_week(seen: Seen, run: Sequence[Seen]) -> bool:
    """Say whether what is told as the week's news meets a run of days of that week: then it is told twice."""
    when = seen.when
    if when is None or when.earliest is None or when.latest is None or not 1 < (when.days or 0) <= WEEK:
        return False
    return _meets((when.earliest, when.latest), run)
