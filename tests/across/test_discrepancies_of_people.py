"""Small made-up dossiers through all stages: who was hurt, alive, held or charged, and at what hour."""

import pytest

from across.test_discrepancies import parted, shown

HURT = "One 9-year-old girl was shot on Mill Road in Lodi, California, on Monday, police said. "
SPARED = "A child was shot on Mill Road in Lodi, California, on Monday at 8 p.m., police said. "
TITLE = "Child shot on Mill Road in Lodi"


def found(parser, one, other, later="2024-02-07"):
    told = (("Coast Times", "2024-02-06", TITLE, one), ("Plain Dealer", later, TITLE, other))
    return shown(parted(parser, *told))


def test_who_is_in_critical_condition_is_alive_where_another_report_tells_of_a_death(parser):
    one, other = SPARED + "The child is in critical condition.", HURT + "The girl died of her wounds on Tuesday."
    assert found(parser, one, other)["quantity:killed", "", "updates"] == ["0", "1"]


def test_a_report_that_has_any_word_of_a_death_says_of_nobody_that_he_lives(parser):
    one = SPARED + "The child is in critical condition. A homicide team came."
    other = HURT + "The girl died of her wounds on Tuesday."
    assert not [slot for slot, _, _ in found(parser, one, other) if slot == "quantity:killed"]


@pytest.mark.parametrize("when", ["on Monday", "on Monday evening", "late on Monday"])
def test_an_hour_is_finer_than_its_day_or_a_part_of_it(when, parser):
    told = found(parser, SPARED, HURT.replace("on Monday", when))
    assert [relation for slot, _, relation in told if slot == "when"] == ["finer"]


def test_noon_is_no_finer_than_its_day(parser):
    told = found(parser, SPARED.replace("at 8 p.m.", "at about noon"), HURT)
    assert not [slot for slot, _, _ in told if slot == "when"]


def test_an_hour_said_of_it_is_that_of_what_was_told_before(parser):
    one = HURT.replace(" on Monday", "") + "It happened shortly after 8 p.m. Monday."
    assert [relation for slot, _, relation in found(parser, one, HURT) if slot == "when"] == ["finer"]


def test_an_hour_of_something_else_is_none_of_the_harm(parser):
    other = HURT + "The band had begun to play at 7 p.m."
    assert not [
        relation for slot, _, relation in found(parser, SPARED, other) if slot == "when" and relation != "finer"
    ]


def test_a_boy_here_and_a_girl_there(parser):
    one = SPARED + "The child is in a hospital, where he was taken by car."
    assert any(slot == "who" for slot, _, _ in found(parser, one, HURT))
    assert not any(slot == "who" for slot, _, _ in found(parser, one.replace("where he", "where she"), HURT))


def test_nobody_is_charged_and_later_somebody_is(parser):
    one = HURT + "Police have not charged anyone yet."
    other = HURT + "Rui Alves, 31, was charged with assault on Tuesday."
    assert found(parser, one, other, "2024-02-08")["action", "charge", "updates"] == ["charged", "not charged"]


def test_a_victim_who_turns_out_to_be_a_suspect(parser):
    one = "Rui Alves and Marta Lopes were shot on Mill Road in Lodi, California, on Monday, police said."
    other = "Marta Lopes was shot on Mill Road in Lodi, California, on Monday. Rui Alves was charged on Tuesday."
    assert ("who", "Rui Alves") in {(slot, subject) for slot, subject, _ in found(parser, one, other, "2024-02-08")}


def test_the_condition_of_one_who_lives_is_updated(parser):
    one = SPARED + "The child is in a hospital, in critical condition."
    other = HURT + "The girl was hurt in the arm. The girl remains in stable condition, a nurse said."
    assert found(parser, one, other, "2024-02-08")["action", "condition", "updates"] == ["critical", "stable"]


def test_by_his_own_hand_here_and_by_anothers_there(parser):
    own = "Ivo Lund died on Mill Road in Lodi, California, on Monday. Ivo Lund shot himself, police said."
    other = "Ivo Lund died on Mill Road in Lodi, California, on Monday. Rui Alves shot Ivo Lund, police said."
    raised = found(parser, own, other, "2024-02-08")
    assert any(slot == "action" and "shot himself" in values for (slot, _, _), values in raised.items())
    silent = "Ivo Lund was found shot dead on Mill Road in Lodi, California, on Monday, police said."
    assert not [slot for slot, _, _ in found(parser, own, silent, "2024-02-08") if slot == "action"]


@pytest.mark.parametrize(("count", "part"), [("Four", True), ("Five", False)])
def test_how_many_were_taken_to_hospital(count, part, parser):
    text = "Five people were shot on Mill Road in Lodi, California, on Monday. {} people were taken to a hospital."
    raised = found(parser, text.format("Five"), text.format(count))
    assert any(slot == "quantity:treated" for slot, _, _ in raised) is part
