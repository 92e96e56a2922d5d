import pytest

from dateline.across.slot_names import _full, _respelled
from dateline.across.slot_people import left_over
from dateline.across.slot_places import _street


@pytest.mark.parametrize(
    ("one", "other", "respelled"),
    [
        ("Tomas Brandvold", "Tomas Brandvolt", True),
        ("Tomas J. Brandvold", "Tommas Brandvold", True),
        ("Tom Brandvold", "Tomas Brandvold", False),
        ("Tomas Elias Brandvold", "Tomas Brandvold", False),
        ("Orla Venning", "Tomas Brandvold", False),
        ("Orla Brandvold", "Tomas Brandvold", False),
    ],
)
def test_spellings(one, other, respelled):
    assert _respelled(one, other) is respelled


def test_a_description_is_no_full_name():
    assert _full("Tomas Brandvold")
    assert not _full("a Millbrook man")


def test_streets_are_compared_without_their_ending():
    assert _street("2100 block of Harrow Street") == {"2100", "block", "harrow"}


def test_the_one_age_left_over_is_of_one_person():
    lists = {"a": (6, 11, 16), "b": (6, 11, 18), "c": (30, 40)}
    assert left_over(lists) == [[("a", 16), ("b", 18)]]
    assert left_over({"a": (6, 11), "b": (6, 50)}) == []
