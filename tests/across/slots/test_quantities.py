"""Figures that part, and figures that only count otherwise."""

import pytest
from msgspec.structs import replace

from across.test_events import MONDAY, claim
from builders import report
from dateline.across.event.seen import see
from dateline.across.slots.quantities import counts
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
