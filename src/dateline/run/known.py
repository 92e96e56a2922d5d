"""The record as it would have been on an earlier day: decided from nothing but what had been published by then."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import batched
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

from dateline.run.grow import grow
from dateline.run.outlets import table_of
from dateline.store import reports as shelf
from dateline.store.file import connect, put_setting, setting, transaction
from dateline.store.judgements import judgements, take
from dateline.store.view import Record

BATCH = 500  # reports that are taken over at once


@contextmanager
def known_on(record: Record, day: date) -> Iterator[Record]:
    """A record of the reports that were out by the end of a day, seen from it; the file is gone afterwards.

    People's judgements and added outlets count. A report whose day of publication nothing tells is left out. Readings
    are taken over as they are, by batches: an archive does not fit into memory.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / record.path.name
        if (outlets := table_of(record.path)).is_file():
            copy(outlets, table_of(path))
        base = connect(path, create=True)
        with transaction(base):
            for part in batched(_out_by(record, day), BATCH):
                shelf.put_readings(base, [r for name in part if (r := shelf.reading(record.base, name))], "")
            for word in judgements(record.base):
                take(base, word)
            put_setting(base, "settings", setting(record.base, "settings") or "{}")
        grow(base, day)
        base.close()
        with Record(path) as opened:
            yield opened


def _out_by(record: Record, day: date) -> Iterator[str]:
    for report in record.report_ids():
        kept = record.kept(report)
        if kept and kept.published and kept.published.latest and kept.published.latest <= day:
            yield report
