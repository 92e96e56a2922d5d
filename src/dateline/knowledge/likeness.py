"""How alike two names are, and the sentence that explains it."""

from __future__ import annotations

import msgspec


class Likeness(msgspec.Struct, frozen=True):
    """A score from 0 to 1, the same from 0.5 on, and its reason."""

    score: float
    reason: str
