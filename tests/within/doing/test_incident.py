"""Several incidents in one report, told apart by the words that open each; through the real parser."""

import pytest

from dateline.model import Report
from dateline.within.claim import claims
from dateline.within.date import times
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments

LEAD = (
    "Tarnow, 4 May 1987 -- A bomb exploded outside a brewery in Tarnow on Sunday and killed two coopers. "
    "Officers closed the road. The blast broke every window of the brewery."
)


def numbers(text, parser, title=None):
    """The number of the incident by the word that tells of it; later claims of a word count."""
    report = Report(id="r", uri="r", title=title, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    days = times(report, marked, parse)
    found = claims(report, marked, parse, mentions(report, marked, parse), days, ())
    return {c.lemma: c.incident for c in found if c.action == "ASSAULT" and c.field == "text"}


OPENED = [
    ("Meanwhile, raiders ambushed a ferry near Lublin.", "ambush"),
    ("Elsewhere, three men stabbed a miller.", "stab"),
    ("In a separate attack, raiders ambushed a ferry.", "ambush"),
    ("A second grenade wounded a baker at the market.", "wound"),
    ("He added that another attack on a ferry failed.", "attack"),
    ("In Lublin, raiders ambushed a ferry.", "ambush"),
    ("In the Polish capital, raiders ambushed a ferry.", "ambush"),
    ("On 27 April, raiders ambushed a ferry.", "ambush"),
    ("He also said that raiders ambushed a ferry in Lublin.", "ambush"),
]


@pytest.mark.parametrize(("text", "word"), OPENED)
def test_words_for_another_place_day_or_attack_open_another_incident(text, word, parser):
    found = numbers(f"{LEAD}\n\n{text}", parser)
    assert found["explode"] == 0
    assert found[word] == 1


STAYS = [
    ("Meanwhile, two suspects in the attack were questioned.", "attack"),
    ("The gunmen then shot a guard in Lublin.", "shoot"),
    ("In Tarnow, shards also injured a porter.", "injure"),
    ("We face another attack, the mayor said.", "attack"),
    ("Raiders ambushed a ferry.", "ambush"),
    ("In the Lublin district, raiders ambushed a ferry.", "ambush"),
]


@pytest.mark.parametrize(("text", "word"), STAYS)
def test_what_only_goes_on_opens_none(text, word, parser):
    assert numbers(f"{LEAD}\n\n{text}", parser).get(word, 0) == 0


def test_a_lead_of_several_attacks_is_followed_by_each(parser):
    text = (
        "Tarnow, 4 May 1987 -- Two bombings shook the province on Sunday.\n\nOfficers spoke of a long night.\n\n"
        "A bomb exploded at a brewery in Tarnow.\n\nA mine wounded a miller in Lublin.\n\n"
    )
    assert numbers(text, parser)["wound"] == 1


def test_later_sentences_go_on_with_the_incident_whose_words_they_share(parser):
    text = f"{LEAD}\n\nMeanwhile, raiders ambushed a ferry near Lublin."
    more = "The passengers of the ferry were wounded.\n\nThe brewery was attacked from the river."
    found = numbers(f"{text} {more}", parser)
    assert (found["wound"], found["attack"]) == (1, 0)


def test_the_incident_of_the_headline_is_the_first(parser):
    text = (
        "Update: A porter was wounded at the docks in Gdynia on 27 April.\n\nPolice gave no details.\n\n"
        "Elsewhere, raiders ambushed a ferry near Lublin on Sunday."
    )
    found = numbers(text, parser, title="Raiders ambush ferry near Lublin")
    assert (found["ambush"], found["wound"]) == (0, 1)


def test_who_died_on_another_day_opens_another_incident(parser):
    report = Report(id="r", uri="r", title=None, text=f"{LEAD}\n\nOn 27 April, nine men died in raids on a mill.")
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), times(report, marked, parse), ())
    assert {c.incident for c in found if c.lemma == "die"} == {1}


def test_somebody_first_named_who_was_hit_on_another_day_was_hit_in_another_incident(parser):
    text = (
        "Tarnow, 8 May 1987 -- Ewa Lis was killed in Tarnow on Monday, 4 May. She was a cook. "
        "Jan Wrona was shot on Tuesday, 5 May."
    )
    assert numbers(text, parser) == {"kill": 0, "shoot": 1}
