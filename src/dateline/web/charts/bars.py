"""Reports over time, stacked by outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec

WIDTH, HEIGHT, FOOT = 960, 140, 22
WIDEST = 84  # of a column: a day written below it is 70 wide
DAILY = 62  # days: what lies closer together is drawn day by day
SHADES = 5  # outlets told apart; the rest are one


class Piece(msgspec.Struct, frozen=True):
    """A piece of a column, in SVG user units; ``shade`` counts outlets from 0, the last is all others."""

    x: float
    y: float
    width: float
    height: float
    shade: int
    label: str


class Columns(msgspec.Struct, frozen=True):
    """A drawn column chart, its legend and the marks below it."""

    pieces: tuple[Piece, ...]
    legend: tuple[str, ...]
    ticks: tuple[tuple[float, str], ...]
    width: float
    height: float


def columns(published: Iterable[tuple[str, str, int]]) -> Columns | None:
    """Columns of (day, outlet, reports): a month wide, or a day where all lie within two months; None without any."""
    rows = list(published)
    if not rows:
        return None
    daily = (date.fromisoformat(max(rows)[0]) - date.fromisoformat(min(rows)[0])).days <= DAILY
    often: Counter[str] = Counter()
    for _, outlet, count in rows:
        often[outlet] += count
    names = [name for name, _ in sorted(often.items(), key=lambda item: (-item[1], item[0]))]
    legend = (*names[:SHADES], "others") if len(names) > SHADES else tuple(names)
    shade = {name: min(number, SHADES) for number, name in enumerate(names)}
    cells: dict[str, Counter[int]] = {}
    for day, outlet, count in rows:
        cells.setdefault(day[: 10 if daily else 7], Counter())[shade[outlet]] += count
    top = max(sum(cell.values()) for cell in cells.values())
    step = min((WIDTH - 20) / len(cells), WIDEST)
    pieces, ticks = [], []
    for number, (label, cell) in enumerate(sorted(cells.items())):
        x, y = 10 + number * step, float(HEIGHT - FOOT)
        for color, count in sorted(cell.items()):
            height = round(count / top * (HEIGHT - FOOT - 10), 1)
            y -= height
            pieces.append(
                Piece(
                    round(x, 1), round(y, 1), round(step * 0.8, 1), height, color, f"{label}, {legend[color]}: {count}"
                )
            )
        if number % max(1, len(cells) // 8) == 0:
            ticks.append((round(x, 1), label))
    return Columns(tuple(pieces), legend, tuple(ticks), WIDTH, HEIGHT)
