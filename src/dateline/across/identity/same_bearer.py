"""What speaks for and against two bearers being one: tables of features for persons and for bodies."""

from __future__ import annotations

from collections.abc import Callable

from dateline.across.identity.bearers import Bearer
from dateline.knowledge.given_names import gender, known
from dateline.knowledge.name_parts import personal
from dateline.knowledge.names import compare
from dateline.matching import Feature, Sign, Table, Veto


def _named(kind: str) -> Callable[[Bearer, Bearer], Sign]:
    def look(one: Bearer, other: Bearer) -> Sign:
        found = compare(one.name, other.name, kind)
        return Sign(2 * found.score - 1, f"{one.name} / {other.name}: {found.reason}")

    return look


def _office(one: Bearer, other: Bearer) -> Sign | None:
    """The same office of the same country speaks for, of another country against; a title alone says nothing."""
    if not one.offices or not other.offices:
        return None
    shared = sorted(held for held in one.offices & other.offices if held[1])
    if shared:
        return Sign(1.0, f"both are {shared[0][0]} ({shared[0][1]})")
    same = sorted({a[0] for a in one.offices if a[0].count(" ")} & {b[0] for b in other.offices})
    lands, others = {c for _, c in one.offices if c}, {c for _, c in other.offices if c}
    if lands and others and not lands & others:
        return Sign(-1.0, f"offices of {'/'.join(sorted(lands))} and of {'/'.join(sorted(others))}")
    if same:
        return Sign(0.6, f"both are {same[0]}")
    return Sign(0.4, f"offices of {'/'.join(sorted(lands & others))}") if lands & others else None


def _company(one: Bearer, other: Bearer) -> Sign | None:
    """Others who are named beside both; few where many could be is a mild sign against."""
    shared = one.company & other.company
    size = min(len(one.company), len(other.company))
    if len(shared) > 1:
        return Sign(min(1.0, 0.25 * len(shared)), f"{len(shared)} others are named beside both ({min(shared)} ...)")
    if shared:
        return Sign(0.3, f"{min(shared)} is named beside both")
    return Sign(-0.4, "nobody is named beside both") if size >= 6 else None


def _age(one: Bearer, other: Bearer) -> Sign | None:
    if not one.ages or not other.ages:
        return None
    apart = min(abs(a - b) for a in one.ages for b in other.ages)
    if apart <= 1:
        return Sign(1.0, "the ages agree")
    return Sign(-1.5 if apart > 3 else -0.5, f"the ages are {apart} years apart")


def _beside(one: Bearer, other: Bearer) -> Sign | None:
    """Reports that name both as two."""
    shared = one.reports & other.reports
    if not shared:
        return None
    share = len(shared) / min(len(one.reports), len(other.reports))
    return Sign(-min(1.0, 0.3 + share), f"{len(shared)} reports name both apart")


def _country(one: Bearer, other: Bearer) -> Sign | None:
    if not one.countries or not other.countries:
        return None
    if shared := one.countries & other.countries:
        return Sign(0.3, f"both of {min(shared)}")
    return Sign(-1.0, f"{min(one.countries)} and {min(other.countries)}")


def _other_gender(one: Bearer, other: Bearer) -> str | None:
    given, spelled = (personal(each.name).parts[:1] for each in (one, other))
    if given and spelled and given[0].text == spelled[0].text:
        return None  # the same word is a man's name in one language and a woman's in another: Michele, Andrea
    sexes, others = _genders(one), _genders(other)
    return f"{min(sexes)} and {min(others)}" if sexes and others and not sexes & others else None


def _genders(one: Bearer) -> frozenset[str]:
    if len(one.genders) == 1:
        return one.genders
    parts = personal(one.name).parts
    found = gender(parts[0].text) if parts else None
    return frozenset({"male" if found == "m" else "female"}) if found else frozenset()


def _other_given(one: Bearer, other: Bearer) -> str | None:
    """Another given name beside the same surname, where one report has both: brothers, not spellings."""
    if not one.reports & other.reports:
        return None
    first, second = personal(one.name).parts[:1], personal(other.name).parts[:1]
    if not first or not second:
        return None
    names, others = known(first[0].text), known(second[0].text)
    if names and others and not names & others:
        return f"{first[0].said} and {second[0].said} stand in one report"
    return None


PERSONS: Table[Bearer] = Table(
    features=(
        Feature("name", 5.0, _named("person"), lasting=True),
        Feature("office", 2.0, _office),
        Feature("company", 1.5, _company),
        Feature("age", 1.6, _age),
        Feature("named together", 2.0, _beside, most=0.0),
    ),
    vetoes=(Veto("gender", _other_gender), Veto("given name", _other_given)),
    bias=-2.0,
)

BODIES: Table[Bearer] = Table(
    features=(
        Feature("name", 5.0, _named("organization"), lasting=True),
        Feature("country", 3.0, _country, most=0.3),
        Feature("company", 1.5, _company),
        Feature("named together", 1.5, _beside, most=0.0),
    ),
    vetoes=(),
    bias=-2.0,
)
