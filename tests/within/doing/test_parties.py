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
