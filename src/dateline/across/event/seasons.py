"""What no day tells apart: claims in the years and months that their words give."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from dateline.across.days.calendar import guessed
from dateline.model import When

SEASON = timedelta(60)  # between the ends of two spans: so near, they may be one time told loosely
YEAR = 370  # days: a wider span tells of no one time


def seasons(told: Mapping[str, When | None]) -> list[list[str]]:
    """The names of claims in runs of times that meet or are near one another, those without a time with the most."""
    spans = sorted(
        (when.earliest, when.latest, name)
        for name, when in told.items()
        if when and when.earliest and when.latest and (when.days or 0) <= YEAR and not guessed(when)
    )
    runs: list[list[str]] = []
    end = date.min
    for first, last, name in spans:
        if not runs or first - end > SEASON:
            runs.append([])
            end = last
        runs[-1].append(name)
        end = max(end, last)
    timed = {name for run in runs for name in run}
    rest = [name for name in told if name not in timed]
    if rest:
        most = max(runs, key=len, default=None)
        if most is None:
            runs.append(rest)
        else:
            most += rest
    return runs
