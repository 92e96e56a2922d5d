"""Warnings that one report justifies."""

import pytest

from dateline.model import Attribution, Link, Report, Segment, Span
from dateline.within.warn import warnings


def _warned(text, attributions=()):
    report = Report(id="r", uri="r", title=None, text=text)
    body = (Segment(kind="body", start=0, end=len(text)),)
    return [
        (w.kind, w.start is not None and text[w.start : w.end])
        for w in warnings(report, body, (), (), attributions, ())
    ]


@pytest.mark.parametrize(
    ("stated", "warned"),
    [
        ("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia", True),
        ("https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource", True),
        ("digsrctype:algorithmicMedia", True),
        ("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture", False),
        (None, False),
    ],
)
def test_a_digital_source_type_of_machine_writing(stated, warned):
    report = Report(id="r", uri="r", title=None, text="Rain fell.", digital_source_type=stated)
    given = [w for w in warnings(report, (), (), (), (), ()) if w.kind == "ai_generated"]
    assert [(w.start, w.end) for w in given] == [(None, None)] * warned


@pytest.mark.parametrize(
    "notice",
    [
        "This article was generated with the help of AI.",
        "This text is AI-generated from the reports of others.",
        "Summary created by ChatGPT and checked by an editor.",
    ],
)
def test_a_notice_of_machine_writing(notice):
    assert ("ai_generated", notice) in _warned(f"Rain fell.\n{notice}\nMore rain is due.")


@pytest.mark.parametrize(
    "text", ["The AI company generated profits.", "Officials said the report was written by hand."]
)
def test_no_notice(text):
    assert [kind for kind, _ in _warned(text)] == ["undated"]


def test_a_text_cut_off():
    assert ("truncated", "The bridge was [+1234 chars]") in _warned("Rain fell.\nThe bridge was [+1234 chars]")


def test_an_unnamed_speaker_is_warned_of_once():
    text = "Officials said it rained. Officials said it snowed."
    told = [
        Attribution(
            id=f"a{at}",
            report="r",
            source=(Span(start=at, end=at + 9),),
            cue=(Span(start=at + 10, end=at + 14),),
            content=(Span(start=at + 15, end=at + 24),),
            quoted="indirect",
            speaker=None,
            speaker_kind="anonymous",
            frame="that",
            chain=(Link(entity=None, name="Officials", kind="anonymous", start=at, end=at + 9),),
        )
        for at in (0, 26)
    ]
    assert _warned(text, tuple(told))[0] == ("anonymous_source", "Officials")
    assert len(_warned(text, tuple(told))) == 2
