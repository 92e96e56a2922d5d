"""The same reports give the same record: whatever the order, the batches, the processes, and what was there before."""

import json
import random

import pytest

from builders import EXAMPLE, built, exported, write_jsonl
from dateline.model import DatelineError
from dateline.run import build as builder
from dateline.run.build import build
from dateline.run.settings import Settings
from dateline.store.reports import aside
from dateline.store.view import Record

WIRES = [json.loads(line) for line in (EXAMPLE / "wires.jsonl").read_text(encoding="utf-8").splitlines()]
ROW = {"id": "a", "title": "A meeting", "text": "Two ministers met in Moscow on Tuesday.", "published": "2025-12-24"}


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_reports_leaves_no_trace(tmp_path, parses, seed):
    straight = write_jsonl(tmp_path / "wires.jsonl", *WIRES)
    first = built([straight], tmp_path / "a.db", parses=parses)
    shuffled = random.Random(seed).sample(WIRES, len(WIRES))
    again = built([write_jsonl(straight, *shuffled)], tmp_path / "b.db", parses=parses)
    assert again == first


@pytest.mark.slow
def test_adding_gives_what_building_at_once_gives(tmp_path, parses):
    half = len(WIRES) // 2
    one = write_jsonl(tmp_path / "one.jsonl", *WIRES[:half])
    two = write_jsonl(tmp_path / "two.jsonl", *WIRES[half:])
    at_once = built([one, two], tmp_path / "a.db", parses=parses)
    built([two], tmp_path / "b.db", parses=parses)
    assert built([one], tmp_path / "b.db", parses=parses) == at_once


@pytest.mark.slow
@pytest.mark.parametrize("settings", [{"jobs": 2}, {"batch": 1}, {"batch": 3, "jobs": 2}], ids=str)
def test_batches_and_processes_leave_no_trace(tmp_path, example, settings):
    assert built([EXAMPLE], tmp_path / "b.db", **settings) == exported(example)


@pytest.mark.slow
def test_a_killed_build_opens_keeps_what_was_read_and_goes_on(tmp_path, parses, example, monkeypatch):
    real, calls = builder.shelf.put_readings, []

    def killed(base, readings, fingerprint):
        calls.append(len(readings))
        if len(calls) == 3:
            raise KeyboardInterrupt
        real(base, readings, fingerprint)

    monkeypatch.setattr(builder.shelf, "put_readings", killed)
    with pytest.raises(KeyboardInterrupt):
        built([EXAMPLE], tmp_path / "r.db", parses=parses, batch=4)
    monkeypatch.undo()
    with Record(tmp_path / "r.db") as record:
        assert len(record.report_ids()) == 8
        assert record.unfinished
    assert built([EXAMPLE], tmp_path / "r.db", parses=parses) == exported(example)


def test_the_same_report_twice_counts_once(tmp_path, parses):
    rows = write_jsonl(tmp_path / "a.jsonl", ROW, ROW)
    summary = build([rows], tmp_path / "r.db", Settings(parses=parses))
    assert (summary.reports, summary.known, summary.aside) == (1, 1, ())


def test_one_id_with_two_contents_sets_both_aside_for_good(tmp_path, parses):
    one = write_jsonl(tmp_path / "one.jsonl", ROW, {**ROW, "id": "b"})
    two = write_jsonl(tmp_path / "two.jsonl", {**ROW, "text": "Something else altogether happened."})
    build([one, two], tmp_path / "r.db", Settings(parses=parses))
    build([one], tmp_path / "r.db", Settings(parses=parses))
    with Record(tmp_path / "r.db") as record:
        assert record.report_ids() == ["b"]
        assert {path.partition("#")[0].rpartition("/")[2] for path, _, _ in aside(record.base)} == {
            "one.jsonl",
            "two.jsonl",
        }


def test_nothing_to_read_is_an_error_and_leaves_no_file(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(DatelineError, match="nothing could be read"):
        build([tmp_path / "empty"], tmp_path / "r.db", Settings())
    assert not (tmp_path / "r.db").exists()
