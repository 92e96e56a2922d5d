"""Parts of tolls that reports give otherwise: civilians or fighters among the dead, and the dead of one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, parted
from dateline.across.slots.figures import Figure
from dateline.across.slots.toll import Toll, folded, stated, words_of
from dateline.knowledge.groups import group_in
from dateline.knowledge.placekeys import bare, key, sound
from dateline.model import Quantity, Reading

FEW = 3  # what a bare plural or "several" says at least, which no account contradicts
IN = "in "  # before the place of which a part is


def parts(
    members: Sequence[Seen], of: str, whole: Sequence[Account], apart: Sequence[Toll], readings: Mapping[str, Reading]
) -> Iterator[Point]:
    """Counts of groups among those hit, and of those hit in one of several places, where reports give other numbers.

    ``whole`` are the accounts of all, ``apart`` the figures that add up to their own report's.
    """
    yield from _groups(members, of, whole, readings)
    yield from _places(members, of, apart, readings)


def summands(tolls: Sequence[Toll]) -> list[Toll]:
    """The figures of one report that add up to another of its figures: the dead of each place, of all the dead."""
    found: dict[int, Toll] = {}
    reports = sorted({toll.report for toll in tolls})
    for report in reports:
        own = [toll for toll in tolls if toll.report == report and not toll.before and toll.figure.stated > 1]
        for one, other in combinations(own, 2):
            if any(toll.figure.stated == one.figure.stated + other.figure.stated for toll in own):
                found |= {id(one): one, id(other): other}
    return list(found.values())


def _groups(
    members: Sequence[Seen], of: str, whole: Sequence[Account], readings: Mapping[str, Reading]
) -> Iterator[Point]:
    """Counts of civilians, children or fighters among the dead."""
    given: dict[str, list[Toll]] = defaultdict(list)
    for seen, quantity, said in _told(members, of, readings, ("part", "new")):
        group = group_in(quantity.whose or words_of(quantity, seen, readings[seen.claim.report]))
        least = 1 if quantity.sense == "part" else 2
        if group and said.stated >= least and (not said.hedge or said.stated >= FEW):
            given[group].append(Toll(seen=seen, quantity=quantity, figure=said))
    for group in sorted(given):
        if not any(toll.quantity.sense == "part" for toll in given[group]):
            continue  # where nobody counts them apart from others, they are all who were hit
        accounts = [a for a in folded(given[group], readings) if not any(_echo(a, b) for b in whole)]
        if parted(accounts):
            yield Point(slot=f"quantity:{of}", subject=group, accounts=accounts)


def _places(
    members: Sequence[Seen], of: str, apart: Sequence[Toll], readings: Mapping[str, Reading]
) -> Iterator[Point]:
    """Counts of those hit in one place, by the place's name however it is spelled."""
    given: dict[str, list[Toll]] = defaultdict(list)
    names: dict[str, str] = {}
    for seen, quantity, said in _told(members, of, readings, ("part",)):
        if quantity.whose and quantity.whose.startswith(IN):
            name = quantity.whose.removeprefix(IN)
            names.setdefault(_key(name), name)
            given[_key(name)].append(Toll(seen=seen, quantity=quantity, figure=said))
    for toll in apart:
        if toll.quantity.of == of and (home := _home(toll, names, readings[toll.report])):
            given[home].append(toll)
    for place in sorted(given):
        if parted(accounts := folded(given[place], readings)):
            yield Point(slot=f"quantity:{of}", subject=names[place], accounts=accounts)


def _home(toll: Toll, names: Mapping[str, str], reading: Reading) -> str | None:
    """Which of the places a figure is of: the one that its sentence names, else the one in which its claim is set."""
    words = reading.report.words(toll.seen.claim.span).split()
    told = dict.fromkeys(_key(word.strip(".,;:\"'")) for word in words if word[:1].isupper())
    where = toll.seen.claim.place.name if toll.seen.claim.place else None
    near = [name for name in (*told, _key(where or "")) if name in names]
    return near[0] if near else None


def _key(name: str) -> str:
    return sound(key(bare(name)))


def _told(
    members: Sequence[Seen], of: str, readings: Mapping[str, Reading], senses: Sequence[str]
) -> Iterator[tuple[Seen, Quantity, Figure]]:
    """What is told as done and counts so many, in the order of the claims."""
    for seen in sorted(members, key=lambda s: s.claim.id):
        for quantity in seen.claim.quantities if seen.claim.modality == "happened" else ():
            if quantity.of == of and quantity.sense in senses:
                said = stated(quantity, seen, readings[seen.claim.report])
                if said is not None:
                    yield seen, quantity, said


def _echo(one: Account, other: Account) -> bool:
    return (one.report, one.key) == (other.report, other.key)
