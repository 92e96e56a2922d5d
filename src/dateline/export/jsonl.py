"""The record as JSON Lines: the public, versioned contract (docs/export.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from dateline.model.record import Kept, Record

VERSION = 1
_encode = msgspec.json.Encoder(order="sorted").encode
_builtins = msgspec.to_builtins


def lines(record: Record) -> Iterator[bytes]:
    """Give the record line by line, the head first, then each kind of object sorted by id."""
    yield _line("record", {"version": VERSION, "as_of": record.as_of.isoformat(), "settings": record.settings})
    for kept in record.reports:
        yield _line("report", _report(kept))
    tables: tuple[tuple[str, Iterable[Any]], ...] = (
        ("entity", record.entities),
        ("mention", record.mentions),
        ("time", record.times),
        ("attribution", record.attributions),
        ("claim", record.claims),
        ("event", record.events),
        ("origin", record.origins),
        ("discrepancy", record.discrepancies),
        ("story", record.stories),
        ("decision", record.decisions),
    )
    for kind, objects in tables:
        for thing in objects:
            yield _line(kind, thing)


def _line(kind: str, thing: object) -> bytes:
    return _encode({"type": kind, **_builtins(thing)}) + b"\n"


def _report(kept: Kept) -> dict[str, Any]:
    report = _builtins(kept.report)
    del report["marked"]
    return {**report, **{name: value for name, value in _builtins(kept).items() if name != "report"}}
