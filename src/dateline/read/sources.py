"""What the paths on the command line stand for, and the reader for each."""

from __future__ import annotations

import glob
import gzip
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, cast

from dateline.model import Report, SetAside
from dateline.read import feed, html, jsonl, plain, table, warc

_FEEDS = (".xml", ".rss", ".atom", ".rdf")
_PAGES = (".html", ".htm", ".xhtml")
_LINES = (".jsonl", ".ndjson")
_ARCHIVES = (".warc",)
_TABLES = (".csv", ".tsv")  # not read in folders, like .json: there they are as often about reports as they are reports
_PACKED = ".gz"
READ_IN_FOLDERS = (".txt", *_PAGES, *_LINES, *_FEEDS, *_ARCHIVES)
STDIN = "-"


def read(paths: Sequence[str | Path], *, max_chars: int = 1_000_000) -> Iterator[Report | SetAside]:
    """Give every report that the paths hold, one by one, and what had to be set aside with the reason.

    A path is a file, a folder (all below it with an ending of ``READ_IN_FOLDERS``, packed or not, sorted), a pattern
    with ``*``, or ``-`` for standard input (JSON Lines or one plain text). Nothing is held in memory but the file at
    hand, and of lines and archives one line or page.
    """
    for path in paths:
        if str(path) == STDIN:
            yield from _standard_input(max_chars)
        else:
            yield from _path(Path(path), max_chars)


def _path(path: Path, max_chars: int) -> Iterator[Report | SetAside]:
    if path.is_dir():
        files = sorted(f for f in path.rglob("*") if _ending(f) in READ_IN_FOLDERS and not f.is_dir())
        if not files:
            endings = " ".join(READ_IN_FOLDERS)
            yield SetAside(path=str(path), line=None, reason=f"a folder without reports (none ends in {endings})")
        for file in files:
            yield from _file(file, max_chars)
    elif path.exists() or not (matches := sorted(glob.glob(str(path), recursive=True))):  # noqa: PTH207 - ** and absolute patterns
        yield from _file(path, max_chars)
    else:
        for match in matches:
            yield from _path(Path(match), max_chars)


def _ending(path: Path) -> str:
    """What a file's name says is in it, packed or not: .jsonl for news.jsonl.gz."""
    return _bare(path).suffix.lower()


def _bare(path: Path) -> Path:
    return path.with_suffix("") if path.suffix.lower() == _PACKED else path


def _open(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path)) if path.suffix.lower() == _PACKED else path.open("rb")


def _file(path: Path, max_chars: int) -> Iterator[Report | SetAside]:
    most = 40 * max_chars
    try:
        with _open(path) as file:
            if _ending(path) in _LINES:
                yield from jsonl.reports(file, path=str(path), max_chars=max_chars)
                return
            if _ending(path) in _ARCHIVES:
                yield from warc.reports(file, path=str(path), max_chars=max_chars)
                return
            whole = _ending(path) in (*_TABLES, ".json")
            data = file.read() if whole else file.read(most + 1)
        if len(data) > most and not whole:
            size = f"{path.stat().st_size:,} bytes" + (" packed" if path.suffix.lower() == _PACKED else "")
            yield SetAside(path=str(path), line=None, reason=f"{size}, too large for a report (--max-chars)")
            return
    except (OSError, EOFError, zlib.error) as error:
        why = getattr(error, "strerror", None) or error
        yield SetAside(path=str(path), line=None, reason=f"cannot be read ({why})")
        return
    yield from _data(data, path, max_chars)


def _data(data: bytes, path: Path, max_chars: int) -> Iterator[Report | SetAside]:
    kind, name = _ending(path), _bare(path)
    if not data.strip():
        yield SetAside(path=str(path), line=None, reason="empty")
    elif kind in _FEEDS:
        yield from feed.reports(data, path=str(path), max_chars=max_chars)
    elif kind in _TABLES:
        yield from table.reports(data, path=str(path), max_chars=max_chars)
    elif kind == ".json":
        yield from jsonl.document(data, path=str(path), max_chars=max_chars)
    elif kind in _PAGES:
        made = html.report(data, identifier=name.stem, uri=name.name, path=str(path))
        reason = plain.unfit(made.text, max_chars) if isinstance(made, Report) else None
        yield SetAside(path=str(path), line=None, reason=reason) if reason else made
    else:
        yield plain.report(data, identifier=name.stem, uri=name.name, path=str(path), max_chars=max_chars)


def _standard_input(max_chars: int) -> Iterator[Report | SetAside]:
    stream = sys.stdin.buffer
    first = b""
    while not first.strip() and len(first) < max_chars and (line := stream.readline()):
        first += line
    if first.lstrip().removeprefix(b"\xef\xbb\xbf").startswith(b"{"):
        lines = (line for part in (first.splitlines(keepends=True), stream) for line in part)
        yield from jsonl.reports(lines, path=STDIN, max_chars=max_chars)
        return
    data = first + stream.read(40 * max_chars)
    if not data.strip():
        yield SetAside(path=STDIN, line=None, reason="empty")
    else:
        yield plain.report(data, identifier="stdin", uri="stdin", path=STDIN, max_chars=max_chars)
