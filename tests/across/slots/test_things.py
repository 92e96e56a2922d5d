"""Numbers of one thing that reports give otherwise, and numbers of two things, which are no difference."""

import pytest

from across.test_discrepancies import parted, shown

DAY = "2024-05-07"
TOLD = (
    "In a survey by Lakeside College 44 percent of voters were for the tax. The governor wrote to the council twice "
    "about the tax. The guild of skippers has 5,200 members. "
)
FIRST = (
    "Judge Orla Venning struck down the harbour tax of Millbrook, Ohio, on Monday in a 70-page ruling. "
    "The council of the old port on the lake in the north of the county had passed the tax 51-20. "
    "Skippers who did not pay risked a fine of $900. " + TOLD
)


def slots(parser, other):
    told = [("Harbour Post", DAY, "Judge strikes down harbour tax", FIRST)]
    told.append(("Valley Ledger", DAY, "Judge strikes down Millbrook harbour tax", other))
    return {key[0] for key in shown(parted(parser, *told)) if key[0].startswith("quantity")}


SECOND = "Judge Orla Venning struck down the harbour tax of Millbrook, Ohio, on Monday. "
DIFFERING = [
    ("Her ruling of 46 pages calls the tax unfair.", "quantity:pages"),
    ("The council of the small port on the lake passed the tax 51 to 18 in March.", "quantity:votes against"),
    ("Skippers who did not pay risked a fine of $700, the clerk said.", "quantity:money"),
    ("More than 80 legislators opposed it, and the governor wrote to them three times.", "quantity:times"),
    ("The port had more than 6,000 members of its sailing guild that paid.", "quantity:members"),
]
QUIET = [
    "Her ruling of 70 pages calls the tax unfair.",
    "Skippers who did not pay risked a fine of about $900.",
    "Skippers pay a fine of $900, and moorings cost $700 a year.",
    "The mayor lost $40,000 with the ruling.",
    "A poll by the Ledger found 41 percent of voters for the tax.",
    "The vote was 51 to 20. The council of the port on the lake in the north of the county passed a tax on oars 52-19.",
]


@pytest.mark.parametrize(("added", "slot"), DIFFERING)
def test_differing(added, slot, parser):
    assert slot in slots(parser, SECOND + added)


@pytest.mark.parametrize("added", QUIET)
def test_quiet(added, parser):
    assert slots(parser, SECOND + added) == set()


ROUNDED = [
    ("She read from the ruling for nearly 30 minutes in the hall of the port.", "27", "nearly 30"),
    ("She read from the ruling in the hall of the port for more than 25 minutes.", "27", "more than 25"),
]


def test_a_sum_without_its_cents_is_a_rounder_form(parser):
    told = [
        ("Harbour Post", DAY, "Judge strikes down harbour tax", FIRST + "He paid a fee of $8,417.25 to the clerk."),
        (
            "Valley Ledger",
            DAY,
            "Judge strikes down Millbrook harbour tax",
            SECOND + "He paid the clerk a fee of $8,417.",
        ),
    ]
    found = {key[2] for key in shown(parted(parser, *told)) if key[0] == "quantity:money"}
    assert found == {"finer"}


@pytest.mark.parametrize(("added", "exact", "rough"), ROUNDED)
def test_a_rounder_form_is_told_apart_as_finer(added, exact, rough, parser):
    told = [("Harbour Post", DAY, "Judge strikes down harbour tax", FIRST + "She read it for 27 minutes in the hall.")]
    told.append(("Valley Ledger", DAY, "Judge strikes down Millbrook harbour tax", SECOND + added))
    found = [(key[2], set(values)) for key, values in shown(parted(parser, *told)).items() if "minutes" in key[0]]
    assert found == [("finer", {exact, rough})]


MARCHED = "Nurses marched through Millbrook, Ohio, on Monday against the closing of the Ferry Street hospital. "


def test_a_crowd_has_one_size_by_whomever_it_is_counted(parser):
    told = [
        ("Harbour Post", DAY, "Nurses march in Millbrook", MARCHED + "Police put the number of marchers at 1,500."),
        (
            "Valley Ledger",
            DAY,
            "Nurses march through Millbrook",
            MARCHED + "The union said 4,000 had taken part. In March the union had counted 2,200 marchers.",
        ),
    ]
    found = {key[0]: values for key, values in shown(parted(parser, *told)).items()}
    assert found["quantity:participants"] == ["1500", "4000"]


LEFT = "The fourth convoy of fighters and their families left the old port of Millbrook, Ohio, on Monday aboard buses. "


def test_those_who_left_are_counted_with_the_fighters_among_them_apart(parser):
    told = [
        (
            "Harbour Post",
            DAY,
            "Fourth convoy leaves Millbrook",
            LEFT + "About 1,850 people, among them 430 fighters, left.",
        ),
        (
            "Valley Ledger",
            DAY,
            "Fourth convoy leaves Millbrook",
            LEFT + "A clerk said 2,300 people, of whom 600 were fighters, had boarded 42 buses.",
        ),
        ("Lake Times", DAY, "Fourth convoy leaves Millbrook", LEFT + "A total of 1,868 people were evacuated."),
    ]
    found = sorted(sorted(v) for key, v in shown(parted(parser, *told)).items() if key[0] == "quantity:participants")
    assert found == [["1868", "2300", "about 1850"], ["430", "600"]]


WON = "Ana Ruiz won the race for mayor of Millbrook, Ohio, on Monday. "
RACES = [
    ("She beat Tom Novak 52 percent to 47 percent.", "With all counted, Novak lost 46 percent to 54 percent.", "54"),
    ("The race cost about $96,000.", "In all the race cost $95,412, the clerk said.", "95412"),
    ("Four Greens voted against her plan.", "Her plan passed, with three Greens voting no.", "3"),
    ("She had held the post for 24 days.", "Ruiz held the post for less than a month.", "less than a month"),
    ("Some 61,000 patients pay the toll.", "The toll is paid by more than 60,000 people.", "more than 60000"),
]


@pytest.mark.parametrize(("one", "other", "value"), RACES)
def test_one_thing_meets_in_another_form(one, other, value, parser):
    told = [("Harbour Post", DAY, "Ruiz wins in Millbrook", WON + one)]
    told.append(("Valley Ledger", DAY, "Ruiz elected mayor of Millbrook", WON + other))
    assert value in {text for values in shown(parted(parser, *told)).values() for text in values}


def test_what_a_number_was_before_is_told_as_changed(parser):
    grew = "Wardens in Millbrook, Ohio, searched the old mill on Monday. "
    told = [
        ("Harbour Post", DAY, "Wardens search mill", grew + "The search has spread to 42 harbours, up from 26 in May."),
        ("Valley Ledger", DAY, "Wardens search Millbrook mill", grew + "Wardens are looking at 42 harbours."),
    ]
    found = {key[2]: values for key, values in shown(parted(parser, *told)).items() if key[0] == "quantity:harbours"}
    assert found == {"updates": ["26", "42"]}


def test_two_sums_that_stand_by_one_word_are_two_differences(parser):
    told = [
        ("Harbour Post", DAY, "Ruiz wins", WON + "Her campaign spent $310,000. Her rival's campaign spent $12,400."),
        (
            "Valley Ledger",
            DAY,
            "Ruiz elected",
            WON + "Her campaign spent $340,000. Her rival's campaign spent $11,900.",
        ),
    ]
    found = [d for d in parted(parser, *told) if d.slot == "quantity:money"]
    assert len(found) == 2


def test_a_number_of_an_earlier_day_is_a_point_of_that_day(parser):
    told = [
        ("Harbour Post", DAY, "Ruiz wins", WON + "In 2019 Ruiz won the race with 71 percent of the vote."),
        ("Valley Ledger", DAY, "Ruiz elected", WON + "In 2019 Ruiz won the race with 74 percent of the vote."),
    ]
    reports = parted(parser, *told)
    homes = {d.event for d in reports if d.slot == "quantity:per cent"}
    others = {d.event for d in reports if d.slot != "quantity:per cent"}
    assert len(homes) == 1
    assert homes.isdisjoint(others)
