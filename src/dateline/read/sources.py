"""What the paths on the command line stand for, and the reader for each."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.model import Report, SetAside
from dateline.read import feed, html, jsonl, plain

READ_IN_FOLDERS = (".txt", ".html", ".htm", ".jsonl", ".xml")
STDIN = "-"
_FEEDS = (".xml", ".rss", ".atom", ".rdf")
_PAGES = (".html", ".htm", ".xhtml")
_LINES = (".jsonl", ".ndjson")


def read(paths: Sequence[str | Path], *, max_chars: int = 1_000_000) -> Iterator[Report | SetAside]:
    """Give every report that the paths hold, one by one, and what had to be set aside with the reason.

    A path is a file, a folder (all below it that ends in .txt .html .htm .jsonl .xml, sorted), a pattern with ``*``,
    or ``-`` for standard input (JSON Lines or one plain text). Nothing is held in memory but the file at hand.
    """
    for path in paths:
        if str(path) == STDIN:
            yield from _standard_input(max_chars)
        else:
            yield from _path(Path(path), max_chars)


def _path(path: Path, max_chars: int) -> Iterator[Report | SetAside]:
    if path.is_dir():
        files = sorted(f for f in path.rglob("*") if f.suffix.lower() in READ_IN_FOLDERS and not f.is_dir())
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


def _file(path: Path, max_chars: int) -> Iterator[Report | SetAside]:
    try:
        if path.suffix.lower() in _LINES:
            with path.open("rb") as lines:
                yield from jsonl.reports(lines, path=str(path), max_chars=max_chars)
            return
        size = path.stat().st_size
        if size > 40 * max_chars:
            yield SetAside(path=str(path), line=None, reason=f"{size:,} bytes, too large for a report (--max-chars)")
            return
        data = path.read_bytes()
    except OSError as error:
        yield SetAside(path=str(path), line=None, reason=f"cannot be read ({error.strerror or error})")
        return
    yield from _data(data, path, max_chars)


def _data(data: bytes, path: Path, max_chars: int) -> Iterator[Report | SetAside]:
    kind = path.suffix.lower()
    if not data.strip():
        yield SetAside(path=str(path), line=None, reason="empty")
    elif kind in _FEEDS:
        yield from feed.reports(data, path=str(path), max_chars=max_chars)
    elif kind in _PAGES:
        made = html.report(data, identifier=path.stem, uri=path.name, path=str(path))
        reason = plain.unfit(made.text, max_chars) if isinstance(made, Report) else None
        yield SetAside(path=str(path), line=None, reason=reason) if reason else made
    else:
        yield plain.report(data, identifier=path.stem, uri=path.name, path=str(path), max_chars=max_chars)


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
