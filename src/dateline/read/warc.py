"""Web archives (WARC): every page that was answered with, or kept, is a report. ISO 28500:2017."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesHeaderParser
from typing import IO

from dateline.model import Report, SetAside
from dateline.read import html, plain

_PAGES = ("text/html", "application/xhtml+xml")
_OK = b" 200"


def reports(stream: IO[bytes], *, path: str, max_chars: int) -> Iterator[Report | SetAside]:
    """Give the pages of an archive in its order; what is no page (requests, pictures, moves) is passed over."""
    found = False
    try:
        for number, (head, block) in enumerate(_records(stream, 40 * max_chars), 1):
            url = (head.get("WARC-Target-URI") or "").strip("<>")
            kind, data = _content(head, block)
            if data is None or not data.strip():
                continue
            found = True
            identifier = hashlib.sha256(url.encode()).hexdigest()[:16]
            if kind in _PAGES:
                made = html.report(data, identifier=identifier, uri=url, path=path, line=number, url=url or None)
                reason = plain.unfit(made.text, max_chars) if isinstance(made, Report) else None
                yield SetAside(path=path, line=number, reason=reason) if reason else made
            else:
                yield plain.report(data, identifier=identifier, uri=url, path=f"{path}#{number}", max_chars=max_chars)
    except (EOFError, OSError, ValueError, zlib.error) as error:
        found = True
        yield SetAside(path=path, line=None, reason=f"the archive cannot be read from here on ({error})")
    if not found:
        yield SetAside(path=path, line=None, reason="an archive without pages")


def _records(stream: IO[bytes], most: int) -> Iterator[tuple[Message, bytes]]:
    while line := stream.readline():
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise ValueError("no record begins where one should")
        head = BytesHeaderParser().parsebytes(_head(stream))
        length = int(head.get("Content-Length") or 0)
        if length > most:
            raise ValueError(f"a record of {length:,} bytes")
        block = stream.read(length)
        if len(block) < length:
            raise EOFError("it ends within a record")
        yield head, block


def _head(stream: IO[bytes]) -> bytes:
    lines = []
    while (line := stream.readline()) and line.strip():
        lines.append(line)
    return b"".join(lines)


def _content(head: Message, block: bytes) -> tuple[str, bytes | None]:
    """The kind and the bytes of what a record holds, if that is a page or a text."""
    kind, told = head.get("WARC-Type", ""), (head.get("Content-Type") or "").split(";")[0].strip().lower()
    if kind in {"resource", "conversion"}:
        return told, block if told in (*_PAGES, "text/plain") else None
    if kind != "response" or told != "application/http":
        return told, None
    first, _, rest = block.partition(b"\r\n")
    lines, _, body = rest.partition(b"\r\n\r\n")
    answer = BytesHeaderParser().parsebytes(lines + b"\r\n\r\n")
    told = (answer.get("Content-Type") or "").split(";")[0].strip().lower()
    if _OK not in first or told not in _PAGES:
        return told, None
    if "chunked" in (answer.get("Transfer-Encoding") or "").lower():
        body = _joined(body)
    coding = (answer.get("Content-Encoding") or "").lower()
    return told, gzip.decompress(body) if "gzip" in coding and body.startswith(b"\x1f\x8b") else body


def _joined(body: bytes) -> bytes:
    """What was sent in chunks; archives that kept the header alone hold it whole already."""
    parts, rest = [], body
    while rest:
        size, _, rest = rest.partition(b"\r\n")
        try:
            length = int(size.split(b";")[0], 16)
        except ValueError:
            return body
        if length == 0:
            break
        parts.append(rest[:length])
        rest = rest[length + 2 :]
    return b"".join(parts)
