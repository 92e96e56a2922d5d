"""Sentences that go on behind the full stop of an abbreviation."""

import pytest

from builders import report
from dateline.within.parse import parses
from dateline.within.segment import segments

TEXTS = [
    ("A cook was hit near 12th and Quay Rd. around 6:45 p.m. Friday.", 1),
    ("A cook was hit at the mill around 12:30 a.m. Sunday.", 1),
    ("A cook was hit on Quay Ave. when a guard fired from a car.", 1),
    ("A cook was hit on Quay Ave. Police found him there.", 2),
    ("A cook was hit at 6:45 p.m. Police found him there.", 2),
]


@pytest.mark.parametrize("text, count", TEXTS)
def test_a_sentence_ends_at_no_abbreviation_that_it_goes_on_behind(text, count, parser):
    made = report(text=text)
    parse = next(parses([(made, segments(made))], parser))
    assert len(parse.sentences) == count
    assert all(parse.sentence_at[head] == parse.sentence_at[token] for token, head in enumerate(parse.heads))
