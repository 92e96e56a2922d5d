"""What is said in answer to a happening is the news of a report that opens with it."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.across.test_events import FRIDAY, MONDAY, claim

from dateline.across.event.drafts import drafts
from dateline.across.event.main_event import tie
from dateline.across.event.seen import see
from dateline.model import Dates, Entities

WORDS = {
    "reject": "REJECT",
    "dismiss": "REJECT",
    "condemn": "ACCUSE",
    "claim": "OTHER",
    "deny": "REJECT",
    "sell": "OTHER",
}


def told(*claims):
    """The ties of one happening; what stands at 0 or 1 is of a headline, up to 20 of a lead."""
    parts = {0: "headline", 1: "headline", **dict.fromkeys(range(2, 20), "lead")}
    seen = [replace(see(one, Entities(), Dates()), part=parts.get(one.start, "")) for one in claims]
    seen = [replace(s, claim=replace(s.claim, field="title" if s.part == "headline" else "text")) for s in seen]
    drawn = drafts(seen)
    of = {one.claim.id: draft.id for draft in drawn for one in draft.members}
    days = {name: date(2024, 3, 5).toordinal() for name in "ab"}
    return tie(sorted({one.report for one in claims}), drawn, days), of


def act(rep, start, lemma, when=None, weight=0.9):
    return claim(rep, start, lemma, when, weight, action=WORDS.get(lemma, "ASSAULT"))


@pytest.mark.parametrize(
    ("lemma", "lead", "news"),
    [
        ("reject", "reject", True),
        ("condemn", "condemn", True),
        ("claim", "claim", True),
        ("reject", "bomb", False),  # the lead tells of the bombing
        ("reject", "deny", True),
        ("deny", "deny", True),
        ("deny", "bomb", False),  # that is an account of it
        ("sell", "sell", False),
    ],
)
def test_what_headline_and_lead_answer_is_another_event_that_follows(lemma, lead, news):
    bombed = act("b", 9, "bombing", MONDAY, 0.5)
    found, of = told(act("a", 0, "bomb", MONDAY, 1.0), act("b", 0, lemma, None, 1.0), act("b", 5, lead), bombed)
    assert (found.main["b"] == of["b:5"] != found.main["a"]) is news
    if news:
        assert found.follows[of["b:5"]] == of["a:0"]


def test_a_lead_that_only_denies_tells_nothing_beside_the_answer():
    bombed = [act("b", 1, "bombing", MONDAY, 0.5), replace(act("b", 9, "bomb", None, 0.8), modality="denied")]
    found, of = told(act("a", 0, "bomb", MONDAY, 1.0), act("b", 0, "reject", None, 1.0), *bombed)
    assert found.main["b"] == of["b:0"]


def test_a_headline_alone_answers_where_the_lead_tells_of_something_else():
    lead = act("b", 5, "sell", None, 0.6), act("b", 9, "bombing", MONDAY, 0.5)
    found, of = told(act("a", 0, "bomb", MONDAY, 1.0), act("b", 0, "dismiss", None, 1.0), *lead)
    assert found.main["b"] == of["b:0"] != found.main["a"]


def test_a_headline_that_only_denies_and_a_lead_that_rejects_are_an_answer():
    denied = replace(act("b", 0, "bomb", MONDAY, 0.9), modality="denied")
    found, of = told(act("a", 0, "bomb", MONDAY, 1.0), denied, act("b", 5, "reject"), act("b", 9, "bomb", MONDAY, 0.5))
    assert found.main["b"] == of["b:5"] != found.main["a"]


def test_headline_and_lead_name_what_is_answered():
    bombed = act("b", 50, "bomb", MONDAY, 0.5)
    found, of = told(
        act("a", 0, "bomb", MONDAY, 1.0), act("b", 0, "condemn", None, 1.0), act("b", 5, "condemn"), bombed
    )
    assert found.main["b"] == of["a:0"]


@pytest.mark.parametrize(("when", "news"), [(FRIDAY, True), (MONDAY, False)])
def test_words_that_answer_words_come_on_a_later_day(when, news):
    speech = [claim(rep, 30, "speak", MONDAY, 0.9, action="CONSULT") for rep in "ab"]
    regrets = [claim("b", start, "apologize", when, 1.0, action="CONCEDE") for start in (0, 5)]
    found, of = told(*speech, *regrets)
    assert (found.main["b"] == of["b:5"]) is news


def test_who_is_blasted_in_words_is_not_hurt():
    assert see(claim("a", 0, "blast", MONDAY, action="ACCUSE"), Entities(), Dates()).family == "base"


def test_of_one_kind_of_act_days_that_some_report_tells_apart_are_two_events():
    here, there = date(2024, 3, 4), date(2024, 3, 6)
    both = [act("c", 0, "explode", there, 1.0), act("c", 40, "explode", here, 0.4)]
    found, of = told(act("a", 0, "bomb", here, 1.0), act("b", 0, "bomb", there, 1.0), *both)
    assert found.main["a"] == of["a:0"] != found.main["b"] == found.main["c"] == of["c:0"]


def test_who_says_only_that_it_did_not_happen_answers_it():
    denied = replace(act("b", 6, "bomb", MONDAY, 0.5), modality="denied")
    said = replace(claim("b", 5, "say", None, 0.9, action="OTHER"), kind="statement")
    found, of = told(act("a", 0, "bomb", MONDAY, 1.0), act("b", 0, "deny", None, 1.0), said, denied)
    assert found.main["b"] == of["b:0"] != found.main["a"]


def test_who_condemns_it_with_its_toll_tells_it():
    deadly = claim("b", 30, "bomb", MONDAY, 0.8, dead=23)
    lines = [act("a", 0, "bomb", MONDAY, 1.0), act("b", 0, "condemn", None, 1.0), act("b", 5, "condemn"), deadly]
    found, _ = told(*lines, act("b", 9, "bombing", MONDAY, 0.5))
    assert found.main["b"] == found.main["a"]
