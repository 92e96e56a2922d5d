"""Counts and sums, through the real parser."""

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
    return report, claims(report, marked, parse, mentions(report, marked, parse), (), ())


KILLED = [
    ("Between 30 and 40 people were killed.", 30, 40),
    ("More than 4,000 people were killed.", 4001, None),
    ("As many as 20 soldiers were killed.", 0, 20),
    ("The couple were killed.", 2, 2),
    ("A 23-year-old man was shot dead.", 1, 1),
    ("Marta Lopes, 23, was killed.", 1, 1),
    ("No one was killed.", 0, 0),
    ("Twenty-two miners were killed.", 22, 22),
    ("Hundreds of civilians were killed.", 200, None),
    ("Two of the guards were killed.", 2, 2),
    ("The blast brought the death toll to 79.", 79, 79),
]


@pytest.mark.parametrize("text, low, high", KILLED)
def test_the_dead(text, low, high, parser):
    _, found = read(text, parser)
    counted = [q for c in found for q in c.quantities if q.of == "killed"]
    assert (counted[0].low, counted[0].high) == (low, high)


def test_what_is_hit_is_not_always_somebody(parser):
    _, found = read("The bullet struck a wall and hit her leg.", parser)
    assert [q for c in found for q in c.quantities] == []


def test_more_of_them(parser):
    _, found = read("Soldiers captured a rebel leader. They also detained two suspected fighters.", parser)
    assert [(q.low, q.sense) for c in found for q in c.quantities if q.of == "captured"] == [(1, "new"), (2, "more")]


def test_money(parser):
    _, found = read("Kenya gave $2.5 million to Somalia.", parser)
    assert [(q.low, q.unit) for c in found for q in c.quantities if q.of == "money"] == [(2_500_000, "USD")]
