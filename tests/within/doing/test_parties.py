"""Who did it and to whom, where the parser hangs them on another word; through the real parser."""

import pytest

from dateline.model import Report
from dateline.within.claim import claims
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments


def told(text, parser, action="ASSAULT"):
    """The claims of one action, each as its modality, its actors and its recipients."""
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())

    def words(people):
        return {text[p.start : p.end] for p in people}

    return [(c.modality, words(c.actors), words(c.recipients)) for c in found if c.action == action]


HIT = [
    ("BOLIVIAN MINISTER JUAN CARLOS RAMOS' BROTHER-IN-LAW WAS KIDNAPPED IN CHILE.", {"BROTHER-IN-LAW"}),
    (
        "THE GROUP SENT THE LETTER THROUGH MARIO SOLIS PENA, A CUSTOMS INSPECTOR OF LAS PALMAS, WHO WAS KIDNAPPED.",
        {"MARIO SOLIS PENA"},
    ),
    ("He asked for justice in the case of the murdered millers.", {"the murdered millers"}),
    (
        "TWO OF HER COOKS, AARO NIEMI AND OTSO LAINE, WHO WERE IN THE BOAT, WERE KILLED INSTANTLY.",
        {"TWO OF HER COOKS", "AARO NIEMI", "OTSO LAINE"},
    ),
    (
        "According to Mayor Carlo Renna, the 26-year-old Otso Laine was killed on 3 March.",
        {"the 26-year-old Otso Laine"},
    ),
]


@pytest.mark.parametrize(("text", "recipients"), HIT)
def test_whom_it_hit(text, recipients, parser):
    assert [r for _, _, r in told(text, parser)] == [recipients]


PRESUMED = (
    "PERUVIAN OFFICIALS SAID THAT GUERRILLAS PRESUMED TO BE MEMBERS IN THE RED SUN FRONT (FSR) TODAY ONCE AGAIN "
    "DYNAMITED THE TACNA OIL PIPELINE, PERU'S MAJOR OIL PIPELINE."
)

DONE = [
    ("WE CAN HEAR SHOOTING IN THIS QUARTER, PARTICULARLY IN FRONT OF THE BANK.", set()),
    ("He said that soon after the killing the secret police intercepted a call.", set()),
    (
        "WE THEREFORE HOLD THE MAYOR AND THE HARBOUR GUARD RESPONSIBLE FOR THIS NEW TERRORIST ATTACK.",
        {"THE MAYOR", "THE HARBOUR GUARD"},
    ),
    (PRESUMED, {"GUERRILLAS"}),
    ("SIX ARMED FORCES MEMBERS SHOT A COOK.", {"SIX ARMED FORCES MEMBERS", "ARMED FORCES"}),
    ("SOME ARMED FORCES' MEMBERS KILLED A NUN.", {"SOME ARMED FORCES' MEMBERS", "SOME ARMED FORCES"}),
    ("ELEMENTS OF THE SECURITY FORCES KILLED A COOK.", {"ELEMENTS OF THE SECURITY FORCES", "THE SECURITY FORCES"}),
]


@pytest.mark.parametrize(("text", "actors"), DONE)
def test_who_did_it(text, actors, parser):
    assert [a for _, a, _ in told(text, parser)] == [actors]


def test_who_receives_threats_is_threatened(parser):
    assert [r for _, _, r in told("Bishop Carlo Renna has received threats.", parser, "THREATEN")] == [
        {"Bishop Carlo Renna"}
    ]


def test_the_spot_from_where_it_happened_is_not_told_as_undone(parser):
    text = "It stopped six blocks from where Mayor Otso Laine was killed."
    assert [m for m, _, _ in told(text, parser)] == ["happened"]


def test_a_warrant_is_executed_and_nobody_by_it(parser):
    assert told("Police held him at the execution of a search warrant.", parser) == []


@pytest.mark.parametrize("text", ["They cannot even save themselves.", "The millers said they will be dead."])
def test_nobody_died(text, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert [c for c in found if c.kind == "death" and c.modality == "happened"] == []


AIMED = [
    ("The mill was the target of an attack.", {"The mill"}),
    ("The target of the attack was a mill.", {"a mill"}),
    ("He spoke of the murders of three cooks, two Danes and a Swede.", {"three cooks", "two Danes", "a Swede"}),
    ("SEVEN BANKS WERE SHAKEN BY EXPLOSIVES THAT DID HEAVY DAMAGE.", {"SEVEN BANKS"}),
    ("BOTH WERE KIDNAPPED IN TURKU.", set()),
]


@pytest.mark.parametrize(("text", "recipients"), AIMED)
def test_at_whom_it_was_aimed(text, recipients, parser):
    assert [r for _, _, r in told(text, parser)] == [recipients]


def test_the_attacks_whose_targets_are_told_are_those_told_of(parser):
    assert [m for m, _, _ in told("The targets of both attacks were the mill and its offices.", parser)] == ["happened"]


OWNED = [
    ("The smugglers know that their raid on the mill failed the town.", {"The smugglers"}),
    ("Nobody recalls our raid on the mill.", set()),
    ("A TOTAL OF 55 ROUNDS HIT THE CAR.", set()),
    ("The Red Sun killed two officials. The terrorists bombed a shop.", {"The Red Sun", "The terrorists"}),
]


@pytest.mark.parametrize(("text", "actors"), OWNED)
def test_whose_deed_it_was(text, actors, parser):
    assert {who for _, a, _ in told(text, parser) for who in a} == actors


def test_the_report_that_says_it_was_hit_was_not(parser):
    text = "THE REPORT ADDED THAT AS A FINNISH HELICOPTER EVACUATED THE SAILORS, IT WAS ATTACKED BY A COOK."
    assert [r for _, _, r in told(text, parser)] == [set()]


NAMED = [
    ("THE RUMORS STOPPED BECAUSE OF THE THREATS AGAINST HER FAMILY, INCLUDING HER SON.", {"HER FAMILY", "HER SON"}),
    (
        "THREATS WERE MADE AGAINST PERUVIAN LEADERS SUCH AS RADICAL PARTY CANDIDATE MARIO VEGA.",
        {"PERUVIAN LEADERS", "RADICAL PARTY CANDIDATE MARIO VEGA"},
    ),
]


@pytest.mark.parametrize(("text", "recipients"), NAMED)
def test_some_who_are_named_are_threatened_too(text, recipients, parser):
    assert [r for _, _, r in told(text, parser, "THREATEN")] == [recipients]


BESIDE = [
    ("The council postponed the talks after the bombing of a mill.", "happened"),
    ("The council called off the trip because of the attack on its cook.", "happened"),
    ("The council cancelled the attack on the mill.", "denied"),
]


@pytest.mark.parametrize(("text", "modality"), BESIDE)
def test_what_a_deed_was_called_off_after_was_done(text, modality, parser):
    assert [m for m, _, _ in told(text, parser)] == [modality]


CAUGHT = [
    ("MARIO RAMOS VEGA WAS CAPTURED.", "COERCE", "arrest"),
    ("Through his capture, the police have dealt a blow.", "COERCE", "arrest"),
    ("Two soldiers were captured in Turku.", "ASSAULT", "abduct"),
    ("The capture of the town took two days.", "ASSAULT", None),
]


@pytest.mark.parametrize(("text", "action", "mode"), CAUGHT)
def test_who_is_captured_by_nobody_told_of_is_arrested(text, action, mode, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert [(c.action, c.mode) for c in found if c.lemma == "capture"] == [(action, mode)]
