"""Claims of one happening's reports, grouped: by act, by day, by person, by what their words tell apart."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.across.test_events import FRIDAY, MONDAY, claim

from dateline.across.event.drafts import drafts
from dateline.across.event.seen import see
from dateline.model import Dates, Entities, Participant, Quantity, When, day

TUESDAY, APRIL = date(2024, 3, 5), date(2024, 4, 30)


def act(rep, start, lemma, when=None, action="OTHER", **rest):
    return claim(rep, start, lemma, when, action=action, **rest)


def within(one, first, last):
    return replace(one, when=When(value=f"{first}/{last}", earliest=first, latest=last, basis="stated"))


def in_year(one, year):
    return within(one, date(year, 1, 1), date(year, 12, 31))


def grouped(*claims):
    """The claims' ids, draft by draft; people are known to all reports by the names that claims give them."""
    people = {p.entity: p.entity for one in claims for p in one.recipients if p.entity}
    found = drafts([see(one, Entities(of=people), Dates()) for one in claims])
    return sorted(sorted(seen.claim.id for seen in one.members) for one in found)


def test_words_that_say_too_little_are_each_an_event():
    assert len(grouped(act("a", 0, "make"), act("a", 20, "make"), act("b", 0, "take"))) == 3


def test_a_dismissal_is_its_persons_whatever_day_reports_give():
    one, other = act("a", 0, "fire", MONDAY, whom=["ruiz"]), act("b", 0, "sack", APRIL, whom=["ruiz"])
    one = replace(one, kind="dismissal")
    assert grouped(one, other, act("b", 40, "sack", MONDAY, whom=["okafor"])) == [["a:0", "b:0"], ["b:40"]]


def test_one_person_hired_in_two_years_was_hired_twice():
    then, now = in_year(act("a", 0, "hire", whom=["ruiz"]), 2011), in_year(act("a", 30, "hire", whom=["ruiz"]), 2024)
    assert grouped(then, now, act("b", 0, "appoint", MONDAY, whom=["ruiz"])) == [["a:0"], ["a:30", "b:0"]]


def test_what_no_day_tells_apart_years_do():
    claims = [in_year(act("a", 0, "host"), 2007), in_year(act("b", 0, "host"), 2014), act("b", 30, "host")]
    assert len(grouped(*claims)) == 2


@pytest.mark.parametrize(
    ("before", "after", "events"),
    [(None, "death", 2), (None, None, 1), ("death", "death", 1)],
)
def test_a_death_days_later_is_no_doubt_of_the_day_of_the_shots(before, after, events):
    first, later = act("a", 0, "shoot", MONDAY, action="ASSAULT"), act("b", 0, "die", FRIDAY)
    assert len(grouped(replace(first, kind=before), replace(later, kind=after))) == events


@pytest.mark.parametrize(("when", "count"), [(MONDAY, 1), (FRIDAY, 2)])
def test_a_man_held_on_the_day_on_which_another_report_tells_one_held_by_name_is_he(when, count):
    held = act("a", 0, "arrest", MONDAY, whom=["ruiz"])
    man = replace(act("b", 0, "arrest", when), recipients=(Participant(entity=None, start=0, end=3),))
    assert len(grouped(held, man)) == count


def test_harm_that_was_only_meant_draws_nothing_to_its_day():
    shot, meant = act("a", 0, "shoot", FRIDAY, action="ASSAULT"), act("b", 0, "assault", MONDAY, action="ASSAULT")
    told = act("b", 30, "shoot", action="ASSAULT")
    found = grouped(shot, replace(meant, modality="planned"), told)
    assert ["a:0", "b:30"] in found


def test_what_a_report_tells_is_not_what_was_done_after_it_came_out():
    first, later = (act(rep, 0, "protest", when, action="PROTEST") for rep, when in (("a", None), ("b", FRIDAY)))
    dates = Dates(published={"a": day(MONDAY, "given"), "b": day(FRIDAY, "given")})
    found = drafts([see(one, Entities(), dates) for one in (first, later)])
    assert sorted(len(one.members) for one in found) == [1, 1]


def test_a_light_verb_with_a_word_of_force_does_harm():
    used = replace(act("a", 0, "use", MONDAY, action="ASSAULT"), mode="crowd-control")
    assert grouped(used, act("a", 30, "injure", MONDAY)) == [["a:0", "a:30"]]


def test_another_attack_is_not_the_one_told_of():
    other = replace(act("a", 40, "attack", action="ASSAULT"), other=True)
    assert grouped(act("a", 0, "attack", action="ASSAULT"), other) == [["a:0"], ["a:40"]]


@pytest.mark.parametrize(("when", "joins"), [(FRIDAY, False), (MONDAY, True)])
def test_what_was_not_agreed_is_nothing_that_was_agreed_on_another_day(when, joins):
    signed = act("a", 0, "sign", MONDAY, "AGREE")
    denied = replace(act("b", 0, "agreement", when, "AGREE"), modality="denied")
    assert grouped(signed, denied) == ([["a:0", "b:0"]] if joins else [["a:0"], ["b:0"]])


@pytest.mark.parametrize(("part", "count"), [("headline", 2), ("", 1)])
def test_what_a_headline_says_is_not_done_is_nothing_that_was_done_weeks_before(part, count):
    quit_then, stays = act("a", 0, "resign", MONDAY, whom=["ruiz"]), act("b", 0, "quit", whom=["ruiz"])
    people = Entities(of={"ruiz": "ruiz"})
    left = see(quit_then, people, Dates())
    denied = see(replace(stays, modality="denied"), people, Dates())
    assert len(drafts([left, replace(denied, part=part, out=APRIL)])) == count


def test_who_will_not_quit_refuses_and_did_not_resign():
    said = act("b", 0, "quit", MONDAY, "REJECT", whom=["ruiz"])
    assert grouped(act("a", 0, "resign", MONDAY, "RETREAT", whom=["ruiz"]), said) == [["a:0"], ["b:0"]]


def test_what_was_not_agreed_on_no_day_given_may_be_what_somebody_agreed():
    signed = act("a", 0, "sign", MONDAY, "AGREE", whom=["ruiz"])
    denied = [
        replace(act("b", n, "agree", None, "AGREE", whom=whom), modality="denied")
        for n, whom in ((0, ["ruiz"]), (20, ()))
    ]
    assert grouped(signed, *denied) == [["a:0", "b:0"], ["b:20"]]


@pytest.mark.parametrize(("when", "joins"), [(MONDAY, True), (FRIDAY, False)])
def test_a_headline_leaves_to_the_text_who_was_held(when, joins):
    held = act("a", 40, "arrest", MONDAY, whom=["ruiz"])
    man = replace(act("a", 0, "arrest", when), field="title", recipients=(Participant(entity=None, start=0, end=3),))
    assert grouped(man, held) == ([["a:0", "a:40"]] if joins else [["a:0"], ["a:40"]])


@pytest.mark.parametrize(("when", "joins"), [(MONDAY, True), (FRIDAY, False)])
def test_who_is_held_without_a_name_is_he_whom_the_report_names_and_others_tell_held(when, joins):
    held = act("a", 0, "arrest", MONDAY, whom=["ruiz"])
    captain = replace(act("b", 0, "detain", when), recipients=(Participant(entity=None, start=0, end=3),))
    named = act("b", 40, "suspect", whom=["ruiz"])
    assert grouped(held, captain, named) == ([["a:0", "b:0"], ["b:40"]] if joins else [["a:0"], ["b:0"], ["b:40"]])


def test_other_victims_are_of_what_hurt_the_first():
    others = replace(act("a", 40, "victim", whom=["ruiz"]), other=True, kind="casualty")
    assert grouped(act("a", 0, "attack", action="ASSAULT"), others) == [["a:0", "a:40"]]


@pytest.mark.parametrize(("whom", "count"), [((), 2), (("a driver",), 3)])
def test_an_arrest_of_nobody_named_is_that_which_its_report_tells(whom, count):
    people = [act("a", 0, "arrest", whom=["ruiz"]), act("b", 0, "arrest", whom=["okafor"])]
    bare = act("a", 50, "arrest", whom=whom)
    assert len(grouped(*people, bare)) == count


def test_a_span_need_not_fit_every_day_of_a_run_that_reports_dispute():
    days = [act("a", 0, "rescue", MONDAY), act("b", 0, "rescue", MONDAY), act("c", 0, "rescue", FRIDAY)]
    spanned = within(act("d", 0, "rescue"), date(2024, 2, 26), TUESDAY)
    assert grouped(*days, spanned) == [["a:0", "b:0", "c:0", "d:0"]]


def test_struck_by_a_car_is_a_collision():
    struck = replace(act("a", 0, "strike"), kind="accident")
    assert grouped(struck, act("b", 0, "crash"), act("b", 30, "kill", action="ASSAULT")) == [["a:0", "b:0"], ["b:30"]]


def test_what_one_happening_is_announced_by_many_is_one_announcement():
    voices = (Participant(entity=name, start=0, end=2) for name in ("club", "coach", "club", "coach"))
    words = [act("a", 0, "announce"), act("b", 0, "announcement"), act("a", 40, "say"), act("b", 40, "say")]
    claims = [replace(one, actors=(voice,)) for one, voice in zip(words, voices, strict=True)]
    people = Entities(of={"club": "club", "coach": "coach"})
    found = drafts([see(one, people, Dates()) for one in claims])
    assert sorted(sorted(s.claim.id for s in one.members) for one in found) == [["a:0", "b:0"], ["a:40"], ["b:40"]]


def test_force_used_on_no_one_in_particular_is_not_the_act_told_beside_it():
    told = act("a", 0, "attack", MONDAY, action="ASSAULT", whom=["ruiz"])
    loose = replace(act("a", 40, "attack", action="ASSAULT", whom=["the people"]), particular=False)
    again = replace(act("a", 80, "attack", action="ASSAULT"), particular=False)  # "the attack"
    assert grouped(told, loose, again) == [["a:0", "a:80"], ["a:40"]]


def test_whoever_is_hit_where_shots_fell_was_shot():
    hit = act("a", 40, "hit", MONDAY, action="ASSAULT", whom=["ruiz"])
    hit = replace(hit, quantities=(Quantity(of="shot", low=1, high=1, start=40, end=43),))
    shot = replace(act("a", 0, "shoot", MONDAY, action="ASSAULT"), mode="firearms")
    assert grouped(shot, hit) == [["a:0", "a:40"]]
    assert len(grouped(act("a", 0, "crash", MONDAY), hit)) == 1


def test_a_day_only_taken_over_allows_no_other_year():
    told = act("a", 0, "shoot", MONDAY)
    guesses = [replace(act("a", n, "shoot"), when=day(MONDAY, "context")) for n in (20, 40, 60)]
    assert grouped(told, *guesses, in_year(act("a", 80, "shoot"), 2011))[-1] == ["a:80"]


def test_an_attack_overnight_is_one_but_three_days_are_not_one_night():
    days = [act("a", 20 * n, "shoot", date(2024, 3, 4 + n)) for n in range(3)]
    assert grouped(*days[:2]) == [["a:0", "a:20"]]
    assert len(grouped(*days)) == 2


def test_who_is_taken_hostage_is_kidnapped():
    taken = replace(act("a", 20, "take", action="ASSAULT"), mode="abduct")
    assert grouped(act("a", 0, "kidnap", action="ASSAULT"), taken) == [["a:0", "a:20"]]


@pytest.mark.parametrize(("weight", "parts"), [(0.5, [["a:0", "a:40"]]), (0.95, [["a:0"], ["a:40"]])])
def test_what_is_only_taken_for_fresh_is_told_of_the_day_that_its_report_gives_for_it(weight, parts):
    told = When(value="x", earliest=date(2024, 3, 20), latest=date(2024, 3, 26), basis="document", why=("news",))
    again = replace(act("a", 40, "shoot", action="ASSAULT", weight=weight), when=told)
    assert grouped(act("a", 0, "shoot", MONDAY, action="ASSAULT"), again) == parts


def test_what_bombs_lead_a_report_to_say_was_hit_was_bombed():
    blast = replace(act("a", 0, "bomb", MONDAY, action="ASSAULT"), mode="explosives")
    lead, aside = (replace(act("a", at, "hit", MONDAY, action="ASSAULT"), weight=w) for at, w in ((20, 0.9), (40, 0.3)))
    assert grouped(blast, lead, aside) == [["a:0", "a:20"], ["a:40"]]


def test_a_report_is_at_home_on_the_day_that_it_only_infers():
    then, now = act("b", 0, "meet", APRIL), act("a", 0, "meet", MONDAY)
    guesses = [replace(act("b", at, "meet", MONDAY), when=replace(now.when, basis="context")) for at in (20, 24)]
    assert grouped(then, now, *guesses, act("b", 30, "meet"), act("b", 40, "meet")) == [
        ["a:0", "b:20", "b:24", "b:30", "b:40"],
        ["b:0"],
    ]


def test_news_without_a_day_is_that_of_other_reports_though_its_own_recalls_a_day():
    fresh = act("b", 0, "bomb", action="ASSAULT")
    week = When(
        value="w", earliest=date(2024, 3, 1), latest=date(2024, 3, 7), basis="document", why=("told as news, in",)
    )
    recalled = act("b", 90, "raid", date(2024, 2, 20), action="ASSAULT", weight=0.3)
    assert grouped(act("a", 0, "bomb", MONDAY, action="ASSAULT"), replace(fresh, when=week), recalled) == [
        ["a:0", "b:0"],
        ["b:90"],
    ]


@pytest.mark.parametrize(("action", "events"), [("ASSAULT", 1), ("OTHER", 2)])
def test_an_offensive_for_peace_is_no_part_of_one_with_arms(action, events):
    armed, figure = act("a", 0, "offensive", MONDAY, action="ASSAULT"), act("b", 0, "offensive", MONDAY, action=action)
    assert len(grouped(armed, figure)) == events


def test_what_bombs_destroyed_is_the_strike_that_killed():
    strike = replace(act("a", 0, "bomb", MONDAY, action="ASSAULT"), mode="aerial")
    razed = replace(act("b", 0, "destroy", MONDAY, action="ASSAULT"), mode="destroy")
    deadly = act("b", 40, "kill", MONDAY, action="ASSAULT", dead=40)
    assert grouped(strike, razed, deadly) == [["a:0", "b:0", "b:40"]]
    assert ["b:0"] in grouped(strike, razed)


def test_days_that_one_report_tells_apart_are_two_though_one_is_only_inferred():
    inferred = replace(act("a", 0, "bomb", action="ASSAULT"), when=day(FRIDAY, "context"))
    older = act("a", 40, "raid", MONDAY, action="ASSAULT")
    assert grouped(act("b", 0, "bomb", FRIDAY, action="ASSAULT"), inferred, older) == [["a:0", "b:0"], ["a:40"]]


@pytest.mark.parametrize(("start", "joins"), [(80, True), (900, False)])
def test_a_lead_leaves_to_the_next_words_who_was_charged(start, joins):
    people = Entities(of={"ruiz": "ruiz", "ola": "ola"})
    aide = replace(act("a", 0, "charge", None, "ACCUSE"), recipients=(Participant(entity=None, start=0, end=3),))
    named = act("a", start, "charge", None, "ACCUSE", whom=["ruiz"])
    other = act("a", 2000, "charge", None, "ACCUSE", whom=["ola"])
    seen = [replace(see(aide, people, Dates()), part="lead"), *(see(one, people, Dates()) for one in (named, other))]
    told = next(one for one in drafts(seen) if any(s.claim.id == named.id for s in one.members))
    assert (aide.id in {s.claim.id for s in told.members}) is joins
