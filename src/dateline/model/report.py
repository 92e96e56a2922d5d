"""A report as read, and the marks put on it."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.model.span import Field, Span
from dateline.model.when import When

SegmentKind = Literal[
    "headline", "standfirst", "dateline", "byline", "body", "caption", "notice", "related", "navigation"
]
WarningKind = Literal[
    "ai_generated",
    "anonymous_source",
    "unverifiable_expert",
    "sole_origin",
    "undated",
    "copy",
    "truncated",
    "date_conflict",
    "circular_citation",
    "unread_language",
    "unread_fault",
]


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """Who published a report; ``family`` is the owner that counts as one voice."""

    name: str
    domain: str | None = None
    family: str | None = None


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the text and what it is; body segments carry the story, others are only marked."""

    kind: SegmentKind
    start: int
    end: int


class Warning(msgspec.Struct, frozen=True, kw_only=True):  # noqa: A001 - the contract names it so
    """Something a careful reader would note in the margin; offsets are null where the whole report is meant."""

    kind: WarningKind
    start: int | None
    end: int | None
    why: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One report as it came in. ``text`` is never changed after reading; every offset counts in it.

    ``published`` is what metadata said (basis ``given``); ``cited`` is an outlet named by a feed's ``<source>``;
    ``marked`` are segments that the input format itself gave away (captions of a web page, say); ``digest`` is the
    SHA-256 of the bytes it was read from. ``read_from`` is the file (and line) it came in by, for messages alone: it is
    never handed out, since the record is to be the same wherever its reports lay. ``digital_source_type`` is how the
    page says that its text was made (a code of the IPTC's Digital Source Type vocabulary), as it is written there.
    """

    id: str
    uri: str
    title: str | None
    text: str
    outlet: Outlet | None = None
    published: When | None = None
    updated: When | None = None
    language: str | None = None
    byline: str | None = None
    cited: str | None = None
    digital_source_type: str | None = None
    marked: tuple[Segment, ...] = ()
    url: str | None = None
    digest: str = ""
    read_from: str = ""

    def words(self, span: Span) -> str:
        """The very words that a span marks."""
        return self.of(span.field)[span.start : span.end]

    def of(self, field: Field) -> str:
        """The string that offsets of ``field`` count in."""
        return self.text if field == "text" else (self.title or "")


class SetAside(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be read, and why; ``line`` counts from 1, None where the whole file is meant."""

    path: str
    line: int | None
    reason: str
