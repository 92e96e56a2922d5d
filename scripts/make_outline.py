"""Make knowledge/data/outline.txt: coasts and borders as SVG paths, from Natural Earth 1:110m (public domain).

    python scripts/make_outline.py countries-110m.json > src/dateline/knowledge/data/outline.txt

The input is the TopoJSON file of the npm package ``world-atlas`` (ISC; made from Natural Earth, public domain).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

WIDTH = 960


def arcs(atlas: dict) -> list[list[tuple[float, float]]]:
    """Arcs in degrees: TopoJSON delta-encodes quantised positions."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    found = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        found.append(points)
    return found


def main() -> None:
    atlas = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print(
        "# Natural Earth 1:110m coasts, borders (public domain), by scripts/make_outline.py; one arc a line, SVG units"
    )
    for points in arcs(atlas):
        placed = [(round((x + 180) / 360 * WIDTH, 1), round((90 - y) / 180 * WIDTH / 2, 1)) for x, y in points]
        kept = [p for n, p in enumerate(placed) if n == 0 or p != placed[n - 1]]
        if len(kept) > 1:
            print("M" + "L".join(f"{x:g} {y:g}" for x, y in kept))


if __name__ == "__main__":
    main()
