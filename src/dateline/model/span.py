"""Where words stand: half-open ranges of Unicode code points in a report's text or title."""

from __future__ import annotations

from typing import Literal

import msgspec

Field = Literal["text", "title"]


class Span(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, order=True):
    """The words ``text[start:end]`` of a report, or of its title where ``field`` says so."""

    start: int
    end: int
    field: Field = "text"

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}:{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character of the same field."""
        return self.field == other.field and self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Say whether ``other`` lies wholly inside this span."""
        return self.field == other.field and self.start <= other.start and other.end <= self.end
