"""Likeness by sound, and the shorter way to what is not alike."""

import pytest

from dateline.knowledge.organisations import body
from dateline.knowledge.sounds import alike, near


@pytest.mark.parametrize(
    ("one", "other"), [("hussein", "houcine"), ("maher", "mahmoud"), ("olena", "elena"), ("x", "y"), ("ana", "ana")]
)
def test_a_likeness_known_sooner_is_the_same(one, other):
    exact = alike(one, other)
    assert near(one, other, 0.0) == exact
    assert near(one, other, 0.8) in ({exact} if exact >= 0.8 else {0.0, exact})


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Harlow Trading Co. Ltd.", ("harlow", "trading")),
        ("PT Harlow Tbk", ("harlow",)),
        ("Harlow", ("harlow",)),
        ("Co Harlow", ("co", "harlow")),
    ],
)
def test_forms_of_law_come_off_both_ends(name, words):
    assert body(name).words == words
