"""Sentences with one slot changed come back with that slot named; undistorted they are held."""

import tomllib

import pytest

from builders import EXAMPLE
from dateline.run.check import check
from dateline.store.view import Record

pytestmark = pytest.mark.slow
SENTENCES = tomllib.loads((EXAMPLE.parent / "distortions.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def record(example):
    with Record(example) as opened:
        yield opened


def test_there_are_twenty_distortions_and_more():
    assert sum(map(len, SENTENCES["differs"].values())) >= 20


@pytest.mark.parametrize("sentence", SENTENCES["held"])
def test_what_the_record_holds_is_held(record, parser, sentence):
    (found,) = check(record, sentence, parser)
    assert found.verdict == "held", found
    assert all(slot.reports for slot in found.slots)


@pytest.mark.parametrize(("slot", "sentence"), [(k, s) for k, v in SENTENCES["differs"].items() for s in v])
def test_the_changed_slot_is_named(record, parser, slot, sentence):
    (found,) = check(record, sentence, parser)
    assert found.verdict == "differs", found
    assert {s.slot for s in found.slots if s.verdict == "differs"} == {slot}, found


@pytest.mark.parametrize(
    "sentence",
    [
        "Angela Merkel visited Lisbon in May 2011.",
        "More than 4,000 Iraqis study at Russian universities.",
        "Recep Tayyip Erdogan visited Lisbon on 5 May 2025.",
    ],
)
def test_what_the_record_does_not_hold_is_said_so(record, parser, sentence):
    assert all(found.verdict == "not in the record" for found in check(record, sentence, parser))


def test_words_that_claim_nothing_are_not_checked(record, parser):
    assert check(record, "Hello there.", parser) == ()
