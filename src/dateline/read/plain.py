"""Plain text files: the characters as they are."""

from __future__ import annotations

import hashlib

from dateline.model import Report, SetAside
from dateline.read.decode import UndecodableError, decode
from dateline.read.language import language
from dateline.read.stamps import stamps


def report(data: bytes, *, identifier: str, uri: str, path: str, max_chars: int) -> Report | SetAside:
    """Make a report of a text, or say why not; no character but a byte-order mark is dropped."""
    try:
        text = decode(data)
    except UndecodableError as error:
        return SetAside(path=path, line=None, reason=str(error))
    if reason := unfit(text, max_chars):
        return SetAside(path=path, line=None, reason=reason)
    published, updated = stamps(identifier, text)
    return Report(
        id=identifier,
        uri=uri,
        title=None,
        text=text,
        published=published,
        updated=updated,
        language=language(text),
        read_from=path,
        digest=hashlib.sha256(data).hexdigest(),
    )


def unfit(text: str, max_chars: int) -> str | None:
    """Why a text cannot be a report, or None where it can."""
    if not text.strip():
        return "empty"
    if len(text) > max_chars:
        return f"{len(text):,} characters, more than the {max_chars:,} that a report may have (--max-chars)"
    return None
