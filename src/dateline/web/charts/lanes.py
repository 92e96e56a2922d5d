"""The timeline in lanes: one for each actor or story, its events on one axis with those of all others."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.model import Event
from dateline.web.charts.scale import fit
from dateline.web.charts.timeline import LABEL, WIDTH, Bar, bar, drawable

ROW, HEAD, AIR = 18, 34, 12  # of one row of bars, of the axis, between two lanes
ROWS = 4  # of one lane: what does not fit stands over what is there


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """One actor or story and its events, in SVG user units from ``y`` on; ``left_out`` have no day to be drawn."""

    id: str
    name: str
    y: int
    height: int
    bars: tuple[Bar, ...]
    events: tuple[Event, ...]
    total: int
    left_out: int


class Lanes(msgspec.Struct, frozen=True, kw_only=True):
    """All lanes on one axis."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str, str, str], ...]
    height: int
    width: int


def lane_chart(groups: Sequence[tuple[str, str, Sequence[Event], int]]) -> Lanes:
    """Lay out groups (id, name, events by time, how many there are) one below the other."""
    spans = [span for _, _, events, _ in groups for event in events if (span := drawable(event))]
    scale = fit(spans, LABEL, WIDTH - 20)
    lanes, y = [], HEAD
    for identifier, name, events, total in groups:
        bars: list[Bar] = []
        ends: list[float] = []
        for event in events:
            span = drawable(event)
            if scale is None or span is None:
                continue
            x = scale(span[0])
            row = next((n for n, end in enumerate(ends) if end < x), min(len(ends), ROWS - 1))
            drawn = bar(event, scale, span, y + row * ROW)
            ends[row : row + 1] = [max(x + drawn.width, x) + 2]
            bars.append(drawn)
        height = max(1, len(ends)) * ROW
        lanes.append(
            Lane(
                id=identifier, name=name, y=y, height=height, bars=tuple(bars), events=tuple(events), total=total,
                left_out=len(events) - len(bars),
            )
        )  # fmt: skip
        y += height + AIR
    return Lanes(lanes=tuple(lanes), ticks=tuple(scale.spans()) if scale else (), height=y, width=WIDTH)
