"""Why somebody was hurt, where they were hit, by whom, and in what building: where accounts part on it."""

import pytest

from across.test_discrepancies import parted, shown

DAY = "2024-05-07"
HEAD = "Boy, 14, shot in Millbrook"
FIRST = "A 14-year-old boy was shot in the arm on Mill Lane in Millbrook, Ohio, on Monday night, police said. "


def told(parser, one, other, first=FIRST, second=FIRST):
    reports = [("Harbour Post", DAY, HEAD, first + one), ("Valley Ledger", DAY, HEAD, second + other)]
    return {(slot, subject): values for (slot, subject, _), values in shown(parted(parser, *reports)).items()}


APART = [
    ("The shooting stemmed from an argument over a boat.", "The shooting was gang-related, the chief said."),
    ("Police said they knew of no motive.", "He was shot during an attempted robbery."),
    ("A fight between cooks led to the shooting.", "Wardens called it road rage."),
]
ALIKE = [
    ("The shooting stemmed from an argument over a boat.", "He was shot after a long quarrel."),
    ("The shooting was not gang-related.", "He was shot after a quarrel."),
    ("Police said they knew of no motive.", "The chief has not named anybody."),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_motives_that_reports_do_not_share_are_a_difference(one, other, parser):
    assert ("action", "motive") in told(parser, one, other)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_motives_that_reports_share_are_none(one, other, parser):
    assert ("action", "motive") not in told(parser, one, other)


def test_where_one_person_was_hit(parser):
    second = FIRST.replace("in the arm", "in the left shoulder")
    assert told(parser, "", "", second=second)["action", "wound"] == ["in the arm", "in the left shoulder"]
    assert ("action", "wound") not in told(parser, "", "")


def test_the_wounds_of_two_persons_are_no_difference(parser):
    other = "A 31-year-old woman was shot in the leg on Mill Lane in Millbrook, Ohio, on Monday night, police said. "
    assert ("action", "wound") not in told(parser, "", "", second=other)


BY = "A 14-year-old boy was shot by {} on Mill Lane in Millbrook, Ohio, on Monday night, police said. "


def test_a_closer_description_of_the_doer_is_another_account(parser):
    found = told(parser, "", "", first=BY.format("a relative"), second=BY.format("his grandfather"))
    assert found["who", "the doer"] == ["his grandfather", "a relative"]
    assert ("who", "the doer") not in told(parser, "", "", first=BY.format("a gunman"), second=BY.format("a man"))


def test_a_tie_and_a_name_are_two_accounts(parser):
    tie = "The gunman was the ex-husband of a cook, police said."
    name = "Ana Ruiz fired at the boy. Ruiz was arrested on Tuesday."
    assert set(told(parser, tie, name)["who", "the doer"]) >= {"the ex-husband of a cook"}


def test_what_was_left_open_is_settled_later(parser):
    first = "Piet Voss, 14, was wounded on Mill Lane in Millbrook, Ohio, on Monday night, police said. "
    either = "Police are investigating whether Voss was shot by a warden or a guard."
    found = told(parser, either, "Voss was shot by a warden, the chief said.", first=first, second=first)
    assert found["who", "left open"][0] == "a warden or a guard"


AT = "A 14-year-old boy was shot outside {} in Millbrook, Ohio, on Monday night, police said. "


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("El Viejo Cangrejo Restaurant", "El Viejo Rojo Cangrejo Restaurant", True),
        ("Harlow Regional Medical Center", "Harlew Regional Medical Center", True),
        ("Northeast Regional Medical Center", "Northwest Regional Medical Center", False),
        ("Harlow Regional Medical Center", "Tarn Regional Medical Center", False),
    ],
)
def test_names_of_buildings(one, other, differ, parser):
    found = told(parser, "", "", first=AT.format(one), second=AT.format(other))
    assert any(slot == "name" for slot, _ in found) == differ


LEFT = "Tom Novak resigned as harbour master of Millbrook, Ohio, on Monday, the mayor said. "
FORCED = ["The mayor had asked Novak to go.", "He was pushed out, a clerk said.", "He was fired, a clerk said."]
OWN = [
    "The mayor had not asked him to go.",
    "Novak had offered to step down.",
    "A clerk said it was his own decision.",
]


@pytest.mark.parametrize("forced", FORCED)
@pytest.mark.parametrize("own", OWN)
def test_forced_out_or_gone_of_their_own_will(forced, own, parser):
    reports = [("Harbour Post", DAY, "Novak resigns", LEFT + forced), ("Valley Ledger", DAY, "Novak quits", LEFT + own)]
    found = shown(parted(parser, *reports))
    assert ["forced to go", "of their own will"] in list(found.values())


def test_who_claims_it_and_who_is_blamed(parser):
    struck = "Bombs killed nine people at a market in Tarva, Niger, on Monday. "
    reports = [
        ("Harbour Post", DAY, "Nine killed in Tarva", struck + "The Red Dawn Front claimed the bombings."),
        (
            "Valley Ledger",
            DAY,
            "Nine killed in Tarva",
            struck + "Radio Tarva blamed the Green Sun Army for them.",
        ),
    ]
    found = {(d.slot, d.subject): [v.value for v in d.values] for d in parted(parser, *reports)}
    assert sorted(found["who", "responsible"]) == ["The Red Dawn Front", "the Green Sun Army"]


def test_a_wound_by_his_own_hand_is_a_finer_account(parser):
    found = "Tom Novak, 41, was found dead in his house in Millbrook, Ohio, on Monday. Novak died from a {} wound. "
    values = told(parser, "", "", first=found.format("gunshot"), second=found.format("self-inflicted gunshot"))
    assert {"gunshot wound", "self-inflicted gunshot wound"} in [set(given) for given in values.values()]


def test_who_was_held_is_let_go(parser):
    held = "Tom Novak and Piet Hake were arrested on Tuesday over the shooting."
    free = (
        "Tom Novak and Piet Hake, who were arrested on Tuesday over the shooting, were released from jail on Wednesday."
    )
    assert told(parser, held, free)["action", "release"] == ["held", "released"]
    assert ("action", "release") not in told(parser, held, held)
