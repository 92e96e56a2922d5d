"""Search: reports by their words, entities by their names."""

from __future__ import annotations

from typing import Any

from dateline.store.search import search as find
from dateline.store.view import Record
from dateline.tell.labels import labels


def search(record: Record, query: dict[str, str]) -> dict[str, Any]:
    """Reports and entities for the words asked."""
    words = query.get("q", "").strip()
    if not any(letter.isalnum() for letter in words):
        return {"words": "", "hits": [], "entities": [], "labels": {}}
    named = record.base.execute(
        "select id, name, kind from entity where name like ? order by weight desc, name, id limit 20", (f"%{words}%",)
    )
    hits = find(record.base, words, 40)
    return {
        "words": words,
        "hits": hits,
        "labels": labels(record, [hit.report for hit in hits]),
        "entities": [(str(a), str(b), str(c)) for a, b, c in named],
    }
