"""Violence in general against one act of it; who stands behind an act; through the real parser."""

import pytest

from dateline.model import Report
from dateline.within.claim import claims
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments


def assaults(text, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    return [c for c in claims(report, marked, parse, mentions(report, marked, parse), (), ()) if c.action == "ASSAULT"]


MODALITY = [
    ("Gunboats have been shelling the fishing villages.", "ongoing"),
    ("She spoke of the recent rebel raids.", "ongoing"),
    ("They demand an end to the use of torture.", "ongoing"),
    ("Bandits who attack caravans live in the hills.", "ongoing"),
    ("Rebels attacked two patrols on Tuesday.", "happened"),
    ("The attack on the patrol shocked the town.", "happened"),
    ("The murders of two teachers shocked the town.", "happened"),
    ("The mayor of the port was almost killed.", "denied"),
    ("It rained. The bandits have killed many shepherds.", "ongoing"),
    ("It rained. The bandits have killed nine shepherds.", "happened"),
    ("It rained. The bandits have roamed the hills and killed a large number of shepherds.", "ongoing"),
    ("The bandits have killed nine shepherds since May.", "ongoing"),
    ("It rained. Two clerks have been held by the guerrillas since May.", "happened"),
    ("The bandits have killed nine shepherds in the past four months.", "ongoing"),
    ("More than 40,000 shepherds have been killed.", "ongoing"),
    ("They left after a series of murders committed by pirates.", "ongoing"),
    ("The offensive continues.", "ongoing"),
    ("His part in placing bombs is known.", "ongoing"),
    ("They recalled the killing of over 50,000 shepherds.", "ongoing"),
    ("There are some bombings.", "ongoing"),
    ("They will win by attacking the harbour.", "planned"),
    ("They are going to win by attacking the harbour.", "planned"),
    ("The boats will enable the pirates to attack the harbour.", "planned"),
    ("The shepherds know how to fight the pirates.", "planned"),
    ("The report that a sailor was wounded is unfounded.", "denied"),
    ("The army denied the claim that it had killed a monk.", "denied"),
]


@pytest.mark.parametrize("text, modality", MODALITY)
def test_what_is_done_again_and_again_is_no_one_happening(text, modality, parser):
    assert [c.modality for c in assaults(text, parser)] == [modality]


@pytest.mark.parametrize("acts", ["the torture and kidnapping", "bombing and shelling the harbour"])
def test_what_governs_the_first_of_a_row_governs_the_rest(acts, parser):
    found = assaults(f"The bishops ask them to stop {acts}.", parser)
    assert len(found) == 2
    assert all(c.modality != "happened" for c in found)


def test_arrests_that_go_on_are_no_one_arrest(parser):
    report = Report(id="r", uri="r", title=None, text="We continue to arrest many smugglers.")
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert [c.modality for c in found if c.mode == "arrest"] == ["ongoing"]


NOTHING = [
    "He led a kidnapping ring.",
    "They fled the battle zone.",
    "An attack planner was seen with a suicide vest.",
    "The bus overturned and nine pilgrims were killed.",
    "It was an explosion of joy.",
    "They began an offensive for peace.",
    "He spoke of slashing bureaucracy.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_sort_of_thing_a_mishap_and_a_figure_of_speech_are_no_assault(text, parser):
    assert [c for c in assaults(text, parser) if c.modality == "happened"] == []


def test_an_attack_said_twice_is_one(parser):
    assert len(assaults("This attack on the mayor, an attack that shocked the town, was condemned.", parser)) == 1


RECIPIENTS = [
    ("Nine were hurt in an attack in Porto.", set()),
    ("Bombers struck Portugal in an attack on the fleet.", {"Portugal", "the fleet"}),
    ("No one was hurt by the attack.", set()),
]


@pytest.mark.parametrize("text, recipients", RECIPIENTS)
def test_the_town_it_happened_in_was_not_attacked(text, recipients, parser):
    found = {text[p.start : p.end] for c in assaults(text, parser) for p in c.recipients}
    assert found - {"Nine"} == recipients


ACTORS = [
    ("Members of the Red Front killed a mayor.", {"Members of the Red Front", "the Red Front"}),
    ("The attack carried out by the rebels was condemned.", {"the rebels"}),
    ("The police attributed the attack to the Red Front.", {"the Red Front"}),
    ("A shell hit the ferry.", set()),
    ("A truck exploded near the mill.", set()),
    ("No group has claimed responsibility for the attack.", set()),
    (
        "A cell of the 5th column of the Red Front shot the monk.",
        {"A cell of the 5th column of the Red Front", "the Red Front"},
    ),
    ("Officers of the army shot the monk.", {"Officers of the army", "the army"}),
    ("Red Front guerrillas fled. The guerrillas shot a monk.", {"The guerrillas", "Red Front"}),
    ("Troops led by Captain Ana Lopes shot the monk.", {"Troops", "Captain Ana Lopes"}),
    ("Two sailors took refuge after they participated in an attack on a bus.", {"Two sailors"}),
    ("The arrest of two sailors for killing a monk was news.", {"two sailors"}),
    ("The Red Front staged nine attacks against the harbour.", {"The Red Front"}),
    ("There was grief over the killing of a monk, carried out by pirates.", {"pirates"}),
]


@pytest.mark.parametrize("text, actors", ACTORS)
def test_who_stands_behind_it(text, actors, parser):
    assert {text[p.start : p.end] for c in assaults(text, parser) for p in c.actors} == actors


STATES = [
    ("No suspect was in custody, police said.", "denied"),
    ("The pilot is in custody.", "happened"),
    ("The pilot remains in custody, the harbour master said.", "ongoing"),
    ("The harbour master denied that the pilot was in custody.", "denied"),
]


@pytest.mark.parametrize("text, modality", STATES)
def test_a_state_has_the_mood_of_the_verb_that_it_hangs_on(text, modality, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert [c.modality for c in found if c.action == "COERCE"] == [modality]


@pytest.mark.parametrize("title", ["Suspect detained after mill fire", "Suspect arrested in Ola ferry raid"])
def test_who_is_called_a_suspect_makes_nothing_doubtful(title, parser):
    report = Report(id="r", uri="r", title=title, text="It rained in Bonn on Monday.")
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert {c.modality for c in found if c.action == "COERCE"} == {"happened"}


def test_what_a_headline_announces_behind_a_colon_is_planned(parser):
    title = "The Wait Is (Nearly) Over: Merkel To Nominate Anna Braun as Defence Minister"
    report = Report(id="r", uri="r", title=title, text="Merkel spoke in Bonn on Monday.")
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert [c.modality for c in found if c.lemma == "nominate"] == ["planned"]


@pytest.mark.parametrize(("whose", "modality"), [("their", "ongoing"), ("the", "happened")])
def test_what_their_people_suffered_is_no_one_act(whose, modality, parser):
    text = f"Many are concerned about {whose} murdered millers."
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert [c.modality for c in found if c.action == "ASSAULT"] == [modality]


def test_since_behind_the_last_of_a_row_counts_for_all_of_it(parser):
    text = "The rebels have carried out 688 raids and burned nine mills since April."
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert {c.modality for c in found if c.action == "ASSAULT"} == {"ongoing"}
