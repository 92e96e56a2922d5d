"""Given names, honorifics and pronouns, with the gender that they give away."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from dateline.knowledge.name_tables import rows
from dateline.model import EntityKind
from dateline.model.mention import Gender


class Pronoun(msgspec.Struct, frozen=True):
    """A pronoun: whom it may stand for (no kind: any), ``person`` 1, 2 or 3, and whether it is plural."""

    person: int
    gender: Gender | None
    plural: bool
    kind: EntityKind | None


def _table(name: str) -> list[list[str]]:
    lines = (files("dateline.knowledge") / "data" / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return rows[1:]


@cache
def _given() -> dict[str, str]:
    return {name: gender for name, gender in _table("given_names.tsv")}  # noqa: C416 - rows are lists of two


@cache
def given_names() -> frozenset[str]:
    """The given names that our own table knows, in small letters."""
    return frozenset(name.lower() for name in _given())


@cache
def _honorifics() -> dict[str, tuple[str, str]]:
    return {word: (gender, sort) for word, gender, sort in _table("honorifics.tsv")}


@cache
def pronouns() -> dict[str, Pronoun]:
    """All pronouns that can stand for somebody, by their lower-case form."""
    found: dict[str, Pronoun] = {}
    for forms, person, gender, number, kind in _table("pronouns.tsv"):
        made = Pronoun(int(person), gender or None, number == "plural", kind or None)  # type: ignore[arg-type]
        found |= dict.fromkeys(forms.split(), made)
    return found


@cache
def _spelled() -> dict[str, str]:
    """Every spelling in the tables by which names are compared, with its gender where all its names agree."""
    found: dict[str, str] = {}
    for table in ("given_arabic.tsv", "given_slavic.tsv", "given_western.tsv"):
        for gender, _, spellings, *_rest in rows(table):
            said = {"m": "male", "f": "female"}.get(gender, "")
            for word in spellings.split():
                found[word] = said if found.get(word, said) == said else ""
    return found


def is_given_name(word: str) -> bool:
    """Say whether a word is a given name that our tables know."""
    return word in _given() or (word[:1].isupper() and word.lower() in _spelled())


def gender_of_given(word: str) -> Gender | None:
    """The gender a given name mostly goes with; None where it is unknown or goes with both."""
    listed = _given().get(word)
    return (_spelled().get(word.lower()) if listed is None else listed) or None  # type: ignore[return-value]


def is_honorific(word: str) -> bool:
    """Say whether a word is set before names: `Dr.`, `General`, `Mrs`."""
    return word in _honorifics()


def is_courtesy(word: str) -> bool:
    """Say whether a word before a name says nothing of its bearer's office: `Mr`, `Sir`."""
    return _honorifics().get(word, ("", ""))[1] == "courtesy"


def gender_of_honorific(word: str) -> Gender | None:
    """The gender that a word before a name gives away; None where it does not."""
    return _honorifics().get(word, ("", ""))[0] or None  # type: ignore[return-value]


@cache
def _particles() -> frozenset[str]:
    return frozenset(row[0] for row in _table("name_particles.tsv"))


def is_particle(word: str) -> bool:
    """Say whether a word opens or joins names: `al`, `Abu`, `van`."""
    return word.lower() in _particles()


@cache
def _verbs() -> frozenset[tuple[str, str]]:
    return frozenset((verb, slot) for verb, slot in _table("person_verbs.tsv"))


def takes_person(verb: str, slot: str) -> bool:
    """Say whether what fills the ``subject`` or ``object`` of a verb is nearly always a person: `arrest`, `testify`."""
    return (verb, slot) in _verbs()
