"""Bytes to characters, without ever losing one silently."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = {
    b"%PDF": "a PDF file: save its text as .txt first",
    b"PK\x03\x04": "a zip archive or an Office document: unpack it, or save its text as .txt, first",
    b"\xd0\xcf\x11\xe0": "an old Office document: save its text as .txt first",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3": "a database",
    b"\x1f\x8b": "packed twice, or not named by what is in it (.jsonl.gz, .txt.gz, .warc.gz): unpack it first",
    b"\x7fELF": "a program",
    b"Rar!": "an archive: unpack it first",
    b"OggS": "a sound",
    b"ID3": "a sound",
}
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096
_PUNCTUATION = frozenset("“”‘’„‚–—…•€£¥§©®°«»·¡¿ªº´¨\xa0\xad™†‡‰‹›½¼¾²³×")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class UndecodableError(ValueError):
    """Bytes that are no text in any encoding that could be told; the message says why."""


def decode(data: bytes, *, declared: bool = False) -> str:
    """Give the characters of a text; only a byte-order mark is dropped.

    Tried in this order: the mark, UTF-8, the charset that a page declares (where ``declared``), Windows-1252 where it
    gives Latin text, and what charset-normalizer finds. Raises `UndecodableError` for binaries and where none fits.
    """
    if not data:
        return ""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    if kind := next((words for magic, words in _MAGIC.items() if data.startswith(magic)), None):
        raise UndecodableError(f"a binary file, not text ({kind})")
    if b"\0" in data[:_HEAD]:
        return _wide(data)
    if len(_CONTROL.findall(data[:_HEAD])) > 0.02 * len(data[:_HEAD]):
        raise UndecodableError("a binary file, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data, declared=declared)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(f"begins with the mark of {encoding} but is not in it ({error.reason})") from error


def _wide(data: bytes) -> str:
    """Decode UTF-16 without a mark: every second byte of Latin text is zero."""
    head = data[:_HEAD]
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        half = head[first::2]
        if half.count(0) > 0.7 * len(half) and not head[1 - first :: 2].count(0):
            return _strictly(data, encoding)
    raise UndecodableError("a binary file, not text")


def _guess(data: bytes, *, declared: bool) -> str:
    if declared and (named := _DECLARED.search(data[:_HEAD])):
        try:
            return data.decode(named[1].decode("ascii"))
        except (UnicodeDecodeError, LookupError):
            pass  # pages declare what they are not; the guess below decides
    if (latin := _latin(data)) is not None:
        return latin
    found = from_bytes(data).best()
    if found is None:
        raise UndecodableError("in no encoding that could be told; save it as UTF-8")
    return data.decode(found.encoding)


def _latin(data: bytes) -> str | None:
    """Give the text as Windows-1252 if that makes Latin words of it.

    charset-normalizer 3.5 alone takes four of six short Spanish, German and Portuguese texts for cp1250 or UTF-16.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    foreign = [place for place, character in enumerate(text) if character > "\x7f"]
    plausible = all(text[place].isalpha() or text[place] in _PUNCTUATION for place in foreign)
    inside = any(
        text[p] in "¿¡²³½¼¾ªº" and text[p - 1 : p].isalpha() and text[p + 1 : p + 2].isalpha() for p in foreign
    )
    return text if plausible and not inside and len(foreign) <= 0.25 * len(text) else None
