"""Disagreements are told as such: who says what, on whose word."""

import sqlite3
from types import SimpleNamespace

import pytest

from dateline.model import Discrepancy, Event, Origin, SlotValue
from dateline.tell.digest import disagreement
from dateline.tell.wording import relation_words


class Fake(SimpleNamespace):
    def origin(self, identifier):
        return Origin(id=identifier, name=identifier, kind="agency", entity=None, why="")


@pytest.fixture
def record():
    base = sqlite3.connect(":memory:")
    base.execute("create table kept (report, outlet)")
    base.executemany("insert into kept values (?,?)", [("a", "Post"), ("b", "Wire"), ("c", "Desk"), ("d", "Courier")])
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


@pytest.mark.parametrize("relation", ["disputes", "corrects", "updates", "finer"])
def test_every_relation_has_words(relation):
    assert relation_words(relation) != relation
