"""What two reports say of different things is no difference between them: ages of two men, an hour in another zone."""

import pytest

from across.test_discrepancies import FIRST, parted, shown

OUTLET, DAY, HEADLINE, TEXT = FIRST


def slots(parser, *added):
    """The slots on which FIRST and a second report part, which says nearly the same with other sentences added."""
    other = (
        "Two people were shot dead and three were hurt at the Anchor Tavern in Millbrook, Ohio, on Monday night. "
        "Tomas Brandvold, 41, and Orla Venning, 29, died there, police said. "
    )
    return {key[0] for key in shown(parted(parser, FIRST, ("Valley Ledger", DAY, HEADLINE, other + " ".join(added))))}


QUIET = {
    "an hour of something else, with a day of its own": (
        "Blood will be given at noon on Thursday in memory of those killed in the shooting."
    ),
    "an hour by the clock of another zone": "The shooting happened at about 11 p.m. ET on Monday.",
    "where a hearing is held": "Wim Hake was charged with the killing in Tarn County Court on Court Street.",
    "what is only hoped for": "Brandvold will be greatly missed, said a friend who tried to reach the tavern.",
    "a count of many happenings together": "Nine people were killed in the county since Friday, police said.",
    "that nobody was held": "No one was in custody on Tuesday.",
    "the age of another, who is named too": "A third guest, Piet Voss, 43, was not hurt.",
}


@pytest.mark.parametrize("added", QUIET.values(), ids=QUIET)
def test_quiet(added, parser):
    assert slots(parser, added) == set()


def test_an_hour_of_the_same_clock_is_held_against_it(parser):
    assert slots(parser, "The shooting happened at about 11:20 p.m. on Monday.") == {"when"}


def test_a_father_and_his_son_of_one_name(parser):
    son = "Tomas Brandvold, 12, a pupil of the town's school, was at home."
    assert "quantity:age" not in slots(parser, son)
