"""Who is a child and who is grown up."""

import pytest

from dateline.knowledge.life import at_age, stage


@pytest.mark.parametrize(
    "noun, told", [("Toddler", "child"), ("girls", "child"), ("women", "grown"), ("driver", ""), ("teen", "")]
)
def test_nouns(noun, told):
    assert stage(noun) == told


@pytest.mark.parametrize("years, told", [(2, "child"), (15, "child"), (18, ""), (21, "grown")])
def test_ages(years, told):
    assert at_age(years) == told
