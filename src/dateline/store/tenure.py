"""Since when and until when reports give somebody an office: by the days of the reports that call them by it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import msgspec
from msgspec.structs import replace

from dateline.model import Entity, Role, When


class Published(msgspec.Struct, frozen=True):
    """As much of what is kept of a report as its day takes to read."""

    report: str
    published: When | None


_OVER = re.compile(r"\b(?:former|ex|late|one-time|erstwhile|ousted|deposed|retired)\b", re.IGNORECASE)


def with_times(entity: Entity, published: Callable[[str], When | None]) -> Entity:
    """The entity with the time of each role; ``published`` gives the interval of days of a report."""
    return replace(entity, roles=tuple(replace(role, when=_when(role, published)) for role in entity.roles))


def _when(role: Role, published: Callable[[str], When | None]) -> When | None:
    """From the first to the last report that gives a role; of a "former" one that it was over by the first.

    None where no report that gives it has a date with both ends.
    """
    spans = [
        (found.earliest, found.latest, report)
        for report in role.reports
        if (found := published(report)) and found.earliest and found.latest
    ]
    if not spans:
        return None
    source = tuple(sorted(report for _, _, report in spans))
    if _OVER.search(role.text):
        end = min(latest for _, latest, _ in spans)
        why = ("called a thing of the past in reports from then on",)
        return When(value=f"../{end}", earliest=None, latest=end, basis="reports", source=source, why=why)
    first, last = min(earliest for earliest, _, _ in spans), max(latest for _, latest, _ in spans)
    return When(
        value=_interval(first, last),
        earliest=first,
        latest=last,
        basis="reports",
        source=source,
        why=("called so in reports of these days",),
    )


def _interval(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first}/{last}"
