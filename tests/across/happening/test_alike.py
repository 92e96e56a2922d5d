"""Whether two reports tell of one happening: what keeps them apart."""

import pytest
from msgspec.structs import replace
from tests.across.happening.test_vetoes import DAY, KESTREL, release

from dateline.across.happening.alike import HAPPENING
from dateline.model import Sketch


def apart(one, other):
    (veto,) = (veto for veto in HAPPENING.vetoes if veto.name == "weeks")
    return veto.look(one, other) is not None


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        (release("a", on=0), release("b", at=20, on=20), True),
        (release("a", on=0), release("b", at=10, on=10), False),
        (release("a", on=0), replace(release("b", at=20, on=20), given=False), False),  # whose day is inferred
        (release("a", on=0, people=["orla venning"]), release("b", at=20, on=20, people=["orla venning"]), False),
        (release("a", on=0, streets=("mill",)), release("b", at=20, on=20, streets=("mill",)), False),
        (release("a", on=0), replace(release("b", at=20, on=20), days=frozenset([DAY])), False),
    ],
)
def test_news_set_weeks_apart_is_not_one_unless_something_named_joins_it(one, other, parted):
    assert apart(replace(one, outlet=""), replace(other, outlet="")) is parted


def test_whom_one_names_need_not_stand_in_a_first_report_that_names_nobody():
    (look,) = (feature.look for feature in HAPPENING.features if feature.name == "foremost")
    first = replace(release("a"), foremost=("ullswick",), sketch=Sketch(proper={"ullswick": 1.0}), named=False)
    later = replace(
        release("b"), foremost=("venning",), sketch=Sketch(proper={"venning": 0.8, "ullswick": 0.6}), named=True
    )
    assert look(first, later).likeness > 0
    assert look(replace(first, named=True), later).likeness == -1.0


def look(name, one, other):
    (found,) = (feature.look for feature in HAPPENING.features if feature.name == name)
    return found(one, other)


def test_who_was_hurt_in_one_and_who_was_arrested_in_the_other_are_no_contradiction():
    first, later = replace(release("a"), hurt=frozenset({"venning"})), replace(release("b"), held=frozenset({"okafor"}))
    assert look("whom", first, later) is None
    assert look("whom", first, replace(later, hurt=frozenset({"okafor"}))).likeness == -1.0
    assert look("whom", first, replace(later, held=frozenset({"venning"}))).likeness > 0


def test_the_more_dead_or_hurt_in_one_town_on_one_day_the_likelier_one_happening():
    def struck(name, *tolls, town="Kestrel", on=0):
        return replace(release(name, on=on), struck=frozenset({(town, "Ohio")}), tolls=frozenset(tolls))

    one, three = struck("a", ("killed", 1)), struck("a", ("killed", 1), ("injured", 3))
    alone, both = look("tolls", one, struck("b", ("killed", 1))), look("tolls", three, replace(three, id="b"))
    assert 0 < alone.likeness < both.likeness
    assert look("tolls", three, struck("b", ("killed", 2))) is None
    assert look("tolls", three, struck("b", ("injured", 3), town="Quillport")) is None
    assert look("tolls", three, struck("b", ("injured", 3), on=2)) is None


def by_topic(one, other):
    (veto,) = (veto for veto in HAPPENING.vetoes if veto.name == "topic")
    return veto.look(one, other) is not None


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        (release("a"), release("b", at=3), True),
        (release("a"), release("b", at=2), False),
        (release("a", on=0), release("b", at=4, on=4), True),
        (release("a", on=0), release("b", at=4, on=0), False),
        (release("a", on=0), replace(release("b", at=9), days=frozenset([DAY])), False),
        (release("a", people=["orla venning"]), release("b", at=3, people=["orla venning"]), False),
        (release("a", ages=(34,)), release("b", at=3, ages=(34,)), False),
        (release("a"), release("b", at=None), False),  # likeness in time cannot be asked for
        (release("a", family="f"), release("b", at=3, family="f"), False),
    ],
)
def test_reports_alike_by_their_topic_alone_tell_of_two_things(one, other, parted):
    assert by_topic(replace(one, outlet=""), replace(other, outlet="")) is parted


def test_reports_that_are_about_one_person_are_not_alike_by_topic_alone():
    def about(name, at):
        spoken = release(name, at=at, people=["orla venning"], names={}, speakers=("orla venning",))
        return replace(spoken, outlet="", foremost=("venning",))

    assert not by_topic(about("a", 0), about("b", 16))
    assert by_topic(about("a", 0), replace(about("b", 16), foremost=("ullswick",)))


@pytest.mark.parametrize(
    ("foremost", "shared", "parted"),
    [
        (("zealand", "australian"), ("zealand",), True),
        (("zealand", "australian"), ("zealand", "kestrel"), False),
        (("zealand", "kestrel"), ("zealand",), False),
    ],
)
def test_reports_about_countries_are_not_one_happening_where_one_is_undated(foremost, shared, parted):
    one, other = (replace(release(name, at=None, words=shared), outlet="", foremost=foremost) for name in "ab")
    assert by_topic(one, other) is parted
    assert by_topic(one, replace(other, published=DAY)) is parted
    assert not by_topic(one, replace(other, family="a"))


def test_two_that_share_no_age_no_street_no_town_and_nobody_are_two_happenings():
    (veto,) = (veto for veto in HAPPENING.vetoes if veto.name == "nothing")
    one = replace(release("a", ages=(34,), streets=("mill",)), scenes=frozenset({("Ullswick", "Ohio")}))
    other = replace(release("b", ages=(71,), streets=("quay",)), scenes=frozenset({("Venning", "Ohio")}))
    assert veto.look(one, other)
    for alike in (
        replace(other, scenes=one.scenes),
        replace(other, scenes=frozenset()),
        replace(other, sketch=replace(other.sketch, ages=(34,))),
        replace(other, sketch=replace(other.sketch, streets=("mill",))),
    ):
        assert veto.look(one, alike) is None


def test_harm_days_apart_is_not_one_where_only_a_town_is_shared():
    (veto,) = (veto for veto in HAPPENING.vetoes if veto.name == "days")
    told = [
        replace(release(name, on=on), outlet="", given=True, struck=frozenset({KESTREL}))
        for name, on in (("a", 0), ("b", 2))
    ]
    one, other = told
    assert veto.look(one, other)
    for alike in (
        replace(other, incident=(DAY + 1, DAY + 1)),
        replace(other, days=frozenset([DAY])),
        replace(other, given=False),
        replace(other, family=one.family),
    ):
        assert veto.look(one, alike) is None
    for sketch in (Sketch(ages=(9,)), Sketch(streets=("mill",)), Sketch(names={"orla venning": 5.0})):
        assert veto.look(replace(one, sketch=sketch), replace(other, sketch=sketch)) is None
