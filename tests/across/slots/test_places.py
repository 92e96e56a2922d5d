"""Addresses: one spot told more exactly or less, or two."""

import pytest
from msgspec.structs import replace

from across.test_events import MONDAY, claim
from builders import report
from dateline.across.event.seen import see
from dateline.across.slots.places import places
from dateline.model import Dates, Entities, Reading


def where(*texts):
    """The relation of the addresses that reports give, and what is given; None where they agree."""
    readings, members = {}, []
    for name, text in zip("abcd", texts, strict=False):
        told = replace(claim(name, 0, "shoot", MONDAY, action="ASSAULT"), end=len(text))
        readings[name] = Reading(report=report(name, text), claims=(told,))
        members.append(see(told, Entities(), Dates()))
    found = [point for point in places(members, readings) if point.slot == "where"]
    return (found[0].relation, {a.value["name"] for a in found[0].accounts}) if found else None


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("He was shot at 417 Pell Street.", "He was shot in the 400 block of Pell Street.", "finer"),
        ("He was shot in the 400 block of Pell.", "He was shot in the 700 block of Pell.", ""),
        ("He was shot in the 400 block of Pell Street.", "He was shot in the 400 block of Orchard Street.", ""),
        ("He was shot at 417 Pell Street.", "He was shot in the Old Mills neighborhood.", "finer"),
        ("He was shot at 417 South Pell Street.", "He was shot on S. Pell St. last week.", "finer"),
        ("He was shot at 417 Pell St.", "He was shot at Orchard and Pell streets.", "finer"),
        ("He was shot at 417 S.W. 9th St.", "He was shot at Southwest 9th Street and 4th Avenue.", "finer"),
        ("He was shot at 416 Pell St.", "He was shot at 418 Pell Street.", ""),
        ("He was shot on West 9th Street.", "He was shot on W. 8th St. near a bakery.", ""),
        ("He was shot on W. 9th St. near Pell Road.", "He was shot on West 9th Street near Pell Avenue.", ""),
    ],
)
def test_addresses_part(one, other, relation):
    assert where(one, other)[0] == relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He was shot at 417 N. Pell Street.", "He was shot at 417 North Pell St."),
        (
            "He was shot at 417 Pell Street in the Old Mills neighborhood.",
            "He was shot in Ola's Old Mills neighborhood.",
        ),
        ("He was shot in a Midtown club.", "He was shot at 417 Pell Street."),
        ("He was shot at 417 Northwest 9 Street.", "He was shot at 417 N.W. 9th St. early on Friday."),
        ("He was shot near the cities of Ola and Lowe.", "He was shot near Lowe and Brent."),
        ("He was shot at 417 Pell Street.", "He was shot at 417 Pell St. He lived at 12 Orchard Road."),
        ("He was shot at 417 Pell Street, near Lowe and Ash.", "He was shot near Lowe and Ash, at 417 Pell Street."),
    ],
)
def test_addresses_agree(one, other):
    assert where(one, other) is None
