"""Outlets that a user adds: kept in a table beside the record, used for roots and for counts of outlets."""

import json

import pytest

from builders import built, exported, write_jsonl
from dateline.knowledge.outlets import KnownOutlet, line, outlets, read
from dateline.model import DatelineError
from dateline.run.build import rebuild
from dateline.run.outlets import add, own_outlets, remove, table_of

CEDAR = KnownOutlet(
    name="Cedar Wire",
    kind="agency",
    control="state",
    family="Olan state media",
    country="",
    domains=(),
    aliases=("CW",),
)
ROWS = [
    {"id": "a", "text": "A bridge in Ola fell on Monday, Cedar Wire reported.", "outlet": {"name": "The Ola Post"}},
    {"id": "b", "text": "A bridge in Ola fell on Monday, CW reported.", "outlet": {"name": "The Ola Mail"}},
]


def test_a_line_of_the_table_is_an_outlet_again():
    assert read(line(CEDAR)) == (CEDAR,)
    assert all(read(line(one)) == (one,) for one in outlets().every())


def test_added_and_removed(tmp_path):
    record = tmp_path / "r.db"
    assert own_outlets(record) == ()
    add(record, CEDAR)
    assert own_outlets(record) == (CEDAR,)
    remove(record, CEDAR.name)
    assert own_outlets(record) == ()
    with pytest.raises(DatelineError, match="no outlet 'Cedar Wire' was added"):
        remove(record, CEDAR.name)


def test_a_table_that_cannot_be_read_says_which_line(tmp_path):
    table_of(tmp_path / "r.db").write_text("# mine\nCedar Wire\tpaper\tstate\n", encoding="utf-8")
    with pytest.raises(DatelineError, match="line 2"):
        own_outlets(tmp_path / "r.db")


@pytest.mark.slow
def test_an_added_agency_is_a_root_and_stands_in_the_settings(tmp_path):
    record = tmp_path / "r.db"
    before = [json.loads(row) for row in built([write_jsonl(tmp_path / "in.jsonl", *ROWS)], record).splitlines()]
    add(record, CEDAR)
    after = [json.loads(row) for row in built([tmp_path / "in.jsonl"], record).splitlines()]
    assert "outlets" not in before[0]["settings"]
    assert after[0]["settings"]["outlets"] == [line(CEDAR)]
    assert "Cedar Wire" in {row["name"] for row in after if row["type"] == "origin" and row["kind"] == "agency"}
    remove(record, CEDAR.name)
    rebuild(record)
    assert [json.loads(row) for row in exported(record).splitlines()] == before
