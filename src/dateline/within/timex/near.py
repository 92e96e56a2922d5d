"""Times told by their distance: today, last week, the following day, two years ago; what the patterns for them mean."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.knowledge import period as span
from dateline.knowledge.calendar import table
from dateline.knowledge.period import Period
from dateline.within.timex.anchor import Sense, Setting
from dateline.within.timex.dates import GRAINS, hanging, said, shift, year_of
from dateline.within.timex.words import amount, month, pattern, unit, weekday

type Match = re.Match[str]


def near_day(found: Match, at: Setting) -> Sense | None:
    """Today, yesterday evening, tomorrow, tonight, late last night, this morning, the day before yesterday."""
    words = found[0].lower()
    core = said(found, "core")
    count: int = table("deictic").get(core, -1 if core.startswith("last") else 0)
    if words.startswith(("the day before ", "the day after ")):
        count *= 2
    if core in {"tonight", "last night"} and not said(found, "clock"):
        return at.point(f"day:{count}|TNI", "TIME")
    return hanging(found, f"day:{count}", at)


def overnight(found: Match, at: Setting) -> Sense | None:  # noqa: ARG001
    """Overnight: the night that ends on the day of writing; of a release that tells of it, rather the evening before.

    Who acts by night and tells of it in the morning calls that the night of the day before (10 of 13 on one set).
    """
    sense = at.point("day:-1|TNI", "TIME")
    if sense.period is None:
        return sense
    early = sense.period.earliest
    late = early if at.release else early + timedelta(1)
    edtf = f"{early}?" if at.release else f"{early}/{late}"
    return Sense("TIME", sense.value, Period(sense.value, early, late, "range", edtf), sense.formula, sense.anchor)


def near_unit(found: Match, at: Setting) -> Sense | None:
    """This week, last month, the next year, the following day, that year, the same week, the end of the year."""
    grain = GRAINS.get(unit(found["unit"]))
    if grain is None:
        return None
    how = said(found, "how").split()
    core = next((word for word in reversed(how) if word not in {"the", "very"}), "")
    definite = how[:1] == ["the"]
    if " ".join(how) in {"the past", "the last"} and grain in _LASTING:
        return _up_to_now(found, grain, at)
    if core in {"following", "preceding"} or (core in {"next", "previous", "prior"} and definite):
        return hanging(found, f"{grain}:{shift(core)}", at, told=True)
    if core in {"same", "that"}:
        return hanging(found, f"{grain}:0", at, told=True)
    if not core and definite:
        return _definite(found, grain, at)
    if core == "this" and grain == "weekend" and at.lean(found.start()) < 0 and at.written:
        return hanging(found, f"{grain}:{-1 if at.written.isoweekday() < 5 else 0}", at)  # said on a Monday of what was
    return hanging(found, f"{grain}:{shift(core)}", at)


def _definite(found: Match, grain: str, at: Setting) -> Sense | None:
    """The week, the day, the quarter: the one told of, or that of writing; "the day after the vote" is neither."""
    back = at.lean(found.start()) <= 0
    if grain == "quarter":
        return _quarter(found, at) if back else at.point("quarter:0")
    if grain == "day" and not said(found, "mod") and _BESIDE.match(found.string, found.end()):
        return None
    monday = grain == "weekend" and back and at.written and at.written.isoweekday() < 5
    return hanging(found, f"{grain}:{-1 if monday else 0}", at, told=grain == "day" or "entire" in found[0].lower())


def _quarter(found: Match, at: Setting) -> Sense:
    """The quarter, the quarter ended Sept. 30: that of the day on which it ended, else that of the figures told."""
    ending = _ENDED.match(found.string, found.end() + 1)
    last = at.point(f"md:{month(ending[1]):02}-{int(ending[2]):02}:-1").period if ending else None
    if last is None:
        return _reported(at)
    period = span.containing(last.earliest, "quarter")
    return Sense("DATE", period.value, period)


_ENDED = pattern(r"(?:that )?(?:ended|ending|to) (<MONTH>) (<DAY>)")
_BESIDE = re.compile(r"\s+(?:after|before)\b", re.IGNORECASE)
_LASTING = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_OF = re.compile(r"\s+of\s+(?:the|an?|his|her|its|their|this|that)\b", re.IGNORECASE)
_OVER = re.compile(r"\b(?:in|over|within|during|throughout)\s+$", re.IGNORECASE)


def _up_to_now(found: Match, grain: str, at: Setting) -> Sense | None:
    """The past year, in the last week: as long as that, up to the day of writing; "the last day of it" is no time."""
    followed = _OF.match(found.string, found.end())
    over = _OVER.search(found.string, max(0, found.start() - 12), found.start())
    last = not said(found, "how").endswith("past")
    if followed or (grain == "day" and not over):
        return None
    if last and not over:
        return hanging(found, f"{grain}:-1", at)
    value = f"P1{_LASTING[grain]}"
    if at.written is None:
        return Sense("DURATION", value)
    early = span.shifted(at.written, grain, -1).earliest if grain == "day" else _ago(at.written, grain)
    period = Period(value, early, at.written, "range", f"{early}/{at.written}")
    return Sense("DURATION", value, period, "", at.written_as)


def _ago(written: date, grain: str) -> date:
    return {
        "week": written - timedelta(7),
        "month": span.plus_months(written, -1),
        "year": span.plus_months(written, -12),
    }[grain]


def _reported(at: Setting) -> Sense:
    """The quarter whose figures a report tells: the last one that it named, else the last that was over."""
    if at.quarter is not None:
        return Sense("DATE", at.quarter.value, at.quarter)
    return at.point("quarter:-1")


def unit_end(found: Match, at: Setting) -> Sense | None:
    """Year's end, year-end: the end of the year of writing."""
    return at.point(f"{GRAINS[unit(said(found, 'unit'))]}:0|end")


def before_last(found: Match, at: Setting) -> Sense | None:
    """The week before last, the night before last."""
    unit_name = said(found, "unit")
    return at.point("day:-2|TNI", "TIME") if unit_name == "night" else at.point(f"{GRAINS[unit(unit_name)]}:-2")


def from_weekday(found: Match, at: Setting) -> Sense | None:
    """A week from Monday: a week after the next one."""
    count = amount(said(found, "num"))
    sense = at.point(f"weekday:{weekday(found['weekday'])}:1")
    if count is None or sense.period is None:
        return sense
    period = span.of_day(sense.period.earliest + timedelta(round(7 * count)))
    return Sense("DATE", period.value, period, "", sense.anchor)


def year_before(found: Match, at: Setting) -> Sense | None:
    """The year-earlier quarter, year-ago: the quarter that figures are told of, a year before; else the year before."""
    word = said(found, "unit")
    if word == "quarter" or (at.quarter and word in {"", "period"}):
        sense = _reported(at)
        if sense.period is None:
            return sense
        early = sense.period.earliest
        period = span.containing(early.replace(year=early.year - 1), "quarter")
        return Sense("DATE", period.value, period)
    grain = GRAINS.get(unit(word), "year") if word in {"month", "week"} else "year"
    if grain == "year" or at.period is None:
        return at.point("year:-1")
    period = span.containing(span.plus_months(at.period.earliest, -12), grain)
    return Sense("DATE", period.value, period)


def weekend_before(found: Match, at: Setting) -> Sense | None:
    """The weekend shooting, a weekend of no other name: that before the report, or that on which it came out."""
    if not at.harmful(found.start()):
        return None
    monday = at.written is not None and at.written.isoweekday() < 5
    return at.point(f"weekend:{-1 if monday else 0}")


def part_of_unit(found: Match, at: Setting) -> Sense | None:
    """Later this year, earlier this week: the part of the unit that lies after, or before, the day of writing."""
    sense = near_unit(found, at)
    if sense is None or sense.period is None or at.written is None:
        return sense
    period = sense.period
    early, late = period.earliest, period.latest
    if not early <= at.written <= late:
        return sense
    if "later" in found[0].lower():
        early = at.written
    else:
        late = at.written
    narrowed = Period(sense.value, early, late, "range", f"{early}/{late}")
    return Sense("DATE", sense.value, narrowed, sense.formula, sense.anchor)


_ON = frozenset(("later", "after", "hence", "from now", "from today", "afterward", "afterwards", "on"))
_DEICTIC = frozenset(("ago", "hence", "from now", "from today", "back"))


def counted(found: Match, at: Setting) -> Sense | None:
    """Two years ago, three days earlier, a week later, two months from now."""
    number, letter = said(found, "num"), unit(found["unit"])
    count = amount(number) if number else None
    way = said(found, "way")
    sign = 1 if way in _ON else -1
    if count is not None and (said(found, "half") or said(found, "more")):
        count += 0.5
    if count is None or letter.startswith("T") or letter == "WE":
        return _uncounted(way, sign, letter, at)
    if factor := re.match(r"\d+", letter):
        count, letter = count * int(factor[0]), letter[factor.end() :]
    if letter == "Q":
        count, letter = count * 3, "M"
    sense = at.point(f"ago:{sign * count:g}{letter}", told=way not in _DEICTIC)
    if way == "later" and sense.period and at.written and sense.period.earliest > at.written and not at.ahead:
        return Sense("DATE", "FUTURE_REF") if at.lean(found.start()) > 0 else Sense("DATE", "PAST_REF")
    return sense


def counted_from(found: Match, at: Setting) -> Sense | None:
    """Two days after the March 4 fire: counted from a day that is told right behind it."""
    count, letter = amount(said(found, "num")), unit(found["unit"])
    day = at.point(f"md:{month(found['month']):02}-{int(found['day']):02}:{at.lean(found.start())}").period
    if count is None or day is None:
        return None
    period = span.about(day.earliest, letter, count if said(found, "way") == "after" else -count)
    return Sense("DATE", period.value, period)


def _uncounted(way: str, sign: int, letter: str, at: Setting) -> Sense:
    """Years ago, hours later: no day follows from it, save that it lies on one side of the anchor."""
    anchor, name = (at.written, at.written_as) if way == "ago" else (at.told, at.told_as)
    if letter.startswith("T") and anchor:
        early, late = (anchor - timedelta(1), anchor) if sign < 0 else (anchor, anchor + timedelta(1))
        return Sense("DATE", anchor.isoformat(), Period(f"{early}/{late}", early, late, "range"), "", name)
    return Sense("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")


def unit_beside(found: Match, at: Setting) -> Sense | None:
    """The day before, the year previous, the week after: beside the time last told of."""
    grain = GRAINS[unit(found["unit"])]
    return at.point(f"{grain}:{1 if said(found, 'way') == 'after' else -1}", told=True)


def same_period(found: Match, at: Setting) -> Sense | None:
    """The same period last year, the same month a year ago: the period told of last, a year before."""
    if at.period is None:
        return None
    early = at.period.earliest
    grain = at.period.grain if at.period.grain in GRAINS.values() else "year"
    if (word := said(found, "unit")) != "period":
        grain = GRAINS.get(unit(word), grain)
    year = year_of(found["year"]) if found.groupdict().get("year") else early.year - 1
    try:
        period = span.containing(early.replace(year=year), grain)
    except ValueError:
        return None
    return Sense("DATE", period.value, period)
