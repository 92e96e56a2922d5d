"""Formulas that hang on a day: what they mean, what they may mean, and how far they reach."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.deixis import hull, possible, reach, solve, unsolved

ANCHOR = date(2025, 12, 24)  # a Wednesday
CASES = [
    ("day:-1", date(2025, 12, 23), date(2025, 12, 23)),
    ("weekday:3:-1", date(2025, 12, 24), date(2025, 12, 24)),
    ("weekday:3:-2", date(2025, 12, 17), date(2025, 12, 17)),
    ("weekday:5:0", date(2025, 12, 26), date(2025, 12, 26)),
    ("weekday:3:2", date(2025, 12, 31), date(2025, 12, 31)),
    ("m:12:-2", date(2024, 12, 1), date(2024, 12, 31)),
    ("m:12:-1", date(2025, 12, 1), date(2025, 12, 31)),
    ("m:10:-1|mid", date(2025, 10, 10), date(2025, 10, 20)),
    ("md:12-25:-1", date(2024, 12, 25), date(2024, 12, 25)),
    ("md:02-29:-1", date(2024, 2, 29), date(2024, 2, 29)),
    ("year:1|m:10", date(2026, 10, 1), date(2026, 10, 31)),
    ("quarter:-1", date(2025, 7, 1), date(2025, 9, 30)),
    ("ago:-3M", date(2025, 9, 8), date(2025, 10, 10)),
]


@pytest.mark.parametrize("formula, early, late", CASES)
def test_a_formula_is_solved_from_its_anchor(formula, early, late):
    found = solve(formula, ANCHOR)
    assert found is not None
    assert (found.earliest, found.latest) == (early, late)


FORMULAS = st.sampled_from([formula for formula, *_ in CASES])


@given(FORMULAS, st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_what_is_meant_is_in_order_possible_and_in_reach(formula, anchor):
    found = solve(formula, anchor)
    if found is None:
        return
    assert found.earliest <= found.latest
    low, high = reach(formula) or (-400, 400)
    if formula not in {"year:1|m:10", "md:02-29:-1"}:
        assert anchor + timedelta(low) <= found.latest
        assert found.earliest <= anchor + timedelta(high)
    candidates = possible(formula, date(1980, 1, 1), date(2032, 1, 1))
    assert not candidates or any(p.earliest <= found.earliest <= p.latest for p in candidates)


def test_a_weekday_beside_a_date_picks_the_years():
    years = [p.earliest.year for p in possible("md:12-23:-1|w:2", date(2010, 1, 1), date(2032, 1, 1))]
    assert years == [2014, 2025, 2031]


def test_an_open_anchor_leaves_the_days_between():
    found = hull("day:-1", date(2025, 12, 1), date(2025, 12, 5))
    assert found is not None
    assert (found.earliest, found.latest) == (date(2025, 11, 30), date(2025, 12, 4))


@pytest.mark.parametrize(
    "formula, value", [("weekday:2:-1", "XXXX-WXX-2"), ("md:12-23:-1", "XXXX-12-23"), ("day:-1", "XXXX-XX-XX")]
)
def test_without_an_anchor_what_is_not_said_is_x(formula, value):
    assert unsolved(formula) == value
