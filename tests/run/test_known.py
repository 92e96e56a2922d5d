"""The record as known on a day is that of the reports which were out by then, and of nothing that came later."""

from datetime import date

import pytest

from builders import built, write_jsonl
from dateline.export.jsonl import lines
from dateline.run.known import known_on
from dateline.store.view import Record

pytestmark = pytest.mark.slow

FIRST = {
    "id": "a", "published": "2025-03-03", "outlet": "City Post",
    "text": "Three people were hurt in a fire at a paper mill in Ghent on Monday, the fire service said.",
}  # fmt: skip
LATER = {
    "id": "b", "published": "2025-03-05", "outlet": "Harbour News",
    "text": "Two of three people hurt in a fire at a paper mill in Ghent on Monday died on Tuesday, the hospital said.",
}  # fmt: skip
UNDATED = {"id": "c", "text": "Rain fell on the hills.", "outlet": "Hill Notes"}


def test_what_came_later_is_not_known(tmp_path, parses):
    early = built(
        [write_jsonl(tmp_path / "early.jsonl", FIRST)], tmp_path / "e.db", parses=parses, as_of=date(2025, 3, 4)
    )
    all_of_it = write_jsonl(tmp_path / "all.jsonl", FIRST, LATER, UNDATED)
    built([all_of_it], tmp_path / "record.db", parses=parses, as_of=date(2025, 4, 1))
    with Record(tmp_path / "record.db") as record:
        with known_on(record, date(2025, 3, 4)) as then:
            assert b"".join(lines(then)) == early
        with known_on(record, date(2025, 3, 1)) as then:
            assert not then.report_ids()
        assert record.report_ids() == ["a", "b", "c"]
