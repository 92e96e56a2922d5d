"""What each report was written to tell, what goes back to it, and what is part of it."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from tests.across.test_events import FRIDAY, MONDAY, claim

from dateline.across.event.drafts import drafts
from dateline.across.event.main_event import tie
from dateline.across.event.seen import see
from dateline.model import Dates, Entities, Participant, Quantity, When, day

SATURDAY, JANUARY = date(2024, 3, 9), date(2024, 1, 8)
NEXT_DAY = date(2024, 3, 5)


def tied(*claims, published=None, people=()):
    """The ties of one happening, with the drafts by the ids of all their claims."""
    seen = [see(one, Entities(of={name: name for name in people}), Dates()) for one in claims]
    drawn = drafts([replace(one, part="headline") if one.claim.field == "title" else one for one in seen])
    of = {seen.claim.id: one.id for one in drawn for seen in one.members}
    days = {name: when.toordinal() for name, when in (published or {}).items()}
    return tie(sorted({one.report for one in claims}), drawn, days), of


def act(rep, start, lemma, when=None, weight=0.9, action="ASSAULT", **rest):
    return claim(rep, start, lemma, when, weight, action=action, **rest)


SHOT = act("a", 0, "shoot", MONDAY)


@pytest.mark.parametrize(("lemma", "apart"), [("suspend", True), ("revoke", True), ("describe", False)])
def test_a_licence_suspended_days_after_the_shots_is_news_by_itself(lemma, apart):
    told = act("b", 0, lemma, FRIDAY, 1.0, "OTHER"), act("b", 30, "shoot", MONDAY, 0.7)
    found, of = tied(SHOT, act("c", 0, "shoot", MONDAY), *told, published={"a": MONDAY, "b": FRIDAY, "c": MONDAY})
    assert (found.main["b"] == of["b:0"]) is apart


@pytest.mark.parametrize(("lemma", "when", "apart"), [("suspend", 1, True), ("end", 1, False), ("suspend", 0, False)])
def test_what_a_headline_sets_on_the_next_day_is_news_by_itself(lemma, when, apart):
    next_day = MONDAY + timedelta(1)
    said = replace(act("b", 0, lemma, MONDAY + timedelta(when), 1.0, "OTHER"), field="title")
    told = said, act("b", 30, "shoot", MONDAY, 0.5)
    found, of = tied(SHOT, act("c", 0, "shoot", MONDAY), *told, published={"a": MONDAY, "b": next_day, "c": MONDAY})
    assert (found.main["b"] == of["b:0"]) is apart


def test_harm_that_is_only_spoken_of_is_no_root():
    spoken = [replace(act(rep, 20, "torture", None, 0.6), particular=False) for rep in "abc"]
    news = [act(rep, 0, "debate", MONDAY, 0.9, "OTHER") for rep in "ab"]
    found, of = tied(*spoken, *news)
    assert found.root == of["a:0"]


@pytest.mark.parametrize("act_of", ["arrest", "charge"])
def test_the_bail_that_was_set_is_part_of_what_was_done_to_whoever_was_held(act_of):
    held = act("b", 0, act_of, FRIDAY, 0.9, "COERCE" if act_of == "arrest" else "ACCUSE", whom=["ruiz"])
    bail = replace(act("b", 40, "set", None, 0.5, "OTHER"), kind="bail")
    found, of = tied(SHOT, held, bail)
    assert found.part_of[of["b:40"]] == of["b:0"]


def test_what_has_the_most_room_is_the_main_event():
    found, of = tied(SHOT, act("a", 40, "protest", MONDAY, 0.4))
    assert found.root == found.main["a"] == of["a:0"]


@pytest.mark.parametrize(
    ("when", "weight", "start", "news"),
    [
        (FRIDAY, 0.9, 50, True),  # days later
        (FRIDAY, 0.4, 50, False),  # days later, but only told in passing
        (MONDAY, 0.7, 50, False),  # at once
        (MONDAY, 0.7, -1, True),  # at once, but in the headline
    ],
)
def test_an_arrest_is_the_news_where_it_came_later_or_comes_first(when, weight, start, news):
    shot = act("b", 0, "shoot", MONDAY, 0.8)
    arrest = replace(act("b", abs(start), "arrest", when, weight, "COERCE"), field="text" if start > 0 else "title")
    found, of = tied(shot, arrest)
    assert (found.main["b"] == of[arrest.id]) is news
    assert found.follows[of[arrest.id]] == of["b:0"] == found.root


@pytest.mark.parametrize(("first", "news"), [("arrest", True), ("shoot", False)])
def test_of_an_arrest_and_shots_told_with_one_weight_the_first_is_the_news(first, news):
    starts = {"arrest": 10, "shoot": 20} if first == "arrest" else {"arrest": 20, "shoot": 10}
    shot = replace(act("b", starts["shoot"], "shoot", MONDAY, 0.75), field="title")
    arrest = replace(act("b", starts["arrest"], "arrest", MONDAY, 0.75, "COERCE"), field="title")
    found, of = tied(SHOT, shot, arrest)
    assert (found.main["b"] == of[arrest.id]) is news


def test_who_appeared_in_court_is_tried():
    appeared = replace(act("b", 0, "appear", FRIDAY, 1.0, "OTHER"), kind="court", field="title")
    found, of = tied(SHOT, appeared, act("b", 40, "shoot", MONDAY, 0.5))
    assert found.main["b"] == of["b:0"]
    assert found.follows[of["b:0"]] == of["a:0"]


def test_all_that_came_after_goes_back_to_the_first_happening():
    arrest, sentence = act("b", 50, "arrest", FRIDAY, 1.0), act("c", 50, "sentence", date(2024, 9, 2), 1.0)
    recalled = [act(rep, 0, "shoot", MONDAY, 0.4) for rep in "bc"]
    found, of = tied(SHOT, arrest, sentence, *recalled)
    assert found.main == {"a": of["a:0"], "b": of["b:50"], "c": of["c:50"]}
    assert found.follows == {of["b:50"]: of["a:0"], of["c:50"]: of["a:0"]}


def test_a_later_death_follows_what_hurt():
    found, of = tied(SHOT, act("b", 0, "shoot", MONDAY, 0.5), act("b", 30, "die", SATURDAY, 1.0))
    assert found.main["b"] == of["b:30"] != of["a:0"]
    assert found.follows[of["b:30"]] == of["a:0"]


def test_a_later_death_goes_back_to_what_hurt_even_where_one_report_tells_both():
    died = replace(act("b", 30, "die", SATURDAY, 1.0, "OTHER"), kind="death")
    found, of = tied(act("b", 0, "shoot", MONDAY, 0.5), died)
    assert (found.root, found.main["b"]) == (of["b:0"], of["b:30"])
    assert found.follows[of["b:30"]] == of["b:0"]
    alone, of = tied(act("b", 0, "shoot", JANUARY, 0.5), died)  # months before: another thing
    assert alone.root == of["b:30"]


def test_talks_on_the_day_of_a_visit_are_part_of_it():
    visit = act("a", 0, "visit", MONDAY, 1.0, "CONSULT")
    found, of = tied(visit, act("a", 30, "meet", MONDAY, 0.5, "CONSULT"), act("a", 60, "agree", FRIDAY, 0.5, "AGREE"))
    assert found.part_of == {of["a:30"]: of["a:0"]}
    assert found.follows == {}


def test_another_act_of_the_same_days_is_the_same_news():
    """Two reports that give different acts the most room still tell one happening, unless its day differs."""
    met, agreed = act("a", 0, "meet", MONDAY, 1.0, "CONSULT"), act("b", 0, "agree", MONDAY, 0.9, "AGREE")
    found, _ = tied(met, act("c", 0, "meet", MONDAY, 1.0, "CONSULT"), agreed)
    assert len(set(found.main.values())) == 1
    later = replace(agreed, when=day(date(2024, 3, 25), "stated"))
    found, _ = tied(met, act("c", 0, "meet", MONDAY, 1.0, "CONSULT"), later)
    assert found.main["b"] != found.main["a"]


def test_a_day_long_before_the_report_is_no_day_of_its_news():
    met, old = act("a", 0, "meet", MONDAY, 1.0, "CONSULT"), act("b", 0, "agree", JANUARY, 0.9, "AGREE")
    assert len(set(tied(met, old)[0].main.values())) == 2
    assert len(set(tied(met, old, published={"b": NEXT_DAY})[0].main.values())) == 1


def test_where_all_tell_what_came_after_the_root_is_what_they_recall():
    claims = [
        one
        for rep in "ab"
        for one in (act(rep, 0, "shoot", JANUARY, 0.4), act(rep, 30, "sentence", MONDAY, 1.0, whom=()))
    ]
    found, of = tied(*claims)
    assert found.root == of["a:0"] == of["b:0"]
    assert set(found.main.values()) == {of["a:30"]}


def test_nothing_claimed_nothing_tied():
    found = tie(["a"], [], {})
    assert (found.root, found.main, found.follows, found.part_of) == (None, {}, {}, {})


def test_a_report_that_tells_of_no_harm_that_happened_was_not_written_to_tell_one():
    feared = replace(act("b", 0, "shoot", weight=0.3), modality="planned")
    visit = act("b", 40, "visit", MONDAY, 0.9, "CONSULT")
    found, of = tied(SHOT, act("a", 60, "wound", MONDAY), feared, visit)
    assert found.main == {"a": of["a:0"], "b": of["b:40"]}
    assert of["b:0"] != of["a:0"]  # what is only feared is of no dated event that others tell


@pytest.mark.parametrize(("weight", "told"), [(0.9, True), (0.2, False)])
def test_a_mishap_is_harm_where_it_is_the_news(weight, told):
    crash = replace(act("b", 0, "wreck", weight=weight, action="OTHER"), kind="accident")
    tour = act("b", 40, "tour", MONDAY, 0.8, "CONSULT")
    found, of = tied(SHOT, crash, tour)
    assert (found.main["b"] == of["b:40"]) is not told


def test_talks_without_a_deal_are_the_news_not_the_deal():
    deal = replace(act("a", 0, "deal", MONDAY, 1.0, "AGREE"), modality="denied")
    found, of = tied(deal, act("a", 20, "meet", MONDAY, 0.8, "CONSULT"))
    assert found.main == {"a": of["a:20"]}


def test_no_report_tells_of_what_words_set_after_it():
    met = [act(rep, 0, "meet", FRIDAY, action="CONSULT") for rep in "bc"]
    found, of = tied(*met, act("a", 0, "build", action="OTHER"), published={"a": MONDAY, "b": FRIDAY, "c": FRIDAY})
    assert found.main == {"a": of["a:0"], "b": of["b:0"], "c": of["b:0"]}


def test_of_two_charges_that_with_more_weight_is_the_news():
    one, other = act("a", 0, "charge", weight=0.7, whom=["mori"]), act("a", 40, "indict", whom=["ruiz"])
    seen = [see(c, Entities(of={"mori": "mori", "ruiz": "ruiz"}), Dates()) for c in (one, other)]
    assert tie(["a"], drafts(seen), {}).main == {"a": "a:40"}


def test_of_a_trial_and_what_he_is_accused_of_the_first_told_is_the_news():
    trial, accused = (act("a", start, word, MONDAY, 0.8, "ACCUSE") for start, word in ((30, "trial"), (10, "accuse")))
    found, of = tied(accused, replace(trial, field="title"), act("a", 60, "shoot", weight=0.4))
    assert found.main == {"a": of["a:30"]}


def planned(rep, start, year):
    span = When(value=str(year), earliest=date(year, 1, 1), latest=date(year, 12, 31), basis="stated")
    return replace(act(rep, start, "host", None, 1.0, "OTHER"), when=span)


@pytest.mark.parametrize(("year", "joined"), [(2025, True), (2019, False)])
def test_what_is_still_to_come_keeps_no_report_from_the_news(year, joined):
    quakes = [act(rep, 0, "earthquake", MONDAY, 1.0, "OTHER") for rep in "ac"]
    found, of = tied(*quakes, planned("b", 0, year), published={"b": NEXT_DAY})
    assert (found.main["b"] == of["a:0"]) is joined


def test_only_the_days_that_a_report_gives_itself_keep_it_from_the_news():
    quakes = [act(rep, 0, "earthquake", MONDAY, 1.0, "OTHER") for rep in "acd"]
    rally = [act("b", 0, "protest", None, 1.0, "PROTEST"), act("d", 40, "protest", JANUARY, 0.3, "PROTEST")]
    found, of = tied(*quakes, *rally)
    assert found.main["b"] == of["a:0"]


def span(first, last):
    return When(value=f"{first}/{last}", earliest=first, latest=last, basis="document")


LAST_YEAR, THAT_WEEK = span(date(2023, 1, 1), date(2023, 12, 31)), span(date(2024, 2, 27), MONDAY)


@pytest.mark.parametrize(
    ("spans", "tells", "joined"),
    [
        ([LAST_YEAR], True, True),  # what a report recalls at length is no news beside what happened now
        ([LAST_YEAR], False, False),
        ([LAST_YEAR, THAT_WEEK], False, True),  # one of its times fits
    ],
)
def test_old_times_keep_no_report_from_the_news_that_it_tells(spans, tells, joined):
    quakes = [act(rep, 0, "earthquake", MONDAY, 1.0, "OTHER") for rep in ("acd" + "b" * tells)]
    rallies = [replace(act("b", 40 + at, "protest", None, 1.0, "PROTEST"), when=one) for at, one in enumerate(spans)]
    found, of = tied(*quakes, *rallies, published={"b": NEXT_DAY})
    assert (found.main["b"] == of["a:0"]) is joined


def taken(start, of, many, lemma, when=MONDAY, weight=0.7, by="r:navy", **rest):
    """An act of those who act for ``by``, with a count of the people it was done to."""
    one = act("r", start, lemma, when, weight, **rest)
    counted = Quantity(of=of, low=many, high=many, start=start, end=start + 1)
    return replace(one, actors=(Participant(entity=by, start=start, end=start + 2),), quantities=(counted,))


BOARDED = replace(act("r", 0, "uncover", MONDAY, 0.9, "OTHER"), actors=(Participant(entity="r:navy", start=0, end=2),))


@pytest.mark.parametrize(
    ("came", "news"),
    [
        (taken(40, "captured", 3, "detain", action="COERCE"), True),
        (taken(40, "captured", 3, "detain", action="COERCE", by="r:police"), False),  # somebody else's
        (taken(40, "killed", 3, "kill", FRIDAY, weight=0.55), False),  # on another day
        (taken(40, "captured", 3, "detain", weight=0.4, action="COERCE"), False),  # in passing
        (taken(40, "killed", 2, "kill", weight=0.65), True),
    ],
)
def test_what_came_of_an_operation_is_the_news(came, news):
    found, of = tied(BOARDED, came)
    assert (found.main["r"] == of["r:40"]) is news


def test_those_who_take_some_and_kill_others_are_in_one_raid():
    found, of = tied(
        taken(0, "captured", 4, "detain", weight=0.9, action="COERCE"), taken(40, "killed", 1, "shoot", weight=0.6)
    )
    assert found.main["r"] == of["r:40"]
    found, of = tied(
        taken(0, "captured", 1, "arrest", weight=0.9, action="COERCE"), taken(40, "killed", 1, "shoot", by="r:man")
    )
    assert found.main["r"] == of["r:0"]


def test_harm_without_a_day_that_is_told_with_less_weight_is_what_an_arrest_is_about():
    found, of = tied(act("b", 0, "bombing", None, 0.5), act("b", 50, "arrest", MONDAY, 0.9, "COERCE"))
    assert found.main["b"] == of["b:50"]


def test_attacks_made_again_and_again_are_not_the_news():
    usual = replace(act("b", 0, "attack", None, 0.9), modality="ongoing")
    found, of = tied(usual, act("b", 50, "arrest", MONDAY, 0.8, "COERCE"))
    assert found.main["b"] == of["b:50"]


def test_what_sums_over_many_happenings_is_none_of_them():
    summed = taken(60, "killed", 9, "kill", weight=0.9)
    summed = replace(summed, quantities=(replace(summed.quantities[0], sense="spread"),))
    found, of = tied(taken(0, "captured", 1, "detain", weight=0.9, action="COERCE"), summed)
    assert found.main["r"] == of["r:0"]


def test_where_an_act_is_first_told_is_not_where_it_is_merely_named():
    named = replace(act("b", 0, "charge", MONDAY, 0.2, "ACCUSE"), field="title")
    told = act("b", 90, "charge", MONDAY, 0.7, "ACCUSE"), act("b", 50, "sentence", NEXT_DAY, 0.8, "SANCTION")
    found, of = tied(named, *told)
    assert found.main["b"] == of["b:50"]


def test_who_did_not_fire_killed_nobody():
    unfired = replace(taken(80, "killed", 0, "fire", weight=0.3), modality="denied", quantities=())
    killed = replace(taken(40, "killed", 4, "kill", weight=0.6), actors=())
    found, of = tied(taken(0, "captured", 3, "detain", weight=0.9, action="COERCE"), killed, unfired)
    assert found.main["r"] == of["r:0"]


def test_an_arrest_of_more_weight_stands_before_what_came_of_an_accusation():
    linked = replace(act("r", 20, "link", MONDAY, 0.8, "ACCUSE"), actors=(), recipients=())
    killed = replace(taken(40, "killed", 4, "kill", weight=0.6), actors=())
    found, of = tied(linked, killed, taken(0, "captured", 3, "detain", weight=0.9, action="COERCE"))
    assert found.main["r"] == of["r:0"]


def test_those_killed_in_many_raids_make_none_of_them_the_news():
    summed = taken(60, "killed", 9, "kill", weight=0.6)
    summed = replace(summed, quantities=(replace(summed.quantities[0], sense="spread"),))
    laid = replace(taken(30, "killed", 1, "attack", weight=0.84), quantities=())
    found, of = tied(taken(0, "captured", 1, "detain", weight=0.9, action="COERCE"), laid, summed)
    assert found.main["r"] == of["r:0"]


def test_an_arrest_before_what_is_told_over_it_is_no_news():
    recall, arrest = act("a", 0, "recall", FRIDAY, 0.9, "OTHER"), act("a", 40, "arrest", MONDAY, 0.85, "COERCE")
    found, of = tied(recall, arrest)
    assert found.main["a"] == of["a:0"]


def test_of_who_is_tried_for_a_fraud_the_trial_is_told():
    fraud = replace(act("a", 0, "fraud", None, 0.9, "OTHER"), kind="crime")
    found, of = tied(fraud, act("a", 40, "trial", MONDAY, 0.9, "OTHER"))
    assert found.main["a"] == of["a:40"]


def test_who_gave_himself_up_took_nobody():
    man = Participant(entity="okafor", start=0, end=4)
    dead = replace(
        act("a", 0, "shoot", MONDAY),
        actors=(man,),
        quantities=(Quantity(of="killed", low=1, high=1, unit=None, whose=None, start=0, end=4),),
    )
    gave_up = replace(act("a", 60, "surrender", MONDAY, 0.8, "COERCE"), mode="arrest", actors=(man,))
    held = replace(act("a", 30, "arrest", MONDAY, 0.9, "COERCE"), field="title", mode="arrest", recipients=(man,))
    found, of = tied(dead, gave_up, held)
    assert found.main["a"] == of["a:30"]


def test_a_hearing_is_the_news_and_not_what_it_is_about_long_after():
    raid, clash = act("a", 0, "shoot", JANUARY, 0.95), act("a", 40, "clash", MONDAY, 0.8, "OTHER")
    asked = act("b", 0, "testify", MONDAY, 0.9, "CONSULT")
    found, of = tied(raid, clash, asked, published={"a": NEXT_DAY, "b": NEXT_DAY})
    assert found.main == {"a": of["a:40"], "b": of["a:40"]}
    late = replace(clash, weight=0.5)
    found, of = tied(raid, late, published={"a": NEXT_DAY})
    assert found.main == {"a": of["a:0"]}


@pytest.mark.parametrize(("weeks", "whom", "follows"), [(5, "o", False), (5, "v", True)])
def test_force_used_anew_weeks_on_goes_back_to_what_befell_the_same_people_alone(weeks, whom, follows):
    again = date(2024, 3, 4) + timedelta(weeks * 7)
    people = {"a": "v", "b": whom}
    given = {rep: Dates(published={rep: day(when, "given")}) for rep, when in (("a", MONDAY), ("b", again))}
    claims = [act("a", 0, "shoot", MONDAY), act("b", 0, "shoot", again), act("c", 0, "shoot", MONDAY)]
    told = [
        replace(one, recipients=(Participant(entity=people.get(one.report, "v"), start=0, end=4),)) for one in claims
    ]
    known = Entities(of={name: name.upper() for name in "ov"})
    seen = [see(one, known, given.get(one.report, Dates())) for one in told]
    drawn = drafts(seen)
    of = {one.claim.id: draft.id for draft in drawn for one in draft.members}
    found = tie(["a", "b", "c"], drawn, {"a": MONDAY.toordinal(), "b": again.toordinal()})
    assert (found.follows.get(of["b:0"]) == of["a:0"]) is follows


def test_who_is_to_stand_trial_goes_back_to_what_was_done():
    shot = act("a", 60, "shoot", JANUARY, 0.6)
    stand = replace(act("a", 0, "stand", None, 0.9, "ACCUSE"), mode="allege", modality="planned")
    found, of = tied(shot, stand)
    assert found.follows == {of["a:0"]: of["a:60"]}


def test_what_reports_tell_of_the_day_of_their_own_news_is_part_of_that_news():
    arrests = [act(rep, 0, "arrest", FRIDAY, 1.0, "COERCE") for rep in "bc"]
    recalled = [act(rep, 80, "shoot", MONDAY, 0.4) for rep in "bc"]
    seized = act("b", 30, "confiscate", FRIDAY, 0.4, "COERCE")
    found, of = tied(*arrests, seized, act("b", 60, "confiscate", JANUARY, 0.4, "COERCE"))
    assert found.part_of == {of["b:30"]: of["b:0"]}
    harm = act("b", 95, "stab", FRIDAY, 0.4)
    found, of = tied(SHOT, *arrests, *recalled, harm)
    assert found.main["b"] == of["b:0"]
    assert of["b:95"] not in found.part_of


@pytest.mark.parametrize(("weeks", "told"), [(1, True), (9, False)])
def test_a_report_with_no_word_of_it_was_not_written_to_tell_of_what_is_months_old(weeks, told):
    heard = replace(act("b", 0, "meet", None, 0.9, "CONSULT"), modality="happened")
    named = replace(act("b", 40, "injury", None, 0.2, "OTHER"), kind="injury", other=True)
    found, _ = tied(SHOT, heard, named, published={"a": MONDAY, "b": MONDAY + timedelta(weeks * 7)})
    assert (found.main["b"] == found.root) is told


def test_what_no_words_date_is_part_of_what_its_report_was_written_to_tell_however_low_it_stands():
    voted = act("a", 0, "vote", MONDAY, 1.0, "OTHER")
    found, of = tied(voted, act("a", 60, "cost", None, 0.1, "OTHER"), act("a", 90, "say", None, 0.2, "OTHER"))
    assert found.part_of == {of["a:60"]: of["a:0"], of["a:90"]: of["a:0"]}
    found, of = tied(SHOT, act("a", 60, "stab", None, 0.1))  # but force told low down is rather another's
    assert of["a:60"] not in found.part_of


def test_a_day_inside_the_week_of_undated_news_is_that_of_the_news():
    week = When(value="w", earliest=date(2024, 2, 27), latest=MONDAY, basis="document", why=("told as news",))
    resigned = replace(act("a", 0, "resign", None, 1.0, "RETREAT"), when=week)
    wrote = act("a", 60, "write", MONDAY, 0.3, "OTHER")
    found, of = tied(resigned, wrote, act("a", 90, "travel", JANUARY, 0.3, "OTHER"))
    assert found.part_of == {of["a:60"]: of["a:0"]}


def test_where_most_tell_what_came_after_the_harm_that_they_go_back_to_is_the_root():
    held = [act(rep, 0, "arrest", FRIDAY, 1.0, "COERCE", whom=[rep]) for rep in "bcd"]
    recalled = [act(rep, 60, "shoot", MONDAY, 0.4) for rep in "bcd"]
    moved = act("e", 0, "move", FRIDAY, 1.0, "OTHER")
    found, of = tied(*held, *recalled, moved)
    assert found.root == of["b:60"]


@pytest.mark.parametrize(("days", "joined"), [(0, True), (9, False)])
def test_reports_of_one_occasion_that_do_not_tell_the_root_tell_one_event(days, joined):
    quit_later = [act(rep, 0, "resign", FRIDAY, 1.0, "RETREAT", whom=["ruiz"]) for rep in "abc"]
    pressed = act("d", 0, "press", JANUARY, 0.9, "OTHER", whom=["ruiz"])
    grilled = act("e", 0, "describe", JANUARY + timedelta(days), 0.8, "OTHER", whom=["ruiz"])
    out = {**dict.fromkeys("abc", FRIDAY), "d": JANUARY, "e": JANUARY + timedelta(days)}
    found, _ = tied(*quit_later, pressed, grilled, published=out, people=["ruiz"])
    assert (found.main["d"] == found.main["e"]) is joined
    assert found.main["d"] != found.root
