"""Undated reports dated by what they and others say, through the real stages on texts of our own."""

from datetime import date

import pytest

from builders import report
from dateline.across.dating import dating
from dateline.across.days.dayset import Calendar
from dateline.across.days.puzzle import Puzzle, Window
from dateline.across.identity.bearers import within
from dateline.across.names import names
from dateline.model import Dates, Entities, Reading, Report, day
from dateline.run.flow import read_batch
from dateline.within.parse import Parser

AS_OF = date(2026, 3, 1)


def same_names(readings: list[Reading]) -> Entities:
    """Names that are spelled alike are one bearer."""
    return Entities(of={m.entity: m.name.split()[-1] for r in readings for m in r.mentions if m.name})


def dated(parser: Parser, *reports: Report) -> tuple[list[Reading], Dates]:
    readings = read_batch(reports, parser)
    return readings, dating(readings, same_names(readings), AS_OF)


def days_of(readings: list[Reading], dates: Dates, lemma: str) -> set[str]:
    found = [dates.claims.get(c.id) or c.when for r in readings for c in r.claims if c.lemma == lemma]
    return {when.value for when in found if when}


def test_a_weekday_and_a_date_fix_the_year_and_as_of_rules_out_later_ones(parser):
    one = report("a", "Ola Berg met Ivan Petrov in Oslo on Tuesday, December 23rd. In October 2025 Berg met Ann Lee.")
    readings, dates = dated(parser, one)
    assert "2025-12-23" in days_of(readings, dates, "meet")
    why = next(when for when in dates.claims.values() if when.value == "2025-12-23").why
    assert any("2014, 2025" in reason for reason in why)


def test_a_report_of_the_same_meeting_lends_its_day(parser):
    one = report("a", "Ola Berg met Ivan Petrov in Oslo on Tuesday.")
    two = report("b", "Ivan Petrov met Ola Berg in Oslo on December 23.", published=day(date(2025, 12, 24), "given"))
    readings, dates = dated(parser, one, two)
    assert days_of(readings, dates, "meet") == {"2025-12-23"}
    published = dates.published["a"]
    assert (published.earliest, published.latest, published.basis) == (
        date(2025, 12, 23),
        date(2025, 12, 29),
        "reports",
    )


@pytest.mark.parametrize(("line", "value"), [("Dec. 24", "2025-12-24"), ("March 3", None)])
def test_a_dateline_without_its_year_bars_other_days_of_the_year(line, value, parser):
    one = report("a", f"OSLO, Norway ({line}) - Ola Berg met Ivan Petrov in Oslo yesterday.")
    two = report("b", "Ivan Petrov met Ola Berg in Oslo on December 23.", published=day(date(2025, 12, 24), "given"))
    _, dates = dated(parser, one, two)
    assert (dates.published["a"].value if "a" in dates.published else None) == value


def test_a_single_report_with_a_weekday_stays_undated(parser):
    readings, dates = dated(parser, report("a", "Ola Berg met Ivan Petrov in Oslo on Tuesday."))
    assert "a" not in dates.published
    assert days_of(readings, dates, "meet") == {"XXXX-WXX-2"}


def test_other_people_on_another_day_lend_nothing(parser):
    one = report("a", "Ola Berg met Ivan Petrov in Oslo on Tuesday.")
    two = report("b", "Ann Lee met Max Frey in Oslo on December 23.", published=day(date(2025, 12, 24), "given"))
    _, dates = dated(parser, one, two)
    assert "a" not in dates.published


def test_a_dateline_outweighs_a_crawl_date(parser):
    text = "OSLO, Norway (Jan. 22, 2013) - Two ships collided off Bergen on Monday."
    _, dates = dated(parser, report("a", text, published=day(date(2016, 5, 1), "given")))
    assert dates.published["a"].value == "2013-01-22"
    assert "a" in dates.conflicts


def test_a_puzzle_sets_aside_what_would_leave_no_day():
    calendar = Calendar(date(2025, 1, 1), date(2025, 12, 31))
    puzzle = Puzzle(calendar)
    puzzle.add("a", calendar.span(date(2025, 3, 1), date(2025, 3, 5)))
    puzzle.add("b", calendar.span(date(2025, 6, 1), date(2025, 6, 5)))
    puzzle.link(Window("a", "b", 0, 10, "within ten days"))
    puzzle.solve()
    assert calendar.hull(puzzle.days["a"]) == (date(2025, 3, 1), date(2025, 3, 5))


@pytest.mark.parametrize("low, high", [(0, 0), (1, 7), (-6, 0), (-9, 12)])
def test_moving_a_set_moves_every_day_of_it(low, high):
    calendar = Calendar(date(2025, 1, 1), date(2025, 12, 31))
    day_ = calendar.span(date(2025, 6, 1), date(2025, 6, 1))
    assert calendar.listed(calendar.moved(day_, low, high)) == [
        date.fromordinal(date(2025, 6, 1).toordinal() + n) for n in range(low, high + 1)
    ]


def test_what_lies_ages_back_leaves_no_day():
    calendar = Calendar(date(2025, 1, 1), date(2025, 12, 31))
    assert calendar.moved(calendar.all, 24_000_000_000, 24_000_000_000) == 0
    assert calendar.moved(calendar.all, -24_000_000_000, -24_000_000_000) == 0


def test_weeks_after_a_visit_told_elsewhere_bounds_the_news(parser):
    one = report(
        "a",
        "Ola Berg met Max Frey in Oslo to discuss trade. The meeting came just weeks after "
        "Ann Lee met Ivan Petrov in Rome. "
        "Ivan Petrov met Ann Lee in mid-October.",
    )
    two = report(
        "b", "Ann Lee met Ivan Petrov in Rome on October 15, 2025.", published=day(date(2025, 10, 16), "given")
    )
    _, dates = dated(parser, one, two)
    published = dates.published["a"]
    assert (published.earliest, published.latest) == (date(2025, 10, 22), date(2025, 11, 25))
    assert any("weeks after" in reason for reason in published.why)


def test_an_office_bounds_the_year_of_a_day_without_one(parser):
    text = "Russian Defense Minister Andrei Belousov met Ola Berg in Oslo on August 1st."
    readings = read_batch([report("a", text)], parser)
    for as_of, days in ((date(2025, 3, 1), {"2024-08-01"}), (date(2026, 3, 1), {"XXXX-08-01"})):
        dates = dating(readings, names(within(readings), ()), as_of)
        assert days_of(readings, dates, "meet") == days
        assert not dates.claims or any("from 2024-05-14" in why for when in dates.claims.values() for why in when.why)


def test_a_former_office_bounds_nothing(parser):
    text = "Former Russian Defense Minister Andrei Belousov met Ola Berg in Oslo on August 1st."
    readings = read_batch([report("a", text)], parser)
    dates = dating(readings, names(within(readings), ()), date(2025, 3, 1))
    assert days_of(readings, dates, "meet") == {"XXXX-08-01"}


def test_another_report_tells_of_which_country_an_office_is(parser):
    bare = report("a", "Defence Minister Andrei Belousov met Ola Berg in Oslo on August 1st.")
    other = report("b", "Russian Defence Minister Andrei Belousov slept.", published=day(date(2024, 9, 1), "given"))
    readings = read_batch([bare, other], parser)
    dates = dating(readings, names(within(readings), ()), date(2025, 3, 1))
    assert days_of(readings, dates, "meet") == {"2024-08-01"}
