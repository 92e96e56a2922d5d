"""Stretches of the calendar: a day, a week, a decade, each with its TIMEX3 value and its first and last day."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from dateline.knowledge.calendar import table

GRAINS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century")


class Period(msgspec.Struct, frozen=True):
    """A stretch of days. ``value`` is TIMEX3; ``edtf`` is set where it differs (seasons, early, about)."""

    value: str
    earliest: date
    latest: date
    grain: str
    edtf: str = ""


def of_day(day: date) -> Period:
    """A single day."""
    return Period(day.isoformat(), day, day, "day")


def of_week(day: date) -> Period:
    """The ISO week that a day lies in; loose talk lets it begin on the Sunday before."""
    monday = day - timedelta(day.isoweekday() - 1)
    year, week, _ = monday.isocalendar()
    latest = monday + timedelta(6)
    earliest = monday - timedelta(1)
    return Period(f"{year}-W{week:02}", earliest, latest, "week", f"{earliest}/{latest}")


def of_weekend(day: date) -> Period:
    """Friday evening to Sunday of the ISO week that a day lies in."""
    friday = day + timedelta(5 - day.isoweekday())
    year, week, _ = friday.isocalendar()
    return Period(
        f"{year}-W{week:02}-WE", friday, friday + timedelta(2), "weekend", f"{friday}/{friday + timedelta(2)}"
    )


def long_weekend(day: date) -> Period:
    """The weekend that people make of a holiday: to its Sunday, or to the holiday where that is a Monday or Tuesday."""
    number = day.isoweekday()
    friday = day - timedelta((number - 5) % 7) if number != 4 else day
    last = max(day, friday + timedelta(3 if number == 4 else 2))
    year, week, _ = friday.isocalendar()
    return Period(f"{year}-W{week:02}-WE", friday, last, "weekend", f"{friday}/{last}")


def of_month(year: int, month: int) -> Period:
    """A month; ``month`` may run over either end of the year."""
    over, month = divmod(month - 1, 12)
    year, month = year + over, month + 1
    return Period(f"{year:04}-{month:02}", date(year, month, 1), _last(year, month), "month")


def of_quarter(year: int, quarter: int) -> Period:
    """A quarter of a calendar year; ``quarter`` may run over either end of the year."""
    over, quarter = divmod(quarter - 1, 4)
    year = year + over
    first = date(year, 3 * quarter + 1, 1)
    return Period(f"{year}-Q{quarter + 1}", first, _last(year, 3 * quarter + 3), "quarter", f"{year}-{33 + quarter}")


def of_half(year: int, half: int) -> Period:
    """A half of a calendar year."""
    first, last = (1, 6) if half == 1 else (7, 12)
    return Period(f"{year}-H{half}", date(year, first, 1), _last(year, last), "half", f"{year}-{39 + half}")


def of_season(year: int, season: str) -> Period:
    """A season, SP, SU, FA or WI, with the slack that its loose limits ask for; winter is that of the year's start."""
    first, last = table("season_months")[season]
    code = 21 + ("SP", "SU", "FA", "WI").index(season)
    return Period(f"{year}-{season}", of_month(year, first).earliest, _last(year, last), "season", f"{year}-{code}")


def of_year(year: int) -> Period:
    """A calendar year."""
    return Period(f"{year:04}", date(year, 1, 1), date(year, 12, 31), "year")


def of_decade(year: int) -> Period:
    """The decade that a year lies in: 1987 gives the 1980s."""
    first = year - year % 10
    return Period(
        f"{first // 10:03}", date(max(first, 1), 1, 1), date(first + 9, 12, 31), "decade", f"{first // 10:03}X"
    )


def of_century(number: int) -> Period:
    """The nth century: 21 gives 2000 to 2099."""
    first = 100 * (number - 1)
    return Period(
        f"{number - 1:02}", date(max(first, 1), 1, 1), date(first + 99, 12, 31), "century", f"{number - 1:02}XX"
    )


def containing(day: date, grain: str) -> Period:
    """The period of a grain that a day lies in."""
    makers: dict[str, Callable[[date], Period]] = {
        "day": of_day,
        "week": of_week,
        "weekend": of_weekend,
        "month": lambda d: of_month(d.year, d.month),
        "quarter": lambda d: of_quarter(d.year, (d.month + 2) // 3),
        "half": lambda d: of_half(d.year, 1 if d.month < 7 else 2),
        "year": lambda d: of_year(d.year),
        "decade": lambda d: of_decade(d.year),
        "century": lambda d: of_century(d.year // 100 + 1),
    }
    return makers[grain](day)


def shifted(day: date, grain: str, count: int) -> Period:
    """The period of a grain that lies ``count`` such periods after the one that a day lies in."""
    if grain == "day":
        return of_day(day + timedelta(count))
    if grain in {"week", "weekend"}:
        return containing(day + timedelta(7 * count), grain)
    if grain == "month":
        return of_month(day.year, day.month + count)
    if grain == "quarter":
        return of_quarter(day.year, (day.month + 2) // 3 + count)
    years = {"year": 1, "decade": 10, "century": 100}[grain]
    return containing(date(day.year + years * count, 1, 1), grain)


def about(day: date, unit: str, count: float) -> Period:
    """``count`` units from a day, as people say it: to the nearest unit, so half a unit of room on either side."""
    if unit == "D":
        return of_day(day + timedelta(round(count)))
    if unit == "W":
        middle, room = day + timedelta(round(7 * count)), 4
        inner = of_week(middle)
    elif unit == "M":
        middle, room = plus_months(day, round(count)), 16
        inner = of_month(middle.year, middle.month)
    else:
        middle, room = plus_months(day, round(12 * count)), 184
        inner = of_year(middle.year)
    early, late = middle - timedelta(room), middle + timedelta(room)
    return Period(inner.value, early, late, inner.grain, f"{early}/{late}")


def plus_months(day: date, months: int) -> date:
    """The same day of another month, or its last day where it is shorter."""
    over, month = divmod(day.month - 1 + months, 12)
    year = day.year + over
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def part(period: Period, which: str) -> Period:
    """The early, middle or late part of a period, wide enough for loose talk; the value stays (TIMEX3 `mod`)."""
    shares = {"early": (0.0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1.0), "start": (0.0, 0.25), "end": (0.75, 1.0)}
    days = (period.latest - period.earliest).days
    if period.grain == "day" or days < 3:
        return period
    low, high = shares[which]
    if period.grain == "month" and which == "mid":
        low, high = 9 / days, 19 / days
    if period.grain == "decade":
        low, high = {"early": (0.0, 0.5), "mid": (0.3, 0.8), "late": (0.5, 1.0)}.get(which, (low, high))
    early = period.earliest + timedelta(round(low * days))
    late = period.earliest + timedelta(round(high * days))
    if period.grain in {"year", "decade"}:
        early, late = early.replace(day=1), _last(late.year, late.month)
        if period.grain == "decade":
            early, late = early.replace(month=1), _last(late.year if high in {0.5, 1.0} else late.year - 1, 12)
    return replace(period, earliest=early, latest=late, edtf=(period.edtf or period.value).split("/")[0] + "~")


def within_day(period: Period, clock: str) -> Period:
    """A day with a time or part of the day put behind it: the value changes, the day does not."""
    return replace(period, value=f"{period.value}T{clock}", edtf=period.edtf or period.value)


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


# how far "days after" and its kind may reach where nobody says how many
_SOME = {"D": (1, 13), "W": (7, 35), "M": (28, 365), "Y": (365, 3653)}
_LENGTH = {"D": (1.0, 0), "W": (7.0, 4), "M": (30.44, 16), "Y": (365.25, 184)}


def apart(number: str, unit: str) -> tuple[int, int]:
    """At least and at most how many days lie between two happenings that are so many units apart (X: some)."""
    if number == "X":
        return _SOME[unit]
    length, room = _LENGTH[unit]
    middle = round(float(number) * length)
    return max(middle - room, 0), middle + room
