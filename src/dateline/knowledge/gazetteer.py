"""The table of countries, divisions and towns, as scripts/make_places.py packed it: read once, searched by key."""

from __future__ import annotations

import math
from bisect import bisect_right
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

import msgspec
import numpy as np

PACKED = Path(__file__).parent / "data" / "places.npz"
STRIDE = 256  # keys between two entries of the coarse index: one C search of 3 kB then finds the key
_PRIMARY = 1 << 31
Kind = Literal["country", "admin1", "admin2", "town", "site", "region"]
_KINDS: tuple[Kind, ...] = ("country", "admin1", "admin2", "town")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One place of the gazetteer: names are English where English has one; coordinates in WGS84 degrees.

    ``country`` is ISO 3166-1 alpha-3; ``admin1`` and ``admin2`` name the divisions it lies in (or is). ``geoname`` is
    the GeoNames id (0 where our own files name the place), ``town`` the town that a site belongs to, ``division`` and
    ``county`` the rows of its first and second order division, ``post`` that of the town to which the post counts a
    place of the United States that has no office of its own (-1: none).
    """

    row: int
    name: str
    kind: Kind
    country: str
    admin1: str | None
    admin2: str | None
    geoname: int
    population: int
    latitude: float | None
    longitude: float | None
    town: str | None = None
    division: int = -1
    county: int = -1
    post: int = -1


class Gazetteer:
    """The packed table in memory: about 20 MB, loaded in a tenth of a second, a search takes some microseconds."""

    def __init__(self, path: Path = PACKED) -> None:
        with np.load(path) as packed:
            self._keys: bytes = b"\n" + packed["keys"].tobytes() + b"\n"
            self._ends = np.cumsum(packed["counts"], dtype=np.uint32)
            self._targets = packed["targets"]
            self._names: bytes = packed["names"].tobytes()
            self._kind = packed["kind"]
            self._country = packed["country"]
            self._admin1 = packed["admin1"]
            self._admin2 = packed["admin2"]
            self._geoname = packed["geoname"]
            self._population = packed["population"]
            self._where = packed["where"]
            self._post = packed["post"]
            self._alpha3: list[str] = packed["alpha3"].tolist()
            self._iso: dict[str, int] = dict(zip(packed["iso"].tolist(), packed["isorow"].tolist(), strict=True))
        breaks = np.flatnonzero(np.frombuffer(self._keys, np.uint8) == 10)[:-1:STRIDE]
        self._at: list[int] = breaks.tolist()
        self._coarse = [self._keys[at + 1 : self._keys.index(b"\n", at + 1)] for at in self._at]
        self._breaks = np.flatnonzero(np.frombuffer(self._names, np.uint8) == 10).astype(np.int32)
        self.entry = lru_cache(maxsize=65536)(self._entry)

    def rows(self, folded: str) -> list[tuple[int, bool]]:
        """Rows found under a key, each with whether the key is its own name rather than an alternate one."""
        wanted = folded.encode()
        chunk = bisect_right(self._coarse, wanted) - 1
        if chunk < 0 or not wanted:
            return []
        start = self._at[chunk]
        end = self._at[chunk + 1] + 1 if chunk + 1 < len(self._at) else len(self._keys)
        at = self._keys.find(b"\n" + wanted + b"\n", start, end)
        if at < 0:
            return []
        number = chunk * STRIDE + self._keys.count(b"\n", start, at)
        first = int(self._ends[number - 1]) if number else 0
        found = self._targets[first : int(self._ends[number])].tolist()
        return [(target & ~_PRIMARY, target >= _PRIMARY) for target in found]

    def name(self, row: int) -> str:
        """The name of a row."""
        start = int(self._breaks[row - 1]) + 1 if row else 0
        end = int(self._breaks[row]) if row < len(self._breaks) else len(self._names)
        return self._names[start:end].decode()

    def _entry(self, row: int) -> Entry:
        one, two = int(self._admin1[row]), int(self._admin2[row])
        latitude, longitude = (float(x) for x in self._where[row])
        placed = not math.isnan(latitude)
        return Entry(
            row=row,
            name=self.name(row),
            kind=_KINDS[int(self._kind[row])],
            country=self._alpha3[int(self._country[row])],
            admin1=self.name(one) if one >= 0 else None,
            admin2=self.name(two) if two >= 0 else None,
            geoname=int(self._geoname[row]),
            population=int(self._population[row]),
            latitude=round(latitude, 4) if placed else None,
            longitude=round(longitude, 4) if placed else None,
            division=one,
            county=two,
            post=int(self._post[row]),
        )

    def division(self, iso: str) -> Entry | None:
        """The first-order division of an ISO 3166-2 code, or the country of an alpha-3 code."""
        row = self._iso.get(iso)
        if row is None and iso in self._alpha3:
            row = self._alpha3.index(iso)
        return None if row is None else self.entry(row)

    @cached_property
    def size(self) -> int:
        """How many places the table holds."""
        return len(self._kind)
