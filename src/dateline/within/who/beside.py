"""Words that the grammar of one sentence makes one: a title and its name, an apposition, `X is the mayor`."""

from __future__ import annotations

from dateline.within.parse import Parse
from dateline.within.who.bearer import Chains
from dateline.within.who.role import vacant

_NAMING = frozenset({"identify", "name", "id"})  # "identified him as Ruiz": elsewhere a name after `as` is another's


def join_beside(parse: Parse, chains: Chains) -> None:
    """Join mentions that stand beside each other for the same bearer."""
    heads = {one.head: place for place, one in sorted(enumerate(chains.found), key=lambda p: p[1].form != "name")[::-1]}
    ends = {one.end: place for place, one in enumerate(chains.found) if one.form == "name"}
    for place, one in enumerate(chains.found):
        if one.form == "role" and heads.get(one.head, place) != place:
            chains.join(place, heads[one.head])
    chains.vacant |= {place for place, one in enumerate(chains.found) if vacant(parse, one)}
    for place, one in enumerate(chains.found):
        if place in chains.vacant:
            continue
        inner = ends.get(one.end)
        if one.form == "nominal" and one.kind == "place" and inner is not None and chains.found[inner].kind == "place":
            chains.join(place, inner)  # the city of X
            continue
        other = _twin(parse, one.head, heads)
        if other is not None and _fit(chains, place, other):
            if one.form == "name" and parse.deps[one.head] == "pobj" and chains.bearer(other).count == 1:
                chains.named.add(other)
            chains.join(place, other)


def _twin(parse: Parse, head: int, heads: dict[int, int]) -> int | None:
    dep, above = parse.deps[head], parse.heads[head]
    if dep == "appos":
        return heads.get(above)
    if dep == "attr" and not any(parse.deps[kid] == "neg" for kid in parse.kids[above]):
        return _subject(parse, above, heads)
    if dep == "oprd":
        return _subject(parse, above, heads)
    if (
        dep == "pobj"
        and parse.lowers[above] == "as"
        and parse.pos[parse.heads[above]] == "VERB"
        and (parse.tags[head] != "NNP" or parse.lemmas[parse.heads[above]] in _NAMING)
    ):
        verb = parse.heads[above]
        whom = [k for k in parse.kids[verb] if parse.deps[k] in ("dobj", "nsubjpass")]
        whom += [parse.heads[verb]] if parse.deps[verb] in ("acl", "relcl") else []  # "the woman, identified as Ruiz"
        return next((heads[k] for k in whom if k in heads), None)
    return None


def _subject(parse: Parse, verb: int, heads: dict[int, int]) -> int | None:
    subjects = [k for k in parse.kids[verb] if parse.deps[k] in ("nsubj", "nsubjpass")]
    whose = [k for one in subjects if parse.lowers[one] == "name" for k in parse.kids[one] if parse.deps[k] == "poss"]
    return next((heads[k] for k in whose or subjects if k in heads), None)  # "his name is Ruiz"


def _fit(chains: Chains, place: int, other: int) -> bool:
    """Two names beside each other are a list, or a place in its country; one and many are a slip of the parse."""
    both_named = bool(chains.bearer(place).names) and bool(chains.bearer(other).names)
    return not both_named and chains.agree(place, other)
