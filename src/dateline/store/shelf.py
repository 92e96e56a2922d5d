"""The shelf on which decisions wait for the next build, in the record file; what is changed is held until put down."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, cast

from dateline.store.file import pack, unpack
from dateline.store.schema import SHELVES

HELD = 250_000  # values and postings that are held before they are written down

type _Key = tuple[str, str]


class StoredShelf:
    """Tables of the record file; see `dateline.matching.Shelf`. Written down by `put_down`, inside a transaction."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._values: dict[_Key, Any] = {}
        self._changed: set[_Key] = set()
        self._posted: dict[_Key, dict[str, int]] = {}
        self._moved: dict[_Key, dict[str, int | None]] = {}
        self._bare = {table for table in SHELVES if not self._any(table)}
        self._weight = 0

    def _any(self, table: str) -> bool:
        own = _table(table)
        return self._base.execute(f"select 1 from {own} limit 1").fetchone() is not None

    def get[T](self, table: str, key: str, kind: type[T]) -> T | None:
        """The value under a key."""
        at = (table, key)
        if at not in self._values:
            self._values[at] = None if table in self._bare else self._read(table, key, kind)
            self._grow(1)
        return cast("T | None", self._values[at])

    def _read(self, table: str, key: str, kind: Any) -> Any:  # noqa: ANN401 - whatever was put
        row = self._base.execute(f"select body from {_table(table)} where key = ?", (key,)).fetchone()
        return None if row is None else unpack(row[0], kind)

    def put(self, table: str, key: str, value: Any) -> None:  # noqa: ANN401 - any record or table of them
        """Keep a value in the place of what was there."""
        self._values[table, key] = value
        self._changed.add((table, key))
        self._grow(1)

    def drop(self, table: str, key: str) -> None:
        """Forget a value."""
        self.put(table, key, None)

    def posted(self, table: str, key: str) -> Mapping[str, int]:
        """The items under a key, each with its weight."""
        return self._under(table, key)

    def _under(self, table: str, key: str) -> dict[str, int]:
        at = (table, key)
        found = self._posted.get(at)
        if found is None:
            found = {} if table in self._bare else self._items(table, key)
            self._posted[at] = found
            self._grow(1 + len(found) // 4)
        return found

    def _items(self, table: str, key: str) -> dict[str, int]:
        rows = self._base.execute(f"select item, weight from {_table(table)} where key = ?", (_number(key),))
        return dict(rows.fetchall())

    def post(self, table: str, item: str, keys: Iterable[tuple[str, int]]) -> None:
        """File an item under keys, each with a weight."""
        for key, weight in keys:
            self._under(table, key)[item] = weight
            self._moved.setdefault((table, key), {})[item] = weight
            self._grow(1)

    def unpost(self, table: str, item: str, keys: Iterable[str]) -> None:
        """Take an item from under keys."""
        for key in keys:
            self._under(table, key).pop(item, None)
            self._moved.setdefault((table, key), {})[item] = None
            self._grow(1)

    def _grow(self, weight: int) -> None:
        self._weight += weight

    def ease(self) -> None:
        """Write down what is held where it has become much; between two steps, never inside one."""
        if self._weight > HELD:
            self.put_down()

    def put_down(self) -> None:
        """Write down what changed, and hold nothing."""
        values: dict[str, list[tuple[str, bytes | None]]] = {}
        for table, key in sorted(self._changed):
            value = self._values[table, key]
            values.setdefault(table, []).append((key, None if value is None else pack(value)))
        for table, rows in values.items():
            own = _table(table)
            self._base.executemany(f"delete from {own} where key = ?", ((k,) for k, body in rows if body is None))
            self._base.executemany(f"insert or replace into {own} values (?,?)", (r for r in rows if r[1] is not None))
        moved: dict[str, list[tuple[int, str, int | None]]] = {}
        for (table, key), items in self._moved.items():
            number = _number(key)
            moved.setdefault(table, []).extend((number, item, weight) for item, weight in items.items())
        for table, rows_ in moved.items():
            own = _table(table)
            rows_.sort(key=lambda row: row[:2])
            gone = ((n, item) for n, item, weight in rows_ if weight is None)
            self._base.executemany(f"delete from {own} where key = ? and item = ?", gone)
            kept = (row for row in rows_ if row[2] is not None)
            self._base.executemany(f"insert or replace into {own} values (?,?,?)", kept)
        self._bare -= values.keys() | moved.keys()
        self._values, self._posted, self._changed, self._moved, self._weight = {}, {}, set(), {}, 0

    def clear(self) -> None:
        """Forget everything."""
        for table in SHELVES:
            self._base.execute(f"delete from {_table(table)}")
        self._values, self._posted, self._changed, self._moved, self._weight = {}, {}, set(), {}, 0
        self._bare = set(SHELVES)


def _table(name: str) -> str:
    return "kept_" + name.replace(".", "_")


def _number(key: str) -> int:
    """Eight bytes that stand for a key: three for its last word, five for all of it.

    Keys of one day or fortnight end alike, so that a day's reports are filed on few pages of a large table.
    """
    last = hashlib.blake2b(key.rpartition(" ")[2].encode(), digest_size=3).digest()
    return int.from_bytes(last + hashlib.blake2b(key.encode(), digest_size=5).digest(), "big", signed=True)
