"""Places by name: the gazetteer with our own short files of sites, regions and abbreviations laid over it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import msgspec
from rapidfuzz.distance import Indel

from dateline.knowledge.gazetteer import Entry, Gazetteer
from dateline.knowledge.placekeys import SOUND, bare, key, sound

_DATA = Path(__file__).parent / "data"
_WHOLE = 0.45  # towns of a division overlap: Washington has .47 of the sum over the District, New York .33 of its state
_ALIKE = (
    0.72  # spellings of one name differ less: Maiwand/Maywand .86, Nahr-e Saraj/Nahr-e Seraj .91; Sangin/Shagan .67
)


class Match(msgspec.Struct, frozen=True):
    """An entry found under a name; ``own`` where that is the entry's first name, not an alternate one."""

    entry: Entry
    own: bool

    @property
    def size(self) -> float:
        """How much its people alone speak for it: 2 for a hamlet, 5 for a city of a million."""
        return _size(self.entry.population)


@lru_cache(maxsize=65536)
def _size(people: int) -> float:
    return 0.4 * math.log(people + 200)


@cache
def gazetteer() -> Gazetteer:
    """The one table of this process, loaded at first use."""
    return Gazetteer()


@lru_cache(maxsize=65536)
def named(name: str) -> tuple[Match, ...]:
    """All entries of a name in any spelling, own names before alternate ones, those with more people first."""
    table, folded = gazetteer(), key(name)
    found = table.rows(folded) or table.rows(key(bare(name)))
    matches = [Match(table.entry(row), own) for row, own in found]
    matches += [Match(entry, True) for entry in _overlay().get(folded, ())]  # noqa: FBT003 - a record's field
    return tuple(sorted(matches, key=lambda m: (not m.own, -m.entry.population, m.entry.row)))


@lru_cache(maxsize=8192)
def spelt(name: str) -> tuple[Match, ...]:
    """Entries whose romanised name sounds like this one (Maiwand, Maywand), the most alike first."""
    folded = key(name)
    table, skeleton = gazetteer(), sound(folded)
    if len(skeleton) < 3:
        return ()
    found = []
    for row, _ in table.rows(SOUND + skeleton):
        entry = table.entry(row)
        alike = Indel.normalized_similarity(folded, key(entry.name))
        if alike >= _ALIKE:
            found.append((-alike, -entry.population, row, Match(entry, False)))  # noqa: FBT003 - a record's field
    return tuple(match for *_, match in sorted(found, key=lambda f: f[:3]))


def is_office(entry: Entry) -> bool:
    """Whether only the post has a place: a hamlet, or a part of a town with an office of its own."""
    return entry.kind == "town" and not entry.geoname


def division(code: str) -> Entry | None:
    """The division or country of an ISO 3166-2 or alpha-3 code."""
    return gazetteer().division(code)


def abbreviated(text: str) -> Entry | None:
    """The division that an abbreviation means ("Fla.", "NSW"), or the country ("U.S."); exact in case and stops."""
    return _abbreviations().get(text)


def standing_alone(name: str) -> Entry | None:
    """The division of a city that agency reports name without one ("Chicago": Illinois)."""
    return _standalone().get(key(name))


@lru_cache(maxsize=512)
def city_of(entry: Entry) -> str | None:
    """The city that a division consists of ("D.C.": Washington), or None where it has country around it."""
    towns = [name for name, state in _towns_alone() if state == entry]
    for name in towns:
        town = next((m.entry for m in named(name) if m.entry.kind == "town" and m.entry.admin1 == entry.name), None)
        if town and town.population > _WHOLE * entry.population:
            return town.name.removesuffix(" D.C.").rstrip(",")
    return None


def rows_of(file: str) -> Iterator[list[str]]:
    """The tab-separated fields of one of our own files, comments left out."""
    for line in (_DATA / file).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def _abbreviations() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for code, forms in rows_of("places_abbreviations.tsv"):
        if entry := division(code):
            found.update(dict.fromkeys(forms.split("|"), entry))
    for code, _, forms in rows_of("places_countries.tsv"):
        if entry := division(code):
            found.update({form: entry for form in forms.split("|") if form.isupper() and len(form) < 8})
    return found


@cache
def _towns_alone() -> tuple[tuple[str, Entry], ...]:
    found = ((name, division(code)) for name, code in rows_of("places_standalone.tsv"))
    return tuple((name, entry) for name, entry in found if entry)


@cache
def _standalone() -> dict[str, Entry]:
    return {key(name): entry for name, entry in _towns_alone()}


@cache
def _overlay() -> dict[str, list[Entry]]:
    """Sites and regions by key; their rows count down from -1."""
    found: dict[str, list[Entry]] = {}
    row = 0
    for name, country, admin1, town, latitude, longitude, aliases in rows_of("places_sites.tsv"):
        row -= 1
        entry = Entry(
            row=row,
            name=name,
            kind="site",
            country=country,
            admin1=admin1 or None,
            admin2=None,
            geoname=0,
            population=0,
            latitude=float(latitude),
            longitude=float(longitude),
            town=town or None,
        )
        for form in {key(n): None for n in (name, *aliases.split("|")) if n}:
            found.setdefault(form, []).append(entry)
    for name, country, latitude, longitude, aliases in rows_of("places_regions.tsv"):
        row -= 1
        entry = Entry(
            row=row,
            name=name,
            kind="region",
            country="" if country == "-" else country,
            admin1=None,
            admin2=None,
            geoname=0,
            population=0,
            latitude=float(latitude),
            longitude=float(longitude),
        )
        for form in {key(n): None for n in (name, *aliases.split("|")) if n}:
            found.setdefault(form, []).append(entry)
    return found
