"""What is remembered of a word is what the pipeline's own steps say of it in its text."""

import pytest
import spacy

from dateline.within.parsers.remembered import Remembered, _read
from dateline.within.parsers.spacy_parser import PACKAGED, SpacyParser, _load, tokens

pytestmark = pytest.mark.slow
TEXTS = [
    "The envoys met in Oslo on Tuesday.",
    "There was a fire, and there's another.",
    "Let's go, we're gonna lose; I've got  ta run. Y'all ain't coming.",
    "REBELS SEIZED TWO PORTS;\nTHE ENVOYS LEFT.",
    "The envoys met in Oslo on Tuesday, but but leaves left.",
    " ",
]


def test_columns_are_those_of_the_whole_pipeline():
    language = _load(PACKAGED)
    expected = [tokens(doc, _read(doc)) for doc in language.pipe(TEXTS)]
    parser = SpacyParser()
    assert list(parser.parse([TEXTS])) == [expected]
    # once more, now that every word is known
    assert list(parser.parse([[text] for text in TEXTS[::-1]])) == [[one] for one in expected[::-1]]


def test_a_pipeline_without_those_steps_is_read_as_it_is():
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    steps = Remembered(language)
    assert steps.parts == ()
    (columns,) = steps.columns([language("Ships left.")])
    assert [pos for pos, *_ in columns] == ["X", "X", "X"]
