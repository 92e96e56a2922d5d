"""The dates that reports wear or were given, and what is decided of the dates of one report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from dateline.model import Dates, Reading, Time, When

WORN = frozenset(("dateline", "byline"))  # what `Time.why` says of the date that a report wears
CRAWL = 3  # days by which a given date may differ from the one the text wears


def worn(readings: Iterable[Reading]) -> Dates:
    """The dates that reports wear or were given, without any reasoning."""
    published: dict[str, When] = {}
    conflicts: dict[str, str] = {}
    for reading in readings:
        known = _worn(reading, conflicts)
        if known is not None:
            published[reading.report.id] = known
    return Dates(published=published, conflicts=conflicts)


def yearless(reading: Reading) -> Iterator[Time]:
    """The day in a dateline that leaves out its year."""
    lines = [segment for segment in reading.segments if segment.kind == "dateline"]
    for time in reading.times if lines else ():
        open_ = time.earliest is None and time.formula.startswith("md:") and time.field == "text"
        if open_ and any(line.start <= time.start < line.end for line in lines):
            yield time


def is_open(published: When | None) -> bool:
    """Whether the day on which a report came out is not known."""
    return published is None or not published.exact


def _worn(reading: Reading, conflicts: dict[str, str]) -> When | None:
    """The given date, or that of dateline or byline; a given one that the text contradicts is told of."""
    given = reading.report.published
    said = next((t for t in reading.times if t.why in WORN and t.earliest is not None and t.field == "text"), None)
    if said is None or said.earliest is None:
        return given
    worn = When(value=said.edtf, earliest=said.earliest, latest=said.latest, basis="stated", source=(said.id,))
    if given is None or given.latest is None:
        return worn
    if not worn.exact:
        return given
    if (given.latest - said.earliest).days > CRAWL and re.search(r"\b\d{4}\b", said.text):
        conflicts[reading.report.id] = f"the text is dated {said.text!r}, the date given with it is {given.value}"
        return worn
    return given


class Dated(msgspec.Struct, frozen=True):
    """One report's part of `Dates`."""

    published: When | None = None
    claims: dict[str, When] = {}
    conflict: str | None = None


def by_report(readings: Iterable[Reading], dates: Dates) -> dict[str, Dated]:
    """The dates of each report by itself."""
    return {
        reading.report.id: Dated(
            dates.published.get(reading.report.id),
            {claim.id: when for claim in reading.claims if (when := dates.claims.get(claim.id))},
            dates.conflicts.get(reading.report.id),
        )
        for reading in readings
    }


def together(dated: Mapping[str, Dated]) -> Dates:
    """The dates of some reports as one."""
    return Dates(
        published={name: one.published for name, one in dated.items() if one.published},
        claims={claim: when for one in dated.values() for claim, when in one.claims.items()},
        conflicts={name: one.conflict for name, one in dated.items() if one.conflict},
    )
