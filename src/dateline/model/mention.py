"""Words that stand for somebody, something or some time."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from dateline.model.span import Field, Span

EntityKind = Literal["person", "organization", "place", "facility", "group", "document"]
MentionForm = Literal["name", "role", "nominal", "pronoun"]
Gender = Literal["female", "male", "other"]


class Mention(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words that stand for an entity. Inside one report ``entity`` is the id of the first mention of the same bearer.

    ``head`` spans the head word of a nominal; ``name`` is the bare name without title, possessive or article; ``role``
    the title or office said beside it ("Syrian defence minister"), ``country`` an ISO alpha-3 code that the words give
    (the office's country, or that of a place), ``plural`` marks several bearers ("the ministers"), ``vacant`` an office
    that nobody holds yet ("nominated as spokesman"), ``courtesy`` what is said before a name by courtesy alone
    ("Mrs.").
    """

    id: str
    report: str
    start: int
    end: int
    text: str
    kind: EntityKind
    form: MentionForm
    entity: str
    field: Field = "text"
    name: str = ""
    head: tuple[int, int] | None = None
    role: str = ""
    country: str = ""
    age: int | None = None
    gender: Gender | None = None
    plural: bool = False
    metonym: str = ""
    vacant: bool = False
    courtesy: str = ""

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(start=self.start, end=self.end, field=self.field)


class Time(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A time expression: TIMEX3 type and value, and the days it allows (None on both sides for sets and durations).

    ``anchor`` says what it was counted from ("published", the id of another time), ``formula`` how (see
    `dateline.knowledge.deixis`), so that it can be solved once the anchor is known.
    """

    id: str
    report: str
    start: int
    end: int
    text: str
    timex: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    earliest: date | None
    latest: date | None
    edtf: str = ""
    field: Field = "text"
    anchor: str = ""
    formula: str = ""
    why: str = ""

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(start=self.start, end=self.end, field=self.field)


def mark(report: str, span: Span) -> str:
    """The id of whatever is marked at a span of a report: made of nothing but where it stands."""
    return f"{report}:{'t' if span.field == 'title' else ''}{span.start}-{span.end}"


def report_of(identifier: str) -> str:
    """The report in which whatever has this id is marked."""
    return identifier.rpartition(":")[0]
