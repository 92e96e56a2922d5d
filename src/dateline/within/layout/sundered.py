"""Sentences that a parser ended at the full stop of an abbreviation: "on Mill Rd. | around 6 p.m. | Friday"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.knowledge.calendar import table

_HALVES = frozenset({"a.m", "p.m"})  # of the day
_VERBAL = frozenset({"VERB", "AUX"})
_OPENING = frozenset({"ADP", "SCONJ", "ADV"})  # at about 6 p.m., shortly before 6 p.m.
SHORT = 12  # tokens of an hour that opens a sentence, with its day


def sundered(
    words: Sequence[str], pos: Sequence[str], deps: list[str], heads: list[int], firsts: Sequence[int]
) -> list[int]:
    """The first tokens of the sentences of one stretch, without those that only go on; changes ``deps`` and ``heads``.

    What goes on in small letters after the abbreviation of a street or an hour, or after an hour with a day and no verb
    of its own, hangs on the verb before it; an hour that stands alone hangs on what it opens.
    """
    kept: list[int] = []
    for first, end in zip(firsts, [*firsts[1:], len(words)], strict=True):
        last = _abbreviation(words, first) if kept else ""
        if last in _HALVES and _opens(pos, kept[-1], first):
            _hang(pos, deps, heads, range(kept[-1], first), _root(heads, first, end))
        elif last and _goes_on(last, words, pos, heads, first, end):
            _hang(pos, deps, heads, range(first, end), _verb(pos, heads, kept[-1], first))
        else:
            kept.append(first)
    return kept


def _abbreviation(words: Sequence[str], first: int) -> str:
    """The word of a street or of half a day with its full stop before a token, without it; empty for any other."""
    word = words[first - 1]
    if word == "." and first > 1:
        word = words[first - 2] + word
    bare = word.lower().removesuffix(".")
    return bare if word.endswith(".") and (bare in _HALVES or bare in table("lists")["streets"]) else ""


def _opens(pos: Sequence[str], start: int, first: int) -> bool:
    """Whether a sentence is no more than the hour of the one behind it."""
    return pos[start] in _OPENING and first - start <= SHORT and not _VERBAL & set(pos[start:first])


def _goes_on(last: str, words: Sequence[str], pos: Sequence[str], heads: Sequence[int], first: int, end: int) -> bool:
    if words[first][:1].islower():
        return True
    day = words[first].lower().rstrip(".")
    dated = day in table("weekdays") or day in table("months")
    return last in _HALVES and dated and pos[_root(heads, first, end)] not in _VERBAL


def _root(heads: Sequence[int], first: int, end: int) -> int:
    return next((token for token in range(first, end) if heads[token] == token), first)


def _verb(pos: Sequence[str], heads: Sequence[int], start: int, first: int) -> int:
    """The verb that the last word of a sentence hangs below, else its root."""
    above = max(start, first - 2)
    while heads[above] != above and pos[above] not in _VERBAL:
        above = heads[above]
    return above


def _hang(pos: Sequence[str], deps: list[str], heads: list[int], part: range, above: int) -> None:
    for root in [token for token in part if heads[token] == token]:
        heads[root] = above
        deps[root] = "prep" if pos[root] == "ADP" else "advcl" if pos[root] in _VERBAL else "npadvmod"
