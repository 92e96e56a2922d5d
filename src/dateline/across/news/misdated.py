"""Reports that wear a wrong date: what they tell as news of their day, others tell of another season."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date

from msgspec.structs import replace

from dateline.across.event.seen import Seen

FAR = 30  # days: nobody errs so widely on a day, but a page may show the day on which it was moved or shown again
NEAR = 3  # days within which others agree
SEVERAL = 2  # dead, or reports: fewer may happen twice


def misdated(told: Iterable[Seen], people: Set[str]) -> frozenset[str]:
    """The reports that count from a wrong day: with the same somebody in it, the same number of dead in the same town
    as in two others or more, which agree on another day.

    Who gives the day in his own words is not doubted.
    """
    harm: dict[str, list[Seen]] = defaultdict(list)
    cast: dict[str, set[str]] = defaultdict(set)
    for seen in told:
        if seen.family in ("harm", "after"):
            cast[seen.claim.report] |= (
                (seen.actors if seen.family == "harm" else frozenset()) | seen.recipients
            ) & people
        if seen.family == "harm" and seen.claim.modality == "happened":
            harm[seen.claim.report].append(seen)
    days = {report: day for report, members in harm.items() if (day := _day(members)) is not None}
    return frozenset(report for report in days if _doubted(report, days, harm, cast))


def _doubted(
    report: str, days: Mapping[str, date], harm: Mapping[str, Sequence[Seen]], cast: Mapping[str, Set[str]]
) -> bool:
    own, toll, town = days[report], _toll(harm[report]), _towns(harm[report])
    if toll < SEVERAL or any(s.when and s.when.basis == "stated" and s.when.exact for s in harm[report]):
        return False
    others = sorted(
        days[other]
        for other in days.keys() - {report}
        if abs((days[other] - own).days) > FAR
        and cast[report] & cast[other]
        and _toll(harm[other]) == toll
        and town & _towns(harm[other])
    )
    near = [day for day in days.values() if abs((day - own).days) <= FAR]
    return len(near) == 1 and len(others) >= SEVERAL and (others[-1] - others[0]).days <= NEAR


def undated(told: Iterable[Seen], wrong: Set[str]) -> list[Seen]:
    """The claims without the days that misdated reports give them."""
    return [
        replace(seen, when=None, days=None, said=False, fresh=False, out=None) if seen.claim.report in wrong else seen
        for seen in told
    ]


def _day(members: Sequence[Seen]) -> date | None:
    """The day on which a report sets its harm most."""
    weights: dict[date, float] = defaultdict(float)
    for seen in members:
        if seen.days:
            weights[seen.days[0]] += seen.claim.weight
    return min(weights, key=lambda day: (-round(weights[day], 3), day), default=None)


def _toll(members: Sequence[Seen]) -> float:
    """The most dead that a report counts exactly."""
    counts = (q for s in members for q in s.claim.quantities if q.of == "killed" and q.low == q.high)
    return max((quantity.low or 0 for quantity in counts), default=0)


def _towns(members: Sequence[Seen]) -> set[str]:
    return {seen.claim.place.name for seen in members if seen.claim.place and seen.claim.place.name}
