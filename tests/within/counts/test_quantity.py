"""Counts and sums, through the real parser."""

import pytest

from dateline.model import Report
from dateline.within.claim import claims
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments


def read(text, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    return report, claims(report, marked, parse, mentions(report, marked, parse), (), ())


KILLED = [
    ("Between 30 and 40 people were killed.", 30, 40),
    ("More than 4,000 people were killed.", 4001, None),
    ("As many as 20 soldiers were killed.", 0, 20),
    ("Almost three dozen sailors were killed.", 0, 36),
    ("A large number of miners were killed.", 5, None),
    ("A number of miners were killed.", 3, None),
    ("The couple were killed.", 2, 2),
    ("A 23-year-old man was shot dead.", 1, 1),
    ("Marta Lopes, 23, was killed.", 1, 1),
    ("No one was killed.", 0, 0),
    ("Twenty-two miners were killed.", 22, 22),
    ("Hundreds of civilians were killed.", 200, None),
    ("Two of the guards were killed.", 2, 2),
    ("The blast brought the death toll to 79.", 79, 79),
    ("The number of miners killed in the blast rose to 34 on Sunday.", 34, 34),
    ("Four people, two nurses and two cooks, were killed.", 4, 4),
    ("Two guards were fatally stabbed.", 2, 2),
    ("A Lane County, OR nurse has died after a fall.", 1, 1),
    ("The fatal shooting of two guards went unseen.", 2, 2),
    ("An 8-month old has died.", 1, 1),
    ("Papers name a cook who guards say killed a nurse that night.", 1, 1),
    ("The deaths of a Larch County couple and their two nephews are being investigated.", 4, 4),
    ("The deaths of Ana Ruiz, her husband and their three sons shocked the port.", 5, 5),
    ("The miller and his cook were deceased.", 2, 2),
    ("An aunt, uncle, and infant were found dead in a barn.", 3, 3),
    ("Nine sailors were killed or wounded in the blast.", 0, 9),
    ("Hart is accused of fatally shooting Ben Cole , 40 .", 1, 1),
    ("A cook, aged 20, and a boy younger than 12 were killed.", 2, 2),
    ("Wardens located a deceased sailor in the barn.", 1, 1),
    ("There were 14 dead and 32 wounded after the blast.", 14, 14),
    ("The harbour office put the toll at 27.", 27, 27),
    ("The mayor raised the number of the dead to 31.", 31, 31),
    ("Two sailors were martyred on Sunday.", 2, 2),
    ("A local miller who had been hospitalized since a March 3 shooting at his mill has died.", 1, 1),
]


@pytest.mark.parametrize("text, low, high", KILLED)
def test_the_dead(text, low, high, parser):
    _, found = read(text, parser)
    counted = [q for c in found for q in c.quantities if q.of == "killed"]
    assert (counted[0].low, counted[0].high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "“They killed me!” the girl cried.",
        "The deceased was named on Monday.",
        "Had the slate fallen sooner, it could have killed a mason.",
        "A mason might have died in the fall.",
        "It was the first murder of 2017.",
        "SLAYINGS IN 2017",
        "The raid resulted in three casualties.",
        "My older brother died at age 44 of fever-related illness.",
        "The deaths of both cooks from preventable diseases drove her away.",
        "Dr Cole is presumed dead after the storm.",
    ],
)
def test_who_speaks_lives_and_what_could_have_been_killed_nobody(text, parser):
    _, found = read(text, parser)
    assert not [q for c in found for q in c.quantities if q.of == "killed" and c.modality == "happened"]


@pytest.mark.parametrize(
    "text, killed, injured",
    [
        ("The bus overturned on a bend, injuring 12 passengers, officials said.", [], [12]),
        ("An avalanche came down at noon, killing two skiers and wounding one.", [2], [1]),
        ("A train crash killed three people and injured 30.", [3], [30]),
        ("The fire hurt two cooks.", [], [2]),
    ],
)
def test_accidents_hurt_without_killing(text, killed, injured, parser):
    _, found = read(text, parser)
    counted = [(q.of, q.low) for c in found for q in c.quantities]
    assert [low for of, low in counted if of == "killed"] == killed
    assert [low for of, low in counted if of == "injured"] == injured


def test_what_is_hit_is_not_always_somebody(parser):
    _, found = read("The bullet struck a wall and hit her leg.", parser)
    assert [q for c in found for q in c.quantities] == []


SENSES = [
    ("A nurse was killed and three other nurses were wounded.", "injured", "others"),
    ("A crash hurt a nurse. A cook was also injured.", "injured", "more"),
    ("A boy wounded another boy.", "injured", "new"),
    ("Nine people were wounded in stabbings across the county.", "injured", "spread"),
    ("Nine people were wounded in the stabbings.", "injured", "new"),
    ("Eight people were wounded across the city overnight.", "injured", "spread"),
    ("Two people were killed and 9 were wounded in shootings throughout the day.", "killed", "spread"),
    ("Wardens originally said that six people were wounded.", "injured", "before"),
    ("A nurse was wounded in the arm. A second nurse was wounded in the leg.", "injured", "more"),
    ("Two cooks were wounded. A second cook was wounded in the leg.", "injured", "new"),
    ("Ana Ruiz is the seventh smuggler captured this month.", "captured", "spread"),
    ("Guards have detained nine smugglers of the old gang in the port since May.", "captured", "spread"),
    (
        "Guards detained a smuggler and one sailor. An additional sailor was detained after a search.",
        "captured",
        "again",
    ),
    ("So far this year 90 people have been wounded in the county.", "injured", "spread"),
    ("Guards detained several men in night searches in Larch and Oak counties.", "captured", "spread"),
    (
        "Troops hunted smugglers during operations in Larch, Pine and Oak provinces, detaining more than 15 men.",
        "captured",
        "spread",
    ),
    ("Guards detained several men in night searches in Larch county.", "captured", "new"),
    ("Wardens count 131 people wounded or killed by rockfall in the county so far this year.", "killed", "spread"),
    ("Eleven people were wounded in a weekend of violence.", "injured", "spread"),
    ("Fourteen people were wounded in Larch in about ten hours.", "injured", "spread"),
    ("Two people were wounded in three hours.", "injured", "new"),
    (
        "Cole Hart tells KXLR46 News that two women in their mid 30s were killed and another woman was badly injured.",
        "injured",
        "more",
    ),
    ("Two sailors came in with stab wounds. A third stabbing victim was found later.", "shot", "more"),
]


HURT = [
    ("The accidental shooting of two nurses is under investigation.", "shot", 2),
    ("Two guards arrived at the clinic with wounds.", None, 0),
    ("Two guards are listed in critical condition.", "treated", 2),
    ("The crash killed two guards and sent four others to hospitals.", "treated", 4),
    ("The five guards suffered burns.", "shot", 5),
    ("Five guards suffered burns.", "injured", 5),
]


@pytest.mark.parametrize("text, of, low", HURT)
def test_the_hurt(text, of, low, parser):
    _, found = read(text, parser)
    assert [(q.of, q.low) for c in found for q in c.quantities if q.of == of] == ([(of, low)] if of else [])


def test_who_comes_with_wounds_or_is_treated_is_told_of_what_hurt_him(parser):
    _, found = read("Ana Ruiz arrived at the clinic with wounds. Ben Hale was treated and released.", parser)
    assert [c.kind for c in found if c.lemma in {"arrive", "treat"}] == ["medical", "medical"]


@pytest.mark.parametrize("text, of, sense", SENSES)
def test_how_a_count_stands_to_those_before(text, of, sense, parser):
    _, found = read(text, parser)
    assert [q.sense for c in found for q in c.quantities if q.of == of][-1] == sense


def test_more_of_them(parser):
    _, found = read("Soldiers captured a rebel leader. They also detained two suspected fighters.", parser)
    assert [(q.low, q.sense) for c in found for q in c.quantities if q.of == "captured"] == [(1, "new"), (2, "more")]


TAKEN = [
    ("Guards captured a gang leader, a gang cook and several of their friends.", 5, None),
    ("Guards captured the leader, a cook by trade, and two friends.", 3, 3),
]


@pytest.mark.parametrize("text, low, high", TAKEN)
def test_rows_of_those_taken(text, low, high, parser):
    _, found = read(text, parser)
    assert [(q.low, q.high) for c in found for q in c.quantities if q.of == "captured"] == [(low, high)]


def test_money(parser):
    _, found = read("Kenya gave $2.5 million to Somalia.", parser)
    assert [(q.low, q.unit) for c in found for q in c.quantities if q.of == "money"] == [(2_500_000, "USD")]


AGES = [
    ("A 16-year-old boy was shot.", [16]),
    ("His six-year-old brother died.", [6]),
    ("Marta Lopes, 23, and Rui Lopes, 31, were killed.", [23, 31]),
    ("Two boys, ages 6 and 11, were hurt.", [6, 11]),
    ("An 18 and 15 year old were hurt.", [18, 15]),
    ("Marta Lopes (41) was arrested.", [41]),
    ("The 14-year war killed thousands.", []),
]


@pytest.mark.parametrize("text, ages", AGES)
def test_ages(text, ages, parser):
    _, found = read(text, parser)
    given = {q.start: q for c in found for q in c.quantities if q.of == "age"}
    assert [given[start].low for start in sorted(given)] == ages
    assert all(q.whose for q in given.values()) or "year old" in text


def test_an_age_goes_with_the_claims_of_its_bearer(parser):
    text = "Marta Lopes, 23, was killed and Rui Lopes, 31, was arrested."
    _, found = read(text, parser)
    ages = {c.lemma: [q.low for q in c.quantities if q.of == "age"] for c in found}
    assert ages["kill"] == [23]
    assert ages["arrest"] == [31]


def test_an_age_told_once_is_that_of_its_bearer_wherever_force_is_used_on_him(parser):
    text = "Marta Lopes, 23, sells shoes. On Monday a man shot Marta Lopes. Lopes was arrested with Rui Silva."
    _, found = read(text, parser)
    ages = {c.lemma: [(q.low, text[q.start : q.end]) for q in c.quantities if q.of == "age"] for c in found}
    assert ages["shoot"] == ages["arrest"] == [(23, "23")]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Rui Silva is being held on a $9,000 bond.", "hold"),
        ("His bail was set at $40,000.", "set"),
        ("Silva is free after posting a $7,300 bond.", "post"),
    ],
)
def test_a_sum_on_which_somebody_is_held_is_bail(text, lemma, parser):
    _, found = read(text, parser)
    claim = next(c for c in found if c.lemma == lemma)
    assert claim.kind == "bail"
    assert [q.of for q in claim.quantities] == ["money"]


def test_a_bond_that_a_state_sells_is_no_bail(parser):
    _, found = read("Chad sold a $9 million bond.", parser)
    assert not [c for c in found if c.kind == "bail"]


def test_of_whom_two_ages_are_told_neither_is_carried_over(parser):
    _, found = read("Marta Lopes, 23, sells shoes. Marta Lopes, 25, is tall. A man shot Marta Lopes.", parser)
    assert not [q for c in found if c.lemma == "shoot" for q in c.quantities if q.of == "age"]


def test_a_line_that_tells_nothing_gives_its_age_to_the_claim_before(parser):
    _, found = read("Two people were hurt in the shooting:\n\nMarta Lopes, 23, of Millbrook\n", parser)
    assert 23 in [q.low for c in found for q in c.quantities if q.of == "age"]


THINGS = [
    ("Warplanes carried out 13 raids on the town.", "strikes", 13, 13),
    ("Jets conducted more than a dozen airstrikes.", "strikes", 13, None),
    ("A handgun was recovered from the house.", "weapons", 1, 1),
    ("Two gunmen opened fire on a crowd.", "perpetrators", 2, 2),
    ("Marta Lopes and Rui Lopes attended the debate.", "participants", 2, 2),
    ("Rebels fired 40 rockets at the base.", "rockets", 40, 40),
    ("The storm destroyed 12 bridges.", "bridges", 12, 12),
    ("Bell was indicted on 17 counts of wire fraud.", "counts", 17, 17),
    ("Bell faces two counts of arson and six counts of burglary.", "counts", 6, 6),
]


@pytest.mark.parametrize("text, of, low, high", THINGS)
def test_things(text, of, low, high, parser):
    _, found = read(text, parser)
    assert (low, high) in [(q.low, q.high) for c in found for q in c.quantities if q.of == of]


PARTS = [
    ("At least 22 people were killed, six of them civilians.", "civilians", 6),
    ("Six civilians were among the 22 people killed in the strikes.", "civilians", 6),
    ("At least 22 people, including six children, were killed.", "children", 6),
    ("Two of the dead were officers.", "officers", 2),
]


@pytest.mark.parametrize("text, whose, low", PARTS)
def test_parts_of_the_dead(text, whose, low, parser):
    _, found = read(text, parser)
    assert [(q.whose, q.low) for c in found for q in c.quantities if q.sense == "part"] == [(whose, low)]


def test_what_a_toll_was_before(parser):
    _, found = read("The blast killed 32, the group said, raising an earlier toll on Friday night of 15.", parser)
    assert [(q.low, q.sense) for c in found for q in c.quantities if q.of == "killed"] == [(32, "new"), (15, "before")]


def test_tens_of_thousands(parser):
    _, found = read("Tens of thousands of people were displaced.", parser)
    assert [(q.low, q.high) for c in found for q in c.quantities if q.of == "displaced"] == [(10_000, None)]


def test_captives_besides_the_first(parser):
    _, found = read("Marines arrested a leader, and detained one suspected smuggler.", parser)
    assert [q.sense for c in found for q in c.quantities if q.of == "captured"] == ["new", "more"]


SENSES = [
    # those told of before with others are counted anew
    (
        "Soldiers captured a smuggler. They detained the smuggler along with two of his friends.",
        [(1, "new"), (3, "new")],
    ),
    ("Soldiers captured a smuggler. They detained two pilots, one of whom was the smuggler.", [(1, "new"), (2, "new")]),
    # the same people, told again
    (
        "Soldiers detained one smuggler near Arusha. Additionally, soldiers detained one smuggler.",
        [(1, "new"), (1, "new")],
    ),
    ("Soldiers detained several smugglers. They also detained several other men.", [(3, "new"), (3, "more")]),
    # counts over many acts
    ("Soldiers have captured more than 40 smugglers since June.", [(41, "spread")]),
    (
        "Soldiers captured three dealers and detained several smugglers in separate raids.",
        [(3, "spread"), (3, "spread")],
    ),
    ("Soldiers captured 20 smugglers over the past 48 hours.", [(20, "spread")]),
    ("Soldiers captured 20 smugglers in two operations.", [(20, "spread")]),
    ("Soldiers captured 20 smugglers during an operation.", [(20, "new")]),
]


@pytest.mark.parametrize("text, counted", SENSES)
def test_how_captives_stand_to_those_before(text, counted, parser):
    _, found = read(text, parser)
    assert [(q.low, q.sense) for c in found for q in c.quantities if q.of == "captured"] == counted


def test_another_in_the_lead_is_no_more_than_the_headline_tells(parser):
    _, found = read("Smuggler captured in Arusha\n\nSoldiers captured another smuggler near Arusha on Friday.", parser)
    assert [q.sense for c in found for q in c.quantities if q.of == "captured"][-1] == "new"


def test_who_is_called_by_a_long_name_of_a_body_is_one(parser):
    _, found = read("Soldiers captured an Islamic Front of Zanzibar leader on Friday.", parser)
    assert [(q.low, q.high) for c in found for q in c.quantities if q.of == "captured"] == [(1, 1)]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Guards arrested a grain supplier.", 1),
        ("Guards arrested a ship.", None),
        ("Guards detained a few sailors.", 3),
    ],
)
def test_who_is_arrested_is_somebody(text, low, parser):
    _, found = read(text, parser)
    assert [q.low for c in found for q in c.quantities if q.of == "captured"] == ([low] if low else [])


def test_what_a_war_has_cost_is_the_count_of_no_one_day(parser):
    _, found = read("The war has left more than 9,000 people dead.", parser)
    assert {q.sense for c in found for q in c.quantities if q.of == "killed"} == {"spread"}
