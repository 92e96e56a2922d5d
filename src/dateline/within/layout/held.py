"""Who is held hostage, where parsers take people for a kind of hostage: "held [nine people] hostage"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.knowledge.actions import classes

_BESIDE = frozenset({"compound", "nmod"})
_COUNTED = frozenset({"nummod", "det", "poss"})


def part(lowers: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Hang those held on the verb, and what they are held as beside them; changes ``deps`` and ``heads``."""
    words = classes()["caught"]
    for state in range(1, len(lowers)):
        who = state - 1
        if lowers[state] not in words or deps[state] != "dobj" or heads[who] != state or deps[who] not in _BESIDE:
            continue
        counted = any(heads[k] == who and deps[k] in _COUNTED for k in range(max(0, who - 4), who))
        if not counted and tags[who] != "NNS":
            continue
        verb = heads[state]
        for token, head in enumerate(heads):
            if head == state and token < who:
                heads[token] = who
        deps[who], heads[who] = "dobj", verb
        deps[state] = "oprd"
