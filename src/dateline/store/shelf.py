"""The shelf on which decisions wait for the next build, in the record file; what is changed is held until put down."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import batched
from typing import Any

from dateline.store.file import pack, unpack
from dateline.store.schema import SHELVES

HELD = 250_000  # values and postings that are held before they are written down
AT_ONCE = 2000  # keys that one query asks for

type _Key = tuple[str, str]

_UPSERT = "on conflict (key) do update set body = excluded.body"


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
        found: T | None = self._values[at]
        return found

    def _read(self, table: str, key: str, kind: Any) -> Any:  # noqa: ANN401 - whatever was put
        row = self._base.execute(f"select body from {_table(table)} where key = ?", (key,)).fetchone()
        return None if row is None else unpack(row[0], kind)

    def fetch(self, table: str, keys: Iterable[str], kind: Any) -> None:  # noqa: ANN401 - as in `get`
        """Read the values under many keys at once: one by one each costs thrice as much."""
        asked = sorted({key for key in keys if (table, key) not in self._values})
        self._values.update(dict.fromkeys(((table, key) for key in asked), None))
        self._grow(len(asked))
        query = f"select key, body from {_table(table)} where key in (select value from json_each(?))"
        for part in batched(asked, AT_ONCE) if table not in self._bare else ():
            for key, body in self._base.execute(query, (json.dumps(part),)):
                self._values[table, key] = unpack(body, kind)

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

    def ahead(self, table: str, keys: Iterable[str]) -> None:
        """Read what stands under many keys at once, in the order of the file: one by one each costs thrice as much."""
        asked = {_number(key): key for key in keys if (table, key) not in self._posted}
        found: dict[str, dict[str, int]] = {key: {} for key in asked.values()}
        self._grow(len(found))
        query = f"select key, item, weight from {_table(table)} where key in (select value from json_each(?))"
        for part in batched(sorted(asked), AT_ONCE) if table not in self._bare else ():
            for number, item, weight in self._base.execute(query, (json.dumps(part),)):
                found[asked[number]][item] = weight
        for key, items in found.items():
            self._hold(table, key, items)

    def _under(self, table: str, key: str) -> dict[str, int]:
        found = self._posted.get((table, key))
        if found is None:
            found = {} if table in self._bare else self._items(table, key)
            self._hold(table, key, found)
        return found

    def _hold(self, table: str, key: str, items: dict[str, int]) -> None:
        """Hold what stands under a key in the file, with what was moved since."""
        for item, weight in self._moved.get((table, key), {}).items():
            if weight is None:
                items.pop(item, None)
            else:
                items[item] = weight
        self._posted[table, key] = items
        self._grow(1 + len(items) // 4)

    def _items(self, table: str, key: str) -> dict[str, int]:
        rows = self._base.execute(f"select item, weight from {_table(table)} where key = ?", (_number(key),))
        return dict(rows.fetchall())

    def first(self, table: str, key: str) -> str | None:
        """The first of the items under a key; their number has no say in how long this takes."""
        at = (table, key)
        if at in self._posted or table in self._bare:
            return min(self._under(table, key), default=None)
        moved = self._moved.get(at, {})
        query = f"select item from {_table(table)} where key = ? order by item limit ?"
        rows = self._base.execute(query, (_number(key), len(moved) + 1)).fetchall()
        left = [item for (item,) in rows if item not in moved]
        return min([*left, *(item for item, weight in moved.items() if weight is not None)], default=None)

    def more(self, table: str, key: str, most: int) -> bool:
        """Whether there are more than so many items under a key."""
        at = (table, key)
        if at not in self._posted and table not in self._bare:
            limit = most + len(self._moved.get(at, ())) + 1
            query = f"select count(*) from (select 1 from {_table(table)} where key = ? limit ?)"
            if self._base.execute(query, (_number(key), limit)).fetchone()[0] == limit:
                return True
        return len(self._under(table, key)) > most

    def post(self, table: str, item: str, keys: Iterable[tuple[str, int]]) -> None:
        """File an item under keys, each with a weight; what stands there already is not read."""
        for key, weight in keys:
            self._move(table, key, item, weight)

    def unpost(self, table: str, item: str, keys: Iterable[str]) -> None:
        """Take an item from under keys."""
        for key in keys:
            self._move(table, key, item, None)

    def _move(self, table: str, key: str, item: str, weight: int | None) -> None:
        at = (table, key)
        self._moved.setdefault(at, {})[item] = weight
        if (held := self._posted.get(at)) is not None:
            if weight is None:
                held.pop(item, None)
            else:
                held[item] = weight
        self._weight += 1

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
            put = (row for row in rows if row[1] is not None)
            self._base.executemany(f"insert into {own} values (?,?) {_UPSERT}", put)
        moved: dict[str, list[tuple[int, str, int | None]]] = {}
        for (table, key), items in self._moved.items():
            number = _number(key)
            moved.setdefault(table, []).extend((number, item, weight) for item, weight in items.items())
        for table, rows_ in moved.items():
            own = _table(table)
            gone = sorted((n, item) for n, item, weight in rows_ if weight is None)
            self._base.executemany(f"delete from {own} where key = ? and item = ?", gone)
            kept = sorted(row for row in rows_ if row[2] is not None)
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


@lru_cache(1 << 17)  # a key is looked up before it is written down
def _number(key: str) -> int:
    """Eight bytes that stand for a key: three for its last word, five for all of it.

    Keys of one day or fortnight end alike, so that a day's reports are filed on few pages of a large table.
    """
    last = zlib.crc32(key.rpartition(" ")[2].encode()).to_bytes(4)[1:]
    return int.from_bytes(last + hashlib.blake2b(key.encode(), digest_size=5).digest(), "big", signed=True)
