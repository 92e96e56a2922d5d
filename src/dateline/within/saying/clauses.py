"""The stretches that words govern, and attributions in the making over them."""

from __future__ import annotations

import msgspec

from dateline.within.parse import Parse

Range = tuple[int, int]


class Draft(msgspec.Struct, frozen=True):
    """An attribution in the making, in token numbers. ``speaker`` is the head word of the source."""

    cue: int
    kind: str
    frame: str
    cues: tuple[Range, ...]
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    speaker: int | None = None
    negated: bool = False


class Clauses:
    """The parse of a report with the stretch that each word governs: first and end token of its subtree."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        count = len(parse)
        self.low = list(range(count))
        self.high = [token + 1 for token in range(count)]
        for token in range(count):
            for above in parse.above(token):
                if self.low[above] <= token < self.high[above]:
                    break
                if token < self.low[above]:
                    self.low[above] = token
                else:
                    self.high[above] = token + 1

    def kids(self, token: int, *deps: str) -> list[int]:
        """The dependents of a token with one of these labels."""
        return [kid for kid in self.parse.kids[token] if self.parse.deps[kid] in deps]

    def range(self, token: int) -> Range:
        """First and end token of a subtree."""
        return self.low[token], self.high[token]
