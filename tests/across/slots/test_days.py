"""Days: a bare weekday may be that of another week."""

from datetime import date

import pytest
from msgspec.structs import replace

from across.test_events import claim
from builders import report
from dateline.across.event.seen import see
from dateline.across.slots.days import days, spans
from dateline.model import Dates, Entities, Reading, Time, When, day

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


@pytest.mark.parametrize(
    ("words", "first", "last", "basis", "part"),
    [
        ("in March", date(2024, 3, 1), date(2024, 3, 31), "document", True),
        ("last week", date(2024, 3, 3), date(2024, 3, 10), "document", True),
        ("", date(2024, 3, 1), date(2024, 3, 31), "document", False),
        ("in May", date(2024, 5, 1), date(2024, 5, 31), "document", False),
    ],
)
def test_a_day_is_finer_than_its_month_or_week_in_words(words, first, last, basis, part):
    told = [claim("a", 0, "meet", FIRST, action="CONSULT"), claim("b", 0, "meet", action="CONSULT")]
    wide = When(value="x", earliest=first, latest=last, basis=basis, source=("b:1-4",))
    told[1] = replace(told[1], when=wide)
    time = Time(
        id="b:1-4", report="b", start=1, end=4, text=words, timex="DATE", value="x", earliest=first, latest=last
    )
    readings = {name: Reading(report=report(name, "x" * 40), times=(time,) if words else ()) for name in "ab"}
    published = {name: day(NEXT_DAY, "given") for name in readings}
    found = spans([see(one, Entities(), Dates(published=published)) for one in told], readings)
    assert [account.report for account in found] == (["a", "b"] if part else [])
