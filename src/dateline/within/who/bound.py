"""Whom a pronoun cannot stand for by the grammar of its sentence: `Novak said Hall had hit him`, not himself."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.within.parse import Parse
from dateline.within.who.bearer import Chains

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HUNG = frozenset({"xcomp", "advcl", "pcomp", "prep", "acomp", "acl", "relcl"})  # what a verb without subject hangs by
_REACH = 6  # steps from a verb up to the clause that has its subject


def barred(parse: Parse, chains: Chains, place: int) -> frozenset[int]:
    """The leaders of those that the verb of an object pronoun is done by, or is done to beside it."""
    one = chains.found[place]
    if one.noun.endswith(("self", "selves")) or parse.deps[one.head] in ("poss", *SUBJECTS):
        return frozenset()
    verb = next((t for t in parse.above(one.head) if parse.pos[t] in ("VERB", "AUX")), None)
    if verb is None:
        return frozenset()
    beside = [kid for kid in parse.kids[verb] if parse.deps[kid] == "dobj" and kid != one.head]
    return frozenset(chains.of(p) for t in (*beside, *_doers(parse, verb)) if (p := chains.headed(t)) is not None)


def _doers(parse: Parse, verb: int) -> Iterator[int]:
    """The subject of a verb, or the one that it borrows: `caught pirates and took them`, `asked Hall to help him`."""
    for _ in range(_REACH):
        subjects = [kid for kid in parse.kids[verb] if parse.deps[kid] in SUBJECTS]
        if subjects:
            yield from subjects
            return
        above, dep = parse.heads[verb], parse.deps[verb]
        if dep == "xcomp" and (asked := _objects(parse, above, verb)):
            yield from asked
            return
        if dep in ("acl", "relcl"):
            yield above
            return
        if above == verb or not (dep in _HUNG or dep == "conj"):
            return
        verb = above


def _objects(parse: Parse, verb: int, before: int) -> list[int]:
    return [kid for kid in parse.kids[verb] if parse.deps[kid] == "dobj" and kid < before]
