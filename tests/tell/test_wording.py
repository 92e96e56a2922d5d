"""Intervals and counts in words that claim no more than they hold."""

from datetime import date

import pytest

from dateline.model import Place, Quantity, When
from dateline.tell.wording import count_words, place_words, when_words


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
