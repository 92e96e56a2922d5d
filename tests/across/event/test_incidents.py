"""Incidents beside the news: one for several reports, or the news of another report."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.across.test_events import FRIDAY, MONDAY, claim, decided, reading

from dateline.across.event.drafts import drafts
from dateline.across.event.incidents import joined
from dateline.across.event.main_event import tie
from dateline.across.event.seen import see
from dateline.model import Dates, Entities, Place

TUESDAY = date(2024, 3, 5)
LUBLIN, GDYNIA = (Place(name=name, start=0, end=2) for name in ("Lublin", "Gdynia"))


def act(rep, start, lemma="ambush", when=None, incident=0, place=None, **rest):
    return replace(claim(rep, start, lemma, when, **rest), incident=incident, place=place)


def grouped(*claims):
    people = {p.entity: p.entity for one in claims for p in one.recipients}
    found = drafts(joined(see(one, Entities(of=people), Dates()) for one in claims))
    return sorted(sorted(seen.claim.id for seen in one.members) for one in found)


def test_each_incident_of_a_report_is_an_event():
    told = [act("a", 0, when=MONDAY), act("a", 20, incident=1), act("a", 40, incident=2), act("a", 60, incident=1)]
    assert grouped(*told) == [["a:0"], ["a:20", "a:60"], ["a:40"]]


SAME = [
    ({"place": LUBLIN}, {"place": LUBLIN}, 1),
    ({"place": LUBLIN}, {"place": GDYNIA}, 2),
    ({"place": LUBLIN, "when": MONDAY}, {"place": LUBLIN, "when": FRIDAY}, 2),
    ({"place": LUBLIN}, {"place": LUBLIN, "lemma": "stab"}, 2),
    ({"whom": ["a miller"]}, {"whom": ["a miller"]}, 1),
]


@pytest.mark.parametrize(("one", "other", "events"), SAME)
def test_what_two_reports_tell_beside_the_news_is_one_where_it_agrees(one, other, events):
    told = [act("a", 20, incident=1, **one), act("b", 20, incident=2, **other)]
    assert len(grouped(*told)) == events


def test_what_is_beside_the_news_in_one_report_may_be_the_news_of_another():
    news, beside = act("b", 0, "ambush", MONDAY, whom=["miller"]), act("a", 20, incident=1, whom=["miller"])
    assert grouped(act("a", 0, "shoot", MONDAY), beside, news) == [["a:0", "a:20", "b:0"]]


NORTH = Place(name="Gdynia", start=0, end=2, admin1="Pomerania", latitude=54.52, longitude=18.53)
PORT = Place(name="Sopot", start=0, end=2, admin1="Pomerania", latitude=54.44, longitude=18.56)
EAST = Place(name="Lublin", start=0, end=2, admin1="Lublin Voivodeship", latitude=51.25, longitude=22.57)


@pytest.mark.parametrize(("beside", "where", "events"), [(NORTH, NORTH, 2), (NORTH, PORT, 2), (EAST, NORTH, 1)])
def test_harm_of_one_day_in_two_towns_of_which_one_report_tells_is_two_events(beside, where, events):
    here = [act(rep, 0, "bomb", MONDAY, 0, EAST) for rep in "ab"]
    other = act("a", 40, "ambush", MONDAY, 1, beside)
    found = grouped(*here, act("c", 0, "bomb", MONDAY, 0, where), other)
    assert len([part for part in found if part != ["a:40"]]) == events
    assert (["c:0"] in found) is (events == 2)


def test_the_attack_in_the_other_town_is_the_news_of_who_tells_it_and_follows_nothing():
    here = [act(rep, 0, "bomb", MONDAY, 0, EAST, weight=1.0) for rep in "ab"]
    told = (*here, act("a", 40, "ambush", MONDAY, 1, NORTH), act("c", 0, "bomb", MONDAY, 0, NORTH, weight=1.0))
    drawn = drafts(joined(see(one, Entities(), Dates()) for one in told))
    found = tie(list("abc"), drawn, {name: TUESDAY.toordinal() for name in "abc"})
    assert found.main["a"] == found.main["b"] != found.main["c"]
    assert found.main["c"] not in found.follows


def test_an_incident_beside_the_news_is_no_part_of_it():
    beside = act("a", 60, "ambush", MONDAY, incident=1, weight=0.5)
    found = decided(reading("a", act("a", 0, "shoot", MONDAY, dead=2.0), beside))
    other = next(event for event in found.found if event.claims == ("a:60",))
    assert other.part_of is None
    assert other.follows is None


def test_a_town_near_what_is_told_beside_the_news_is_that_of_who_tells_it():
    village = Place(name="Reda", start=0, end=2, admin1="Pomerania", latitude=54.6, longitude=18.35)
    told = [
        act("a", 0, when=MONDAY, place=EAST),
        act("a", 20, incident=1, place=NORTH),
        act("b", 0, when=MONDAY, place=village),
    ]
    told += [act("c", 0, when=MONDAY, place=village), act("c", 20, incident=1, place=NORTH)]
    assert ["a:0", "b:0", "c:0"] in grouped(*told)
