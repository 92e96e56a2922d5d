"""A sentence held against the record."""

from __future__ import annotations

from typing import Any

from dateline.run.check import check as hold
from dateline.run.local import make_parser
from dateline.store.view import Record
from dateline.tell.labels import labels

MOST = 4_000  # characters of a pasted paragraph


def check(record: Record, query: dict[str, str]) -> dict[str, Any]:
    """What the record holds on each claim of the text asked about."""
    text = query.get("text", "").strip()[:MOST]
    found = hold(record, text, make_parser(str(record.settings["parser"]))) if text else ()
    cited = [report for one in found for slot in one.slots for report in slot.reports]
    return {"text": text, "found": found, "most": MOST, "labels": labels(record, cited)}
