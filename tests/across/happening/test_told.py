"""What two reports are compared by, and the keys under which they meet."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.across.test_events import FRIDAY, MONDAY, claim
from tests.across.test_events import reading as sketched

from dateline.across.happening.told import TELLING, block_keys, one_day, told
from dateline.matching import pairs
from dateline.model import Copies, Dates, Mention, Place, Quantity, Sketch, When, day


def person(rep, name):
    return Mention(
        id=f"{rep}:{name}", report=rep, start=0, end=1, text=name, kind="person", form="name", entity=f"{rep}:p",
        name=name,
    )  # fmt: skip


def one(*claims, published=date(2024, 3, 5), sketch=None, mentions=(), dates=None, **rest):
    known = sketched("a", *claims, published=published, **rest)
    known = replace(known, mentions=tuple(mentions), sketch=sketch or known.sketch)
    return told([known], Copies(), dates or Dates())["a"]


def number(when):
    return when.toordinal()


def test_the_day_of_harm_is_the_incidents_though_more_is_told_of_another():
    shot, met = claim("a", 0, "shoot", MONDAY, 0.3), claim("a", 20, "meet", FRIDAY, 1.0, action="CONSULT")
    assert one(shot, met).incident == (number(MONDAY), number(MONDAY))
    assert one(met).incident == (number(FRIDAY), number(FRIDAY))
    assert one(claim("a", 20, "arrest", FRIDAY)).incident is None


def test_a_day_in_the_words_outweighs_one_taken_over():
    guessed = replace(claim("a", 0, "shoot", weight=1.0), when=day(FRIDAY, "context"))
    assert one(guessed, claim("a", 20, "shoot", MONDAY, 0.2)).incident == (number(MONDAY), number(MONDAY))


def test_a_week_is_no_day_of_an_incident():
    week = When(value="2024-W10", earliest=MONDAY, latest=date(2024, 3, 10), basis="stated")
    assert one(replace(claim("a", 0, "shoot"), when=week)).incident is None


def test_reasoned_days_stand_for_those_of_the_words():
    found = one(claim("a", 0, "shoot", MONDAY), dates=Dates(claims={"a:0": day(FRIDAY, "reports")}))
    assert found.incident == (number(FRIDAY), number(FRIDAY))
    assert number(FRIDAY) in found.days


@pytest.mark.parametrize(
    ("published", "known"),
    [
        (day(MONDAY, "given"), True),
        (When(value="2024", earliest=date(2024, 1, 1), latest=FRIDAY, basis="given"), False),
    ],
)
def test_a_report_of_some_month_counts_as_undated(published, known):
    found = one(claim("a", 0, "shoot", MONDAY), dates=Dates(published={"a": published}))
    assert (found.published is not None) is known


def test_whom_are_the_surnames_of_those_whom_it_was_above_all_done_to():
    hit = claim("a", 0, "shoot", MONDAY, 0.9, whom=("a:p",))
    assert one(hit, mentions=[person("a", "Orla Venning")]).whom == {"venning"}
    assert one(replace(hit, weight=0.2), mentions=[person("a", "Orla Venning")]).whom == frozenset()
    assert one(replace(hit, lemma="meet"), mentions=[person("a", "Orla Venning")]).whom == frozenset()


def test_the_mourned_were_hurt_and_the_charged_are_held():
    people = [person("a", "Orla Venning")]
    assert one(claim("a", 0, "mourn", MONDAY, 0.9, whom=("a:p",)), mentions=people).hurt == {"venning"}
    assert one(claim("a", 0, "charge", MONDAY, 0.9, whom=("a:p",)), mentions=people).held == {"venning"}


def test_tolls_are_the_exact_numbers_with_most_room_and_bring_reports_of_one_day_and_town_together():
    here = Place(name="Ullswick", admin1="Cumbria", basis="stated")
    dead, hurt = (Quantity(of=of, low=n, high=n, start=0, end=1) for of, n in (("killed", 1), ("injured", 3)))
    shot = replace(claim("a", 0, "shoot", MONDAY, 0.9), place=here, quantities=(dead, hurt))
    aside = replace(claim("a", 20, "kill", FRIDAY, 0.2), quantities=(replace(dead, low=7, high=7),))
    found = one(shot, aside, sketch=Sketch())
    assert found.tolls == {("killed", 1), ("injured", 3)}
    assert met(found, found)
    assert not met(found, one(replace(shot, place=replace(here, name="Prestwater")), sketch=Sketch()))
    assert not met(found, one(replace(shot, quantities=(dead,)), sketch=Sketch()))  # one dead in a town says little


def test_scenes_are_where_most_of_it_is_set():
    here, there = Place(name="Ullswick", admin1="Cumbria"), Place(name="Prestwater")
    shot, aside = replace(claim("a", 0, "shoot"), place=here), replace(claim("a", 20, "meet", weight=0.3), place=there)
    assert one(shot, aside).scenes == {("Ullswick", "Cumbria")}


def test_one_day_needs_a_day_of_both():
    first, second = one(claim("a", 0, "shoot", MONDAY)), one(claim("a", 0, "shoot", FRIDAY))
    assert one_day(first, first)
    assert not one_day(first, second)
    assert not one_day(first, one(claim("a", 0, "shoot")))


WORDS = Sketch(words={"quillfeather": 0.9}, proper={"quillfeather": 0.9}, head=("quillfeather",))


def met(left, right):
    return bool(pairs({"a": block_keys(left), "b": block_keys(replace(right, family="b"))}))


def test_rare_words_bring_reports_of_one_fortnight_together():
    first, soon, late = (one(sketch=WORDS, published=date(2024, *d)) for d in ((3, 5), (3, 12), (9, 5)))
    assert met(first, soon)
    assert not met(first, late)


def test_a_day_spoken_of_brings_them_together_months_apart():
    first, late = (
        one(claim("a", 0, "shoot", MONDAY), sketch=WORDS, published=date(2024, *d)) for d in ((3, 5), (9, 5))
    )
    assert met(first, late)


def test_the_undated_meets_any_time_by_its_words():
    open_date = When(value="2024", earliest=date(2024, 1, 1), latest=FRIDAY, basis="given")
    undated = one(sketch=WORDS, dates=Dates(published={"a": open_date}))
    assert met(undated, one(sketch=WORDS))
    assert met(undated, undated)


@pytest.mark.parametrize(
    ("words", "meets"),
    [
        (("ferry", "warehouse"), False),
        (("mayor", "bridge", "canal", "ferry"), False),
        (("ferry", "warehouse", "harbour"), True),
        (("sawmill",), True),
    ],
)
def test_the_undated_meets_by_one_rare_word_or_by_many_that_are_not(words, meets):
    open_date = When(value="2024", earliest=date(2024, 1, 1), latest=FRIDAY, basis="given")
    undated = one(sketch=Sketch(head=words), dates=Dates(published={"a": open_date}))
    assert bool(met(undated, one(sketch=Sketch(head=words)))) is meets


def test_the_undated_is_filed_under_its_rarest_words_alone_however_many_reports_have_them():
    common = ("minister", "government", "weather", "school", "market", "village", "hospital", "officials")
    words = {f"quill{letter}eather": 0.9 for letter in "abcdefghijklmnopqrstuvwxyz"} | dict.fromkeys(common, 0.5)
    open_date = When(value="2024", earliest=date(2024, 1, 1), latest=FRIDAY, basis="given")
    keys = block_keys(one(sketch=Sketch(head=tuple(words)), dates=Dates(published={"a": open_date})))
    filed = {key.split()[1] for key in keys.filed if key.endswith("undated")}
    assert len(filed) == TELLING
    assert not filed & set(common)


def test_the_undated_does_not_meet_by_countries_capitals_and_bodies_that_all_know():
    open_date = When(value="2024", earliest=date(2024, 1, 1), latest=FRIDAY, basis="given")
    field = Sketch(head=("norwegian", "norway", "oslo", "nato", "quillfeather"))
    keys = block_keys(one(sketch=field, dates=Dates(published={"a": open_date})))
    assert {key for key in keys.sought if key.startswith("w ") and key.endswith("dated")} == {
        "w quillfeather dated",
        "w quillfeather undated",
    }


def test_names_and_ages_bring_together_whatever_the_time():
    named = Sketch(names={"orla venning": 5.9}, aged=("venning 34",))
    assert met(one(sketch=named), one(sketch=named, published=date(2029, 1, 1)))


def test_a_street_and_two_ages_bring_together_whatever_the_time():
    told_of = Sketch(streets=("ullswick",), ages=(34, 71))
    late = one(sketch=told_of, published=date(2029, 1, 1))
    assert met(one(sketch=told_of), late)
    assert not met(one(sketch=replace(told_of, ages=(34,))), late)


def test_words_that_are_mostly_written_small_are_nobody_whom_a_report_is_about():
    told = one(sketch=Sketch(proper={"accident": 0.7, "ullswick": 0.5, "venning": 0.4}))
    assert told.foremost == ("ullswick", "venning")
