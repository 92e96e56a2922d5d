"""Places said for those who govern there: `Moscow appears keen` is the Russian government, `met in Moscow` the city."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from dateline.knowledge.countries import country_of_capital, country_of_seat
from dateline.knowledge.nouns import noun
from dateline.within.parse import Parse
from dateline.within.who.found import Found

_TOGETHER = frozenset({"with", "between", "against"})
_INSIDE = frozenset({"in", "at", "inside", "outside", "near", "from", "to", "into", "around"})


def metonyms(parse: Parse, names: Iterable[Found]) -> list[Found]:
    """Mark places that act. A capital or a seat that does is an organisation; a country stays the place it is."""
    return [_meant(parse, one) for one in names]


def _meant(parse: Parse, one: Found) -> Found:
    seat = country_of_seat(one.name) if one.kind in ("organization", "facility") else None
    if seat:
        inside = parse.deps[one.head] == "pobj" and parse.lowers[parse.heads[one.head]] in _INSIDE
        if inside or parse.deps[one.head] in ("compound", "nmod"):
            return replace(one, kind="facility", country=seat)
        return replace(one, kind="organization", country=seat, metonym="government")
    if one.kind != "place" or not acts(parse, one.head):
        return one
    capital = country_of_capital(one.name)
    if capital and not one.country:
        return replace(one, kind="organization", country=capital, metonym="government")
    return replace(one, metonym="government") if one.country else one


def acts(parse: Parse, token: int) -> bool:
    """Whether the grammar treats a place as somebody: it does something, is told or asked, or is dealt with."""
    while parse.deps[token] == "conj":
        token = parse.heads[token]
    dep, above = parse.deps[token], parse.heads[token]
    if dep == "nsubj":
        return parse.pos[above] == "VERB" and parse.lemmas[above] != "be"
    if dep == "dobj":
        return any(
            parse.deps[k] in ("xcomp", "ccomp") or parse.lowers[k] == "of" for k in parse.kids[above] if k > token
        )
    if dep == "pobj":
        return parse.deps[above] == "agent" or (
            parse.lowers[above] in _TOGETHER and parse.pos[parse.heads[above]] != "AUX"
        )
    return dep == "poss" and parse.pos[above] == "NOUN" and noun(parse.lemmas[above]) is None
