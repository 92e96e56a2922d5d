"""Shares of a number that is told."""

import pytest

from dateline.knowledge.shares import all_but, share

SHARES = [
    ("half of the 60", 0, (60, 60), (30, 30)),
    ("a third of the 10", 1, (10, 10), (3, 4)),
    ("most of the nine", 0, (9, 9), (5, 9)),
    ("more than half of them", 2, (40, 40), (21, 40)),
    ("nearly half of them", 1, (40, 40), None),
    ("half of them", 0, (40, None), None),
    ("ranks of them", 0, (40, 40), None),
]


@pytest.mark.parametrize("text, at, whole, told", SHARES)
def test_share(text, at, whole, told):
    assert share(text.split(), at, whole) == told


def test_all_but():
    words = ["all", "but", "two", "of", "the", "nine"]
    assert all_but(words, 2, (2, 2), (9, 9)) == (7, 7)
    assert all_but(words, 2, (2, 2), (9, None)) is None
    assert all_but(words[1:], 1, (2, 2), (9, 9)) is None
