"""Tolls: the figures that words give them, what they were before, and their parts, through the real parser."""

import pytest

from dateline.model import Report
from dateline.within.claim import claims
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments


def counted(text, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    return [q for c in claims(report, marked, parse, mentions(report, marked, parse), (), ()) for q in c.quantities]


TOLLS = [
    ("The Lodi rescue league raised its toll from 31 to 46.", {(46, "total"), (31, "before")}),
    ("The toll stood at 44, up from 29 on Friday.", {(44, "total"), (29, "before")}),
    ("The ministry revised the toll down to 33 from 47.", {(33, "total"), (47, "before")}),
    ("The ferry line said the toll was now 19.", {(19, "total")}),
    ("Lodi doctors put the toll at more than 70 on Sunday.", {(71, "total")}),
    ("The toll has passed 130.", {(130, "total")}),
    ("The league put the death toll of the conflict at 4,100.", {(4100, "spread")}),
    ("The fire raised the toll of the past two weeks to 61.", {(61, "spread")}),
    ("The league which had counted 37 dead on Sunday said that 52 sailors were killed.", {(37, "before"), (52, "new")}),
    ("The clinic which had first listed 21 deaths said 64 nuns were killed.", {(21, "before"), (64, "new")}),
    ("The league had put the number of nuns killed in the fire at 23.", {(23, "before")}),
    ("The league had put the toll at 27 at the time.", {(27, "before")}),
    ("At least 45 sailors died, up from 28 a day before.", {(45, "new"), (28, "before")}),
    ("Wardens had said earlier that 13 sailors were killed.", {(13, "before")}),
    ("The toll of the blasts rose on Monday with a watch league counting 74 dead and state radio 61.", {(74, "total")}),
    ("The toll, initially put at 23, now stands at 34.", {(23, "before"), (34, "total")}),
    ("The clinic said the dead now number 37.", {(37, "total")}),
    ("State radio gave the number of dead as 39.", {(39, "total")}),
    ("Wardens said 36 sailors were killed, but residents put the figure at 58.", {(36, "new"), (58, "total")}),
    ("Wardens said 36 sailors were killed. Residents put the figure at 58.", {(36, "new"), (58, "total")}),
    ("Thirteen of the dead were killed in Lodi alone.", {(13, "part")}),
    ("Wardens said 36 nuns had died, while the league said 43.", {(36, "new"), (43, "total")}),
    ("The toll on the bridge rose to 5 dollars.", set()),
    ("The toll road opened to 300 drivers.", set()),
]


@pytest.mark.parametrize("text, expected", TOLLS)
def test_what_a_toll_is_and_what_it_was(text, expected, parser):
    found = {(q.low, q.sense) for q in counted(text, parser) if q.of == "killed" and (q.low or 0) > 2}
    assert found == expected


APART = [
    ("The league said 12 nuns were confirmed to be among the dead.", "killed", {("nuns", 12)}),
    ("It said 30 sailors died and that seven cooks were among them.", "killed", {("cooks", 7)}),
    ("Nine nuns and three cooks were among the wounded.", "injured", {("nuns", 9), ("cooks", 3)}),
    ("At least 61 sailors were killed 35 in Sedge and 26 in Lodi.", "killed", {("in Sedge", 35), ("in Lodi", 26)}),
    ("Ambulances carried 16 of the wounded to a clinic in Kent.", "injured", {("in hospital", 16)}),
    ("Nurses said that 18 of the wounded had been admitted.", "injured", {("in hospital", 18)}),
    ("Nine died in Lodi and six in Kent.", "killed", {("in Lodi", 9), ("in Kent", 6)}),
    ("The dead include seven cooks and a nun.", "killed", {("cooks", 7), ("nuns", 1)}),
    ("Of the 34 killed, nine were nuns.", "killed", {("nuns", 9)}),
    ("The blast hurt nine nuns in Lodi in June and six guards met in Kent.", "injured", set()),
]  # fmt: skip


@pytest.mark.parametrize("text, of, expected", APART)
def test_groups_and_places_among_those_hit(text, of, expected, parser):
    assert {(q.whose, q.low) for q in counted(text, parser) if q.of == of and q.sense == "part"} == expected


def test_a_number_behind_a_passive_is_none_of_all(parser):
    found = counted("It said at least 61 sailors were killed 35 in Sedge and 26 in Lodi.", parser)
    assert [q.low for q in found if q.of == "killed" and q.sense == "new"] == [61]


@pytest.mark.parametrize("text", ["Nine of the 12 tents were hit.", "At least 16 of the 29 lorries were hit."])
def test_things_that_are_hit_are_nobody(text, parser):
    assert not [q for q in counted(text, parser) if q.of in ("shot", "injured", "killed")]


@pytest.mark.parametrize(
    "text, least",
    [("Dozens of wounded had been brought in from the mill.", 24), ("Scores of injured filled the clinic.", 40)],
)
def test_so_many_of_wounded(text, least, parser):
    assert [(q.low, q.high) for q in counted(text, parser) if q.of == "injured"] == [(least, None)]


def test_all_who_did_it_are_counted(parser):
    found = counted("Wardens believe that all three fired into the crowd.", parser)
    assert [(q.of, q.low) for q in found] == [("perpetrators", 3)]


def test_those_whom_shots_hurt_are_counted_apart(parser):
    found = counted("Five sailors were injured by gunfire and a cook was injured in a fall.", parser)
    assert {(q.of, q.low) for q in found} == {("shot", 5), ("injured", 1)}


def test_who_recovers_from_wounds_lives(parser):
    found = counted("Two sailors and a nun are recovering from gunshot wounds.", parser)
    assert [(q.of, q.low) for q in found] == [("injured", 3)]
