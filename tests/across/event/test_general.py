"""Violence told of in general, which is of no event that other reports tell."""

import pytest
from msgspec.structs import replace
from tests.across.event.test_drafts import act, grouped
from tests.across.test_events import MONDAY

from dateline.across.event.general import general, loose, recalled


def force(rep, start, *, particular=True, modality="happened", **rest):
    return replace(act(rep, start, "attack", action="ASSAULT", **rest), particular=particular, modality=modality)


@pytest.mark.parametrize(("modality", "told"), [("happened", False), ("denied", True), ("ongoing", True)])
def test_force_that_did_not_happen_is_general(modality, told):
    assert general(force("a", 0, modality=modality)) is told


@pytest.mark.parametrize(
    ("particular", "whom", "told"), [(False, ["a"], True), (False, [], False), (True, ["a"], False)]
)
def test_force_on_no_one_in_particular_is_loose(particular, whom, told):
    assert loose(force("a", 0, particular=particular, whom=whom)) is told


def test_what_a_report_only_recalls_is_that_without_an_act_beside_it():
    told = [force("a", 0), force("a", 20, particular=False), force("b", 0, particular=False)]
    assert recalled(told) == {"b:0"}


def test_a_report_that_speaks_of_attacks_in_general_tells_none_of_another():
    told = [force("a", 0, when=MONDAY), force("a", 20, particular=False), force("b", 0, particular=False)]
    assert grouped(*told) == [["a:0", "a:20"], ["b:0"]]
