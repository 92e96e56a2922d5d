"""Countries by their names, adjectives, peoples, capitals and seats of government (``data/countries.tsv``)."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import msgspec

CODE, NAME, OTHERS, ADJECTIVES, PEOPLE, CAPITALS, SEATS = range(7)


class Country(msgspec.Struct, frozen=True):
    """One country: ``code`` is ISO 3166-1 alpha-3, ``people`` what one of its people is called."""

    code: str
    name: str
    other_names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]


@cache
def countries() -> dict[str, Country]:
    """All countries by code."""
    table = (files("dateline.knowledge") / "data" / "countries.tsv").read_text(encoding="utf-8")
    found = {}
    for line in table.splitlines():
        if line.startswith(("#", "code\t")):
            continue
        row = line.split("\t")
        lists = [tuple(filter(None, cell.split(";"))) for cell in row[OTHERS:]]
        found[row[CODE]] = Country(row[CODE], row[NAME], *lists)
    return found


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").split()).removeprefix("the ").removeprefix("The ").casefold()


@cache
def _index(column: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for country in countries().values():
        for words in _columns(country)[column]:
            found.setdefault(_plain(words), country.code)
    return found


def _columns(country: Country) -> dict[str, tuple[str, ...]]:
    plurals = tuple(many for one in country.people for many in plural(one))
    return {
        "name": (country.name, *country.other_names),
        "adjective": country.adjectives,
        "people": (*country.people, *plurals),
        "capital": country.capitals,
        "seat": country.seats,
    }


def plural(one: str) -> tuple[str, ...]:
    """What several of a people are called: Syrians, Frenchmen, Japanese."""
    if one.endswith(("men", "ese", "ois", "Swiss")):
        return (one,)
    if one.endswith(("man", "woman")):
        return (one[:-2] + "en",)
    return (one + "s",)


@lru_cache(maxsize=16384)
def country_named(words: str) -> str | None:
    """The code of the country that bears a name, short or official: `Syria`, `the Syrian Arab Republic`."""
    return _index("name").get(_plain(words))


@lru_cache(maxsize=16384)
def country_of_adjective(word: str) -> str | None:
    """The code of the country that an adjective belongs to: `Syrian`, `U.S.`."""
    return _index("adjective").get(_plain(word))


@lru_cache(maxsize=16384)
def country_of_people(word: str) -> str | None:
    """The code of the country whose people are called so: `a Syrian`, `Turks`."""
    return _index("people").get(_plain(word))


@lru_cache(maxsize=16384)
def country_of_capital(words: str) -> str | None:
    """The code of the country whose capital or seat of government this city is."""
    return _index("capital").get(_plain(words))


@lru_cache(maxsize=16384)
def country_of_seat(words: str) -> str | None:
    """The code of the country whose government is called by this building or street: `the Kremlin`."""
    return _index("seat").get(_plain(words))


@lru_cache(maxsize=16384)
def country_in(words: str) -> str | None:
    """The code that words give in any way: name, adjective, people or seat; None where they give none."""
    plain = _plain(words)
    return next((_index(c)[plain] for c in ("name", "adjective", "people", "seat") if plain in _index(c)), None)


def is_part_of_country(word: str) -> bool:
    """Say whether a word stands in the name of a country: the "Zealand" of New Zealand."""
    return word.casefold() in _parts()


@cache
def _parts() -> frozenset[str]:
    return frozenset(part for name in _index("name") for part in name.split())
