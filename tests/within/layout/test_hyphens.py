"""Words with a prefix are one word, whatever the parser makes of their hyphen."""

import pytest

from builders import report
from dateline.within.parse import parses
from dateline.within.segment import segments

OBJECTS = [
    ("The baker thanked three co-workers.", ["workers"]),
    ("Officers held her ex-husband.", ["husband"]),
]


@pytest.mark.parametrize("text, objects", OBJECTS)
def test_a_prefix_hangs_on_its_word(text, objects, parser):
    made = report(text=text)
    parse = next(parses([(made, segments(made))], parser))
    assert [parse.words[t] for t, dep in enumerate(parse.deps) if dep == "dobj"] == objects
