"""Where an event was: what most reports say, the words before what they were taken from, and the finest of it."""

import pytest

from dateline.across.event.seen import Seen
from dateline.across.event.where import place
from dateline.model import Claim, Place, Span


def told(report: str, weight: float = 0.9, **where: object) -> Seen:
    claim = Claim(
        id=f"{report}:0", report=report, start=0, end=5, trigger=Span(start=0, end=5), lemma="shoot", action="ASSAULT",
        mode=None, actors=(), recipients=(), place=Place(**where), when=None, modality="happened", weight=weight,
    )  # fmt: skip
    none = frozenset()
    return Seen(
        claim=claim, act="harm", family="base", when=None, days=None, said=False, actors=none, recipients=none
    )  # fmt: skip


MILL = {"name": "Millbrook", "country": "USA", "admin1": "Ohio"}
HILL = {"name": "Hillsdale", "country": "USA", "admin1": "Ohio"}
OHIO = {"name": "Ohio", "country": "USA", "admin1": "Ohio"}
COUNTY = {"name": "Alder County", "country": "USA", "admin1": "Ohio"}

CASES = [
    ([told("a", **MILL), told("b", basis="outlet", **HILL), told("c", basis="outlet", **HILL)], "Millbrook"),
    ([told("a", basis="context", **HILL), told("b", **MILL)], "Millbrook"),
    ([told("a", **OHIO), told("b", **OHIO), told("c", 0.6, **MILL)], "Millbrook"),
    ([told("a", **COUNTY), told("a", 0.5, **MILL)], "Millbrook"),
    ([told("a", **OHIO), told("b", basis="outlet", **HILL)], "Ohio"),
    ([told("a", name="Chad", country="TCD"), told("b", 0.6, name="Doba", country="TCD", admin1="Logone")], "Doba"),
    ([told("a", **MILL), *(told("a", 0.3, basis="context", **HILL) for _ in range(3))], "Millbrook"),
    ([told("a", name="Alder Park", country="USA"), told("b", site="Alder Park", basis="context", **MILL)], "Millbrook"),
    ([told("a", name="St. Orla", country="USA"), told("b", name="Saint Orla", country="USA")], "St. Orla"),
]


@pytest.mark.parametrize("claims, name", CASES)
def test_the_place_with_most_weight_and_the_finest_of_it(claims, name):
    assert place(claims).name == name


def test_no_claim_with_a_place_is_none():
    assert place([]) is None
