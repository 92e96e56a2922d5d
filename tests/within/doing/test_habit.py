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
]


@pytest.mark.parametrize("text, modality", MODALITY)
def test_what_is_done_again_and_again_is_no_one_happening(text, modality, parser):
    assert [c.modality for c in assaults(text, parser)] == [modality]


ACTORS = [
    ("Members of the Red Front killed a mayor.", {"Members of the Red Front", "the Red Front"}),
    ("The attack carried out by the rebels was condemned.", {"the rebels"}),
    ("The police attributed the attack to the Red Front.", {"the Red Front"}),
    ("A shell hit the ferry.", set()),
]


@pytest.mark.parametrize("text, actors", ACTORS)
def test_who_stands_behind_it(text, actors, parser):
    assert {text[p.start : p.end] for c in assaults(text, parser) for p in c.actors} == actors
