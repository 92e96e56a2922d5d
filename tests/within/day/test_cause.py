"""What a claim goes back to, in the words of its own sentence."""

import pytest

from dateline.model import Report
from dateline.within.claim import claims
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments


def causes(text, parser):
    """The words of each claim that goes back to another, with the words of that one."""
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = {c.id: c for c in claims(report, marked, parse, mentions(report, marked, parse), (), ())}
    words = {name: text[c.trigger.start : c.trigger.end] for name, c in found.items()}
    return {(words[c.id], words[c.cause]) for c in found.values() if c.cause}


TOLD = [
    ("Wardens arrested a cook on Monday over the shooting of a ranger.", ("arrested", "shooting")),
    ("Four miners died after an explosion in the pit.", ("died", "explosion")),
    ("Four miners were killed by an explosion in the pit.", ("killed", "explosion")),
    ("The envoy was expelled in response to the bombing.", ("expelled", "bombing")),
    ("The envoy was expelled because of the bombing.", ("expelled", "bombing")),
    ("A cook was charged in connection with the bombing.", ("charged", "bombing")),
    ("Wardens arrested a cook after he shot a ranger.", ("arrested", "shot")),
]


@pytest.mark.parametrize("text, link", TOLD)
def test_what_a_claim_goes_back_to(text, link, parser):
    assert link in causes(text, parser)


@pytest.mark.parametrize(
    "text", ["The envoy met the minister before the bombing.", "The envoy spoke about the bombing in Ola."]
)
def test_what_is_only_told_beside_is_no_cause(text, parser):
    assert not causes(text, parser)
