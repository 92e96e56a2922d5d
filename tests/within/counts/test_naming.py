"""Who the victims were: identifications, lists of names with ages, and the happenings they are put to."""

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
    found = mentions(report, marked, parse)
    return found, claims(report, marked, parse, found, (), ())


def named(text, parser, *, kind):
    return next(
        (
            tuple(text[p.start : p.end] for p in claim.recipients)
            for claim in read(text, parser)[1]
            if claim.kind == kind
        ),
        None,
    )


ROW = ("Ana Ruiz", "Tom Hale", "Eva Moss")
NAMED = [
    ("Officers identified the dead as Ana Ruiz, 34; Tom Hale, 17; and Eva Moss, 52, of Ripon.", ROW),
    ("The victims are Ana Ruiz, Tom Hale and Eva Moss.", ROW),
    ("Ana Ruiz, Tom Hale and Eva Moss are the three victims.", ROW),
    ("The victims were identified as Ana Ruiz, a teacher, and Tom Hale.", ROW[:2]),
    ("The bodies of Ana Ruiz, 34, and Tom Hale, 17, were found on Monday.", ROW[:2]),
    ("The three injured women are Ana Ruiz, Tom Hale and Eva Moss.", ROW),
    ("The victims, Ana Ruiz, 34, Tom Hale, 17, and Eva Moss, 52, were teachers.", ROW),
    ("Two others were wounded. They are Ana Ruiz of Ripon and Tom Hale, 17, of Leeds.", ROW[:2]),
    ("They are Ana Ruiz of Ripon and Tom Hale, 17, of Leeds.", None),
    ("The dead were identified as Ana Ruiz, 34, of the 2100 block of West Holly Avenue, and Tom Hale.", ROW[:2]),
    ("Police named the suspect as Tom Hale, 30.", None),
    ("Two people were killed on Sunday. The coroner identified them as Ana Ruiz, 34, and Tom Hale, 17.", ROW[:2]),
    ("A gunman killed two people on Sunday. Police identified him as Tom Hale, 30.", None),
    ("Police have identified the man killed on Friday.\n\nTom Hale, 17, was a cook.", ROW[1:2]),
    ("Police have not identified the man killed on Friday.\n\nTom Hale, 17, was a witness.", None),
    ("Police have identified the man killed on Friday.\n\nTom Hale said the street was calm.", None),
    ("A second victim, Eva Moss, 52, drove home.", ROW[2:]),
    ("Two people were killed. Ana Ruiz, 34, and Tom Hale, 17, were found in a car.", ROW[:2]),
    ("Three people were killed. Ana Ruiz, 34, and Tom Hale, 17, were found in a car.", None),
]


@pytest.mark.parametrize("text, names", NAMED)
def test_victims_are_named(text, names, parser):
    assert named(text, parser, kind="casualty") == names


def test_names_below_the_line_that_promises_them(parser):
    text = "The victims were:\n- Ana Ruiz, 34\n- Tom Hale, 17, of Leeds\n\nPolice asked for help."
    found = [claim for claim in read(text, parser)[1] if claim.kind == "casualty"]
    assert [text[p.start : p.end] for claim in found for p in claim.recipients] == ["Ana Ruiz", "Tom Hale"]


HURT = [
    ("Killed were Ana Ruiz, 34, and Tom Hale, 17, the sheriff said.", ROW[:2]),
    ("Two men were killed there, including Tom Hale, 21.", ("Two men", "Tom Hale")),
    ("Ana Ruiz, 34, Tom Hale, 17, and Eva Moss, 52, were also shot.", ROW),
    ("Ana Ruiz, 34, was hit in the arm, Tom Hale, 17, was hit in the hip and Eva Moss, 52, was hit twice.", ROW[:1]),
    ("The man shot outside a shop on Friday was Tom Hale of Leeds.", ("The man", "Tom Hale")),
    ("He killed three people -- Ana Ruiz, 34; Tom Hale, 17; and Eva Moss, 52 -- on Monday.", ("three people", *ROW)),
]


@pytest.mark.parametrize("text, names", HURT)
def test_all_of_a_row_are_hurt(text, names, parser):
    claim = next(c for c in read(text, parser)[1] if c.action == "ASSAULT")
    assert tuple(text[p.start : p.end] for p in claim.recipients) == names


def test_whoever_is_identified_is_the_one_spoken_of(parser):
    text = "A man was shot in Leeds. Police identified the man as Tom Hale, 30. The man later died."
    found, told = read(text, parser)
    bearer = next(m.entity for m in found if m.text == "Tom Hale")
    assert {p.entity for c in told if c.lemma == "die" for p in c.recipients} == {bearer}


CHAINED = [
    "A 10-year-old boy was killed on Sunday. Officials have identified the boy as Tom Hale.",
    "A young man was killed on Sunday. The family says his name was Tom Hale.",
    "A man was killed on Sunday. The man, identified as Tom Hale, 34, was a teacher.",
]


@pytest.mark.parametrize("text", CHAINED)
def test_an_identified_man_is_still_the_one_told_of_before(text, parser):
    found, told = read(text, parser)
    bearer = next(m.entity for m in found if m.text == "Tom Hale")
    assert [p.entity for c in told if c.lemma == "kill" for p in c.recipients] == [bearer]
