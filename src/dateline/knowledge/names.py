"""Whether two names can be one bearer's: the one door to what Dateline knows about names."""

from __future__ import annotations

from functools import lru_cache

from dateline.knowledge.likeness import Likeness
from dateline.knowledge.organisations import compare_bodies
from dateline.knowledge.personal_names import compare_persons

__all__ = ["Likeness", "compare"]


@lru_cache(maxsize=65536)
def compare(left: str, right: str, kind: str) -> Likeness:
    """Compare two names of a kind (``person``, ``organization``, ``place``, ``vessel``); 0.5 and more is the same."""
    if kind == "person":
        return compare_persons(left, right)
    return compare_bodies(left, right, kind)
