"""What verbs and nouns say is done: frames with slots, from our tables, onto PLOVER's roots and classes of OTHER."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import cast

import msgspec

from dateline.model import Action

# how much a condition narrows a frame down: being there at all, a party, a modifier, certain words
_EXACTING = {"": 2, "#": 3, "~": 4, "=": 4}

Path = tuple[tuple[str, ...], ...]


class Condition(msgspec.Struct, frozen=True):
    """One thing that must (or, ``negated``, must not) be there for a frame to apply.

    ``slot`` is where to look (``obj``, ``subj``, ``P:with``, ``prt``, ``to``, ``that``, ``ing``, ``passive``, ``oprd``,
    ``acomp``, ``mod``, ``adv``, ``subjof`` the subject of the clause below,
    ``kid`` any word that hangs on it), ``test`` how (``""`` there at all, ``=`` one of ``words``, ``#`` a party or
    person, ``~`` has one of ``words`` as a modifier).
    """

    slot: str
    test: str
    words: frozenset[str]
    negated: bool


class Frame(msgspec.Struct, frozen=True):
    """One use of a verb or noun: when it applies, what it says and where its parties stand.

    ``recipients`` and ``actors`` are tried in order; each is a sum of paths through the grammar ("obj.on", "with").
    """

    lemma: str
    conditions: tuple[Condition, ...]
    action: Action
    mode: str | None
    kind: str | None
    recipients: tuple[Path, ...]
    actors: tuple[Path, ...]
    weak: bool


class Root(msgspec.Struct, frozen=True):
    """A root's quad class (0 for OTHER), its place on the scale of conflict and cooperation, and its usual slots."""

    quad: int
    intensity: float
    verb: tuple[Path, ...]
    noun: tuple[Path, ...]


def rows(name: str) -> Iterator[list[str]]:
    """Give the columns of one of our tables, line by line."""
    text = files("dateline.knowledge.data").joinpath(name).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def classes() -> dict[str, frozenset[str]]:
    """Classes of words that frames name as ``@class``."""
    return {name: frozenset(words.split(",")) for name, words in rows("actions_classes.tsv")}


@cache
def roots() -> dict[str, Root]:
    """The sixteen roots and OTHER."""
    return {
        row[0]: Root(int(row[1]), float(row[2]), _paths(row[3]), _paths(row[4])) for row in rows("actions_roots.tsv")
    }


@cache
def verbs() -> dict[str, tuple[Frame, ...]]:
    """Verb frames by lemma, the most exacting first; of equally exacting ones the later in the table."""
    return _frames("actions_verbs.tsv")


@cache
def rejects(lemma: str) -> bool:
    """Say whether a verb by itself tells of a refusal, and not only with a "will not" before it."""
    return any(frame.action == "REJECT" for frame in verbs().get(lemma, ()))


@cache
def nouns() -> dict[str, tuple[Frame, ...]]:
    """Noun frames by lemma, in the same order."""
    return _frames("actions_nouns.tsv")


@cache
def adjectives() -> dict[str, tuple[Frame, ...]]:
    """Frames of predicative adjectives by lemma, in the same order."""
    return _frames("actions_adjectives.tsv")


def _frames(name: str) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for row in rows(name):
        lemmas, pattern, sense, *paths = row
        weak = pattern.startswith("weak")
        conditions = tuple(_condition(text) for text in pattern.removeprefix("weak").split())
        action, _, label = sense.partition(":")
        default = roots()[action]
        recipients = _paths(paths[0]) if paths else default.noun if "nouns" in name else default.verb
        frame = Frame(
            lemma="",
            conditions=conditions,
            action=cast("Action", action),
            mode=label or None if action != "OTHER" else None,
            kind=label or None if action == "OTHER" else None,
            recipients=recipients,
            actors=_paths(paths[1]) if len(paths) > 1 else (),
            weak=weak,
        )
        for lemma in lemmas.split(","):
            found.setdefault(lemma, []).append(msgspec.structs.replace(frame, lemma=lemma))
    for group in found.values():
        group.reverse()  # of equally exacting frames the later one in the table is asked first
        group.sort(key=lambda frame: -sum(_EXACTING[c.test] - c.negated for c in frame.conditions))
    return {lemma: tuple(group) for lemma, group in found.items()}


def _condition(text: str) -> Condition:
    negated = text.startswith("!")
    text = text.removeprefix("!")
    for test in "=#~":
        slot, mark, words = text.partition(test)
        if mark:
            return Condition(slot, test, _words(words), negated)
    return Condition(text, "", frozenset(), negated)


def _words(text: str) -> frozenset[str]:
    found: set[str] = set()
    for word in text.split(","):
        found |= classes()[word[1:]] if word.startswith("@") else {word}
    return frozenset(found)


def _paths(text: str) -> tuple[Path, ...]:
    return tuple(
        tuple(tuple(path.split(".")) for path in source.replace("obj+inner", "obj+obj.inner").split("+"))
        for source in text.split("|")
        if source
    )


def quad(action: str) -> int:
    """PLOVER's quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    return roots()[action].quad


def intensity(action: str) -> float:
    """Where a root stands from -10 (conflict) to 10 (cooperation): PLOVER's scores, after Goldstein (1992)."""
    return roots()[action].intensity
