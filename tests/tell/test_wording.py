"""Intervals and counts in words that claim no more than they hold."""

from datetime import date

import pytest

from dateline.model import Place, Quantity, When
from dateline.tell.wording import count_words, place_words, slot_words, value_words, when_words


def interval(first, last):
    return When(
        value="x",
        earliest=first and date.fromisoformat(first),
        latest=last and date.fromisoformat(last),
        basis="stated",
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-12-23", "2025-12-23", "on 23 December 2025"),
        ("2025-12-01", "2025-12-31", "in December 2025"),
        ("2025-10-10", "2025-10-20", "between 10 October and 20 October 2025"),
        ("2024-12-30", "2025-01-02", "between 30 December 2024 and 2 January 2025"),
        ("2025-01-01", "2025-12-31", "in 2025"),
        ("2000-01-01", "2004-12-31", "between 2000 and 2004"),
        ("2015-01-01", None, "since 1 January 2015"),
        (None, "2015-01-01", "by 1 January 2015"),
        (None, None, "on an unknown day"),
    ],
)
def test_when(first, last, words):
    assert when_words(interval(first, last)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (2, 2, "2 killed"),
        (12, None, "at least 12 killed"),
        (30, 40, "between 30 and 40 killed"),
        (None, 5, "at most 5 killed"),
        (4001, None, "at least 4,001 killed"),
    ],
)
def test_counts(low, high, words):
    assert count_words(Quantity(of="killed", low=low, high=high, start=0, end=1)) == words


def test_places():
    assert place_words(Place(name="Moscow", site="Grand Kremlin Palace")) == "Grand Kremlin Palace, Moscow"
    assert place_words(Place(name=None, country="RUS")) == "RUS"
    assert place_words(None) is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"value": "2025-08-01", "earliest": "2025-08-01", "latest": "2025-08-01", "basis": "stated"}, "1 August 2025"),
        ({"value": "2016-06-25T02:02", "text": "2:02 a.m."}, "2:02 a.m."),
        ({"low": 3.0, "high": 3.0, "text": "3"}, "3"),
        ({"low": 4.0, "high": None}, "4"),
        ({"name": "Route 81"}, "Route 81"),
        ("denied", "denied"),
    ],
)
def test_values_are_said_in_words(value, words):
    assert value_words(value) == words


def test_slots_are_said_in_words():
    assert [slot_words(s) for s in ("when", "quantity:killed", "quantity:age")] == [
        "the day",
        "how many killed",
        "an age",
    ]
