"""Quotation marks of every make."""

import pytest

from dateline.model import Report
from dateline.within.parse import Block
from dateline.within.saying.quote import quotes


def _quoted(text):
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block("text", "body", at, at + len(line)))
        at += len(line) + 1
    report = Report(id="r", uri="r", title=None, text=text)
    return [text[q.start : q.end] for q in quotes(report, tuple(blocks))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We go," he said. "Now."', ['"We go,"', '"Now."']),
        ("“We go,” he said.", ["“We go,”"]),
        ("‘It’s Anna’s house,’ he said.", ["‘It’s Anna’s house,’"]),
        ("«We go», he said.", ["«We go»"]),
        ("''We go,'' he said.", ["''We go,''"]),
        ("The ministers' talks weren't long.", []),
        ("He said: “They told me ‘no’ twice.”", ["“They told me ‘no’ twice.”"]),
    ],
)
def test_marks(text, found):
    assert _quoted(text) == found


def test_a_quotation_over_paragraphs():
    assert _quoted("“We came early.\n“We left late,” she said.") == ["“We came early.", "“We left late,”"]
    assert _quoted("Then: “We came early.\nWe left late,” she said.") == ["“We came early.", "We left late,”"]
