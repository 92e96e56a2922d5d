"""Words with a prefix that parsers leave in three pieces of equal rank: "three co - workers", "her ex - husband"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.knowledge.small_words import small

_HYPHEN = "-"
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr", "dative"})


def mend(
    words: Sequence[str], starts: Sequence[int], pos: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Hang a prefix and its hyphen on the word that they stand before; changes ``pos``, ``tags``, ``deps``, ``heads``.

    Only where parsers gave all three one head and one relation, and no blank stands between them. A particle behind a
    hyphen hangs on its noun: "a sit-in by miners".
    """
    for hyphen in range(1, len(words) - 1):
        first, last = hyphen - 1, hyphen + 1
        if words[hyphen] != _HYPHEN or not words[first].isalpha() or not words[last].isalpha():
            continue
        close = starts[hyphen] == starts[first] + len(words[first]) and starts[last] == starts[hyphen] + 1
        if close and words[last] in small("particles") and heads[first] == last and tags[last] in ("NN", "NNS"):
            _turn(first, last, pos, tags, deps, heads)
            continue
        alike = len({(heads[t], deps[t]) for t in (first, hyphen, last)}) == 1
        if not alike or not close or deps[last] not in _ARGUMENTS or tags[last] not in ("NN", "NNS"):
            continue
        for token, head in enumerate(heads):
            if head in (first, hyphen):
                heads[token] = last
        pos[hyphen], tags[hyphen] = "PUNCT", "HYPH"
        deps[first], heads[first] = "compound", last
        deps[hyphen], heads[hyphen] = "punct", last


def _turn(first: int, last: int, pos: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make the noun of "sit-in" the head, and its particle hang on it."""
    above = heads[last]
    for token, head in enumerate(heads):
        if head == last:
            heads[token] = first
    heads[first] = first if above == last else above
    deps[first], pos[first], tags[first] = deps[last], "NOUN", tags[last]
    heads[last], deps[last], pos[last], tags[last] = first, "prt", "ADP", "RP"
