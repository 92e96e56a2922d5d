"""Objects that parsers make a second subject of the verb behind them: "a man known as [Ruiz] was held"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = {"ADP": "pobj", "VERB": "dobj"}


def give_back(pos: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Hang a second subject on the verb or preposition right before it that lacks an object; changes both lists.

    Only where that word stands in a clause or phrase that tells of the first subject.
    """
    own: dict[int, list[int]] = defaultdict(list)
    for token, label in enumerate(deps):
        if label in _SUBJECTS and token < heads[token]:
            own[heads[token]].append(token)
    for subjects in own.values():
        for second in subjects[1:]:
            before = _left(second, heads) - 1
            if before <= subjects[0] or pos[before] not in _OBJECTS or subjects[0] not in _above(before, heads):
                continue
            if not any(heads[k] == before and deps[k] in _OBJECTS.values() for k in range(len(deps))):
                heads[second], deps[second] = before, _OBJECTS[pos[before]]


def _left(token: int, heads: Sequence[int]) -> int:
    """The first token of what hangs on a token."""
    begin = token
    while begin and token in _above(begin - 1, heads):
        begin -= 1
    return begin


def _above(token: int, heads: Sequence[int]) -> list[int]:
    found: list[int] = []
    while heads[token] != token:
        token = heads[token]
        found.append(token)
    return found
