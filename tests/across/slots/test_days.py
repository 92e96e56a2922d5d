"""Days: a bare weekday may be that of another week."""

from datetime import date

import pytest
from msgspec.structs import replace

from across.test_events import claim
from builders import report
from dateline.across.event.seen import see
from dateline.across.slots.days import days
from dateline.model import Dates, Entities, Reading, Time, day

FIRST, WEEK_AFTER, NEXT_DAY = date(2024, 3, 4), date(2024, 3, 11), date(2024, 3, 14)


@pytest.mark.parametrize(
    ("words", "when", "part"),
    [
        ("Monday night", WEEK_AFTER, False),
        ("Thursday", NEXT_DAY, True),
        ("March 11", WEEK_AFTER, True),
        ("a week ago", WEEK_AFTER, True),
    ],
)
def test_a_bare_weekday_parts_from_no_such_day_of_another_week(words, when, part):
    told = [replace(claim("a", 0, "shoot", FIRST), weight=0.9), claim("b", 0, "shoot")]
    told[1] = replace(told[1], when=replace(day(when, "document"), source=("b:10-16",)))
    time = Time(
        id="b:10-16", report="b", start=10, end=16, text=words, timex="DATE", value="x", earliest=when, latest=when
    )
    readings = {"a": Reading(report=report("a", "x" * 40)), "b": Reading(report=report("b", "x" * 40), times=(time,))}
    published = {name: day(NEXT_DAY, "given") for name in readings}
    members = [see(one, Entities(), Dates(published=published)) for one in told]
    assert bool(days(members, readings)) is part
