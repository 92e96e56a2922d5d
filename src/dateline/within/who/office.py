"""Offices that nobody holds yet: `nominated as finance minister`, `the post of spokesman`."""

from __future__ import annotations

from dateline.knowledge.persons import takes_person
from dateline.within.parse import Parse
from dateline.within.who.found import Found

_FILLED = frozenset({"be", "become", "serve", "act", "work"})


def vacant(parse: Parse, one: Found) -> bool:
    """Say whether a title stands for the office that somebody is to have, and not for who has it."""
    if one.form != "role" or one.plural or one.name:
        return False
    dep, above = parse.deps[one.head], parse.heads[one.head]
    if dep == "attr" and parse.lemmas[above] in _FILLED:
        return _sought(parse, parse.heads[above])
    if dep == "poss":
        return takes_person(parse.low_lemmas[above], "office")
    if dep != "pobj":
        return False
    over = parse.heads[above]
    if parse.lowers[above] == "of":
        return takes_person(parse.low_lemmas[over], "office")
    if parse.lowers[above] == "as" and parse.lemmas[over] in _FILLED and parse.deps[over] in ("xcomp", "acl", "advcl"):
        over = parse.heads[over]
    return parse.lowers[above] in ("as", "for") and _sought(parse, over)


def _sought(parse: Parse, token: int) -> bool:
    return takes_person(parse.low_lemmas[token], "sought")
