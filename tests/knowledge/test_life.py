"""Who is a child and who is grown up."""

import pytest

from dateline.knowledge.life import aged_names, ages, at_age, stage


@pytest.mark.parametrize(
    "noun, told", [("Toddler", "child"), ("girls", "child"), ("women", "grown"), ("driver", ""), ("teen", "")]
)
def test_nouns(noun, told):
    assert stage(noun) == told


@pytest.mark.parametrize("years, told", [(2, "child"), (15, "child"), (18, ""), (21, "grown")])
def test_ages(years, told):
    assert at_age(years) == told


@pytest.mark.parametrize(
    "text, told",
    [
        ("A 40-year-old cook and a two-year-old girl were hurt.", {40, 2}),
        ("The 7-month-old boy and a woman, 31, were found.", {-7, 31}),
        ("It was the town's 12th fire in 30 years.", set()),
        ("a baker (58)", set()),
        ("the driver (58)", {58}),
    ],
)
def test_ages_told_in_a_text(text, told):
    assert ages(text) == told


def test_ages_beside_names():
    text = "Ana Ruiz, 40, and 31-year-old cook Tom Hale were hurt; Eva Moss (22) was not."
    assert set(aged_names(text)) == {("Ruiz", "40"), ("Hale", "31"), ("Moss", "22")}
