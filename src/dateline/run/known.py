"""The record as it would have been on an earlier day: decided from nothing but what had been published by then."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.knowledge.outlets import known_outlets
from dateline.run.flow import decide
from dateline.run.outlets import own_outlets
from dateline.store import reports as shelf
from dateline.store.decided import put_decided
from dateline.store.file import connect, put_setting, setting, transaction
from dateline.store.judgements import standing
from dateline.store.view import Record


@contextmanager
def known_on(record: Record, day: date) -> Iterator[Record]:
    """A record of the reports that were out by the end of a day, seen from it; the file is gone afterwards.

    People's judgements and added outlets count. A report whose day of publication nothing tells is left out.
    """
    readings = [found for name in _out_by(record, day) if (found := shelf.reading(record.base, name)) is not None]
    decided = decide(readings, standing(record.base), day, known_outlets(own_outlets(record.path)))
    with TemporaryDirectory() as folder:
        path = Path(folder) / record.path.name
        base = connect(path, create=True)
        with transaction(base):
            shelf.put_readings(base, readings, "")
            put_setting(base, "settings", setting(record.base, "settings") or "{}")
        put_decided(base, readings, decided, day)
        base.close()
        with Record(path) as opened:
            yield opened


def _out_by(record: Record, day: date) -> Iterator[str]:
    for report in record.report_ids():
        kept = record.kept(report)
        if kept and kept.published and kept.published.latest and kept.published.latest <= day:
            yield report
