"""Counts over an event: never the sum of what sentences repeat."""

from datetime import date

import pytest
from msgspec import structs

from dateline.across.event.seen import Seen
from dateline.across.event.tally import tallies
from dateline.model import Claim, Participant, Quantity, Span


def seen(number, of, low, high, sense="new", *, report="r", weight=0.9, lemma="kill", who=()):
    quantity = Quantity(of=of, low=low, high=high, sense=sense, start=number, end=number + 1)
    claim = Claim(
        id=f"{report}:{number}",
        report=report,
        start=number,
        end=number + 1,
        trigger=Span(start=number, end=number + 1),
        lemma=lemma,
        action="ASSAULT",
        mode=None,
        actors=(),
        recipients=(),
        place=None,
        when=None,
        modality="happened",
        quantities=(quantity,),
        weight=weight,
    )
    people = frozenset(who)
    return Seen(
        claim=claim, act="kill", family="harm", when=None, days=None, said=False, actors=frozenset(), recipients=people
    )


CASES = [
    ([seen(0, "killed", 3, 3), seen(9, "killed", 3, 3, "again")], (3, 3)),
    ([seen(0, "killed", 3, None), seen(9, "killed", 4, 4)], (4, 4)),
    ([seen(0, "killed", 12, 12), seen(9, "killed", 79, 79, "total")], (79, 79)),
    ([seen(0, "killed", 2, 2), seen(9, "killed", 1, 1, "more")], (3, 3)),
    ([seen(0, "killed", 2, 2), seen(9, "killed", 165, 165, weight=0.2)], (2, 2)),
    ([seen(0, "killed", 1, 1, who=("a",)), seen(9, "killed", 1, 1, "self", who=("b",))], (2, 2)),
    # one of several operations is told besides them all
    ([seen(0, "killed", 11, None, "spread"), seen(9, "killed", 2, 2)], (2, 2)),
    # others after "several"; some of them after "more than thirty"
    ([seen(0, "killed", 3, None), seen(9, "killed", 3, None, "more")], (6, None)),
    ([seen(0, "killed", 31, None), seen(9, "killed", 3, None, "more")], (31, None)),
    ([seen(0, "killed", 5, 5), seen(0, "killed", 7, 7, report="s"), seen(0, "killed", 7, 7, report="t")], (7, 7)),
    # what one says was first told is not believed of others, either
    (
        [
            *(seen(0, "killed", 4, 4, report=early) for early in "st"),
            seen(0, "killed", 5, 5),
            seen(9, "killed", 4, 4, "before"),
        ],
        (5, 5),
    ),
]


@pytest.mark.parametrize("members, bounds", CASES)
def test_the_dead_of_an_event(members, bounds):
    total = next(q for q in tallies(members) if q.of == "killed")
    assert (total.low, total.high) == bounds


def test_those_who_died_when_somebody_opened_fire_are_dead_besides_him():
    fire = seen(0, "perpetrators", 1, 1, lemma="fire")
    fire = structs.replace(fire, claim=structs.replace(fire.claim, actors=(Participant(entity="x", start=0, end=1),)))
    family = seen(0, "killed", 3, 3, lemma="die")
    family = structs.replace(
        family, claim=structs.replace(family.claim, id="r:2", recipients=(Participant(entity="f", start=2, end=3),))
    )
    own = seen(9, "killed", 1, 1, "self", who=("x",))
    total = next(q for q in tallies([fire, family, own]) if q.of == "killed")
    assert (total.low, total.high) == (4, 4)


def test_the_dead_among_those_hit_leave_the_others_hurt():
    hit = seen(0, "shot", 6, 6, lemma="shoot")
    dead = Quantity(of="killed", low=2, high=2, start=4, end=5)
    people = (Participant(entity="x", start=0, end=1),)
    claim = structs.replace(hit.claim, quantities=(*hit.claim.quantities, dead), recipients=people)
    assert {q.of: q.low for q in tallies([structs.replace(hit, claim=claim)])} == {"killed": 2, "injured": 4}


def test_who_was_hit_and_lives():
    found = {q.of: q.low for q in tallies([seen(0, "shot", 6, 6), seen(9, "killed", 1, 1)])}
    assert found == {"killed": 1, "injured": 5}


def test_the_hurt_of_an_early_report_may_be_the_dead_of_a_later_one():
    early, late = seen(0, "injured", 1, 1, report="a"), seen(0, "killed", 1, 1, report="b")
    assert [(q.of, q.low) for q in tallies([early, late])] == [("killed", 1)]


def test_one_of_several_told_of_singly_adds_nothing():
    (total,) = tallies([seen(0, "killed", 4, 4), seen(9, "killed", 1, 1), seen(20, "killed", 1, 1, "more")])
    assert total.low == 4


def test_who_was_not_hurt_is_no_count():
    spared = seen(9, "injured", 1, 1)
    spared = structs.replace(spared, claim=structs.replace(spared.claim, modality="denied"))
    assert tallies([spared]) == ()


def test_the_hurt_of_an_early_report_less_those_who_died():
    early, late = seen(0, "injured", 3, 3, report="a"), seen(0, "killed", 1, 1, report="b")
    assert {q.of: q.low for q in tallies([early, late])} == {"killed": 1, "injured": 2}


def test_clauses_side_by_side_count_together():
    left, right = (
        structs.replace(one, claim=structs.replace(one.claim, start=0, end=20, recipients=(who,)))
        for one, who in (
            (seen(3, "killed", 1, 1), Participant(entity="a", start=1, end=2)),
            (seen(12, "killed", 1, 1), Participant(entity="b", start=10, end=11)),
        )
    )
    (total,) = tallies([left, right])
    assert total.low == 2


def test_counts_of_several_happenings_give_way_to_one_of_this():
    several, one = seen(0, "injured", 15, 15, "spread"), seen(9, "shot", 4, 4)
    assert {q.of: q.low for q in tallies([several, one])} == {"injured": 4}
    assert {q.of: q.low for q in tallies([several])} == {"injured": 15}
    other = seen(0, "injured", 2, 2, report="s")
    assert {q.of: q.low for q in tallies([several, other])} == {"injured": 2}


def test_others_who_were_shot_are_not_the_dead():
    dead, others = seen(0, "killed", 1, 1), seen(9, "shot", 3, 3, "others")
    assert {q.of: q.low for q in tallies([dead, others])} == {"killed": 1, "injured": 3}


def test_he_who_was_shot_is_he_who_died():
    dead, again = seen(0, "killed", 1, 1), seen(9, "shot", 1, 1, "again")
    assert {q.of: q.low for q in tallies([dead, again])} == {"killed": 1}


def test_an_open_figure_speaks_for_the_exact_one_that_it_allows():
    members = [
        seen(0, "injured", 3, None, report="r"),
        seen(0, "injured", 3, None, report="s"),
        seen(0, "injured", 4, 4, report="t"),
    ]
    (total,) = tallies(members)
    assert (total.low, total.high) == (4, 4)


def test_the_dead_that_are_named_in_several_sentences():
    members = [seen(0, "killed", 2, 2, who=("a", "b")), seen(9, "killed", 1, 1, who=("c",))]
    (total,) = tallies(members)
    assert total.low == 3


def test_what_was_done_in_a_year_is_no_count_of_the_day():
    found = tallies([seen(0, "killed", 1, 1), seen(50, "captured", 90, None, "spread", weight=0.5)])
    assert [(q.of, q.low) for q in found] == [("killed", 1)]


def test_whom_a_later_report_tells_dead_no_earlier_one_tells_hurt():
    early, late = seen(0, "shot", 1, 1, report="a", who=("x",)), seen(0, "killed", 1, 1, report="b", who=("x",))
    other = seen(9, "killed", 1, 1, report="a")
    assert {q.of: q.low for q in tallies([early, other, late])} == {"killed": 1}


def test_one_who_was_hurt_and_died_is_not_hurt_besides():
    dead, hurt, carried = seen(0, "killed", 1, 1), seen(9, "injured", 1, 1, "again"), seen(12, "treated", 1, 1, "again")
    assert {q.of: q.low for q in tallies([dead, hurt])} == {"killed": 1}
    assert {q.of: q.low for q in tallies([dead, carried])} == {"killed": 1}


def test_more_are_taken_to_hospital_than_are_told_of_singly():
    assert {q.of: q.low for q in tallies([seen(0, "treated", 2, 2), seen(9, "injured", 1, 1)])} == {"injured": 2}
    found = tallies([seen(0, "treated", 2, 2), seen(9, "injured", 1, 1), seen(12, "killed", 1, 1)])
    assert {q.of: q.low for q in found} == {"injured": 1, "killed": 1}


def test_a_short_list_of_singles_is_no_count():
    two = [seen(0, "shot", 1, 1, "each"), seen(9, "shot", 1, 1, "each")]
    assert [q.low for q in tallies(two)] == [1]
    assert [q.low for q in tallies([*two, seen(20, "shot", 1, 1, "each")])] == [3]


def test_what_goes_on_is_no_count_beside_what_was_done():
    usual = seen(9, "captured", 5, None)
    usual = structs.replace(usual, claim=structs.replace(usual.claim, modality="ongoing"))
    ((low, high),) = [(q.low, q.high) for q in tallies([seen(0, "captured", 3, None), usual])]
    assert (low, high) == (3, None)
    assert [q.low for q in tallies([usual])] == [5]


def test_at_least_so_many_were_hurt_who_are_counted_by_those_shot():
    told = [seen(0, "injured", 4, None), seen(9, "killed", 1, 1), seen(20, "shot", 5, 5)]
    assert {q.of: (q.low, q.high) for q in tallies(told)} == {"killed": (1, 1), "injured": (4, 4)}


def test_the_boys_who_died_are_not_only_the_one_who_shot_himself():
    (total,) = tallies([seen(0, "killed", 1, 1, "self"), seen(9, "killed", 2, None, "again")])
    assert (total.low, total.high) == (2, None)


def test_who_is_taken_to_hospital_by_name_lives():
    dead, mother = seen(0, "killed", 2, 2), seen(9, "treated", 1, 1, "again", who=("x",))
    assert {q.of: q.low for q in tallies([dead, mother])} == {"killed": 2, "injured": 1}
    unnamed = seen(9, "treated", 1, 1, "again")
    assert {q.of: q.low for q in tallies([dead, unnamed])} == {"killed": 2}


def dated(one, when):
    return structs.replace(one, days=(when, when), said=True)


def test_a_death_of_the_day_before_is_another():
    shot, dead = seen(0, "shot", 5, 5), seen(9, "killed", 1, 1, weight=0.5)
    sunday, monday = date(2024, 3, 3), date(2024, 3, 4)
    assert {q.of: q.low for q in tallies([dated(shot, monday), dated(dead, sunday)])} == {"injured": 5}
    assert {q.of: q.low for q in tallies([dated(shot, sunday), dated(dead, monday)])} == {"killed": 1, "injured": 4}


def test_others_who_were_taken_to_hospital_are_hurt():
    told = [seen(0, "killed", 2, 2), seen(9, "treated", 4, 4, "others"), seen(20, "shot", 2, 2, "again")]
    assert {q.of: q.low for q in tallies(told)} == {"killed": 2, "injured": 4}


def test_of_those_shot_nobody_is_known_to_live_where_the_dead_are_some():
    told = [seen(0, "shot", 5, None), seen(9, "killed", 2, None)]
    assert {q.of: q.low for q in tallies(told)} == {"killed": 2}


def test_hurt_of_whom_only_an_aside_knows():
    news = seen(0, "killed", 2, 2, report="a")
    aside = [seen(0, "killed", 2, 2, report="b", weight=0.2), seen(9, "injured", 3, 3, report="b", weight=0.2)]
    assert {q.of: q.low for q in tallies([news, *aside])} == {"killed": 2}
    told = [structs.replace(one, claim=structs.replace(one.claim, weight=0.9)) for one in aside]
    assert {q.of: q.low for q in tallies([news, *told])} == {"killed": 2, "injured": 3}


def test_what_is_told_far_below_is_of_others():
    assert {q.low for q in tallies([seen(0, "killed", 2, 2, weight=1.0), seen(9, "killed", 5, 5, weight=0.42)])} == {2}


def test_who_died_in_hospital_is_none_of_those_who_are_treated():
    told = [
        seen(0, "killed", 1, 1, who=("venning",)),
        seen(20, "treated", 1, 1, who=("venning",)),
        seen(40, "treated", 3, 3, "others", who=("hake", "ruiz", "voss")),
    ]
    assert {(q.of, q.low) for q in tallies(told)} == {("killed", 1), ("injured", 3)}


def test_a_line_told_twice_in_one_sentence_counts_once():
    def told(number, lemma="hurt"):
        one = seen(number, "injured", 2, 2, lemma=lemma)
        whom = (Participant(entity=None, start=number, end=number + 2),)
        return structs.replace(one, claim=structs.replace(one.claim, start=0, end=60, recipients=whom))

    assert {q.of: q.low for q in tallies([told(0), told(30)])} == {"injured": 2}
    assert {q.of: q.low for q in tallies([told(0), told(30, "wound")])} == {"injured": 4}
