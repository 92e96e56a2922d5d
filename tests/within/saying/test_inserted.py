"""What stands before a source and a cue that close their sentence."""

from builders import report
from dateline.within.parse import Block, Parse
from dateline.within.saying.clauses import Clauses
from dateline.within.saying.inserted import before


def test_nothing_stands_before_a_source_that_opens_its_sentence(parser):
    text = "Two ferries sank, the harbour office said."
    (parsed,) = parser.parse([[text]])
    parse = Parse(report(text=text), [Block("text", "body", 0, len(text))], parsed)
    cue = parse.words.index("said")
    assert before(Clauses(parse), (4, cue), cue) == ((0, 3),)
    assert before(Clauses(parse), (1, cue), cue) == ()
