"""Headlines that stand in one line with the report."""

import pytest

from dateline.model import Report
from dateline.within.layout.run_on import opens
from dateline.within.segment import segments


def cut(text):
    report = Report(id="r", uri="", title=None, text=text)
    return [(s.kind, text[s.start : s.end].strip()) for s in segments(report)]


@pytest.mark.parametrize(
    ("head", "stamp", "rest"),
    [
        ("Ferry sinks off Brannock", "July 3 , 2011", "Four people are missing after a ferry sank, police said."),
        (
            "Ferry sinks off Brannock",
            "Posted : Sat , 2 Mar 2013 9 : 15 AM EST",
            "Four people are missing, police said.",
        ),
        ("Ferry sinks off Brannock", "Friday March 1 , 2013 @ 8 : 13am EST", "Ferry owners have tweeted of a loss."),
        ("Ferry sinks off Brannock", "10 : 55 P . M . MAR . 2 , 2013", "Four people are missing, police said."),
        ("Four sought for sinking", "on Mar . 02 , 2013", "Coastguards of Brannock seek four men."),
        ("Ferry sinks off Brannock", "on Mar 2, 2013 9:15 am | Updated on Mar 3, 2013 1:15 pm", "A ferry sank here."),
    ],
)
def test_a_stamp_parts_headline_and_report(head, stamp, rest):
    assert cut(f"{head} {stamp} {rest}") == [("headline", head), ("byline", stamp), ("body", rest)]


def test_an_article_with_a_capital_begins_the_report():
    text = "Ferry sinks off Brannock , four missing A ferry with forty people on board sank at noon ."
    assert cut(text)[0] == ("headline", "Ferry sinks off Brannock , four missing")


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on July 3, 2011 off the coast of Brannock, police said.",
        "Ana Ruiz was born on May 3 , 1950 in Lund and died there .",
        "15 Aug 2016 A ferry sank off the coast of Brannock, police said.",
        "The ferry sank. It was built on July 3, 2011. The crew was saved.",
        "Date of birth of the captain: 01/6/1992 Harlow",
    ],
)
def test_no_headline_where_the_sentence_goes_on(text):
    assert "headline" not in [kind for kind, _ in cut(text)]


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("Monday , March 4 , 2013 Ferry sinks off Brannock", "Monday , March 4 , 2013 "),
        ("Updated : March 4 , 2013 20 : 09 GMT Ferry sinks", "Updated : March 4 , 2013 20 : 09 GMT "),
        ("March 4, 2013, was a day of mourning in Brannock.", None),
        ("04-03-2013 9 Drown off Brannock", "04-03-2013 "),
        ("04-03-2013 9 men drowned off Brannock", None),
        ("Ferry sinks off Brannock on March 4, 2013 Four dead", None),
    ],
)
def test_a_text_may_open_with_its_stamp(text, stamp):
    assert opens(text) == (None if stamp is None else (0, len(stamp)))
