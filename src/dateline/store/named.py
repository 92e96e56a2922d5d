"""From what a person types to the one row that is meant: an id, the beginning of one, or a name."""

from __future__ import annotations

import sqlite3

from dateline.model import DatelineError

_NAME = {"entity": "name", "event": "title"}
_SHOWN = 6  # of those that may be meant, told in an error


def identified(base: sqlite3.Connection, table: str, words: str) -> str | None:
    """The id that is meant in a table; None where none is. Raises `DatelineError` where it may be one of several."""
    if base.execute(f"select 1 from {table} where id = ?", (words,)).fetchone():
        return words
    name = _NAME.get(table, "id")
    for test in ("substr(id, 1, length(:words)) = :words", f"{name} = :words collate nocase"):
        query = f"select id, {name} from {table} where {test} order by id"
        found = base.execute(query, {"words": words}).fetchall()
        if len(found) == 1:
            return str(found[0][0])
        if found and words:
            several = ", ".join(str(i) if i == n else f"{i} ({n})" for i, n in found[:_SHOWN])
            more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
            raise DatelineError(f"{words!r} may be any of {len(found)}: {several}{more}; give more of the id")
    return None


def alike(base: sqlite3.Connection, table: str, words: str) -> str:
    """A clause for an error: what goes by names that hold the words, if anything does."""
    if table not in _NAME or not words.strip():
        return ""
    query = f"select id, {_NAME[table]} from {table} where instr(lower({_NAME[table]}), ?) order by id limit ?"
    found = base.execute(query, (words.lower(), _SHOWN)).fetchall()
    return f"; is it {' or '.join(f'{i} ({n})' for i, n in found)}?" if found else ""
