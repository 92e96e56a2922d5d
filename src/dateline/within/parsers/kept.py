"""Parses kept in a file between builds, so that a stage can be changed and run again without parsing anew."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from itertools import batched
from pathlib import Path

import msgspec

from dateline.within.parse import Parser, Tokens

CHUNK = 64  # reports looked up, and parsed where missing, at a time
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(list[Tokens]).decode


class KeptParser:
    """Another parser, with a SQLite file of what it said before; keys are hashes of its name and a report's texts."""

    def __init__(self, parser: Parser, path: Path) -> None:
        self._parser = parser
        self._base = sqlite3.connect(path, timeout=120, isolation_level=None)
        self._base.execute("pragma journal_mode=wal")
        self._base.execute("pragma synchronous=off")
        self._base.execute("create table if not exists parse (key blob primary key, tokens blob) without rowid")

    @property
    def name(self) -> str:
        """The name of the parser behind."""
        return self._parser.name

    def parse(self, reports: Sequence[Sequence[str]]) -> Iterator[list[Tokens]]:
        """Give the tokens of each text, report by report, parsing only what was never seen."""
        for group in batched(reports, CHUNK):
            yield from self._chunk(group)

    def _chunk(self, reports: Sequence[Sequence[str]]) -> Iterator[list[Tokens]]:
        keys = [hashlib.sha256(_encode([self.name, *texts])).digest() for texts in reports]
        known = dict(
            self._base.execute(f"select key, tokens from parse where key in ({','.join('?' * len(keys))})", keys)
        )
        missing = {key: texts for key, texts in zip(keys, reports, strict=True) if key not in known}
        fresh = []
        for key, tokens in zip(missing, self._parser.parse(list(missing.values())), strict=True):
            known[key] = zlib.compress(_encode(tokens), 1)
            fresh.append((key, known[key]))
        if fresh:
            self._base.execute("begin immediate")
            self._base.executemany("insert or ignore into parse values (?, ?)", fresh)
            self._base.execute("commit")
        for key in keys:
            yield _decode(zlib.decompress(known[key]))
