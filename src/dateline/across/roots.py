"""Roots: what a chain ends at, and which roots are one voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dateline.knowledge.countries import country_in
from dateline.knowledge.outlets import outlets
from dateline.knowledge.speakers import body, other_name
from dateline.model import Attribution, Link

MEDIA = ("agency", "outlet")
VOUCHING = ("say", "show", "think")
EVERYWHERE = ("police", "fire", "prosecution", "court", "coroner", "hospital")  # one of each to a place
REACTING = ("family", "neighbour", "school")
_EMPTY = frozenset(("the", "a", "an", "of", "for", "in", "and", "statement", "report", "office", "department", "group"))


class Root(msgspec.Struct, frozen=True, order=True):
    """Who stands at the end of a chain; ``weak`` ones (nobody named, mere reactions) count only where no other does."""

    key: str
    name: str
    kind: str
    entity: str | None
    weak: bool


def roots(attribution: Attribution, of: Mapping[str, str]) -> list[Root]:
    """The first link that is no medium, else the medium nearest to the statement; none where the text names nobody.

    "Police and a hospital official said" has two roots.
    """
    if not attribution.chain:
        return []
    link = next((step for step in attribution.chain if step.kind not in MEDIA), attribution.chain[-1])
    entity = of.get(link.entity or "")
    if link.body == "own":  # what an outlet saw itself
        return [Root(f"own {link.name.lower()}", link.name, "outlet", entity, weak=False)]
    if link.kind in MEDIA:
        return [_medium(link)]
    if link.body in EVERYWHERE:
        bodies = {body(part.split()) for part in link.name.split(" and ")} & set(EVERYWHERE)
        return [Root(f"body {b}", link.name, "institution", entity, weak=False) for b in sorted(bodies | {link.body})]
    if link.body and link.body not in (*REACTING, "military"):
        return [Root(f"name {other_name(link.body)}", link.body, "institution", None, weak=False)]
    nobody = link.kind in ("anonymous", "collective", "document") or not _named(link.name)
    weak = nobody or link.body in REACTING
    return [Root(f"name {other_name(link.name)}", link.name, link.kind, entity, weak=weak)]


def _named(words: str) -> bool:
    """Say whether words are a name, by their capitals; a description that begins a sentence has only one."""
    rest = [w for w in words.split() if w.lower() not in _EMPTY]
    capitals = [w for w in rest if w[0].isupper()]
    return 2 * len(capitals) > len(rest) and any(w[0].isupper() for w in rest[1:] or rest)


def _medium(link: Link) -> Root:
    """A medium as the root: a state's media are one voice; others pass on what they were told."""
    known = outlets().named(link.name)
    words = link.name.lower()
    if known and known.control == "state":
        return Root(f"state {known.country}", known.family, known.kind, link.entity, weak=False)
    if "state" in words and (country := next((c for w in link.name.split() if (c := country_in(w))), None)):
        return Root(f"state {country}", link.name, link.kind, link.entity, weak=False)
    if known:
        return Root(f"name {other_name(known.name)}", known.name, known.kind, link.entity, weak=True)
    return Root(f"name {other_name(link.name)}", link.name, link.kind, link.entity, weak=True)


def merged(roots: Iterable[Root]) -> dict[Root, Root]:
    """Each root with the one it is counted under: same key, same entity, or a name that is part of a longer one."""
    chosen: list[Root] = []
    found: dict[Root, Root] = {}
    for each in sorted(set(roots), key=_rank):
        twin = next((other for other in chosen if _one(each, other)), None)
        if twin is None:
            chosen.append(each)
        found[each] = twin or each
    return found


def _rank(each: Root) -> tuple[object, ...]:
    """Whose name a group goes by: the longest key, then a name that says what body it is, with most capitals."""
    capitals = sum(word[0].isupper() for word in each.name.split())
    return each.weak, -len(_words(each)), each.key, not body(each.name.split()), -capitals, each.name


def _one(left: Root, right: Root) -> bool:
    if left.key == right.key or (left.entity is not None and left.entity == right.entity):
        return True
    if not (left.key.startswith("name ") and right.key.startswith("name ")):
        return False
    ours, theirs = _words(left), _words(right)
    return bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)


def _words(each: Root) -> frozenset[str]:
    plain = each.key.removeprefix("name ").replace(".", "").replace("’s", "").replace("'s", "").replace("-", " ")
    return frozenset(country_in(word) or word for word in plain.split()) - _EMPTY


def independent(roots: Sequence[Root]) -> int:
    """How many voices there are; weak ones count once together, and only where nobody else vouches."""
    strong = [each for each in roots if not each.weak]
    return len(strong) or min(len(roots), 1)
