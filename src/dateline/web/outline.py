"""The outline of the world that the map is drawn on, and where a coordinate falls on it (plate carrée)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

WIDTH = 960


@cache
def outline() -> str:
    """Coasts and borders as one SVG path (Natural Earth 1:110m, public domain)."""
    text = (files("dateline.knowledge") / "data" / "outline.txt").read_text(encoding="utf-8")
    return "".join(line for line in text.splitlines() if not line.startswith("#"))


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """A coordinate in WGS84 degrees as SVG user units."""
    return round((longitude + 180) / 360 * WIDTH, 1), round((90 - latitude) / 180 * WIDTH / 2, 1)
