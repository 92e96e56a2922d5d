"""An entity's names told from its descriptions: "Murhaf Abu Qasra" from "the general"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from dateline.knowledge.nouns import noun
from dateline.knowledge.persons import pronouns
from dateline.model import Entity


class Spelled(msgspec.Struct, frozen=True, kw_only=True):
    """A name or description as written, and the reports that do so; ``titled``: the same with an office before it."""

    text: str
    reports: tuple[str, ...]
    titled: tuple[str, ...] = ()


def is_name(words: str) -> bool:
    """Say whether words are a name: their last one begins with a capital, or is of a script without capitals."""
    last = words.rsplit(maxsplit=1)[-1] if words.split() else ""
    letters = [letter for letter in last if letter.isalpha()]
    if len(letters) < 2 or (" " not in words and noun(words.lower()) is not None):
        return False
    if words.lower() in pronouns() and not words.isupper():  # "US" is a name
        return False
    return any(letter.isupper() for letter in letters) or not any(letter.islower() for letter in letters)


def spellings(entity: Entity) -> tuple[tuple[Spelled, ...], tuple[Spelled, ...]]:
    """How an entity is spelled, those in most reports first, and what it is called without its name."""
    reports: dict[str, set[str]] = defaultdict(set)
    titled: dict[str, set[str]] = defaultdict(set)
    called = []
    offices = sorted({role.text for role in entity.roles}, key=len, reverse=True)
    for alias in entity.aliases:
        if not is_name(alias.text) and alias.text != entity.name:
            called.append(Spelled(text=alias.text, reports=alias.reports))
            continue
        bare = _bare(alias.text, offices)
        reports[bare] |= set(alias.reports)
        if bare != alias.text:
            titled[bare].add(alias.text)
    found = [Spelled(text=t, reports=tuple(sorted(r)), titled=tuple(sorted(titled[t]))) for t, r in reports.items()]
    return tuple(sorted(found, key=_rank)), tuple(sorted(called, key=_rank))


def _rank(one: Spelled) -> tuple[int, str]:
    return -len(one.reports), one.text


def _bare(words: str, offices: list[str]) -> str:
    """A name without the office that is written before it."""
    for office in offices:
        rest = words.removeprefix(f"{office} ")
        if rest != words and is_name(rest):
            return rest
    return words


def apart(rows: Iterable[tuple[str, str, str, int]]) -> list[tuple[str, str, int]]:
    """Ids, names and counts of ids, names, kinds and counts; a name that two have stands with the kind of each."""
    known = list(rows)
    often = Counter(name for _, name, _, _ in known)
    return [(i, f"{name} ({kind})" if often[name] > 1 else name, count) for i, name, kind, count in known]
