"""What says only that something happened is told of what was told before it."""

import pytest
from msgspec.structs import replace

from across.test_events import MONDAY, claim
from builders import report
from dateline.across.event.seen import see
from dateline.across.happening.occurred import placed
from dateline.model import Dates, Entities, Reading, Span, Time


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("A cook was stabbed in Ola. It happened at nine.", True),
        ("A cook was stabbed in Ola. The incident occurred at nine.", True),
        ("A cook was stabbed in Ola. The attack took place at nine.", True),
        ("A cook was stabbed in Ola. Nobody saw what happened at nine.", False),
        ("A cook was stabbed in Ola. It happened.", False),
        ("A cook was stabbed in Ola. A parade took off at nine.", False),
    ],
)
def test_it_happened(text, harm):
    word = next(word for word in ("happened", "occurred", "took") if word in text)
    lemma = {"happened": "happen", "occurred": "occur", "took": "take"}[word]
    end = text.index(".") + 1
    first = replace(claim("a", 0, "stab", MONDAY), end=end, trigger=Span(start=11, end=18))
    at = text.index(word)
    then = replace(
        claim("a", end + 1, lemma, action="OTHER"), end=len(text), trigger=Span(start=at, end=at + len(word))
    )
    start = text.find("nine")
    times = (
        Time(id="a:t", report="a", start=start, end=start + 4, text="nine", timex="TIME", value="T09:00",
             earliest=None, latest=None),
    )  # fmt: skip
    readings = {"a": Reading(report=report("a", text), times=times if start > 0 else ())}
    told = placed([see(one, Entities(), Dates()) for one in (first, then)], readings)
    assert (told[1].act == "harm") is harm
    assert told[0].act == "harm"
    assert told[1].claim.weight <= first.weight
