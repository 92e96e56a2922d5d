"""Web archives (WARC): every page that was answered with, or kept, is a report. ISO 28500:2017."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from dateline.model import Report, SetAside
from dateline.read import html, plain

_PAGES: tuple[str, ...] = ("text/html", "application/xhtml+xml")
_TEXTS = (*_PAGES, "text/plain")
_KEPT = ("resource", "conversion")
_OK = "200"
_BEGIN = b"WARC/"
_BROKEN = (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error)


def reports(stream: IO[bytes], *, path: str, max_chars: int) -> Iterator[Report | SetAside]:
    """Give the pages of an archive in its order; what is no page (requests, pictures, moves) is passed over."""
    found = False
    try:
        for number, record in enumerate(ArchiveIterator(_opened(stream)), 1):
            kind = _kind(record)
            data = _content(record, 40 * max_chars) if kind else b""
            if not data.strip():
                continue
            found = True
            yield _report(data, kind, record.rec_headers.get_header("WARC-Target-URI", ""), path, number, max_chars)
    except _BROKEN as error:
        found = True
        yield SetAside(path=path, line=None, reason=f"the archive cannot be read from here on ({error})")
    if not found:
        yield SetAside(path=path, line=None, reason="an archive without pages")


def _opened(stream: IO[bytes]) -> IO[bytes]:
    """The same, once it is seen to be one: what is none would be read as an archive of the older kind."""
    if stream.read(len(_BEGIN)) != _BEGIN:
        raise ValueError("it does not begin as one")
    stream.seek(0)
    return stream


def _report(data: bytes, kind: str, url: str, path: str, number: int, max_chars: int) -> Report | SetAside:
    url = url.strip("<>")
    identifier = hashlib.sha256(url.encode()).hexdigest()[:16]
    if kind not in _PAGES:
        return plain.report(data, identifier=identifier, uri=url, path=f"{path}#{number}", max_chars=max_chars)
    made = html.report(data, identifier=identifier, uri=url, path=path, line=number, url=url or None)
    reason = plain.unfit(made.text, max_chars) if isinstance(made, Report) else None
    return SetAside(path=path, line=number, reason=reason) if reason else made


def _kind(record: Any) -> str:  # noqa: ANN401 - warcio is without types
    """The media type of the page or text that a record holds; "" for anything else."""
    if record.rec_type in _KEPT:
        told = record.rec_headers.get_header("Content-Type", "")
        known = _TEXTS
    elif record.rec_type == "response" and record.http_headers and record.http_headers.get_statuscode() == _OK:
        told = record.http_headers.get_header("Content-Type", "")
        known = _PAGES
    else:
        return ""
    kind = told.split(";")[0].strip().lower()
    return kind if kind in known else ""


def _content(record: Any, most: int) -> bytes:  # noqa: ANN401
    """The bytes of a page or text, out of the chunks and packing in which they were sent."""
    if (length := int(record.rec_headers.get_header("Content-Length", "0"))) > most:
        raise ValueError(f"a record of {length:,} bytes")
    found = bytes(record.content_stream().read())
    if record.raw_stream.limit:
        raise EOFError("it ends within a record")
    return found
