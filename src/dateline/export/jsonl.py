"""The record as JSON Lines: the public, versioned contract (docs/export.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from dateline.model import Claim, Event, Reading
from dateline.store.changes import changes, former_ids
from dateline.store.view import Record

VERSION = 1
_encode = msgspec.json.Encoder(order="sorted").encode
_builtins = msgspec.to_builtins


def lines(record: Record) -> Iterator[bytes]:
    """Give the record line by line: the head, the reports, entities, what was found in reports, what was decided."""
    yield _line("record", {"version": VERSION, "as_of": record.as_of.isoformat(), "settings": record.settings})
    for reading in record.readings():
        yield _line("report", _report(reading, record))
    yield from (_line("entity", entity) for entity in record.entities())
    for reading in record.readings():
        yield from _found(reading)
    tables: tuple[tuple[str, Iterable[Any]], ...] = (
        ("event", map(_event, record.events())),
        ("origin", record.origins()),
        ("discrepancy", record.discrepancies()),
        ("story", sorted(record.stories(), key=lambda story: story.id)),
        ("decision", record.decisions()),
    )
    for kind, things in tables:
        yield from (_line(kind, thing) for thing in things)


def history(record: Record) -> Iterator[bytes]:
    """What the default export leaves out because it hangs on the order of arrival: arrivals, former ids, changes."""
    for report, arrived in record.base.execute("select id, arrived from report order by id"):
        yield _line("arrival", {"report": report, "arrived": arrived})
    for event, ids in sorted(former_ids(record.base).items()):
        yield _line("former_ids", {"event": event, "former_ids": ids})
    for change in reversed(changes(record.base)):
        yield _line("change", change)


def _found(reading: Reading) -> Iterator[bytes]:
    for mention in reading.mentions:
        yield _line("mention", {**_builtins(mention), "entity": mention.entity or None})
    for kind, things in (("time", reading.times), ("attribution", reading.attributions)):
        yield from (_line(kind, thing) for thing in things)
    yield from (_line("claim", _claim(claim)) for claim in reading.claims)


def _claim(claim: Claim) -> dict[str, Any]:
    """A claim whose every span says that it stands in the title, where it does."""
    given: dict[str, Any] = _builtins(claim)
    _opened(given["quantities"])
    if claim.field == "title":
        for part in (*given["actors"], *given["recipients"], *given["quantities"]):
            part["field"] = "title"
    return given


def _opened(quantities: list[dict[str, Any]]) -> None:
    """Leave the lower side of "up to 20" open: the words say nothing of it."""
    for quantity in quantities:
        if quantity["low"] == 0 and quantity["high"]:
            quantity["low"] = None


def _event(event: Event) -> dict[str, Any]:
    """An event with empty offsets, which would be of one report or another: the words stand with its claims."""
    given: dict[str, Any] = _builtins(event)
    _opened(given["quantities"])
    place = [given["place"]] if given["place"] else []
    for part in (*given["actors"], *given["recipients"], *given["quantities"], *place):
        part["start"] = part["end"] = None
    return given


def _line(kind: str, thing: object) -> bytes:
    return _encode({"type": kind, **_builtins(thing)}) + b"\n"


def _report(reading: Reading, record: Record) -> dict[str, Any]:
    report = _builtins(reading.report)
    del report["marked"], report["read_from"]
    kept = record.kept(reading.report.id)
    decided = _builtins(kept) if kept else {}
    decided.pop("report", None)
    return {**report, "segments": _builtins(reading.segments), **decided}
