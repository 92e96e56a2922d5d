import pytest

from dateline.across.slot_details import _differ, _street
from dateline.across.slot_quantities import _left_over


@pytest.mark.parametrize(
    ("names", "differ"),
    [
        ({"tomas brandvold", "tomas brandvolt"}, True),
        ({"tom brandvold", "tomas brandvold"}, False),
        ({"tomas brandvold"}, False),
        ({"orla venning", "tomas brandvold"}, False),
    ],
)
def test_spellings(names, differ):
    assert _differ(names) is differ


def test_streets_are_compared_without_their_ending():
    assert _street("2100 block of Harrow Street") == {"2100", "block", "harrow"}


def test_the_one_age_left_over_is_of_one_person():
    lists = {"a": (6, 11, 16), "b": (6, 11, 18), "c": (30, 40)}
    assert _left_over(lists) == [[("a", 16), ("b", 18)]]
    assert _left_over({"a": (6, 11), "b": (6, 50)}) == []
