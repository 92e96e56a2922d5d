"""Members of a body whose name holds an "of": parsers take the body for its member in "held a League of Ost cook"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.knowledge.nouns import noun
from dateline.knowledge.small_words import small

_NAMED = frozenset({"ORG", "NORP", "GPE", "FAC"})
_QUALIFY = frozenset({"det", "nummod", "amod", "poss", "quantmod", "advmod", "predet"})
_ONE = small("ones_or_some")
_WIDE = 10  # tokens on either side of the name in which what hangs on it stands


def reattach(
    lowers: Sequence[str],
    tags: Sequence[str],
    deps: list[str],
    heads: list[int],
    names: Sequence[tuple[int, int, str]],
) -> None:
    """Hang a body's name on the noun behind it that says what its member is; changes ``deps`` and ``heads``.

    "a [League of Ost] cook", "two [League of Ost (LO)] cooks": who was held are cooks, not leagues.
    """
    for of, word in enumerate(lowers):
        body = of - 1
        if word != "of" or of == 0 or heads[of] != body or not tags[body].startswith("NNP"):
            continue
        member = _member(of, lowers, tags)
        if member is not None and heads[member] in (of, body) and _counted(body, lowers, tags, heads, names):
            _swap(body, of, member, tags, deps, heads)


def _member(of: int, lowers: Sequence[str], tags: Sequence[str]) -> int | None:
    """The noun for a person that stands behind the names after an "of", or behind an abbreviation in brackets."""
    at = of + 1
    while at < len(tags) and (tags[at].startswith("NNP") or (at > of + 1 and lowers[at] in ("(", ")"))):
        at += 1
    known = noun(lowers[at]) if at > of + 1 and at < len(tags) and tags[at] in ("NN", "NNS") else None
    return at if known is not None and known.kind == "person" else None


def _counted(
    body: int, lowers: Sequence[str], tags: Sequence[str], heads: list[int], names: Sequence[tuple[int, int, str]]
) -> bool:
    """Say whether a name is that of a body, or at least counted: a capital at the head of a headline proves nothing."""
    before = range(max(0, body - _WIDE), body)
    if any(heads[k] == body and (lowers[k] in _ONE or tags[k] == "CD") for k in before):
        return True
    return any(first <= body < end and label in _NAMED for first, end, label in names)


def _swap(body: int, of: int, member: int, tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    root = heads[body] == body
    for k in range(max(0, body - _WIDE), min(len(heads), member + 2 * _WIDE)):
        if heads[k] == body and k not in (body, of) and (k > member or _outside(k, tags, deps)):
            heads[k] = member
    inner = [k for k in range(of + 1, member) if heads[k] == member and deps[k] == "compound"]
    if deps[member] == "pobj" and inner:
        deps[inner[-1]], heads[inner[-1]] = "pobj", of
    deps[member], heads[member] = deps[body], member if root else heads[body]
    deps[body], heads[body] = "nmod", member


def _outside(token: int, tags: Sequence[str], deps: list[str]) -> bool:
    """Say whether a word before a name qualifies the member: "two", "suspected", not "Islamic"."""
    return deps[token] in _QUALIFY and not tags[token].startswith("NNP")
