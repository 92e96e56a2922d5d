"""Disagreements are told as such: who says what, on whose word."""

import sqlite3
from types import SimpleNamespace

import msgspec
import pytest
from msgspec.structs import replace

from dateline.model import Discrepancy, Event, Origin, OriginShare, Place, SlotValue, When
from dateline.store.view import Record
from dateline.tell.digest import digest, disagreement, event_sentence
from dateline.tell.wording import relation_words


class Fake(SimpleNamespace):
    def origin(self, identifier):
        return Origin(id=identifier, name=identifier, kind="agency", entity=None, why="")


@pytest.fixture
def record():
    base = sqlite3.connect(":memory:")
    base.execute("create table kept (report, outlet, earliest, latest)")
    base.execute("create table report (id, title, text)")
    for number, (name, outlet) in enumerate(
        [("a", "Post"), ("b", "Wire"), ("c", "Desk"), ("d", "Courier"), ("e", "Post")]
    ):
        day = f"2025-08-0{number + 2}"
        base.execute("insert into kept values (?,?,?,?)", (name, outlet, day, day))
        base.execute("insert into report values (?,'','')", (name,))
    return Fake(base=base)


def event():
    return Event(
        id="E1", title="Talks", action="CONSULT", mode=None, actors=(), recipients=(), place=None, when=None,
        quantities=(), modality="happened", claims=("a:1-2",), reports=("a",), outlets=1,
    )  # fmt: skip


def said(value, *reports, origins=()):
    return SlotValue(value=value, claims=tuple(f"{r}:1-2" for r in reports), reports=reports, origins=origins)


AUGUST = {"value": "2025-08-01", "earliest": "2025-08-01", "latest": "2025-08-01", "basis": "stated"}
JULY = {"value": "2025-07-31", "earliest": "2025-07-31", "latest": "2025-07-31", "basis": "stated"}


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (
            (said(AUGUST, "a", "b"), said(JULY, "c", origins=("SANA",))),
            "On the day, accounts differ: Post and Wire say 1 August 2025; Desk, citing SANA, says 31 July 2025.",
        ),
        (
            (said(AUGUST, "a", "b", "c"), said(JULY, "d")),
            "On the day, accounts differ: three outlets say 1 August 2025; Courier says 31 July 2025.",
        ),
    ],
)
def test_a_disagreement_says_who_says_what(record, values, text):
    found = disagreement(
        record, event(), Discrepancy(id="D", event="E1", slot="when", relation="disputes", values=values)
    )
    assert found.text == text
    assert set(found.reports) == {r for v in values for r in v.reports}
    assert found.claims


def test_what_came_later_is_told_later_and_one_outlet_by_its_days(record):
    values = said(AUGUST, "e"), said(JULY, "a")
    found = disagreement(
        record, event(), Discrepancy(id="D", event="E1", slot="when", relation="updates", values=values)
    )
    assert found.text == (
        "On the day, later accounts say otherwise: Post, 2 August 2025, says 31 July 2025; "
        "later Post, 6 August 2025, says 1 August 2025."
    )


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (
            "Two men talked.",
            "On 1 August 2025, in Moscow (Kremlin): “Two men talked.” 1 report, 1 independent origin: SANA.",
        ),
        ("", "On 1 August 2025, in Moscow (Kremlin): “Talks”. 1 report, 1 independent origin: SANA."),
    ],
)
def test_an_event_is_told_in_the_words_of_a_report(record, sentence, text):
    told = replace(
        event(), sentence=sentence, when=msgspec.convert({**AUGUST}, When), place=Place(name="Moscow", site="Kremlin"),
        origins=(OriginShare(origin="SANA", reports=("a",), claims=()),), independent_origins=1,
    )  # fmt: skip
    found = event_sentence(record, told)
    assert found.text == text
    assert found.said == (sentence or "Talks")


def test_by_day_and_by_story_tell_the_same_events(example):
    with Record(example) as opened:
        told = {by: digest(opened, by=by) for by in ("story", "day")}
    events = {by: {s.event for section in sections for s in section.sentences} for by, sections in told.items()}
    assert events["story"] == events["day"]
    days = [section.title for section in told["day"]]
    assert (
        days.index("1 November 2025")
        < days.index("23 December 2025")
        < days.index("January 2026, day not known exactly")
    )


@pytest.mark.parametrize("relation", ["disputes", "corrects", "updates", "finer"])
def test_every_relation_has_words(relation):
    assert relation_words(relation) != relation
