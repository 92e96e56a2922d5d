"""Full-text search over the reports, by SQLite's FTS5."""

from __future__ import annotations

import sqlite3

import msgspec

from dateline.model import DatelineError


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A report that holds the words, best first; ``excerpt`` puts the found words between « and »."""

    report: str
    title: str
    excerpt: str
    main_event: str | None


def search(base: sqlite3.Connection, words: str, most: int = 20) -> list[Hit]:
    """Find reports by words, "phrases", prefix* and AND/OR/NOT (FTS5 syntax); plain text that is none is quoted."""
    for query in (words, " ".join(f'"{word}"' for word in words.replace('"', " ").split())):
        if not query.strip():
            break
        try:
            rows = base.execute(
                "select r.id, r.title, snippet(words, 1, '«', '»', ' … ', 16), k.main_event from words "
                "join report r on r.number = words.rowid left join kept k on k.report = r.id "
                "where words match ? order by bm25(words, 4.0, 1.0), r.id limit ?",
                (query, most),
            ).fetchall()
        except sqlite3.OperationalError:
            continue  # not FTS5 syntax: the second turn asks for the plain words
        return [Hit(report=a, title=b, excerpt=c, main_event=d) for a, b, c, d in rows]
    raise DatelineError("search needs at least one word")
