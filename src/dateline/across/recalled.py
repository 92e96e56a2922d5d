"""What reports of one happening only recall, joined to the same event as other reports recall or tell it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from datetime import date

import msgspec

from dateline.across.recollection import Recollection, block_keys
from dateline.knowledge.acts import family
from dateline.knowledge.rarity import rarity
from dateline.matching import Feature, Groups, Heap, Judged, Shelf, Sign, Table, Veto, by_table
from dateline.model import Decision, Events

SHOWN = 3  # how many of the things shared a reason names
MONTH = 31  # days: a date up to so wide says something of the event
ONCE = frozenset(("harm", "overthrow"))  # acts that are done to a person once


def _some(items: Iterable[object]) -> str:
    return ", ".join(sorted(map(str, items))[:SHOWN])


def _people(left: Recollection, right: Recollection) -> Sign | None:
    shared = left.people & right.people
    if shared:
        return Sign(min(1.0, 0.55 + 0.3 * (len(shared) - 1)), f"{len(shared)} of those named take part in both")
    if left.whom and right.whom:
        return Sign(-0.6, "done to other people")
    return None


def _once(left: Recollection, right: Recollection) -> Sign | None:
    if left.act != right.act or left.act not in ONCE or not left.whom & right.whom:
        return None
    return Sign(1.0, "done to one person, to whom it is done only once")


def _bodies(left: Recollection, right: Recollection) -> Sign | None:
    shared = left.bodies & right.bodies
    return Sign(min(1.0, 0.5 * len(shared)), f"{len(shared)} bodies or places take part in both") if shared else None


def _days(left: Recollection, right: Recollection) -> Sign | None:
    if left.exact and right.exact:
        gap = _gap(left, right)
        if gap == 0:
            return Sign(1.0, f"both on {_shown(max(left.first or 0, right.first or 0))}")
        return Sign(0.3 if gap == 1 else -1.0, f"{gap} days apart")
    if left.month is not None or right.month is not None:
        return Sign(0.25, "in one month of a year not told") if _one_month(left, right) else None
    if max(_width(left), _width(right)) <= MONTH:
        return Sign(0.45, "within one month")
    return None


def _width(one: Recollection) -> float:
    return math.inf if one.first is None or one.last is None else one.last - one.first + 1


def _gap(left: Recollection, right: Recollection) -> int:
    starts = [t.first for t in (left, right) if t.first is not None]
    ends = [t.last for t in (left, right) if t.last is not None]
    return max(0, max(starts) - min(ends)) if starts and ends else 0


def _shown(number: int) -> str:
    return date.fromordinal(number).isoformat()


def _one_month(left: Recollection, right: Recollection) -> bool:
    return bool(_numbers(left) & _numbers(right))


def _numbers(one: Recollection) -> frozenset[int]:
    if one.month is not None:
        return frozenset({one.month})
    if one.first is None or one.last is None or one.last - one.first > 300:
        return frozenset()
    return frozenset(date.fromordinal(day).month for day in range(one.first, one.last + 1))


def _towns(left: Recollection, right: Recollection) -> Sign | None:
    shared = left.towns & right.towns
    if shared:
        rare = max(rarity(town.split()[-1]) for town, _ in shared)
        return Sign(min(1.0, 0.5 + (rare - 4) / 4), f"both in {_some(town for town, _ in shared)}")
    return Sign(-0.6, "in other towns") if left.towns and right.towns else None


def _words(left: Recollection, right: Recollection) -> Sign | None:
    towns = {part for town, _ in left.towns | right.towns for part in town.split()}
    shared = (left.words & right.words) - towns
    total = math.fsum(min(2.0, rarity(word) - 4.0) for word in shared)
    return Sign(min(1.0, total / 5), f"rare words of both: {_some(shared)}") if shared else None


def _counts(left: Recollection, right: Recollection) -> Sign | None:
    both = {of for of, _ in left.counts} & {of for of, _ in right.counts}
    shared = {of for of, _ in left.counts & right.counts}
    if not both:
        return None
    return Sign(1.0 if shared else -1.0, f"{_some(shared)} alike" if shared else f"{_some(both)} differ")


def _other_act(left: Recollection, right: Recollection) -> Sign | None:
    return Sign(-1.0, "another stage") if left.act != right.act else None


def _kind(left: Recollection, right: Recollection) -> str | None:
    if left.act == right.act or (left.stage and right.stage):
        return None
    return f"{left.act} is not {right.act}"


def _home(left: Recollection, right: Recollection) -> str | None:
    """Inside one happening events are told apart already."""
    if left.home == right.home:
        return "told apart by reports of one happening"
    return "each is the news of another happening" if left.news and right.news else None


def _whom(left: Recollection, right: Recollection) -> str | None:
    """Arrests and charges of one day are of many people: only the same person makes them one."""
    if family(left.act) == "after" and not left.whom & right.whom:
        return "nobody named whom both tell it of"
    return None


def _when(left: Recollection, right: Recollection) -> str | None:
    slack = 1 if left.exact and right.exact else 0
    if _gap(left, right) > slack:
        return "on days that cannot meet"
    yearless = left.month is not None or right.month is not None
    if yearless and _numbers(left) and _numbers(right) and not _one_month(left, right):
        return "in other months"
    return None


def _where(left: Recollection, right: Recollection) -> str | None:
    if left.countries and right.countries and not left.countries & right.countries:
        return "in other countries"
    return None


RECALLED = Table[Recollection](
    features=(
        Feature("people", 4.0, _people),
        Feature("once", 1.5, _once),
        Feature("bodies", 1.0, _bodies),
        Feature("days", 2.2, _days),
        Feature("towns", 2.0, _towns),
        Feature("words", 2.5, _words),
        Feature("counts", 0.7, _counts),
        Feature("act", 0.5, _other_act),
    ),
    vetoes=(Veto("home", _home), Veto("kind", _kind), Veto("whom", _whom), Veto("when", _when), Veto("where", _where)),
    bias=-4.0,
)


class Recalled(msgspec.Struct, frozen=True):
    """Which events of different happenings are one (event id -> the id of the whole), and the decisions on them."""

    home: dict[str, str]
    decisions: tuple[Decision, ...]


def recalled(told: Sequence[Recollection], events: Events, judgements: Sequence[Decision]) -> Recalled:
    """Find the events that several happenings tell or recall; the whole goes by the id of that with the first claim."""
    known = {one.id: one for one in told}
    found = grouping(Heap(), known.__getitem__, Judged(judgements, "event", events.of)).update(
        {name: block_keys(one) for name, one in known.items()}
    )
    home = {name: first for group in found.fresh for name, first in homes(group, known.__getitem__).items()}
    return Recalled(home, tuple(row for _, row in sorted(found.rows.items()) if row))


def homes(group: Sequence[str], of: Callable[[str], Recollection]) -> dict[str, str]:
    """The id of the whole for each event of a group; none where an event stands alone."""
    if len(group) < 2:
        return {}
    first = min(group, key=lambda name: of(name).claim)
    return dict.fromkeys(group, first)


def grouping(shelf: Shelf, of: Callable[[str], Recollection], judged: Judged) -> Groups:
    """The groups of recollections on a shelf; ``of`` gives one by its event's id."""
    return by_table(shelf, "recalled", RECALLED, of, judged, about="event", final=True)
