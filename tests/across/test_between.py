"""Accounts of one event that two happenings tell or recall are compared as those of one happening are."""

from datetime import date

import pytest
from tests.across.test_discrepancies import FIRST, day

from dateline.across.between import Happened, between, without_told
from dateline.model import Discrepancy, Outlet, Report
from dateline.run.flow import decide, read_batch

LATER = (
    "Valley Ledger",
    "2025-09-12",
    "Lund elected to lead the farmers",
    (
        "Ada Lund was elected on Thursday to lead the farmers of Ohio. Her friend Tomas Brandvold, 43, was killed in a "
        "shooting at the Anchor Tavern in Millbrook, Ohio, on March 4, 2024."
    ),
)


@pytest.fixture(scope="module")
def happened(parser):
    """Two reports, each decided as a happening of its own."""
    reports = [
        Report(id=name, uri=name, title=title, text=text, published=day(on), outlet=Outlet(name=outlet))
        for name, (outlet, on, title, text) in (("a", FIRST), ("b", LATER))
    ]
    readings = read_batch(reports, parser)
    names = decide(readings, (), date(2026, 6, 1)).entities
    alone = [(reading, decide([reading], (), date(2026, 6, 1))) for reading in readings]
    return [
        Happened(readings=[reading], entities=names, dates=one.dates, events=one.events, origins=one.origins)
        for reading, one in alone
    ]


def shooting(one):
    return next(e.id for e in one.events.found if e.action == "ASSAULT" and "2024-03-04" in (e.when.value, ""))


def test_what_is_recalled_is_held_against_the_news(happened):
    first, other = map(shooting, happened)
    found = between(happened, {first: first, other: first})
    assert [(d.slot, d.subject) for d in found if d.event == first] == [
        ("when", ""),
        ("quantity:age", "Tomas Brandvold"),
    ]
    assert [[v.reports for v in one.values] for one in found] == [[("a",), ("b",)]] * 2
    assert between(happened[::-1], {first: first, other: first}) == found


def test_only_events_that_are_one_are_compared(happened):
    first, other = map(shooting, happened)
    assert between(happened, {}) == ()
    assert between(happened, {first: first, other: first}, {"E0"}) == ()


def test_what_is_found_over_all_stands_for_what_one_happening_found():
    one, other = (Discrepancy(id=name, event="E", slot="when", relation="disputes", values=()) for name in "XY")
    where = Discrepancy(id="Z", event="E", slot="where", relation="disputes", values=())
    assert [d.id for d in without_told([one, where], [other])] == ["Y", "Z"]
