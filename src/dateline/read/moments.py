"""Dates as web pages, feeds and data sets write them, to the day or month they allow."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from msgspec.structs import replace

from dateline.knowledge.calendar import table
from dateline.model import Basis, When, day

_ISO = re.compile(r"\s*(\d{4})-?(\d{2})(?:-?(\d{2}))?(?!\d)")
_SLASHES = re.compile(r"\s*(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_NAMED = re.compile(
    r"(?:\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b|\b(\d{1,2})[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})\b)"
)
_NUMBERS = re.compile(r"\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)")
_ADDRESS_NAMED = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(0?[1-9]|[12]\d|3[01])(?:/|$)")
_ADDRESS_RUN = re.compile(r"[/_-]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)")
_WEB_BEGAN = 1995  # an address with an earlier day in it has a slip or speaks of the past
_CRAWLED = 30  # days; of 412 reports with a stamp or a dated address 4 were given so late, all crawled; none was right


def moment(written: object, basis: Basis = "given") -> When | None:
    """The day (or month) that a date names, as the place of writing had it; None where it names none.

    Takes strings in ISO 8601, RFC 2822 and English, and seconds or milliseconds since 1970. 03/04/2014 may be two days
    and is taken for none.
    """
    if isinstance(written, int | float) and not isinstance(written, bool):
        return _epoch(float(written), basis)
    if not isinstance(written, str):
        return None
    for year, month, found in _readings(written):
        if not 1700 <= year <= 2200 or (year, month, found) == (1970, 1, 1):
            continue  # what programs write for "no date"
        try:
            return _month(year, month, basis) if found is None else day(date(year, month, found), basis)
        except ValueError:
            continue
    return None


def address_date(url: str | None) -> When | None:
    """The day in the path of an address: /2014/01/28/, /2014/jan/28/ or -20140128-."""
    for pattern in (_ADDRESS, _ADDRESS_RUN, _ADDRESS_NAMED):
        if url and (found := pattern.search(url)):
            month = int(found[2]) if found[2].isdigit() else _months().get(found[2], 0)
            try:
                told = day(date(int(found[1]), month, int(found[3])), "given")
            except ValueError:
                continue
            return told if int(found[1]) >= _WEB_BEGAN else None
    return None


def settled(given: When | None, stamp: When | None, address: When | None) -> When | None:
    """The day of publication from what came with the report, its own time stamp and its address.

    What came with it counts, unless it lies a month or more after one of the others: then it is the day of a crawl.
    """
    for other, where in ((stamp, "the text"), (address, "the address")):
        if given and other and given.earliest and other.latest and (given.earliest - other.latest).days >= _CRAWLED:
            why = (
                f"{where} has {other.value}; {given.value}, which came with the report, is taken for the day of a crawl"
            )
            return replace(other, why=(why,))
    return given or address or stamp


def _readings(written: str) -> Iterator[tuple[int, int, int | None]]:
    if found := _ISO.match(written):
        yield int(found[1]), int(found[2]), int(found[3]) if found[3] else None
    if found := _SLASHES.match(written):
        yield int(found[1]), int(found[2]), int(found[3])
    for found in _NAMED.finditer(written):
        name, number, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
        if month := _months().get(name.lower()[:3]):
            yield int(year), month, int(number)
    if found := _NUMBERS.search(written):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        if first > 12 or first == second:
            yield year, second, first
        elif second > 12:
            yield year, first, second


def _months() -> dict[str, int]:
    return {name[:3]: number for name, number in table("months").items()}


def _month(year: int, month: int, basis: Basis) -> When:
    last = calendar.monthrange(year, month)[1]
    return When(
        value=f"{year:04}-{month:02}", earliest=date(year, month, 1), latest=date(year, month, last), basis=basis
    )


def _epoch(seconds: float, basis: Basis) -> When | None:
    seconds = seconds / 1000 if seconds > 1e11 else seconds
    if not 0 < seconds < 4e9:
        return None
    return day(datetime.fromtimestamp(seconds, UTC).date(), basis)
