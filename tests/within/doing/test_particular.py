"""One act of force in particular against force spoken of; through the real parser."""

from datetime import date

import pytest

from dateline.model import Report, day
from dateline.within.claim import claims
from dateline.within.date import times
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments


def force(text, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), times(report, marked, parse), ())
    return [c for c in found if c.action == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "particular"),
    [
        ("It rained. Pirates killed a ferryman.", True),
        ("It rained. Pirates killed nine shepherds.", True),
        ("It rained. Pirates raided the coast on March 3, 2011.", True),
        ("It rained. Pirates murdered Orla Venning.", True),
        ("It rained. The pirates burned the harbour office.", True),
        ("It rained. Pirates destroyed three boats.", True),
        ("It rained. Pirates have wounded our people.", False),
        ("It rained. The killing of our people by pirates must end.", False),
        ("It rained. The war killed 40,000 shepherds.", False),
        ("It rained. The pirates were attacked.", True),
        ("It rained. The attack was a disgrace.", False),
        ("It rained. A newspaper was blown up.", True),
        ("It rained. A bomb exploded.", True),
        ("It rained. Bombs exploded.", False),
    ],
)
def test_an_act_has_a_day_a_number_or_somebody_certain(text, particular, parser):
    assert {c.particular for c in force(text, parser)} == {particular}


@pytest.mark.parametrize(
    ("title", "text", "particular"),
    [
        (None, "Pirates attacked defenceless shepherds in Ullswick.", False),
        (None, "Pirates attacked nine shepherds in Ullswick.", True),
        ("Shepherds killed in Ullswick", "", True),  # headlines leave out articles
    ],
)
def test_what_is_told_as_news_alone_is_no_one_act(title, text, particular, parser):
    """The week before a report is where news without a day lies; it makes no act of force in general."""
    report = Report(id="r", uri="r", title=title, text=text or "It rained.", published=day(date(2024, 3, 5), "given"))
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), times(report, marked, parse), ())
    assert {c.particular for c in found if c.action == "ASSAULT"} == {particular}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A fierce clash left nine shepherds dead.", []),
        ("One of the devices wounded a ferryman.", []),
        ("The harbour guards suffered nine casualties.", []),
        ("The pirates inflicted nine casualties on the guards.", ["The pirates"]),
        ("Those responsible for the attack on the ferry fled.", []),
    ],
)
def test_what_kills_is_nobody_and_who_suffers_did_not_do_it(text, actors, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    harm = [c for c in found if c.action == "ASSAULT" or c.kind in {"death", "injury"}]
    assert harm
    assert sorted({text[one.start : one.end] for c in harm for one in c.actors}) == actors
