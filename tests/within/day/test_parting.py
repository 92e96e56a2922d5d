"""Who leaves an office by what they will not do, when they said so, and votes in the words of force."""

from datetime import date

import pytest

from dateline.model import Report, day
from dateline.run.flow import read_batch

LEAVING = [
    "Senator Ana Novak, a critic of the governor, announced on Tuesday that she would not run for re-election.",
    "Ohio Sen. Ana Novak said Tuesday she will not seek another term in 2026.",
    "Ana Novak, the mayor of Ola, announced Tuesday that she is stepping down.",
    "Ana Novak said on Tuesday that she won't run again for the council of Ola.",
    "The defense minister, Ana Novak, handed in her resignation on Tuesday.",
]
STAYING = [
    "Senator Ana Novak said on Tuesday that she would run for re-election.",
    "Ana Novak said on Tuesday that the boys did not run for help.",
]


def told(text, parser):
    report = Report(id="r", uri="r", title=None, text=text, published=day(date(2025, 6, 12), "given"))
    return read_batch([report], parser)[0].claims


@pytest.mark.parametrize("text", LEAVING)
def test_who_will_not_run_again_resigns_on_the_day_of_saying_so(text, parser):
    (left,) = (c for c in told(text, parser) if c.mode == "resign")
    assert (left.action, left.modality == "denied", left.when.earliest) == ("RETREAT", False, date(2025, 6, 10))


@pytest.mark.parametrize("text", STAYING)
def test_who_runs_stays(text, parser):
    assert not any(c.mode == "resign" for c in told(text, parser))


BLOODLESS = [
    "Ana Ruiz just beat her own party in a vote on the harbour.",
    "The Senate killed the Novak plan for the harbour on Tuesday.",
    "Ana Ruiz beat the mayor of Ola by an 11-point margin on Tuesday.",
    "A young professor beat the mayor of Ola in a primary on Tuesday.",
    "Carl Ruiz was forced out as the chief of police in Ola on Tuesday.",
]


@pytest.mark.parametrize("text", BLOODLESS)
def test_bills_are_killed_and_rivals_beaten_without_blood(text, parser):
    found = told(text, parser)
    assert not any(c.action in ("ASSAULT", "COERCE") for c in found)
    assert not any(q.of in ("killed", "injured") for c in found for q in c.quantities)


def test_what_narrowly_passes_passes(parser):
    (passed,) = (
        c for c in told("The council of Ola narrowly passed the harbour bill on Tuesday.", parser) if c.lemma == "pass"
    )
    assert passed.modality == "happened"
