"""What a report's headline and lead were written to tell."""

import pytest
from msgspec.structs import replace
from tests.across.test_events import MONDAY, claim

from dateline.across.event.parts import Parts, headed
from dateline.across.event.seen import see
from dateline.model import Dates, Entities, Reading, Report, Segment

TEXT = "Harbour closed\nThe port of Ostrava was closed by its owners on Friday. Two men were shot there in May.\n"


def read(text=TEXT, title=None):
    head = Segment(kind="headline", start=0, end=15)
    return Reading(
        report=Report(id="a", uri="a", text=text, title=title),
        segments=(head, Segment(kind="body", start=15, end=len(text))),
    )


def test_the_lead_is_the_first_sentence_of_the_body():
    parts = Parts.of(read())
    assert TEXT[slice(*parts.lead)] == "The port of Ostrava was closed by its owners on Friday."
    assert [parts.at(claim("a", at, "close")) for at in (8, 40, 90)] == ["headline", "lead", ""]


@pytest.mark.parametrize(("weight", "heads"), [(1.0, True), (0.6, False)])
def test_what_a_headline_only_names_is_not_what_it_tells(weight, heads):
    closed = claim("a", 8, "close", MONDAY, 1.0)
    shot = replace(claim("a", 10, "shoot", MONDAY, weight), action="ASSAULT")
    told = headed([read()], [see(one, Entities(), Dates()) for one in (closed, shot)])
    assert [one.heads for one in told] == [True, heads]


def test_where_no_headline_tells_anything_all_of_the_text_is_lead():
    far = claim("a", 90, "shoot", MONDAY, 0.5)
    assert [one.part for one in headed([read()], [see(far, Entities(), Dates())])] == ["lead"]
