"""What is done again days later, and what the same people did on one day in many words."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.across.test_events import FRIDAY, MONDAY, claim

from dateline.across.event.drafts import drafts
from dateline.across.event.main_event import tie
from dateline.across.event.one_act import put_back
from dateline.across.event.seen import see
from dateline.model import Dates, Entities, Participant, Place, When, day

NEXT_DAY = date(2024, 3, 5)


def told(rep, lemma, when, who=(), town=None, start=0, out=None, weight=0.9):
    """A claim and the day on which its report came out."""
    actors = tuple(Participant(entity=name, start=start, end=start + 2) for name in who)
    place = Place(name=town, country="NOR") if town else None
    one = replace(claim(rep, start, lemma, when, weight, action="CONSULT"), actors=actors, place=place)
    return one, out or when


def grouped(*given):
    claims = [one for one, _ in given]
    dates = Dates(published={one.report: day(out, "given") for one, out in given})
    people = {p.entity: p.entity for one in claims for p in (*one.actors, *one.recipients)}
    drawn = drafts([see(one, Entities(of=people), dates) for one in claims])
    ids = sorted(sorted(seen.claim.id for seen in one.members) for one in drawn)
    mains = tie(sorted({one.report for one in claims}), drawn, {}).main
    return ids, len(set(mains.values()))


def test_what_two_reports_tell_as_fresh_news_days_apart_was_done_twice():
    assert grouped(told("a", "meet", MONDAY), told("b", "meet", FRIDAY)) == ([["a:0"], ["b:0"]], 2)


def test_reports_differ_on_the_day_of_one_meeting():
    assert grouped(told("a", "meet", MONDAY), told("b", "meet", NEXT_DAY))[0] == [["a:0", "b:0"]]


def test_a_report_that_looks_back_may_err_on_the_day():
    assert grouped(told("a", "meet", MONDAY, out=FRIDAY), told("b", "meet", FRIDAY))[0] == [["a:0", "b:0"]]


def test_what_is_told_as_this_weeks_harm_is_not_put_on_days_before_it():
    week = When(
        value="x", earliest=date(2024, 3, 18), latest=date(2024, 3, 24), basis="document", why=("told as news",)
    )
    fresh = see(replace(claim("a", 0, "plant"), when=week), Entities(), Dates())
    runs = [[see(claim("a", 9, "bomb", when), Entities(), Dates())] for when in (MONDAY, date(2024, 3, 20))]
    assert [put_back(fresh, run) for run in runs] == [True, False]


def test_what_the_same_people_did_on_one_day_is_one_event_in_whatever_words():
    news = [told("c", "visit", MONDAY), told("d", "visit", MONDAY)]
    signed, met = told("a", "sign", FRIDAY, ["ruiz"]), told("b", "meet", FRIDAY, ["ruiz"])
    assert grouped(*news, signed, met)[1] == 2


def test_other_people_who_met_in_another_town_on_that_day_met_apart():
    here = [told(rep, "meet", MONDAY, ["ruiz"], "Oslo") for rep in "ab"]
    there = [
        told("c", "meet", MONDAY, ["okafor"], "Bergen"),
        told("c", "talk", MONDAY, ["ruiz"], "Oslo", 40, weight=0.6),
    ]
    nobody = told("d", "discuss", MONDAY, (), "Oslo")
    assert grouped(*here, *there, nobody) == ([["a:0", "b:0", "c:40", "d:0"], ["c:0"]], 2)


def test_who_met_in_one_town_met_at_once_whomever_reports_name():
    assert (
        len(grouped(told("a", "meet", MONDAY, ["ruiz"], "Oslo"), told("b", "meet", MONDAY, ["okafor"], "Oslo"))[0]) == 1
    )


@pytest.mark.parametrize(("whom", "count"), [("ruiz", 1), ("okafor", 2)])
def test_whose_trial_opens_pleads_at_once(whom, count):
    crime = told("z", "theft", MONDAY, ["ruiz"])
    opens, pleads = told("a", "trial", FRIDAY, ["ruiz"]), told("b", "plead", FRIDAY, [whom])
    assert grouped(crime, opens, pleads)[1] == count + 1


def hit(rep, when, out, whom=(), start=0):
    """A claim of harm, and the day on which its report came out."""
    return claim(rep, start, "shell", when, whom=whom), out


@pytest.mark.parametrize(
    ("then", "whom", "count"),
    [
        (date(2024, 3, 8), (), 2),
        (date(2024, 3, 11), (), 1),
        (date(2024, 3, 8), ("ruiz",), 1),
        (date(2024, 3, 5), (), 1),
    ],
    ids=["four days apart", "a week apart: a wrong date", "one victim", "overnight"],
)
def test_harm_told_as_fresh_news_days_apart_was_done_twice(then, whom, count):
    assert len(grouped(hit("a", MONDAY, MONDAY, whom), hit("b", then, then, whom))[0]) == count
