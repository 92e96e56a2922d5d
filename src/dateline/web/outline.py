"""The outline of the world that the map is drawn on, and where a coordinate falls on it (plate carrée)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import pairwise

WIDTH = 960


@cache
def outline() -> str:
    """Coasts and borders as one SVG path (Natural Earth 1:110m, public domain)."""
    text = (files("dateline.knowledge") / "data" / "outline.txt").read_text(encoding="utf-8")
    return "".join(_unwrapped(line) for line in text.splitlines() if not line.startswith("#"))


def _unwrapped(path: str) -> str:
    """A path cut where it leaps over the antimeridian, which would be drawn as a line across the whole map."""
    points = [tuple(map(float, point.split())) for point in path.removeprefix("M").split("L")]
    drawn = f"M{points[0][0]:g} {points[0][1]:g}"
    for (before, _), (x, y) in pairwise(points):
        drawn += f"{'M' if abs(x - before) > WIDTH / 2 else 'L'}{x:g} {y:g}"
    return drawn


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """A coordinate in WGS84 degrees as SVG user units."""
    return round((longitude + 180) / 360 * WIDTH, 1), round((90 - latitude) / 180 * WIDTH / 2, 1)
