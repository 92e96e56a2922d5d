"""Streets, bars and towns where force was used are no parties to it; through the real parser."""

import pytest

from dateline.model import Report
from dateline.within.claim import claims
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments

CASES = [
    ("Two men were held after the Hill Street shooting.", set(), set()),
    ("Nobody was named after the bombing in Quito.", set(), set()),
    ("Gunmen opened fire on Harbour Road late on Monday.", {"Gunmen"}, set()),
    ("Sailors fired on the naval base.", {"Sailors"}, {"the naval base"}),
    ("A bomb exploded in the northern town of Otterby.", set(), set()),
    (
        "Sailors attacked a customs post in the heart of the city.",
        {"Sailors"},
        {"a customs post in the heart of the city"},
    ),
    ("Sailors attacked the customs post, Northmark Province.", {"Sailors"}, {"the customs post"}),
    ("France attacked the port.", {"France"}, {"the port"}),
    ("Ministers condemned the country's attacks against the Kurds.", {"the country"}, {"the Kurds"}),
]


@pytest.mark.parametrize("text, actors, recipients", CASES)
def test_a_scene_is_no_party(text, actors, recipients, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    force = [c for c in found if c.action == "ASSAULT"]
    assert force
    assert {text[one.start : one.end] for c in force for one in c.actors} == actors
    assert {text[one.start : one.end] for c in force for one in c.recipients} == recipients
