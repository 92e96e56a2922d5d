"""Whatever the order and the batches in which reports come, the record is that of all of them decided at once."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from builders import EXAMPLE
from dateline.export.jsonl import lines
from dateline.model import Decision, Reading, Report
from dateline.read.sources import read
from dateline.run.flow import decide, read_batch
from dateline.run.grow import grow
from dateline.store.changes import changes
from dateline.store.decided import clear, put_decided
from dateline.store.file import connect, pack, put_setting, transaction, unpack
from dateline.store.judgements import judge
from dateline.store.reports import put_readings, undecided
from dateline.store.view import Record

AS_OF = date(2026, 1, 15)


@pytest.fixture(scope="module")
def readings(parser):
    """The shipped example, with a copy of every third report that came a day later, cut short."""
    found = [r for r in read([EXAMPLE]) if isinstance(r, Report)]
    cut = [replace(r, id=f"copy-{r.id}", text=r.text[: len(r.text) * 9 // 10]) for r in found[::3]]
    return read_batch([*found, *cut], parser)


@pytest.fixture(scope="module")
def at_once(readings, tmp_path_factory):
    """The export of all readings decided at once, in memory."""
    path = tmp_path_factory.mktemp("grow") / "at_once.db"
    base = opened(path)
    with transaction(base):
        put_readings(base, readings, "x")
    put_decided(base, readings, decide(readings, (), AS_OF), AS_OF)
    return exported(base, path)


def opened(path):
    base = connect(path, create=True)
    put_setting(base, "settings", json.dumps({}))
    return base


def test_a_reading_reads_the_same_before_it_is_kept_and_after(readings):
    assert all(repr(unpack(pack(one), type(one))) == repr(one) for one in readings)


def exported(base, path):
    base.close()
    with Record(path) as record:
        return list(lines(record))


def added(base, batch):
    with transaction(base):
        put_readings(base, batch, "x")
    grow(base, AS_OF)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_and_any_batches_give_the_record_of_all_at_once(readings, at_once, tmp_path_factory, data):
    order = data.draw(st.permutations(readings))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(order) - 1), max_size=6)))
    path = tmp_path_factory.mktemp("grow") / "r.db"
    base = opened(path)
    for first, end in zip([0, *cuts], [*cuts, len(order)], strict=True):
        added(base, order[first:end])
    assert exported(base, path) == at_once


def test_a_judgement_decides_anew_and_what_comes_later_keeps_to_it(readings, tmp_path):
    early, late = readings[:-3], readings[-3:]
    said = [next(one.claims[0].id for one in part if one.claims) for part in (early, late)]
    word = Decision(
        id="D", about="event", left=said[0], right=said[1], verdict="same", score=1.0, reasons=(), by="A. Reader"
    )
    base = opened(tmp_path / "a.db")
    with transaction(base):
        put_readings(base, readings, "x")
    put_decided(base, readings, decide(readings, (word,), AS_OF), AS_OF)
    full = [line for line in exported(base, tmp_path / "a.db") if b'"by":"A. Reader"' not in line]
    base = opened(tmp_path / "b.db")
    added(base, early)
    judge(base, "event", (said[0], said[1]), "same", by="A. Reader")
    grow(base, AS_OF)
    added(base, late)
    assert [line for line in exported(base, tmp_path / "b.db") if b'"by":"A. Reader"' not in line] == full


def test_reports_up_to_the_last_one_decided_are_not_looked_at(tmp_path):
    base = opened(tmp_path / "r.db")
    with transaction(base):
        put_readings(base, [bare("a"), bare("b")], "x")
    assert undecided(base) == ["a", "b"]
    grow(base, AS_OF)
    base.execute("delete from kept where report = 'a'")
    with transaction(base):
        put_readings(base, [bare("c")], "x")
    assert undecided(base) == ["c"]
    with transaction(base):
        clear(base)
    assert undecided(base) == ["a", "b", "c"]


def bare(name):
    return Reading(report=Report(id=name, uri=name, title=None, text=f"Ullswick is {name}."))


def test_a_later_day_moves_what_is_undated(readings, at_once, tmp_path):
    base = opened(tmp_path / "r.db")
    with transaction(base):
        put_readings(base, readings, "x")
    grow(base, date(2031, 1, 15))
    grow(base, AS_OF)
    assert exported(base, tmp_path / "r.db") == at_once


def test_what_an_addition_changes_is_noted_with_the_report_that_brought_it(readings, tmp_path):
    base = opened(tmp_path / "r.db")
    late = [reading for reading in readings if reading.report.id == "harbour-aug"]
    added(base, [reading for reading in readings if reading not in late])
    assert changes(base) == []
    added(base, late)
    assert {what.what for what in changes(base)} & {"reports", "new"}
    assert any("harbour-aug" in what.by for what in changes(base))
