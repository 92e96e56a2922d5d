"""Numbers in words."""

import pytest

from dateline.knowledge.numbers import word, words

CASES = [
    (["two", "hundred"], (200, 200)),
    (["1.2", "million"], (1_200_000, 1_200_000)),
    (["twenty-two"], (22, 22)),
    (["two", "dozen"], (24, 24)),
    (["dozens"], (24, None)),
    (["1,500"], (1500, 1500)),
    (["people"], None),
]


@pytest.mark.parametrize("texts, bounds", CASES)
def test_words(texts, bounds):
    assert words(texts) == bounds


def test_a_word_that_is_no_number():
    assert word("attack") is None
