"""What builds change is noted: new events, joined ones, values that are others now."""

import pytest

from dateline.model import Event, Quantity
from dateline.store.changes import Before, became, changes, former_ids, put_changes
from dateline.store.file import connect, pack


def event(name, claims, reports, killed=None):
    counts = (Quantity(of="killed", low=killed, high=killed, start=0, end=1),) if killed is not None else ()
    return Event(
        id=name, title=f"title of {name}", action="ASSAULT", mode=None, actors=(), recipients=(), place=None, when=None,
        quantities=counts, modality="happened", claims=claims, reports=reports, outlets=1, main=True,
    )  # fmt: skip


@pytest.fixture
def base(tmp_path):
    return connect(tmp_path / "r.db", create=True)


def test_a_toll_that_rose_is_told_with_the_report_that_said_so(base):
    old = Before({"E1": event("E1", ("a",), ("r1",), killed=2)}, {"a": "E1"})
    put_changes(base, old, [event("E1", ("a", "b"), ("r1", "r2"), killed=3)])
    found = {c.what: (c.was, c.now, c.by) for c in changes(base)}
    assert found["quantity:killed"] == ("2", "3", ("r2",))
    assert found["reports"] == ("1", "2", ("r2",))


def test_events_that_are_joined_keep_their_former_ids(base):
    old = Before({n: event(n, (n,), (n,)) for n in ("E1", "E2")}, {"E1": "E1", "E2": "E2"})
    put_changes(base, old, [event("E1", ("E1", "E2"), ("E1", "E2"))])
    assert former_ids(base) == {"E1": ("E2",)}
    base.execute("insert into event (id, body) values ('E1', ?)", (pack(event("E1", (), ())),))
    assert became(base, "E2") == "E1"
    assert became(base, "E9") == "E9"


def test_the_first_build_changes_nothing(base):
    put_changes(base, Before({}, {}, first=True), [event("E1", ("a",), ("r1",))])
    assert changes(base) == []


def test_what_is_new_and_what_is_gone(base):
    put_changes(base, Before({"E1": event("E1", ("a",), ("r1",))}, {"a": "E1"}), [event("E2", ("b",), ("r2",))])
    assert [(c.what, c.event) for c in reversed(changes(base))] == [("new", "E2"), ("gone", "E1")]
