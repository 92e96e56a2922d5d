"""Durations, repeated times, times of the day and vague times: what the patterns for them mean."""

from __future__ import annotations

import re
from datetime import timedelta

from dateline.knowledge.calendar import table
from dateline.knowledge.period import Period
from dateline.within.timex.anchor import Sense, Setting
from dateline.within.timex.dates import said
from dateline.within.timex.words import amount, by_part, clock_time, duration, month, unit, weekday

type Match = re.Match[str]

SMALL = "06:00"  # before this hour a night is of the day after the one that it is called by
_PART_BEHIND = re.compile(r"\s+(?:in the|at|that) [a-z]+")
_AFTER = re.compile(r"\bafter\s+$", re.IGNORECASE)


def length(found: Match, at: Setting) -> Sense | None:
    """Two weeks, nearly 14-year, several months, half an hour, two and a half years."""
    letter = unit(found["unit"])
    number = said(found, "num").replace("all", "a")
    if number in {"a", "an"} and letter in {"D", "W", "M", "Y", "TH"} and at.rated(found.start()):
        return Sense("SET", duration(1.0, letter))
    count = amount(number) if number else None
    if said(found, "half"):
        half = 0.25 if said(found, "half").startswith("quarter") else 0.5
        count = half if count is None or said(found, "half").startswith(("half", "quarter")) else count + half
    if letter == "TNI":
        letter = "N"
    return Sense("DURATION", duration(count, letter))


def stretch(found: Match, at: Setting) -> Sense | None:
    """The past decade, the next six months, the past few years."""
    number = said(found, "num")
    letter = unit(found["unit"])
    count = amount(number) if number else (1.0 if not said(found, "vague") else None)
    if not number and not said(found, "vague") and found["many"]:
        return Sense("DATE", "FUTURE_REF" if said(found, "how").split()[-1] in {"next", "coming"} else "PAST_REF")
    anchor = "" if at.written is None else at.written_as
    how = said(found, "how").split()[-1]
    sign = 1 if how in {"next", "coming"} else -1
    value = duration(count, letter)
    past = sign < 0 and at.written is not None and not at.release  # a release of the past 24 hours is of its own day
    if letter == "TH" and count is not None and past and at.written is not None:
        early = at.written - timedelta(max(1, round(count / 24)))
        return Sense("DURATION", value, Period(value, early, at.written, "range", f"{early}/{at.written}"), "", anchor)
    if count is None or letter.startswith("T") or letter not in {"D", "W", "M", "Y", "10Y"}:
        return Sense("DURATION", value)
    count, letter = (10 * count, "Y") if letter == "10Y" else (count, letter)
    return Sense("DURATION", value, None, f"ago:{sign * count:g}{letter}", anchor)


def lasting(found: Match, at: Setting) -> Sense | None:  # noqa: ARG001
    """A decade-long war, a yearlong inquiry: one of its unit."""
    return Sense("DURATION", duration(1.0, unit(found["unit"])))


def plural(found: Match, at: Setting) -> Sense | None:  # noqa: ARG001
    """Years, months, decades-long: nobody says how many."""
    return Sense("DURATION", duration(None, unit(found["unit"])))


def repeated(found: Match, at: Setting) -> Sense | None:  # noqa: ARG001
    """Daily, every two weeks, each Friday, once a month, 15 a year."""
    if word := said(found, "word"):
        return Sense("SET", table("sets")[word])
    if said(found, "weekends"):
        return Sense("SET", "XXXX-WXX-WE")
    if word := said(found, "weekday"):
        part = said(found, "part").removesuffix("s")
        return Sense(
            "SET", f"XXXX-WXX-{weekday(word.removesuffix('s'))}" + (f"T{table('parts')[part]}" if part else "")
        )
    number = said(found, "num")
    count = 2.0 if said(found, "other") == "other" else amount(number) if number else 1.0
    letter = unit(found["unit"])
    if letter == "WE" and count == 1.0:
        return Sense("SET", "XXXX-WXX-WE")
    return Sense("SET", duration(count, "D" if letter == "TNI" else letter))


def recurring(found: Match, at: Setting) -> Sense | None:  # noqa: ARG001
    """Every morning, every summer, each December, every weekend."""
    if name := said(found, "season"):
        return Sense("SET", f"XXXX-{table('seasons')[name]}")
    if found["month"]:
        return Sense("SET", f"XXXX-{month(found['month']):02}")
    name = said(found, "part")
    return Sense("SET", f"XXXX-XX-XXT{table('parts')[name]}" if name else "XXXX-WXX-WE")


def hour(found: Match, at: Setting) -> Sense | None:
    """6:40 p.m., 0800 UTC, around midnight: on the day last told of."""
    zone = said(found, "zone")
    if four := said(found, "four"):
        hours, minutes = int(four[:2]), int(four[2:])
        if hours > 23 or minutes > 59:
            return None
        clock = f"{hours:02}:{minutes:02}" + ("Z" if zone.strip("() ") in {"utc", "gmt", "zulu"} else "")
    elif word := said(found, "oclock"):
        count = amount(word)
        if count is None or not 1 <= count <= 12:
            return None
        clock = f"{int(count):02}:00"
    else:
        behind = _PART_BEHIND.match(found.string, found.end())
        clock = by_part(clock_time(said(found, "clock"), zone), said(found, "clock"), behind[0] if behind else "")
    if clock == "24:00" and _AFTER.search(found.string, 0, found.start()) and not at.names(found.start()):
        clock = "00:00"
    if clock < SMALL and not zone and not four and at.past_night():  # Friday night, about 2 a.m.
        return at.point(f"day:1|T{clock}", "TIME", told=True)
    lean = at.lean(found.start())
    over = lean > 0 and at.told is not None and at.written is not None and at.told < at.written  # it ends at midnight
    sense = at.point(f"day:0|T{clock}", "TIME", told=not over)
    return sense if clock < "12:00" or at.told_as != at.written_as else _before(sense, lean)


def _before(sense: Sense, lean: int) -> Sense:
    """An hour of the afternoon or evening that no day is told for: that of publication or of the day before.

    Among gun violence reports such an hour is of the day of publication in 9 cases, of the day before in 8; one of the
    morning is of the day of publication in all 10.
    """
    if sense.period is None or lean > 0:
        return sense
    early, late = sense.period.earliest - timedelta(1), sense.period.latest
    return Sense(
        "TIME", sense.value, Period(sense.value, early, late, "range", f"{early}/{late}"), sense.formula, sense.anchor
    )


def part_of_day(found: Match, at: Setting) -> Sense | None:
    """The morning, early morning: on the day last told of; "at night" names no day."""
    code = table("parts")[said(found, "part")]
    if said(found, "at"):
        return Sense("TIME", f"XXXX-XX-XXT{code}")
    sense = at.point(f"day:0|T{code}", "TIME", told=True)
    if said(found, "the"):
        return sense
    if at.harmful(found.start("part")) and at.told_as == at.written_as and sense.period:
        return sense if code == "MO" else _before(sense, at.lean(found.start()))  # a late-night shooting
    return Sense("TIME", sense.value)  # "awake all night" tells of no certain day


def reference(found: Match, at: Setting) -> Sense | None:  # noqa: ARG001
    """Now, recently, the future: a side of the present and no more."""
    words = said(found, "ref")
    return Sense("DATE", table("references")[words])


def loose(found: Match, at: Setting) -> Sense | None:  # noqa: ARG001
    """Recent years, the coming weeks: a side of the present."""
    ahead = said(found, "how") in {"coming", "next"}
    return Sense("DATE", "FUTURE_REF" if ahead else "PAST_REF")


def fixed(value: str) -> Sense:
    """A time that is known by its name."""
    return Sense("DATE", value)
