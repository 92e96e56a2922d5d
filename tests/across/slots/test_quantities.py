"""Figures that part, and figures that only count otherwise."""

import pytest
from msgspec.structs import replace

from across.test_events import MONDAY, claim
from builders import report
from dateline.across.event.seen import see
from dateline.across.slots.quantities import counts
from dateline.across.slots.sources import _a_part
from dateline.model import Dates, Entities, Origins, Quantity, Reading


@pytest.mark.parametrize(("other", "himself", "part"), [(3, True, False), (3, False, True), (5, True, True)])
def test_some_count_him_who_killed_others_and_then_himself(other, himself, part):
    told = [claim("a", 0, "kill", MONDAY, dead=2.0), claim("b", 0, "kill", MONDAY, dead=float(other))]
    if himself:
        own = Quantity(of="killed", low=1.0, high=1.0, sense="self", start=30, end=31)
        told.append(replace(claim("a", 30, "kill", MONDAY), quantities=(own,), weight=0.2))
    readings = {name: Reading(report=report(name, "Two or three people were killed at home.")) for name in "ab"}
    members = [see(one, Entities(), Dates()) for one in told]
    found = {point.slot for point in counts(members, readings, Origins())}
    assert ("quantity:killed" in found) is part


@pytest.mark.parametrize(
    ("text", "number", "whole", "part"),
    [
        ("Two men died at the scene and the third, a nun, died later.", 2, 3, True),
        ("Three are in a ward and two had burns, a nurse said.", 2, 5, True),
        ("Wardens said that two died, the ward said three.", 2, 3, False),
        ("Two died, a nurse said.", 2, 5, False),
    ],
)
def test_a_figure_that_divides_all_is_a_part_of_them(text, number, whole, part):
    told = replace(claim("a", 0, "die", MONDAY), start=0, end=len(text))
    assert _a_part(number, whole, told, Reading(report=report("a", text))) is part


def test_what_a_toll_rose_to_is_no_exact_form_of_the_one_before():
    text = "The toll rose to 34."
    readings = {"a": Reading(report=report("a", "At least 28 died.")), "b": Reading(report=report("b", text))}
    first = Quantity(of="killed", low=28.0, high=None, start=0, end=11)
    last = Quantity(of="killed", low=34.0, high=34.0, sense="total", start=17, end=19)
    told = [replace(claim("a", 0, "die", MONDAY), quantities=(first,))]
    told.append(replace(claim("b", 4, "toll", MONDAY), quantities=(last,), start=0, end=len(text)))
    found = list(counts([see(one, Entities(), Dates()) for one in told], readings, Origins()))
    assert [sorted(a.value["text"] for a in p.accounts) for p in found] == [["34", "at least 28"]]
