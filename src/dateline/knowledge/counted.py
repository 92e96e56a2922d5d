"""What news counts besides people hurt and held: strikes, weapons, vehicles, and what only measures."""

from __future__ import annotations

from functools import cache

from dateline.knowledge.actions import rows
from dateline.knowledge.nouns import noun

_ROLES = (
    "unit attend lasting crowd draw watch rally counter voting voter other_sense ranked"
    " sum_killed sum_injured sum_captured sum_participants recover made reckon speech polling total"
    " scored batch depart convoy done_often survey chamber party noise rout"
)
CROWD = "participants"  # under which those are counted who took part in something or went together
BATCH = "batch"  # under which it is counted which of several that follow one another something is
_LIFELESS = frozenset({"vehicles", "aircraft", "buildings", "weapons", "rockets", "drones"})
_NOT_THINGS = frozenset(_ROLES.split())


@cache
def _table() -> tuple[dict[str, str], frozenset[str], dict[str, frozenset[str]]]:
    kinds: dict[str, str] = {}
    single: set[str] = set()
    words: dict[str, frozenset[str]] = {}
    for name, marks, lemmas in rows("counted.tsv"):
        words[name] = frozenset(lemmas.split(","))
        if name not in _NOT_THINGS:
            for lemma in words[name]:
                kinds.setdefault(lemma, name)
        if "one" in marks:
            single |= words[name]
    return kinds, frozenset(single), words


def thing(lemma: str) -> str | None:
    """The name under which a noun's things are counted ("raid": strikes); None where it has none of its own."""
    return _table()[0].get(lemma)


def lifeless(lemma: str) -> bool:
    """Say whether a noun is for things that are hit: lorries, houses, tents."""
    denoted = noun(lemma)
    return thing(lemma) in _LIFELESS or (denoted is not None and denoted.kind in {"facility", "place"})


def known(of: str) -> bool:
    """Say whether a name is of the table, so that two reports' numbers of such things can be compared."""
    return of in _table()[2] and of not in _NOT_THINGS


def counts_singly(lemma: str) -> bool:
    """Say whether one of it, in the singular, is a count ("a handgun": one weapon)."""
    return lemma in _table()[1]


def measures(lemma: str) -> bool:
    """Say whether a noun is a unit or a part of a name, so that a number before it counts nothing."""
    return lemma in _table()[2]["unit"]


def attends(lemma: str) -> bool:
    """Say whether the subjects of a verb take part in what is told ("attend", "march")."""
    return lemma in _table()[2]["attend"]


def words(name: str) -> frozenset[str]:
    """The words of one row of the table ("lasting": the units of time that something takes)."""
    return _table()[2][name]


@cache
def measure(of: str) -> bool:
    """Say whether a name is of what only measures (hours, a share): a number of it is of one thing or of another."""
    return of in ("per cent", "points") or of.removesuffix("s") in words("lasting")
