"""Which of the words found in one report stand for the same bearer."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.within.parse import Parse
from dateline.within.who.bearer import Chains
from dateline.within.who.beside import join_beside
from dateline.within.who.found import Found
from dateline.within.who.refer import refer
from dateline.within.who.same_name import join_aged, join_names


def chains(parse: Parse, found: Sequence[Found]) -> list[int | None]:
    """For each of ``found``, in the order of the text, the number of the first that stands for the same bearer.

    None where the words turned out to stand for nobody (an empty `it`). Names are joined first, then what stands beside
    each other, then, from left to right, whatever points back.
    """
    made = Chains(found)
    join_names(parse, made)
    join_beside(parse, made)
    join_aged(parse, made)
    refer(parse, made)
    kept: dict[int, int] = {}
    for place in range(len(found)):
        if place not in made.dropped:
            kept.setdefault(made.of(place), place)
    return [None if place in made.dropped else kept[made.of(place)] for place in range(len(found))]


def unheard(parse: Parse, found: Sequence[Found], leaders: Sequence[int | None]) -> frozenset[int]:
    """The leaders of chains that are nothing but "we" and "I": nobody knows whose voice it was."""
    known = {lead for one, lead in zip(found, leaders, strict=True) if parse.lowers[one.first] not in _SPEAKERS}
    return frozenset(leader for leader in leaders if leader is not None and leader not in known)


_SPEAKERS = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ourselves", "you", "your"})
