"""Intervals and counts in words that claim no more than they hold."""

from datetime import date

import pytest

from dateline.model import Discrepancy, Place, Quantity, SlotValue, When
from dateline.tell.wording import (
    about_words,
    account_words,
    count_words,
    place_words,
    short_when,
    slot_words,
    value_words,
    when_words,
    where_words,
)


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
    assert place_words(Place(name=None, country="RUS")) == "Russia"
    assert place_words(Place(name="Moscow", site="hotel")) == "Moscow (hotel)"
    assert place_words(None) is None


@pytest.mark.parametrize(
    ("name", "site", "words"),
    [
        ("Moscow", "Kremlin", "in Moscow (Kremlin)"),
        ("Moscow", None, "in Moscow"),
        (None, "Kremlin", "at Kremlin"),
        (None, "hotel", "at a place called only “hotel”"),
        (None, None, None),
    ],
)
def test_places_in_a_sentence(name, site, words):
    assert where_words(Place(name=name, site=site)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-12-23", "2025-12-23", "23 Dec 2025"),
        ("2025-12-01", "2025-12-31", "Dec 2025"),
        ("2025-10-10", "2025-10-20", "10–20 Oct 2025"),
        ("2025-09-28", "2025-10-02", "28 Sep – 2 Oct 2025"),
        ("2024-12-30", "2025-01-02", "30 Dec 2024 – 2 Jan 2025"),
        ("2025-01-01", "2025-12-31", "2025"),
        (None, "2015-01-01", "by 1 Jan 2015"),
        (None, None, "day unknown"),
    ],
)
def test_days_in_a_list(first, last, words):
    assert short_when(interval(first, last)) == words


def test_ages_and_sums():
    assert count_words(Quantity(of="age", low=34, high=34, start=0, end=1)) == "aged 34"
    assert count_words(Quantity(of="money", low=5, high=5, unit="USD", start=0, end=1)) == "5 USD"


def test_accounts_that_differ_by_hours_part_on_the_hour():
    def values(*texts):
        return tuple(SlotValue(value={"value": t}, claims=(), reports=(), origins=()) for t in texts)

    def found(*texts):
        return Discrepancy(id="D", event="E", slot="when", relation="disputes", values=values(*texts))

    assert about_words(found("2016-06-25T02:02", "2016-06-25T05:00")) == "the hour"
    assert about_words(found("2016-06-25", "2016-06-26")) == "the day"


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


def test_what_was_said_stands_between_quotation_marks():
    assert account_words("quote", {"text": "We are done"}) == "“We are done”"
    assert account_words("where", {"name": "Route 81"}) == "Route 81"


def test_slots_are_said_in_words():
    assert [slot_words(s) for s in ("when", "quantity:killed", "quantity:age")] == [
        "the day",
        "how many killed",
        "an age",
    ]
