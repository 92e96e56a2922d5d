"""Judgements on whether two things are one, by rule or by a person."""

from __future__ import annotations

from typing import Literal

import msgspec

Subject = Literal["entity", "event", "copy"]
Verdict = Literal["same", "different", "unsure"]


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """That two claims, mentions or reports are, or are not, of one bearer; a person's word outweighs every rule."""

    id: str
    about: Subject
    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    by: str
