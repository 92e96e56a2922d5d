"""Names of one bearer in one report: repeated, shortened, as acronyms, as other names of one country, by one age."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.knowledge.actions import classes
from dateline.within.parse import Parse
from dateline.within.who.bearer import Chains
from dateline.within.who.found import Found
from dateline.within.who.name_row import SUFFIXES

_ARTICLES = re.compile(r"\b(?:al|el|ul|ad|as|ash|ar)[-\s]", re.IGNORECASE)
_SLIPS = 5  # letters of a given name in which two can have changed places
_SHORT = 3  # letters of a given name cut short
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "a"})


def join_names(parse: Parse, chains: Chains) -> None:
    """Join the names of a report that stand for one bearer."""
    named = [place for place, one in enumerate(chains.found) if one.form == "name"]
    _join_equal(chains, named)
    _join_governments(chains)
    people = [place for place in named if chains.found[place].kind == "person"]
    _join_people(chains, people)
    _join_bodies(chains, [place for place in named if chains.found[place].kind in ("organization", "facility")])
    _join_acronyms(parse, chains, [place for place in named if chains.found[place].kind != "person"])


def plain(name: str) -> str:
    """A name without articles, dots and case, to compare it within one report."""
    return _ARTICLES.sub("", name.replace("’", "'").removesuffix("'s")).replace(".", "").lower().strip()


def _join_equal(chains: Chains, named: Sequence[int]) -> None:
    first: dict[tuple[str, str], int] = {}
    for place in named:
        one = chains.found[place]
        key = (one.country if one.country and one.kind != "person" else plain(one.name), _sort(one))
        chains.join(place, first.setdefault(key, place))


def _sort(one: Found) -> str:
    return "government" if one.metonym and one.kind == "organization" else one.kind


def _join_governments(chains: Chains) -> None:
    """`Moscow`, `the Kremlin` and `the Russian government` in one report are one."""
    first: dict[str, int] = {}
    for place, one in enumerate(chains.found):
        named = one.form == "name" and _sort(one) == "government"
        called = one.form == "nominal" and one.noun == "government" and one.definite
        if one.country and (named or called):
            chains.join(place, first.setdefault(one.country, place))


def _join_people(chains: Chains, people: Sequence[int]) -> None:
    """Bare surnames and given names go to the full name that holds them, the most often named one first."""
    full: dict[str, list[int]] = defaultdict(list)
    for place in people:
        parts, suffix = _parts(chains.found[place].name)
        if len(parts) > 1:
            short = {*(" ".join(parts[start:]) for start in range(1, len(parts))), parts[0]}
            for part in sorted(short | {f"{one} {suffix}" for one in short if suffix}):
                if place not in full[part]:
                    full[part].append(place)
            for other in full[parts[-1]]:
                told = _parts(chains.found[other].name)
                if _one_person(told[0], parts) and _one_of(told[1], suffix) and chains.agree(other, place):
                    chains.join(other, place)
    for place in people:
        holders = [p for p in full.get(plain(chains.found[place].name), ()) if chains.agree(p, place)]
        if not holders:
            holders = _called_short(chains, full, place) or _slipped(chains, full, place)
        if holders and not any(chains.same(p, place) for p in holders):
            chains.join(place, _holder(chains, holders, place))


def _parts(name: str) -> tuple[list[str], str]:
    """The parts of a person's name, and what tells a son from a father of one name."""
    parts = plain(name).replace(",", "").split()
    return (parts[:-1], parts[-1]) if len(parts) > 1 and parts[-1] in SUFFIXES else (parts, "")


def _one_of(suffix: str, other: str) -> bool:
    return not suffix or not other or suffix == other


def _called_short(chains: Chains, full: Mapping[str, Sequence[int]], place: int) -> list[int]:
    """The full names of the only person whose given name begins with a bare one: `Alex`, of `Alexander Ruiz`."""
    name = plain(chains.found[place].name)
    if len(name) < _SHORT or not name.isalpha() or " " in name:
        return []
    begun = [p for part, places in full.items() if part.startswith(name) for p in places]
    whole = [p for p in begun if plain(chains.found[p].name).startswith(name) and chains.agree(p, place)]
    return whole if len({chains.of(p) for p in whole}) == 1 else []


def _slipped(chains: Chains, full: Mapping[str, Sequence[int]], place: int) -> list[int]:
    """The full names of the only person in whose given name two letters changed places: `Shiela`, `Sheila Ruiz`."""
    name = plain(chains.found[place].name)
    if len(name) < _SLIPS or " " in name:
        return []
    turned = (name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1))
    alike = [p for one in turned for p in full.get(one, ()) if one != name and chains.agree(p, place)]
    first = [p for p in alike if sorted(plain(chains.found[p].name).split()[0]) == sorted(name)]
    return first if len({chains.of(p) for p in first}) == 1 else []


def _holder(chains: Chains, holders: Sequence[int], place: int) -> int:
    """The bearer named most often before, of equals the last one; a headline means the first who comes after it."""
    before = [p for p in holders if p < place]
    if before:
        return max(before, key=lambda p: (chains.bearer(p).count, p))
    return max(holders, key=lambda p: (chains.bearer(p).count, -p))


def _one_person(left: Sequence[str], right: Sequence[str]) -> bool:
    """Two full names with one surname: the same given name or initial, and no middle name against another."""
    if left[-1] != right[-1]:
        return False
    one, other = left[0].rstrip("."), right[0].rstrip(".")
    given = one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
    middles = len(left) == len(right) and left[1:-1] != right[1:-1]
    return given and not middles


def _join_bodies(chains: Chains, bodies: Sequence[int]) -> None:
    """A short form goes to the fuller name that begins or ends with it: the 76ers, the Jabhat."""
    ends: dict[str, int] = {}
    for place in bodies:
        parts = chains.found[place].name.split()
        if len(parts) > 1:
            for size in range(1, len(parts)):
                ends.setdefault(" ".join(parts[size:]), place)
                ends.setdefault(" ".join(parts[:size]), place)
    for place in bodies:
        fuller = ends.get(chains.found[place].name)
        if fuller is not None and chains.agree(fuller, place):
            chains.join(place, fuller)


def _join_acronyms(parse: Parse, chains: Chains, named: Sequence[int]) -> None:
    """`Norwegian Broadcasting Corporation (NRK)`: capitals in brackets after a name, or the capitals of a name."""
    short: dict[str, list[int]] = defaultdict(list)
    for place in named:
        letters = chains.found[place].name.replace(".", "")
        if letters.isupper() and 2 <= len(letters) <= 8:
            short[letters].append(place)
    for place in named:
        one = chains.found[place]
        initials = "".join(word[0] for word in re.split(r"[\s-]+", one.name) if word and word.lower() not in _SMALL)
        if len(initials) > 1 and initials.isupper() and " " in one.name:
            for other in short.get(initials, ()):
                chains.join(place, other)
    _join_bracketed(parse, chains, named, short)


def _join_bracketed(parse: Parse, chains: Chains, named: Sequence[int], short: dict[str, list[int]]) -> None:
    ends = {chains.found[place].end: place for place in named}
    for alike in short.values():
        bracketed = next((p for p in alike if parse.words[max(0, chains.found[p].first - 1)] == "("), None)
        fuller = ends.get(chains.found[bracketed].first - 1) if bracketed is not None else None
        if bracketed is None or fuller is None:
            continue
        if _spells(chains.found[fuller].name, chains.found[bracketed].name):
            for place in alike:
                chains.join(place, fuller)


def _spells(name: str, letters: str) -> bool:
    """Whether the letters stand in the name in their order, the first one first."""
    rest = iter(name.lower())
    return name[:1].lower() == letters[:1].lower() and all(
        letter in rest for letter in letters.lower() if letter.isalpha()
    )


def join_aged(parse: Parse, chains: Chains) -> None:
    """Join the one nameless person of an age with the one name of that age that comes after: "a 16-year-old girl"."""
    named: dict[int, set[int]] = defaultdict(set)
    nameless: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(chains.found):
        known = chains.bearer(place)
        if known.kind != "person" or known.age is None or one.plural:
            continue
        if known.names:
            named[known.age].add(chains.of(place))
        elif one.form == "nominal" and one.age is not None and not _taken(parse, chains, place):
            nameless[known.age].append(place)
    for age, people in named.items():
        if len(people) != 1:
            continue
        name = next(iter(people))
        before = [place for place in nameless[age] if place < name]
        told = {chains.of(place) for place in before if parse.block_of(chains.found[place].first).kind != "headline"}
        if len(told) < 2:
            for place in before:
                if chains.agree(place, name):
                    chains.join(place, name)


def _taken(parse: Parse, chains: Chains, place: int) -> bool:
    """Whether somebody is told of as the one who did it, or who was held or charged for it."""
    one, words = chains.found[place], classes()
    if one.noun in words["attacker"] or any(t in words["attacker"] for t in parse.lowers[one.first : one.end]):
        return True
    verbs = (parse.lemmas[token] for token in parse.above(one.head) if parse.pos[token] in ("VERB", "AUX"))
    return any(verb in words["held"] for verb in list(verbs)[:2])
