"""Copies: verbatim, edited, shortened; updates and strangers are none; who copied whom."""

from datetime import date

import pytest

from dateline.across.copies import copies
from dateline.model import Decision, Outlet, Reading, Report, Segment, day

LEAD = "Four bridges over the river were closed on Monday after the flood reached the old town and its harbour."
REST = (
    " Engineers said the piers had been damaged by drifting timber. The mayor asked people to stay at home until the"
    " water falls. Trains to the coast were replaced by buses, and two schools took in families from the lower streets."
    " A spokeswoman for the railway said the line would stay shut for a week while divers look at the foundations."
)
OTHER = (
    "The museum of navigation opens a new wing in May. Its collection of maps, globes and logbooks was given by a"
    " shipowner's family and will be shown in eleven rooms, with a reading room for scholars under the roof."
)


def _reading(name, text, published=None, outlet=None):
    report = Report(
        id=name,
        uri=name,
        title=None,
        text=text,
        published=day(date.fromisoformat(published), "given") if published else None,
        outlet=Outlet(name=outlet) if outlet else None,
    )
    return Reading(report=report, segments=(Segment(kind="body", start=0, end=len(text)),))


EDITED = LEAD.replace("flood", "water").replace("Four", "Several") + REST.replace("damaged", "hurt").replace(
    "falls", "sinks"
)


@pytest.mark.parametrize(
    "text", [LEAD + REST, EDITED, LEAD + REST[:250], "Weather desk. " + LEAD + REST + " More soon."]
)
def test_a_copy_is_found_whatever_was_done_to_it(text):
    found = copies([_reading("a", LEAD + REST, "2026-01-05", "One"), _reading("b", text, "2026-01-06", "Two")], ())
    assert found.copy_of == {"b": "a"}
    assert found.family == {"a": "a", "b": "a"}


def test_the_later_text_is_the_copy():
    found = copies(
        [_reading("a", LEAD + REST, "2026-01-06", "One"), _reading("b", LEAD + REST, "2026-01-05", "Two")], ()
    )
    assert found.copy_of == {"a": "b"}


def test_who_is_credited_comes_first():
    first, second = _reading("a", LEAD + REST + " (Two)", None, "One"), _reading("b", LEAD + REST, None, "Two")
    assert copies([first, second], ()).copy_of == {"a": "b"}


def test_strangers_are_no_copies():
    assert copies([_reading("a", LEAD + REST), _reading("b", OTHER)], ()).copy_of == {}


def test_a_newsroom_that_goes_on_with_its_own_story_copies_nobody():
    update = (
        "Two of the closed crossings opened again on Tuesday, and the first trams went over them before noon, the city"
        " council told reporters while the harbour stayed under water."
    ) + REST
    found = copies([_reading("a", LEAD + REST, "2026-01-05", "One"), _reading("b", update, "2026-01-06", "One")], ())
    assert found.copy_of == {}
    assert found.passages[0].report == "a"


def test_a_passage_keeps_its_words():
    texts = {"a": OTHER + REST, "b": LEAD * 3 + REST[:260] + " " + LEAD[::-1] * 3}
    found = copies([_reading(name, text, None, name) for name, text in texts.items()], ())
    passage = found.passages[0]
    ours = texts[passage.report][passage.start : passage.end]
    assert ours == texts[passage.other][passage.other_start : passage.other_end]


def test_a_person_decides():
    said = Decision(id="D", about="copy", left="a", right="b", verdict="different", score=1.0, reasons=(), by="ann")
    assert copies([_reading("a", LEAD + REST), _reading("b", LEAD + REST)], (said,)).copy_of == {}


def test_the_order_of_arrival_does_not_count():
    reports = [_reading("a", LEAD + REST), _reading("b", EDITED), _reading("c", OTHER), _reading("d", LEAD + REST)]
    assert copies(reports, ()) == copies(reports[::-1], ())
