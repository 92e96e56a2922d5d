from datetime import date

import pytest
from msgspec.structs import replace
from tests.builders import report

from dateline.across.events import events, grouped
from dateline.across.happenings import happenings
from dateline.model import (
    Claim,
    Copies,
    Dates,
    Decision,
    Entities,
    Events,
    Participant,
    Quantity,
    Reading,
    Sketch,
    Span,
    When,
    day,
)

WORDS = {"ullswick": 0.8, "quillfeather": 0.6}
MONDAY, FRIDAY = date(2024, 3, 4), date(2024, 3, 8)


def claim(rep, start, lemma, when=None, weight=0.9, *, action="ASSAULT", dead=None, whom=()):
    quantities = (Quantity(of="killed", low=dead, high=dead, start=start, end=start + 1),) if dead else ()
    return Claim(
        id=f"{rep}:{start}", report=rep, start=start, end=start + 5, trigger=Span(start=start, end=start + 5),
        lemma=lemma, action=action, mode=None, actors=(), recipients=tuple(
            Participant(entity=n, start=start, end=start + 2) for n in whom
        ), place=None, when=day(when, "stated") if when else None, modality="happened", quantities=quantities,
        weight=weight,
    )  # fmt: skip


def reading(name, *claims, title=None, published=date(2024, 3, 5)):
    drawn = Sketch(words=WORDS, proper=WORDS, names={"orla venning": 5.9}, aged=("venning 34",), ages=(34,))
    one = report(identifier=name, text="x" * 200, title=title, published=day(published, "given"))
    return Reading(report=one, claims=claims, sketch=drawn)


def decided(*readings, said=()):
    found = Events()
    for group in happenings(readings, Copies(), Dates(), said).groups:
        own = [one for name in group for one in readings if one.report.id == name]
        part = events(own, Entities(), Dates(), said)
        found = Events(of=found.of | part.of, main=found.main | part.main, found=found.found + part.found)
    return found


SHOT_A = claim("a", 0, "shoot", MONDAY, dead=1.0)
SHOT_B = claim("b", 0, "shooting", MONDAY, 0.5)
ARREST_B = claim("b", 50, "arrest", FRIDAY, 1.0, action="COERCE")


def test_two_reports_of_one_shooting_are_one_event():
    found = decided(reading("a", SHOT_A), reading("b", claim("b", 0, "kill", MONDAY)))
    assert found.main["a"] == found.main["b"]


def test_an_arrest_days_later_is_the_news_and_follows():
    found = decided(reading("a", SHOT_A), reading("b", SHOT_B, ARREST_B, published=date(2024, 3, 9)))
    arrest = next(e for e in found.found if e.id == found.main["b"])
    assert arrest.action == "COERCE"
    assert arrest.follows == found.main["a"] == found.of["b:0"]


def test_an_arrest_at_once_is_told_as_part_of_it():
    found = decided(reading("a", SHOT_A), reading("b", SHOT_B, claim("b", 50, "arrest", MONDAY, 0.4, action="COERCE")))
    assert found.main["b"] == found.main["a"]


def test_reports_that_differ_by_a_day_tell_one_event():
    found = decided(reading("a", SHOT_A), reading("b", claim("b", 0, "shoot", date(2024, 3, 5))))
    assert found.main["a"] == found.main["b"]


def test_a_report_that_tells_two_days_tells_two_events():
    found = decided(reading("a", SHOT_A, claim("a", 60, "shoot", date(2023, 1, 1), 0.2)))
    assert found.of["a:0"] != found.of["a:60"]


def test_grouping_without_drawing_up_decides_the_same():
    told = (reading("a", SHOT_A), reading("b", SHOT_B, ARREST_B))
    whole, groups = events(told, Entities(), Dates(), ()), grouped(told, Entities(), Dates(), ())
    assert groups == replace(whole, found=())


def test_the_news_of_the_week_is_what_the_report_sets_on_a_day_of_it():
    week = When(value="w", earliest=date(2024, 2, 28), latest=date(2024, 3, 5), basis="document", why=("news",))
    news = replace(claim("a", 0, "kill", weight=1.0), when=week)
    found = decided(reading("a", news, claim("a", 60, "shoot", MONDAY, 0.2)))
    assert found.of["a:0"] == found.of["a:60"]


def test_order_does_not_matter():
    one, two = reading("a", SHOT_A), reading("b", SHOT_B, ARREST_B)
    assert decided(one, two) == decided(two, one)


def word(left, right, verdict):
    return Decision(
        id="D", about="event", left=left, right=right, verdict=verdict, score=1.0, reasons=(), by="A. Reader"
    )


@pytest.mark.parametrize(("verdict", "one"), [("different", False), ("unsure", True), ("same", True)])
def test_a_persons_word_on_two_claims(verdict, one):
    found = decided(reading("a", SHOT_A), reading("b", SHOT_B), said=[word("a:0", "b:0", verdict)])
    assert (found.of["a:0"] == found.of["b:0"]) is one


def test_ids_come_from_the_smallest_claim():
    both = decided(reading("a", SHOT_A), reading("b", SHOT_B))
    assert both.main["a"] == decided(reading("a", SHOT_A)).main["a"]


def test_who_the_victims_were_is_told_of_what_hurt_them():
    named = claim("a", 90, "identify", FRIDAY, 0.5, action="OTHER", whom=("a:90",))
    who = replace(named, kind="casualty")
    found = decided(reading("a", SHOT_A, who))
    assert found.of["a:90"] == found.of["a:0"]
    assert next(e for e in found.found if e.id == found.of["a:0"]).when.earliest == MONDAY


def test_goods_that_were_seized_are_no_arrest():
    seized = replace(claim("a", 50, "seize", MONDAY, 0.95, action="COERCE"), mode="seize")
    found = decided(reading("a", claim("a", 80, "detain", MONDAY, 0.7, action="COERCE"), seized))
    assert {event.claims for event in found.found} == {("a:50",), ("a:80",)}
    assert next(e for e in found.found if e.id == found.main["a"]).claims == ("a:80",)


def test_an_arrest_is_the_news_beside_an_aside():
    aside = claim("a", 0, "support", MONDAY, 0.6, action="SUPPORT")
    found = decided(reading("a", aside, claim("a", 50, "arrest", MONDAY, 0.9, action="COERCE")))
    assert next(e for e in found.found if e.id == found.main["a"]).action == "COERCE"


def test_what_was_done_gives_an_event_its_action_and_not_who_died_of_it():
    died = replace(claim("a", 0, "die", MONDAY, 0.9, action="OTHER"), kind="death")
    found = decided(reading("a", died, claim("a", 40, "bomb", MONDAY, 0.5)))
    assert [event.action for event in found.found] == ["ASSAULT"]


def test_who_the_victims_of_an_abduction_were_is_told_of_the_abduction():
    named = replace(claim("a", 40, "identify", action="OTHER"), kind="casualty")
    found = decided(reading("a", claim("a", 0, "abduct", MONDAY), named))
    assert [event.claims for event in found.found] == [("a:0", "a:40")]


def held(start, when, low, sense, whom=()):
    one = claim("a", start, "detain", when, 0.9 - start / 1000, action="COERCE", whom=whom)
    counted = Quantity(of="captured", low=low, high=low, sense=sense, start=start, end=start + 1)
    return replace(one, quantities=(counted,))


@pytest.mark.parametrize(
    ("second", "one"),
    [
        (held(60, None, 2, "more", ("a:60",)), True),
        (held(60, MONDAY, 1, "again", ("a:60",)), True),
        (held(60, FRIDAY, 2, "more", ("a:60",)), False),
        (held(60, MONDAY, 2, "new", ("a:60",)), False),
    ],
)
def test_others_held_beside_the_first_are_of_one_arrest(second, one):
    made = reading("a", held(0, MONDAY, 1, "new", ("a:0",)), second)
    found = events([made], Entities(of={"a:0": "A", "a:60": "B"}), Dates(), ())
    assert (found.of["a:0"] == found.of["a:60"]) is one


def test_whose_arrest_another_report_tells_by_itself_is_not_of_that_of_others_beside_him():
    here = [held(0, MONDAY, 2, "new", ("a:0",)), held(60, None, 1, "more", ("a:60",))]
    theirs = [replace(one, report=rep, id=f"{rep}:{one.start}") for rep, one in zip("bc", here, strict=True)]
    found = events(
        [reading("a", *here), *(reading(one.report, one) for one in theirs)], Entities(of={"a:60": "B"}), Dates(), ()
    )
    assert found.of["a:0"] == found.of["b:0"] != found.of["a:60"] == found.of["c:60"]


def test_a_force_that_engages_somebody_does_harm():
    found = decided(reading("a", claim("a", 0, "engage", MONDAY), claim("a", 60, "kill", MONDAY, 0.7, dead=2.0)))
    assert found.of["a:0"] == found.of["a:60"]
