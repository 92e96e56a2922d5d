"""What happened where words are figures, grammar is turned round or the parser astray; through the real parser."""

import pytest

from dateline.model import Report
from dateline.within.claim import claims
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments


def told(text, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    return claims(report, marked, parse, mentions(report, marked, parse), (), ())


def of(text, trigger, parser):
    return next(c for c in told(text, parser) if text[c.trigger.start : c.trigger.end] == trigger)


@pytest.mark.parametrize("text", ["A suicide attack killed four millers.", "They voted along party lines."])
def test_a_word_before_its_noun_that_says_of_what_sort_it_is_tells_nothing(text, parser):
    assert {c.kind for c in told(text, parser)} & {"death", "celebration"} == set()


def named(text, people):
    return {text[p.start : p.end] for p in people}


FIGURES = [
    "The captain shot his side to the top of the league with a late goal. The coach said they had been under siege.",
    "The airline launched a price war on its rivals.",
    "Doctors began a new assault on malaria.",
    "Critics attacked the plot of the film.",
    "The new drug kills the parasite.",
]


@pytest.mark.parametrize("text", FIGURES)
def test_sport_trade_and_medicine_speak_of_war_and_tell_of_none(text, parser):
    assert [c for c in told(text, parser) if c.action == "ASSAULT" and c.modality == "happened"] == []


def test_sport_beside_blood_is_no_game(parser):
    text = "A gunman shot the captain after the cup match. The league called off the season's last game."
    assert of(text, "shot", parser).action == "ASSAULT"


@pytest.mark.parametrize(
    ("before", "action"),
    [
        ("Lock keepers at Ola went on strike on Monday.", "PROTEST"),
        ("The lock keepers' union asked for higher wages.", "PROTEST"),
        ("A missile hit the lock at Ola while keepers were on strike.", "ASSAULT"),
        ("Two jets flew over the lock at Ola.", "ASSAULT"),
    ],
)
def test_a_bare_strike_is_of_arms_unless_its_report_is_on_people_at_work(before, action, parser):
    found = told(f"{before} The strike began at dawn.", parser)
    assert {c.action for c in found if c.lemma == "strike" and c.start > len(before)} == {action}


ACTS = [
    ("A car bomb went off beside the mill on Monday.", "went", "ASSAULT", "explosives"),
    ("The pistol went off as he cleaned it.", "went", "ASSAULT", "firearms"),
    ("The rifle discharged in the kitchen.", "discharged", "ASSAULT", "firearms"),
    ("Shots rang out beside the mill.", "rang", "ASSAULT", "firearms"),
    ("Two mortar rounds landed in the yard of the mill.", "landed", "ASSAULT", "heavy-weapons"),
    ("Barrel bombs fell on the mill.", "fell", "ASSAULT", "aerial"),
    ("A tram was hit by a roadside bomb.", "hit", "ASSAULT", "explosives"),
    ("Sniper fire killed two millers.", "killed", "ASSAULT", "firearms"),
    ("The army retook the citadel from the rebels.", "retook", "ASSAULT", None),
    ("Clashes erupted between two clans.", "erupted", "ASSAULT", None),
    ("A gust left three millers hurt.", "left", "OTHER", "leave"),
    ("The drivers of both carts crashed into the mill.", "crashed", "OTHER", "crash"),
    ("A miller armed with a spade was seen.", "armed", "OTHER", "arm"),
    ("The judge struck down the rule.", "struck", "CONCEDE", None),
    ("The millers walked out of the talks.", "walked", "REJECT", None),
    ("The two candidates clashed over the tax on flour.", "clashed", "ACCUSE", "disapprove"),
    ("He tapped a former general to lead the board.", "tapped", "OTHER", "tap"),
    ("The two camps exchanged prisoners at the ford.", "exchanged", "RETREAT", "release"),
    ("A truck packed with dynamite killed four clerks.", "killed", "ASSAULT", "explosives"),
    ("A bus killed four clerks.", "killed", "OTHER", "kill"),
    ("Two ferries were destroyed by pirates.", "destroyed", "ASSAULT", "destroy"),
    ("The carriers were fired upon by snipers.", "fired", "ASSAULT", "firearms"),
    ("Police captured two smugglers.", "captured", "COERCE", "arrest"),
    ("Army troops captured two smugglers and a cache of rifles.", "captured", "COERCE", "arrest"),
    ("Experts safely detonated a bomb near the mill.", "detonated", "OTHER", "detonate"),
    ("Nine clerks were taken away by the attackers.", "taken", "ASSAULT", "abduct"),
    ("The guard tackled the gunman.", "tackled", "ASSAULT", "beat"),
    ("Forty men turned in their weapons.", "turned", "RETREAT", "disarm"),
    ("A clerk survived an attempt on her life.", "attempt", "ASSAULT", "targeted"),
    ("They hurled a stick of dynamite at the mill.", "hurled", "ASSAULT", None),
    ("Two girls drowned in a lake.", "drowned", "OTHER", "drown"),
    ("Pirates captured two sailors.", "captured", "ASSAULT", "abduct"),
    ("The rebels captured nine rifles.", "captured", "COERCE", "seize"),
]


@pytest.mark.parametrize("text, trigger, action, mode", ACTS)
def test_who_or_what_did_it_says_what_it_was(text, trigger, action, mode, parser):
    found = of(text, trigger, parser)
    assert (found.action, found.mode) == (action, mode)


WHOM = [
    ("The owner of a mill, who was abducted on Friday, is safe.", "abducted", {"The owner of a mill"}),
    ("Bombs destroyed the roof of the ferry.", "destroyed", {"the ferry"}),
    ("They mourned over the bodies of two monks murdered on Friday.", "murdered", {"two monks"}),
    ("The bishop called on the pirates to lay down their arms.", "called", {"the pirates"}),
    ("In Porto, Portugal, a monk and a clerk were abducted.", "abducted", {"a monk", "a clerk"}),
]


@pytest.mark.parametrize("text, trigger, whom", WHOM)
def test_to_whom_it_was_done_however_the_parser_hangs_it(text, trigger, whom, parser):
    assert named(text, of(text, trigger, parser).recipients) == whom


def test_a_verb_of_the_past_behind_an_infinitive_goes_on_with_the_one_above(parser):
    text = "Guards used dogs to find them near the mill and arrested nine."
    assert named(text, of(text, "arrested", parser).actors) == {"Guards"}


def test_a_patrol_that_finds_something_is_nothing_that_happens(parser):
    assert [c.lemma for c in told("A patrol found two boats.", parser)] == ["find"]


def test_what_took_effect_happened_though_it_was_only_called_for(parser):
    text = "The soldiers called for an airstrike, which killed two pirates."
    assert of(text, "airstrike", parser).modality == "happened"
    text = "The soldiers called for an airstrike."
    assert of(text, "airstrike", parser).modality == "planned"


UNREAL = [
    ("They offered a reward for information leading to the capture of the killers.", "capture", "planned"),
    ("The fleet will answer if its ships come under attack.", "attack", "hypothetical"),
]


@pytest.mark.parametrize("text, trigger, modality", UNREAL)
def test_what_is_sought_or_stands_behind_an_if_has_not_happened(text, trigger, modality, parser):
    assert of(text, trigger, parser).modality == modality


def test_people_who_are_held_hostage_are_held(parser):
    text = "A gunman held nine clerks hostage at a bank."
    found = of(text, "held", parser)
    assert (found.action, found.mode, named(text, found.recipients)) == ("ASSAULT", "abduct", {"nine clerks"})


def test_a_name_behind_known_as_is_no_second_victim(parser):
    text = "A smuggler known as Ruiz was killed on Friday."
    found = of(text, "killed", parser)
    assert [(q.low, q.high) for q in found.quantities if q.of == "killed"] == [(1, 1)]


COUNTS = [
    ("A gunman killed three co-workers at the mill.", "killed", (3, 3)),
    ("None of the four people aboard survived.", "killed", (4, 4)),
    ("The number of people killed in the fire rose to nine after a clerk died.", "killed", (9, 9)),
    ("A clerk was shot and her teenage son was left in critical condition.", "injured", (1, 1)),
    ("An officer was cut on the arm.", "injured", (1, 1)),
    ("Six clerks were shot, two of them fatally, at the mill.", "killed", (2, 2)),
    ("An earthquake injured nine people.", "injured", (9, 9)),
]


@pytest.mark.parametrize("text, kind, bounds", COUNTS)
def test_how_many_were_hit_in_words_of_other_kinds(text, kind, bounds, parser):
    found = [(q.low, q.high) for c in told(text, parser) for q in c.quantities if q.of == kind]
    assert bounds in found


@pytest.mark.parametrize("text", ["Ida Dahl and Bo Lind greeted one another.", "The two clerks greeted each other."])
def test_what_people_do_to_one_another_is_done_to_nobody_else(text, parser):
    assert [c.recipients for c in told(text, parser)] == [()]
