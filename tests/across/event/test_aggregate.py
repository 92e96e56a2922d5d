"""The fields of an event from all its claims."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.across.test_events import FRIDAY, MONDAY, claim

from dateline.across.event.aggregate import manner, modality, named_days, participants, when
from dateline.across.event.seen import see
from dateline.model import Dates, Entities, Time, When, day

ENTITIES = Entities(of={"a:v": "V", "b:v": "V", "b:h": "H"})


def seen(rep, given=None, weight=0.9, start=0, **rest):
    one = replace(claim(rep, start, "shoot", weight=weight), when=given, **rest)
    return see(one, ENTITIES, Dates())


def span(first, last, basis="stated"):
    return When(value=f"{first}/{last}", earliest=first, latest=last, basis=basis)


ON_MONDAY, ON_FRIDAY = day(MONDAY, "stated"), day(FRIDAY, "stated")
WEEK = span(MONDAY, FRIDAY)
MARCH = span(date(2024, 3, 1), date(2024, 3, 31))
TAKEN_FOR_NEWS = replace(span(date(2024, 4, 10), date(2024, 4, 16), "document"), why=("told as news",))


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ([], None),
        ([seen("a")], None),
        ([seen("a", MARCH)], MARCH),
        ([seen("a", MARCH), seen("a", TAKEN_FOR_NEWS, start=9)], MARCH),  # what is taken for fresh gives way to words
        ([seen("a", MARCH), seen("b", ON_MONDAY)], ON_MONDAY),  # the day is in the month: both allow it
        ([seen("a", ON_MONDAY), seen("b", ON_MONDAY), seen("c", ON_FRIDAY)], ON_MONDAY),  # most reports
        ([seen("a", ON_FRIDAY, 0.9), seen("b", day(MONDAY, "context"), 0.9)], ON_FRIDAY),  # in the words
        ([seen("a", ON_FRIDAY, 0.1), seen("a", ON_FRIDAY, 0.1, 9), seen("b", ON_MONDAY, 1.0)], ON_MONDAY),
        # a week that allows both days says nothing between them: who is shot dies no sooner, but an aside is an aside
        ([seen("a", WEEK), seen("a", ON_MONDAY, 0.6), seen("a", ON_FRIDAY, 0.9)], ON_MONDAY),
        ([seen("a", WEEK), seen("a", ON_MONDAY, 0.1), seen("a", ON_FRIDAY, 0.9)], ON_FRIDAY),
        ([seen("a", When(value="XXXX-03", earliest=None, latest=None, basis="stated"))], "XXXX-03"),
    ],
)
def test_when(given, value):
    found = when(given)
    assert (found.value if isinstance(value, str) else found) == value


def test_a_day_of_the_month_is_believed_over_a_weekday():
    """A headline's "Saturday night" beside "on Friday, 1 March, at 11 p.m." in the text."""
    told = replace(day(FRIDAY, "context"), source=("a:30-37",))
    both = [seen("a", ON_MONDAY, 0.6), seen("a", told, 0.6, 9)]
    assert when(both) == ON_MONDAY
    assert when(both, named=frozenset({"a:30-37"})) == told


@pytest.mark.parametrize(
    ("formula", "value", "anchor", "named"),
    [
        ("md:03-01:-1|w:5", "2024-03-01", "published", True),
        ("", "2024-03-01", "", True),
        ("", "2024-03", "", False),
        ("weekday:5:-1", "2024-03-01", "published", False),
        ("day:0|T23:00", "2024-03-01T23:00", "a:1-9", True),
        ("day:0|T23:00", "2024-03-01T23:00", "published", False),
    ],
)
def test_named_days(formula, value, anchor, named):
    friday = Time(
        id="a:1-9", report="a", start=1, end=9, text="1 March", timex="DATE", value="2024-03-01", earliest=FRIDAY,
        latest=FRIDAY, edtf="2024-03-01", formula="md:03-01:-1",
    )  # fmt: skip
    time = Time(
        id="a:30-37", report="a", start=30, end=37, text="it", timex="DATE", value=value, earliest=FRIDAY,
        latest=FRIDAY, edtf=value[:10], formula=formula, anchor=anchor,
    )  # fmt: skip
    assert ("a:30-37" in named_days([friday, time])) == named


def test_a_narrower_day_is_finer_only_where_both_can_be_right():
    """Bodies are found days after "late Thursday or early Friday": that day is no finer form of the night."""
    night, found = span(date(2024, 2, 29), date(2024, 3, 1)), day(MONDAY, "context")
    assert when([seen("a", night, 0.8), seen("b", found, 0.7, kind="death")]) == night
    assert when([seen("a", night, 0.8), seen("b", day(date(2024, 3, 1), "context"), 0.7)]).exact


def test_the_day_of_a_death_is_not_that_of_the_harm_where_words_part_them():
    struck, died = span(date(2024, 3, 1), FRIDAY), ON_FRIDAY
    later = {"action": "OTHER", "kind": "death"}
    told = [
        seen("a", struck, 0.9),
        seen("a", died, 0.9, 20, **later),
        seen("a", day(FRIDAY, "context"), 0.6, 40, **later),
    ]
    assert when(told) == struck
    assert when(told[1:]) is not None
    assert when(told[1:]).exact


@pytest.mark.parametrize(("others", "value"), [("bc", 11), ("b", 4)])
def test_several_reports_that_set_it_a_week_on_are_believed(others, value):
    later = [seen(rep, day(date(2024, 3, 11), "document"), 0.9) for rep in others]
    told = [seen("a", day(MONDAY, "document"), 0.9), *later]
    out = {"a": MONDAY.toordinal(), **{rep: date(2024, 3, 12).toordinal() for rep in others}}
    assert when(told, out).earliest == date(2024, 3, value)


FRESH = replace(WEEK, basis="document", why=("told as news",))


@pytest.mark.parametrize(
    ("given", "out", "value"),
    [
        # a report that gives a day does not vote for the whole week before it
        ([seen("a", FRESH), seen("a", ON_MONDAY), seen("b", FRESH), seen("b", ON_FRIDAY, 0.6)], {}, ON_MONDAY),
        # a month that is only recalled far below leaves the week before it the news
        ([seen("a", FRESH), seen("a", MARCH, 0.2)], {}, FRESH),
        # who was shot died later
        ([seen("a", ON_FRIDAY, 0.9, kind="death"), seen("a", ON_MONDAY, 0.6)], {}, ON_MONDAY),
        # no report tells of what is to come
        ([seen("a", ON_MONDAY, 0.2), seen("b", ON_FRIDAY)], {"a": MONDAY.toordinal()}, ON_MONDAY),
        ([seen("b", ON_FRIDAY)], {"b": MONDAY.toordinal()}, ON_FRIDAY),
    ],
)
def test_when_weighs_what_reports_can_know(given, out, value):
    assert when(given, out) == value


def test_when_is_the_same_in_any_order():
    given = [seen("a", ON_MONDAY), seen("b", ON_FRIDAY), seen("c", MARCH)]
    assert when(given) == when(given[::-1])


def test_everybody_once_those_of_most_reports_first():
    given = [
        see(claim("b", 0, "shoot", whom=("b:h", "b:v", "b:x")), ENTITIES, Dates()),
        see(claim("a", 0, "shoot", whom=("a:v",)), ENTITIES, Dates()),
    ]
    found = participants(given, ENTITIES, lambda s: s.claim.recipients)
    assert [person.entity for person in found] == ["b:v", "b:h"]


def test_modality_is_what_most_say_and_that_it_happened_where_they_are_even():
    planned, denied = seen("a", modality="planned"), seen("b", modality="denied")
    assert modality([planned, denied], "ASSAULT") == "planned"
    assert modality([planned, seen("b")], "ASSAULT") == "happened"
    assert modality([denied, seen("a", modality="denied"), seen("b")], "ASSAULT") == "denied"
    assert modality([planned, seen("b", action="OTHER")], "ASSAULT") == "planned"
    assert modality([planned, planned, seen("b")], "ASSAULT") == "happened"  # who plotted it tells of what was done


@pytest.mark.parametrize(
    ("beside", "mode"),
    [
        ({"mode": "aerial"}, "aerial"),
        ({"mode": "destroy"}, None),
        ({"mode": "aerial", "start": 40}, "aerial"),
        ({"mode": "aerial", "modality": "denied"}, None),
    ],
)
def test_its_sentence_or_its_report_says_how_it_was_done(beside, mode):
    told, means = seen("a"), seen("a", weight=0.5, **beside)
    assert manner(told, [told, means]) == mode
    assert manner(means, [told, means]) == beside["mode"]


def test_the_means_told_in_its_sentence_come_before_others_of_its_report():
    told, near, far = seen("a"), seen("a", weight=0.3, mode="firearms"), seen("a", weight=0.8, start=40, mode="aerial")
    assert manner(told, [told, far, near]) == "firearms"


def test_force_that_no_claim_tells_of_as_one_act_goes_on():
    spoken = [seen("a", particular=False, action="ASSAULT"), seen("b", particular=False, action="ASSAULT")]
    assert modality(spoken, "ASSAULT") == "ongoing"
    assert modality([*spoken, seen("c", action="ASSAULT")], "ASSAULT") == "happened"
