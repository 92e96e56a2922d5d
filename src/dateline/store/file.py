"""Opening a record file, and the pieces that every part of the store shares."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from dateline.model import DatelineError
from dateline.store.schema import migrate

CACHE = 256_000  # KB of pages held at most: with 64,000 a batch on a large record was written twice and more
PATIENCE = 60.0  # seconds that a writer waits for another
_pack = msgspec.msgpack.Encoder().encode
_SMALL = 1000  # bytes: less is kept as it is, since packing it costs more than it saves (an event has some 800)
_SQUEEZED = 0x78  # first byte of zlib's stream; no record or table of ours begins with it in MessagePack


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Open a record file for reading and writing; raises `DatelineError` where there is none or it is not one."""
    if path.is_dir():
        raise DatelineError(f"{path} is a folder; name the record's file in it")
    if not create and not path.is_file():
        raise DatelineError(f"there is no record at {path}; make one with: dateline build PATH... --record {path}")
    if not path.parent.is_dir():
        raise DatelineError(f"the folder {path.parent} does not exist; make it first, or name another file")
    shut = not os.access(path.parent, os.W_OK)
    base = _unchanging(path) if shut else sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)
    try:
        base.execute("pragma foreign_keys=on")
        if not shut:
            base.execute("pragma journal_mode=wal")
        base.execute("pragma synchronous=normal")
        base.execute(f"pragma cache_size={-CACHE}")
        migrate(base)
    except sqlite3.DatabaseError as error:
        base.close()
        raise DatelineError(f"{path} cannot be used as a record: {error}") from error
    except DatelineError as error:
        base.close()
        raise DatelineError(f"{path}: {error}") from error
    return base


def _unchanging(path: Path) -> sqlite3.Connection:
    """A record in a folder that cannot be written to, for reading alone."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise DatelineError(
            f"{path} lies where nothing can be written, with changes beside it in {log.name}; copy both"
        )
    return sqlite3.connect(f"file:{quote(str(path.resolve()))}?immutable=1", uri=True, isolation_level=None)


@contextmanager
def transaction(base: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: what happens inside is kept as a whole, or not at all."""
    base.execute("begin immediate")
    try:
        yield
    except BaseException:
        base.execute("rollback")
        raise
    base.execute("commit")


def pack(thing: object) -> bytes:
    """A record as the bytes that are kept."""
    plain = _pack(thing)
    return plain if len(plain) < _SMALL and plain[0] != _SQUEEZED else zlib.compress(plain, 1)


@cache
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:  # noqa: ANN401 - msgspec takes any type expression
    return msgspec.msgpack.Decoder(kind)


def unpack[T](blob: bytes, kind: type[T]) -> T:
    """The record that kept bytes stand for."""
    plain = zlib.decompress(blob) if blob[0] == _SQUEEZED else blob
    found: T = _decoder(kind).decode(plain)  # type: ignore[arg-type]  # a type is hashable
    return found


def setting(base: sqlite3.Connection, name: str) -> str | None:
    """A setting of the record, or None."""
    row = base.execute("select value from setting where name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def put_setting(base: sqlite3.Connection, name: str, value: str) -> None:
    """Keep a setting with the record."""
    base.execute("insert or replace into setting values (?, ?)", (name, value))
