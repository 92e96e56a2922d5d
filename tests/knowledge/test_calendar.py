"""Movable days of the calendar."""

from datetime import date

import pytest

from dateline.knowledge.calendar import easter, holiday, nth_weekday


@pytest.mark.parametrize("day", [date(1961, 4, 2), date(2000, 4, 23), date(2016, 3, 27), date(2025, 4, 20)])
def test_easter(day):
    assert easter(day.year) == day


@pytest.mark.parametrize(
    "name, year, expected",
    [
        ("christmas eve", 2025, date(2025, 12, 24)),
        ("good friday", 2024, date(2024, 3, 29)),
        ("thanksgiving", 2025, date(2025, 11, 27)),
        ("memorial day", 2025, date(2025, 5, 26)),
        ("no such day", 2025, None),
    ],
)
def test_holidays(name, year, expected):
    assert holiday(name, year) == expected


def test_the_last_weekday_of_december():
    assert nth_weekday(2024, 12, 1, -1) == date(2024, 12, 30)
