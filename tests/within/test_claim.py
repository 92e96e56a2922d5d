"""Claims of whole sentences, through the real parser: who did what to whom, and whether it happened."""

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
    found = mentions(report, marked, parse)
    return report, claims(report, marked, parse, found, (), ())


def sides(report, claim):
    return tuple(tuple(report.text[p.start : p.end] for p in side) for side in (claim.actors, claim.recipients))


CASES = [
    ("Police in Lisbon arrested two men on Friday.", "COERCE", "arrest", ("Police in Lisbon",), ("two men",)),
    ("A sailor was held over the bombing of a mill.", "COERCE", "arrest", (), ("A sailor",)),
    ("A shepherd grazes his goats there.", "OTHER", "graze", ("A shepherd",), ("his goats",)),
    ("Two men were arrested by the police.", "COERCE", "arrest", ("the police",), ("Two men",)),
    ("France and Germany held talks with Iran in Vienna.", "CONSULT", None, ("France", "Germany"), ("Iran",)),
    ("The rebels launched an attack on a village.", "ASSAULT", None, ("The rebels",), ("a village",)),
    ("Norway condemned the killing of a journalist.", "ACCUSE", "disapprove", ("Norway",), None),
    ("Spain lifted sanctions on Cuba.", "CONCEDE", None, ("Spain",), ("Cuba",)),
    ("Kenya donated food to Somalia.", "AID", None, ("Kenya",), ("Somalia",)),
    ("The men who attacked the convoy fled.", "ASSAULT", None, ("The men",), ("the convoy",)),
    ("Norwegian hackers launched cyber attacks on a bank.", "ASSAULT", "cyber", ("Norwegian hackers",), ("a bank",)),
    ("The senator launched a scathing attack on the mayor.", "ACCUSE", "disapprove", ("The senator",), ("the mayor",)),
    ("The poet was blasted by his sister over it.", "ACCUSE", "disapprove", ("his sister",), ("The poet",)),
    ("A court issued a warrant against the banker.", "COERCE", "arrest", ("A court",), ("the banker",)),
    ("Rebels have stepped up attacks on the villages.", "ASSAULT", None, ("Rebels",), ("the villages",)),
    ("Raiders took two pupils as hostages.", "ASSAULT", "abduct", ("Raiders",), ("two pupils",)),
    ("A priest was taken prisoner by rebels.", "ASSAULT", "abduct", ("rebels",), ("A priest",)),
    ("Twelve sailors were taken captive.", "ASSAULT", "abduct", (), ("Twelve sailors",)),
    ("They mourned the murdered judge.", "ASSAULT", "targeted", (), ("the murdered judge",)),
    ("Chad opened its border to refugees from Sudan.", "AID", None, ("Chad",), ("refugees",)),
]


@pytest.mark.parametrize("text, action, mode, actors, recipients", CASES)
def test_who_did_what_to_whom(text, action, mode, actors, recipients, parser):
    report, found = read(text, parser)
    claim = next(c for c in found if c.action == action)
    assert claim.mode == mode
    assert sides(report, claim)[0] == actors
    assert recipients is None or sides(report, claim)[1] == recipients


MOODS = [
    ("Spain attacked the camp.", "ASSAULT", "happened"),
    ("Spain did not attack the camp.", "ASSAULT", "denied"),
    ("Spain may attack the camp.", "ASSAULT", "possible"),
    ("Spain plans to attack the camp.", "ASSAULT", "planned"),
    ("The army denied that it attacked the camp.", "ASSAULT", "denied"),
    ("Ministers will meet their colleagues from Chad.", "CONSULT", "planned"),
    ("If rebels attack the camp, people will flee.", "ASSAULT", "hypothetical"),
]


@pytest.mark.parametrize("text, action, modality", MOODS)
def test_whether_it_happened(text, action, modality, parser):
    _, found = read(text, parser)
    assert next(c for c in found if c.action == action).modality == modality


def test_a_promise_is_a_claim_of_its_own(parser):
    _, found = read("Ministers will meet their colleagues from Chad.", parser)
    assert [(c.action, c.modality) for c in found] == [("AGREE", "happened"), ("CONSULT", "planned")]


COUNTS = [
    ("The patrol detained the captain along with two of his cousins.", "captured", 3, 3),
    ("A man and two children were killed.", "killed", 3, 3),
    ("At least 12 people were wounded in the attack.", "injured", 12, None),
    ("Soldiers arrested dozens of protesters.", "captured", 24, None),
    ("No one was injured.", "injured", 0, 0),
]


@pytest.mark.parametrize("text, of, low, high", COUNTS)
def test_how_many(text, of, low, high, parser):
    _, found = read(text, parser)
    counted = [q for c in found for q in c.quantities if q.of == of]
    assert [(q.low, q.high) for q in counted] == [(low, high)]


BESIDES = [
    (
        "Marines searched a farm for a smuggler. The man sells rifles to gangs. Marines arrested two men.",
        "sell",
        "arrest",
    ),
    ("Marines arrested a man on Friday. He was responsible for an attack on a camp.", "attack", "arrest"),
    ("A man planned attacks on villages. Marines arrested him.", "attack", "arrest"),
]


@pytest.mark.parametrize("text, aside, news", BESIDES, ids=["as a rule", "known for", "of a kind"])
def test_what_is_habit_weighs_less_than_what_happened(text, aside, news, parser):
    _, found = read(text, parser)
    weights = {claim.lemma: claim.weight for claim in found}
    assert weights[aside] < weights[news]


SHIFTED = [
    ("A warden confirmed that four hikers had drowned.", 0.9),
    ("A warden confirmed that he had drowned.", 0.45),
    ("Four hikers had drowned.", 0.45),
    ("Wardens found four hikers who had drowned.", 0.63),
    ("Wardens located a dead hiker.", 0.72),
]


@pytest.mark.parametrize("text, weight", SHIFTED)
def test_had_after_a_verb_of_the_past_is_no_older_tale(text, weight, parser):
    _, found = read(text, parser)
    assert {claim.weight for claim in found if claim.lemma in {"drown", "dead"}} == {weight}


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("Twenty shepherds were killed and 40 injured by the raiders.", ()),
        ("Two of the shepherds were injured.", ("Two of the shepherds",)),
        ("The raiders injured nine shepherds.", ("nine shepherds",)),
        ("Two injured in raid on mill\n\nIt rained on the mill in the morning.", ("Two",)),
    ],
)
def test_a_mere_number_of_those_hurt_is_counted_and_is_nobody(text, hurt, parser):
    report, found = read(text, parser)
    claim = next(c for c in found if c.lemma == "injure")
    assert sides(report, claim)[1] == hurt
    assert any(q.of == "injured" for q in claim.quantities)


def test_a_casualty_of_nobody_weighs_less_than_one_of_somebody(parser):
    bare, told = (
        next(claim.weight for claim in read(text, parser)[1] if claim.lemma == "casualty")
        for text in ("Raids in the north; force casualty", "Raids in the north and a casualty of the force.")
    )
    assert bare == 0.5 * told


def test_a_row_holds_the_names_between_its_first_and_its_last(parser):
    text = "The mill fell while Jimmy Lund, Svenja Palmgrove, and Ida Novak all suffered serious injuries."
    report, found = read(text, parser)
    hurt = next(c for c in found if c.kind == "injury")
    assert sides(report, hurt)[1] == ("Jimmy Lund", "Svenja Palmgrove", "Ida Novak")
