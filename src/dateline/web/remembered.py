"""What pages count over the whole record, counted once for each state of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import cast

from dateline.store.view import Record

MOST = 60  # things kept for one record: filters make many
_kept: dict[Path, tuple[object, dict[Hashable, object]]] = {}


def remembered[T](record: Record, key: Hashable, make: Callable[[], T]) -> T:
    """What ``make`` gives, kept under ``key`` until the record's file changes."""
    stamp = _stamp(record.path)
    if record.path not in _kept or _kept[record.path][0] != stamp:
        _kept[record.path] = (stamp, {})
    known = _kept[record.path][1]
    if key not in known:
        if len(known) >= MOST:
            known.pop(next(iter(known)))
        known[key] = make()
    return cast("T", known[key])


def _stamp(path: Path) -> list[int]:
    """When the file was last written to; a log without entries is made by whoever only looks into the record."""
    log = path.with_name(path.name + "-wal")
    try:
        written = log.stat()
    except FileNotFoundError:
        return [path.stat().st_mtime_ns]
    return [path.stat().st_mtime_ns, *([written.st_mtime_ns] if written.st_size else [])]
