"""Who did what a noun says, where other words tell it; through the real parser."""

import pytest

from dateline.model import Report
from dateline.within.claim import claims
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments

CASES = [
    ("They hold the smugglers responsible for the raid on the ferry.", ["the smugglers"]),
    ("The smugglers are responsible for the raid on the ferry.", ["The smugglers"]),
    ("The smugglers claimed responsibility for the raid on the ferry.", ["The smugglers"]),
    ("They placed the responsibility for the killing of two monks on smugglers.", ["smugglers"]),
    ("The authors of the raid on the ferry are smugglers.", ["smugglers"]),
    ("Two smugglers were the perpetrators of the massacre.", ["Two smugglers"]),
    ("The mayor accused Orla Venning of the killing of two monks.", ["Orla Venning"]),
    ("The smugglers planned the raid on the ferry.", ["The smugglers"]),
    ("Two monks were killed. The mayor accused the smugglers of the crime.", ["the smugglers of the crime"]),
    ("Two coins were lost. The mayor accused the smugglers of the crime.", []),
    (
        "Rebels raided the ferry. The Harbour Liberation Front sent a letter.",
        ["Rebels", "The Harbour Liberation Front"],
    ),
    ("Sailors raided the ferry. The Harbour Liberation Front sent a letter.", ["Sailors"]),
]


@pytest.mark.parametrize(("text", "actors"), CASES)
def test_who_is_said_to_stand_behind_it(text, actors, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    done = {text[one.start : one.end] for c in found if c.action == "ASSAULT" for one in c.actors}
    assert done == set(actors)


def test_the_attacks_that_somebody_is_blamed_for_are_those_told_of(parser):
    text = "The police attribute the attacks to smugglers."
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert [c.modality for c in found if c.action == "ASSAULT"] == ["happened"]


@pytest.mark.parametrize(("verb", "modality"), [("came to participate", "planned"), ("participated", "happened")])
def test_who_came_to_take_part_has_yet_to_do_so(verb, modality, parser):
    report = Report(id="r", uri="r", title=None, text=f"Rebels {verb} in the bombing of the harbour.")
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert [c.modality for c in found if c.action == "ASSAULT"] == [modality]


def test_many_murders_that_somebody_is_charged_with_are_those_told_of(parser):
    text = "The police charge the smugglers with the mass murders of peasants."
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert [c.modality for c in found if c.action == "ASSAULT"] == ["happened"]
