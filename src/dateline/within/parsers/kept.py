"""Parses kept in a file between builds, so that a stage can be changed and run again without parsing anew."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from dateline.within.parse import Parser, Tokens

CHUNK = 512  # strings looked up, and parsed where missing, at a time
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Tokens).decode


class KeptParser:
    """Another parser, with a SQLite file of what it said before; keys are hashes of the parser's name and the text."""

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

    def parse(self, texts: Sequence[str]) -> Iterator[Tokens]:
        """Give the tokens of each text, in order, parsing only what was never seen."""
        for at in range(0, len(texts), CHUNK):
            yield from self._chunk(texts[at : at + CHUNK])

    def _chunk(self, texts: Sequence[str]) -> Iterator[Tokens]:
        keys = [hashlib.sha256(f"{self.name}\0{text}".encode()).digest() for text in texts]
        known = dict(
            self._base.execute(f"select key, tokens from parse where key in ({','.join('?' * len(keys))})", keys)
        )
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
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
