"""What a report tells first of another day than the happening's is an event of its own."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.across.test_events import FRIDAY, MONDAY, claim

from dateline.across.event.drafts import drafts
from dateline.across.event.main_event import tie
from dateline.across.event.seen import see
from dateline.model import Dates, Entities

TUESDAY, LATER = date(2024, 3, 5), date(2024, 4, 15)
BANNED = [("a", 0, "ban", MONDAY, 1.0), ("a", 5, "ban", MONDAY, 0.9)]


def act(rep, start, lemma, when=None, weight=0.9, mode=None, action="SANCTION"):
    return replace(claim(rep, start, lemma, when, weight, action=action), mode=mode)


def ties(claims, **out):
    """The main events by report, and the drafts by claim; what stands at 0 is the headline, at 5 the lead."""
    parts = {0: "headline", 5: "lead"}
    seen = [replace(see(one, Entities(), Dates()), part=parts.get(one.start, "")) for one in claims]
    days = {"a": MONDAY, "b": FRIDAY} | out
    seen = [replace(s, out=days[s.claim.report], fresh=s.days is not None) for s in seen]
    drawn = drafts(seen)
    of = {one.claim.id: draft.id for draft in drawn for one in draft.members}
    return tie(sorted(days), drawn, {name: day.toordinal() for name, day in days.items()}).main, of


def apart(*claims, **out):
    main, of = ties([act(*one) for one in (*BANNED, *claims)], **out)
    return main["b"] == of["b:0"] != main["a"]


@pytest.mark.parametrize(
    ("when", "out", "news"),
    [
        (None, FRIDAY, True),
        (FRIDAY, FRIDAY, True),
        (MONDAY, FRIDAY, False),  # in other words, the same day's
        (None, TUESDAY, False),  # so soon, it may be the same in other words
    ],
)
def test_a_headline_of_a_later_day_tells_another_act(when, out, news):
    assert apart(("b", 0, "freeze", when, 1.0), ("b", 9, "ban", MONDAY, 0.4), b=out) is news


def test_what_the_report_gives_as_much_room_is_its_news():
    assert not apart(("b", 0, "freeze", None, 1.0), ("b", 5, "ban", MONDAY, 0.9))


@pytest.mark.parametrize(("out", "news"), [(date(2024, 3, 18), True), (FRIDAY, False)])
def test_harm_of_more_than_a_week_ago_is_no_news_by_itself(out, news):
    bombed = [act("a", 0, "bomb", MONDAY, 1.0, action="ASSAULT"), act("b", 9, "bomb", MONDAY, 1.0, action="ASSAULT")]
    main, of = ties([*bombed, act("b", 0, "freeze", None, 1.0)], b=out)
    assert (main["b"] == of["b:0"] != main["a"]) is news


@pytest.mark.parametrize(("mode", "news"), [("investigate", True), (None, False)])
def test_an_inquiry_does_not_take_place_on_the_day_that_it_looks_into(mode, news):
    looks = replace(act("b", 0, "examine", MONDAY, 1.0, mode, "ACCUSE"))
    looks = replace(looks, when=replace(looks.when, basis="context"))
    main, of = ties([*(act(*one) for one in BANNED), looks])
    assert (main["b"] == of["b:0"] != main["a"]) is news


@pytest.mark.parametrize(
    ("out", "when", "news"), [(LATER, None, True), (TUESDAY, MONDAY, True), (TUESDAY, None, False)]
)
def test_what_came_out_before_has_news_of_its_own(out, when, news):
    started = [("b", 0, "walk", when, 1.0), ("b", 5, "walk", when, 0.9)]
    banned = [("a", 0, "ban", out, 1.0), ("a", 5, "ban", out, 0.9), ("c", 0, "ban", out, 1.0)]
    main, of = ties([act(*one) for one in (*started, *banned)], a=out, b=MONDAY, c=out)
    assert (main["b"] == of["b:0"] != main["a"]) is news


def test_two_meetings_on_two_days_of_which_one_report_tells():
    met = [("a", 0, "meet", MONDAY, 1.0), ("b", 0, "meet", TUESDAY, 1.0), ("b", 9, "talk", MONDAY, 0.4)]
    main, of = ties([act(*one, action="CONSULT") for one in met], b=TUESDAY)
    assert main["b"] == of["b:0"] != main["a"] == of["b:9"]


@pytest.mark.parametrize(("when", "news"), [(FRIDAY, True), (None, False)])
def test_a_headline_of_its_own_day_tells_no_happening_without_a_day(when, news):
    told = [("a", 0, "ban", None, 1.0), ("a", 5, "ban", None, 0.9), ("c", 0, "ban", None, 1.0)]
    main, of = ties([act(*one) for one in (*told, ("b", 0, "free", when, 0.9, None, "CONCEDE"))], c=MONDAY)
    assert (main["b"] == of["b:0"] != main["a"]) is news
