"""The timeline: a bar for each event as wide as what is known of its day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from dateline.model import Event
from dateline.tell.wording import short_when
from dateline.web.charts.scale import Scale, fit

WIDTH, LANE, LABEL = 960, 26, 300
NARROWEST = 7  # of a bar: a day must be seen and hit
AIR = 130  # units that the words for a day may take beside its bar
WIDEST = 800  # days: what is known less well than that is listed below the axis, not drawn over all of it


class Bar(msgspec.Struct, frozen=True):
    """One event on the chart, in SVG user units."""

    event: str
    title: str
    x: float
    y: float
    width: float
    main: bool
    kind: str
    quad: str
    when: str
    after: bool


class Chart(msgspec.Struct, frozen=True):
    """A drawn timeline: bars, ticks and height; ``left_out`` events have no day that could be drawn."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str, str, str], ...]
    height: float
    width: float
    left_out: int


def timeline_chart(events: Sequence[Event]) -> Chart:
    """Lay out events in lanes, in the order given."""
    placed = [(event, span) for event in events if (span := drawable(event))]
    scale = fit((span for _, span in placed), LABEL, WIDTH - 20)
    if scale is None:
        return Chart((), (), 0, WIDTH, len(events))
    bars = [bar(event, scale, span, 34 + lane * LANE) for lane, (event, span) in enumerate(placed)]
    return Chart(tuple(bars), tuple(scale.spans()), 44 + len(placed) * LANE, WIDTH, len(events) - len(placed))


def bar(event: Event, scale: Scale, span: tuple[date, date], y: int) -> Bar:
    """An event on the axis: as wide as what is known of its day."""
    x, end = scale(span[0]), scale(span[1])
    return Bar(
        event.id, event.title, x, y, max(round(end - x, 1), NARROWEST), event.main, event.modality,
        quad(event.action), short_when(event.when), end < WIDTH - AIR,
    )  # fmt: skip


def drawable(event: Event) -> tuple[date, date] | None:
    """First and last day of an event, where both are known well enough to be drawn."""
    when = event.when
    if when is None or when.earliest is None or when.latest is None or (when.days or 0) > WIDEST:
        return None
    return when.earliest, when.latest


def quad(action: str) -> str:
    """The quad class of a PLOVER root: cooperation or conflict, in words or in deeds (PLOVER manual)."""
    classes = {
        "verbal-cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
        "material-cooperation": ("COOPERATE", "AID", "RETREAT"),
        "verbal-conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
        "material-conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    }
    return next((name for name, roots in classes.items() if action in roots), "other")
