"""Claims ask which attributions cover a span."""

from dateline.model import Attribution, Span
from dateline.within.saying.attributed import Said


def _attribution(name, *content):
    return Attribution(
        id=name,
        report="r",
        source=(),
        cue=(),
        content=tuple(Span(start=a, end=b) for a, b in content),
        quoted="indirect",
        speaker=None,
        speaker_kind="person",
    )


def test_the_innermost_comes_first():
    said = Said((_attribution("outer", (0, 100)), _attribution("inner", (20, 60)), _attribution("far", (200, 240))))
    assert said.covering(Span(start=30, end=35)) == ("inner", "outer")
    assert said.covering(Span(start=90, end=110)) == ()


def test_a_broken_quotation_counts_once():
    said = Said((_attribution("broken", (0, 10), (20, 30)),))
    assert said.covering(Span(start=22, end=25)) == ("broken",)


def test_a_title_is_another_text():
    said = Said((_attribution("text", (0, 10)),))
    assert said.covering(Span(start=2, end=5, field="title")) == ()
