"""Sources in everyday forms: who was quoted by whom, blows that are no words, papers known by their look."""

import pytest

from dateline.model import Report
from dateline.run.flow import read_batch

SAID = [
    ('"The mill is sold," Horvat was quoted as saying by Interfax.', ["Interfax", "Horvat"], '"The mill is sold,"'),
    (
        "Horvat was quoted by Interfax as saying that the mill was sold.",
        ["Interfax", "Horvat"],
        "that the mill was sold",
    ),
    ("Speaking to teachers in Graz, the rector said the roof was holding.", ["the rector"], "the roof was holding"),
    (
        "The rector told the Elmby Gazette that he would stay.",
        ["the Elmby Gazette", "The rector"],
        "that he would stay",
    ),
    ('"No," said Horvat.', ["Horvat"], '"No,"'),
]


@pytest.mark.parametrize("text, chain, content", SAID)
def test_who_said_it(text, chain, content, parser):
    reading = read_batch([Report(id="r", uri="r", title=None, text=text)], parser)[0]
    (one,) = reading.attributions
    assert "".join(text[s.start : s.end] for s in one.content) == content
    assert [text[step.start : step.end] for step in one.chain] == chain


def test_who_cites_in_an_aside_passes_on(parser):
    text = "According to AFP, which cited a ferryman, six sailors were lost."
    reading = read_batch([Report(id="r", uri="r", title=None, text=text)], parser)[0]
    assert [step.kind for step in reading.attributions[0].chain][:1] == ["agency"]
    assert len(reading.attributions[0].chain) == 2


@pytest.mark.parametrize(
    "text", ["A hailstorm hit the coast.", "The missile hit a mill.", "The army attacked the town."]
)
def test_blows_are_no_words(text, parser):
    assert read_batch([Report(id="r", uri="r", title=None, text=text)], parser)[0].attributions == ()
