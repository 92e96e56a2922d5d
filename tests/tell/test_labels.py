"""Reports named by outlet and day, told apart where two would be alike."""

import sqlite3
from types import SimpleNamespace

import pytest

from dateline.model import Reading, Report, Segment
from dateline.tell.labels import heading, labels, outlets


@pytest.fixture
def record():
    base = sqlite3.connect(":memory:")
    base.execute("create table kept (report, outlet, earliest, latest)")
    base.execute("create table report (id, title, text)")
    post = "Harbour Post", "2025-08-01", "2025-08-01"
    rows = [("a", *post), ("b", *post), ("c", "Cedar Wire", None, None), ("d", None, "2025-08-02", "2025-08-02")]
    rows += [("e", None, "2025-08-02", "2025-08-20")]
    base.executemany("insert into kept values (?,?,?,?)", rows)
    line = "A headline that goes on for longer than a label can hold\n\nText."
    base.executemany("insert into report values (?,?,?)", [(n, "", line) for n in "abc"])
    base.executemany("insert into report values (?,?,?)", [("d", "Talks end", "Text."), ("e", "", line)])
    return SimpleNamespace(base=base)


@pytest.mark.parametrize(
    ("reports", "named"),
    [
        (["a"], {"a": "Harbour Post, 1 August 2025"}),
        (["a", "b"], {"a": "Harbour Post, 1 August 2025 (a)", "b": "Harbour Post, 1 August 2025 (b)"}),
        (["c", "d", "x"], {"c": "Cedar Wire", "d": "“Talks end”, 2 August 2025", "x": "x"}),
        (["e"], {"e": "“A headline that goes on for longer than…”"}),
        ([], {}),
    ],
)
def test_labels(record, reports, named):
    assert labels(record, reports) == named


def test_a_report_without_an_outlet_stands_for_itself(record):
    found = outlets(record, ["b", "a", "d", "b"])
    assert found == {"b": "Harbour Post", "a": "Harbour Post", "d": "“Talks end”"}


@pytest.mark.parametrize(
    ("title", "segments", "expected"),
    [
        ("Talks end", (), "Talks end"),
        (None, (Segment(kind="headline", start=0, end=10),), "Talks held"),
        (None, (), "Talks held"),
    ],
)
def test_heading(title, segments, expected):
    report = Report(id="r", uri="r", title=title, text="Talks held\n\nIn Moscow.")
    assert heading(Reading(report=report, segments=segments)) == expected
