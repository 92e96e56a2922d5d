"""Ages of persons, and who somebody was, on which the accounts of an event part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, parted
from dateline.model import Entities, Mention, Reading

YEARS = 4  # by which two accounts of one person's age differ at most
DECADE = 10  # years by which two accounts of one person differ at most: a father and his son have one name
YEAR = 365.25  # days
HALF = 0.5  # of a year: reports nearer than that part on an age
ONE_OFF = 1  # year by which they may differ where each list has more persons than the other

SHARED = 2  # ages of others that two reports share, where one of theirs is one person

Told = Mapping[str, Mapping[int, str]]  # report -> age -> the claim that gives it


def ages(members: Sequence[Seen], readings: Mapping[str, Reading], entities: Entities) -> Iterator[Point]:
    """Ages: of one named person, and of the one person left over where two reports list the same ages but for one."""
    told = _told(members, readings)
    known: set[int] = set()
    names = {entity.id: entity.name for entity in entities.found}
    dead = {name for seen in members if _of_the_dead(seen) for name in seen.recipients}
    for entity, given in _by_name(members, readings, entities).items():
        accounts = [_age(report, age, claim) for report, age, claim in given]
        near = max(age for _, age, _ in given) - min(age for _, age, _ in given) <= DECADE
        older = entity not in dead and _grown(given, readings)
        if near and parted(accounts) and len({a.report for a in accounts}) > 1 and not older:
            known |= {age for _, age, _ in given}
            yield Point(slot="quantity:age", subject=names.get(entity, ""), accounts=accounts)
    lists = {report: [age for age in given if age not in known] for report, given in told.items()}
    bearers = _bearers(told, readings, entities)
    for pair in left_over(lists):
        if not _two_persons(pair, bearers):
            yield Point(slot="quantity:age", accounts=[_age(report, age, told[report][age]) for report, age in pair])


def _of_the_dead(seen: Seen) -> bool:
    """Say whether a claim tells of those who were killed, who keep their age."""
    return seen.claim.kind in ("death", "casualty") or any(q.of == "killed" for q in seen.claim.quantities)


def _grown(given: Sequence[tuple[str, int, str]], readings: Mapping[str, Reading]) -> bool:
    """Say whether all that parts a person's ages are the years that lie between the reports."""
    dated = [(when.earliest, age) for report, age, _ in given if (when := readings[report].report.published)]
    told = sorted((day.toordinal() / YEAR, age) for day, age in dated if day)
    pairs = [(then, age, now, older) for (then, age), (now, older) in combinations(told, 2) if age != older]
    return len(told) == len(given) and all(
        now - then >= HALF and abs(older - age - (now - then)) < 1 for then, age, now, older in pairs
    )


def _bearers(told: Told, readings: Mapping[str, Reading], entities: Entities) -> dict[tuple[str, int], frozenset[str]]:
    """By report and age: the persons of that age whom the report names."""
    found: dict[tuple[str, int], frozenset[str]] = {}
    for report in told:
        named = {m.entity for m in readings[report].mentions if m.form == "name" and m.kind == "person"}
        for claim in readings[report].claims:
            for quantity in claim.quantities:
                if quantity.years is not None and quantity.whose in named:
                    key = (report, quantity.years)
                    found[key] = found.get(key, frozenset()) | {entities.of.get(quantity.whose, quantity.whose)}
    return found


def _two_persons(pair: Sequence[tuple[str, int]], bearers: Mapping[tuple[str, int], frozenset[str]]) -> bool:
    """Say whether the bearers of two ages are named, each age's by each report, and nobody has both."""
    by_age: dict[int, list[frozenset[str]]] = defaultdict(list)
    for report, age in pair:
        by_age[age].append(bearers.get((report, age), frozenset()))
    every = [frozenset().union(*held) if all(held) else frozenset() for held in by_age.values()]
    return all(every) and not frozenset.intersection(*every)


def _told(members: Sequence[Seen], readings: Mapping[str, Reading]) -> dict[str, dict[int, str]]:
    """The ages that each report of the event gives, each with a claim: one of the event, if it has the age."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    own = sorted((seen.claim for seen in members), key=lambda c: (-c.weight, c.id))
    rest = (claim for report in sorted({c.report for c in own}) for claim in readings[report].claims)
    for claim in (*own, *rest):
        for quantity in claim.quantities:
            if quantity.years is not None:
                found[claim.report].setdefault(quantity.years, claim.id)
    return found


def _by_name(
    members: Sequence[Seen], readings: Mapping[str, Reading], entities: Entities
) -> dict[str, list[tuple[str, int, str]]]:
    """Named persons with the ages that reports give them: report, age and the claim."""
    found: dict[str, set[tuple[str, int, str]]] = defaultdict(set)
    people = frozenset().union(*(seen.actors | seen.recipients for seen in members)) - entities.unnamed
    reports = sorted({seen.claim.report for seen in members})
    named = {r: {m.entity for m in readings[r].mentions if m.form == "name" and m.kind == "person"} for r in reports}
    own = {seen.claim.id for seen in members}
    for claim in (claim for report in reports for claim in readings[report].claims):
        for quantity in claim.quantities:
            if quantity.years is not None and quantity.whose in named[claim.report]:
                bearer = entities.of.get(quantity.whose, "")  # his age is nothing that the event did to him
                if bearer not in entities.unnamed and (claim.id in own or bearer in people):
                    found[bearer].add((claim.report, quantity.years, claim.id))
    for report in reports:
        for mention in readings[report].mentions:
            entity = entities.of.get(mention.entity)
            given = {row[:2] for row in found[str(entity)]}
            fits = mention.age is not None and entity in people and mention.form == "name"
            if fits and (report, mention.age) not in given:
                home = _home(mention, report, members)
                if home:
                    found[str(entity)].add((report, mention.age or 0, home))
    return {entity: sorted(found[entity]) for entity in sorted(found) if entity and found[entity]}


def _home(mention: Mention, report: str, members: Sequence[Seen]) -> str | None:
    """The weightiest claim of the event whose words hold a mention."""
    own = [
        seen.claim
        for seen in members
        if seen.claim.report == report
        and seen.claim.field == mention.field
        and seen.claim.start <= mention.start < seen.claim.end
    ]
    return min(own, key=lambda c: (-c.weight, c.id)).id if own else None


def _age(report: str, age: int, claim: str) -> Account:
    text = str(age)
    return Account(report=report, claim=claim, key=f"{age:03d}", value={"low": age, "high": age, "text": text})


def left_over(lists: Mapping[str, Iterable[int]]) -> list[list[tuple[str, int]]]:
    """Two reports list the same ages but for one, for which the other has one that is near: one person of two ages."""
    sets = {report: set(listed) for report, listed in lists.items()}
    pairs: set[tuple[int, int]] = set()
    for report, ours in sets.items():
        for other, theirs in sets.items():
            few, many = sorted((ours - theirs, theirs - ours), key=len)
            if report >= other or len(few) != 1 or not many:
                continue
            age = min(few)
            nearest = min(many, key=lambda given: (abs(given - age), given))
            slack = YEARS if len(many) <= min(2, len(ours & theirs)) else ONE_OFF
            if abs(nearest - age) <= slack and len(many) <= len(ours & theirs):
                pairs.add((min(age, nearest), max(age, nearest)))
    return [[(report, age) for report, held in sets.items() for age in pair if age in held] for pair in sorted(pairs)]


def kin(members: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[Point]:
    """One person of one age, a brother in one report and a sister in another, where reports share another's age."""
    given = {report: _singles(report, members, readings) for report in sorted({s.claim.report for s in members})}
    ages_of = _told(members, readings)
    for age in sorted({age for people in given.values() for age in people}):
        told = {report: people[age] for report, people in given.items() if age in people}
        pairs = {
            (one, other): len((ages_of[one].keys() & ages_of[other].keys()) - {age})
            for one, (his, _) in told.items()
            for other, (hers, _) in told.items()
            if his.gender != hers.gender
        }
        most = max(pairs.values(), default=0)
        if most < SHARED:
            continue
        nearest = sorted({one for (one, _), shared in pairs.items() if shared == most})
        accounts = [
            Account(report=report, claim=told[report][1], key=str(told[report][0].gender), value=told[report][0].text)
            for report in nearest
        ]
        yield Point(slot="who", subject=f"aged {age}", accounts=accounts)


def _singles(report: str, members: Sequence[Seen], readings: Mapping[str, Reading]) -> dict[int, tuple[Mention, str]]:
    """The persons whom a report gives an age and a sex, by age; not those of whom there are two of one age."""
    found: dict[int, list[tuple[Mention, str]]] = defaultdict(list)
    bearers: dict[str, list[Mention]] = defaultdict(list)
    for mention in readings[report].mentions:
        if mention.gender in ("male", "female") and not mention.plural and mention.form != "pronoun":
            bearers[mention.entity].append(mention)
    for seen in members:
        for quantity in seen.claim.quantities:
            own = bearers.get(quantity.whose or "") if seen.claim.report == report and quantity.of == "age" else None
            if own and quantity.low is not None:
                near = min(own, key=lambda m: (abs(m.start - quantity.start), m.start))
                found[int(quantity.low)].append((near, seen.claim.id))
    sexes = {age: {mention.gender for mention, _ in rows} for age, rows in found.items()}
    return {age: rows[0] for age, rows in sorted(found.items()) if len(sexes[age]) == 1}
