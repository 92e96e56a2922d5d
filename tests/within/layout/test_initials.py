"""Initials that are a small word in capitals."""

import pytest

from builders import report
from dateline.run.flow import read_batch
from dateline.within.layout.initials import group_named


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("IS said that Daesh had left.", "UN said that Daesh had left."),
        ("The group Ola is Burning Down said so.", "The group Ola Xx Xxxxxxx Xxxx said so."),
        ("The group called Ola was Sold said so.", "The group called Ola was Sold said so."),
        ("The group called Ola was Traded said so.", "The group Xxxxxx Ola Xxx Xxxxxx said so."),
        ("The group Ola is Danish, he said.", "The group Ola is Danish, he said."),
        ("It IS late, the cook said.", "It IS late, the cook said."),
        ("THE FERRY IS LATE, as Daesh said.", "THE FERRY IS LATE, as Daesh said."),
    ],
)
def test_they_stand_as_a_name_where_the_group_is_named_in_full(text, copy):
    assert group_named(text, report(text=text)) == copy


def test_a_name_that_is_a_sentence_is_whoever_speaks(parser):
    text = "The activist group Norvik is Being Drowned Slowly put the number of dead at 30."
    (reading,) = read_batch([report(text=text)], parser)
    (said,) = (a for a in reading.attributions if a.frame == "np")
    assert said.chain[-1].name.endswith("Norvik is Being Drowned Slowly")
    assert said.chain[-1].kind == "institution"


def test_the_group_speaks_under_its_own_name(parser):
    text = "The Islamic State group took the mill. IS said in a note on Monday that it had burned the mill down."
    (reading,) = read_batch([report(text=text)], parser)
    assert [reading.report.words(a.source[0]) for a in reading.attributions] == ["IS"]
