"""Sums of the dead, the hurt and the held, bodies that were found, and parts, through the real parser."""

import pytest

from dateline.model import Report
from dateline.within.claim import claims
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments

LONG = (
    "The number of people killed when a ferry full of weavers and their families sank off the southern coast of Fjord "
    "province in a storm had risen to 27."
)
SUMS = [
    ("The number of those killed in the ferry fire rose to 14 martyrs.", "killed", 14, "total"),
    ("The number of the injured is now 27, most of them weavers.", "injured", 27, "total"),
    (LONG, "killed", 27, "total"),
    ("A surgeon put the wounded at 38.", "injured", 38, "total"),
    ("The number of victims of the massacre at Sedgemoor has risen to 24.", "killed", 24, "total"),
    ("The port gave a lower toll of 22 sailors.", "killed", 22, "total"),
    ("The death toll of the Lodi storms rises to 34.", "killed", 34, "total"),
    ("Three schoolchildren were killed by a falling oak.", "killed", 3, "new"),
    ("Raiders killed a colonel Juan Ruiz near Lodi.", "killed", 1, "new"),
    ("Wardens put the number of arrests at 30.", "captured", 30, "total"),
    ("About a dozen arrests were made, wardens said.", "captured", 12, "new"),
    ("Another 19 sailors are in custody.", "captured", 19, "new"),
    ("Divers found seven bodies near the weir.", "killed", 7, "new"),
    ("The lifeless bodies of eight sailors were discovered by a shepherd.", "killed", 8, "new"),
    ("Three more bodies were recovered from the wreck.", "killed", 3, "more"),
    ("The raid killed 20 villagers, among them six children.", "killed", 6, "part"),
]


def counted(text, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    return [q for c in claims(report, marked, parse, mentions(report, marked, parse), (), ()) for q in c.quantities]


@pytest.mark.parametrize("text, of, many, sense", SUMS)
def test_sums(text, of, many, sense, parser):
    assert (of, many, sense) in {(q.of, q.low, q.sense) for q in counted(text, parser)}


@pytest.mark.parametrize(
    "text, of",
    [
        ("The two bodies signed a treaty.", "killed"),
        ("He has six prior arrests.", "captured"),
        ("The number of injured people rose by 4 per cent.", "injured"),
        ("Officers took custody of the two boats.", "captured"),
    ],
)
def test_what_is_no_such_sum(text, of, parser):
    assert not [q for q in counted(text, parser) if q.of == of]


PARTS = [
    ("At least 28 sailors, five of them boys, drowned.", "killed", 28, "new"),
    ("Twelve nuns, among them three girls, were killed by the fire.", "killed", 3, "part"),
    ("The raid killed 9: army.", "killed", 9, "new"),
    ("Forty sailors died, of whom 12 were boys.", "killed", 12, "part"),
]


@pytest.mark.parametrize("text, of, many, sense", PARTS)
def test_parts(text, of, many, sense, parser):
    assert (of, many, sense) in {(q.of, q.low, q.sense) for q in counted(text, parser)}


GONE = [
    ("About 1,850 people, among them some 430 rebels with rifles, were transported on 42 buses.", {1850, 430}, set()),
    ("The clerk said 2,300 people, of whom 600 were fighters, had boarded buses.", {2300, 600}, set()),
    ("The fourth batch of rebels left Lodi on buses.", set(), {4}),
    ("The clerk said that 11 buses carried about 500 people, including 166 rebels, to Lodi.", {500, 166}, set()),
    ("Forty people left the hall.", set(), set()),
]


@pytest.mark.parametrize("text, people, batches", GONE)
def test_those_who_go_in_a_convoy_are_counted_together(text, people, batches, parser):
    found = counted(text, parser)
    assert {q.low for q in found if q.of == "participants"} == people
    assert {q.low for q in found if q.of == "batch"} == batches


def test_an_age_behind_a_name_needs_no_comma(parser):
    found = counted("The teacher Ana Ruiz, who was 29, was hurt. The driver Juan Diaz 41 was killed.", parser)
    assert {q.low for q in found if q.of == "age"} == {29, 41}
