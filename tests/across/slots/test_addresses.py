"""Addresses as they are written."""

import pytest

from dateline.across.slots.addresses import addresses


def written(text):
    return [(one.text, one.number, [(s.name, s.kind, s.way) for s in one.streets]) for _, one in addresses(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a bar at 4417 N.E. 9th St., police", ("4417 N.E. 9th St.", 4417, [("9", "st", "ne")])),
        ("in the 2100 block of Harrow Street", ("2100 block of Harrow Street", 2100, [("harrow", "street", "")])),
        ("in the 2100 block of Harrow on", ("2100 block of Harrow", 2100, [("harrow", "", "")])),
        ("on South Mill Lane early", ("South Mill Lane", None, [("mill", "lane", "s")])),
        ("near 9th and Harrow.", ("9th and Harrow", None, [("9", "", ""), ("harrow", "", "")])),
        (
            "at Pell and Old Mill avenues",
            ("Pell and Old Mill avenues", None, [("pell", "avenue", ""), ("old mill", "avenue", "")]),
        ),
        (
            "on W. 9th St., near Pell Road, in",
            ("W. 9th St., near Pell Road", None, [("9", "st", "w"), ("pell", "road", "")]),
        ),
        ("on South Avenue today", ("South Avenue", None, [("south", "avenue", "")])),
    ],
)
def test_addresses(text, found):
    assert written(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "said Orr and Hale",
        "near Ola and Brent",
        "at St. Luke and in",
        "the High Court",
        "the Mill Board Dr. Moe led",
    ],
)
def test_no_addresses(text):
    assert written(text) == []
