"""Every setting of a build, declared once: name, type, default, and what it does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from dateline.within.parsers.spacy_parser import PACKAGED


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a build is told. ``parser`` and ``max_chars`` shape the record and are kept in it."""

    parser: str = PACKAGED  # an installed spaCy pipeline, by name or path
    max_chars: int = 1_000_000  # a longer text is set aside
    as_of: date | None = None  # the day from which the record looks back; None is today
    jobs: int = 1  # processes that read reports
    batch: int = 64  # reports read, and kept, at a time
    parses: Path | None = None  # a file that keeps parses between builds; None keeps none

    def shaping(self) -> dict[str, str | int]:
        """The settings that the record depends on."""
        return {"parser": self.parser, "max_chars": self.max_chars}
