"""Dates of the calendar and those that hang on a day: patterns, and what each of them means."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.knowledge import period as span
from dateline.knowledge.calendar import holiday, table
from dateline.knowledge.period import Period
from dateline.within.timex.anchor import Sense, Setting
from dateline.within.timex.words import by_part, clock_time, month, ordinal, pattern, weekday

type Match = re.Match[str]

_PARTS = {"beginning": "start", "start": "start", "end": "end", "close": "end", "middle": "mid", "mid": "mid"}
GRAINS = {"D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year", "10Y": "decade"}
GRAINS["100Y"] = "century"


def said(found: Match, name: str) -> str:
    """What a named group matched, in lower case with single blanks; empty where it matched nothing."""
    return " ".join((found.groupdict().get(name) or "").lower().split())


def which(found: Match) -> str:
    """The refinement that "early", "mid-" or "the end of" asks for, or nothing."""
    words = said(found, "mod").replace("-", " ")
    for word, name in _PARTS.items():
        if word in words.split():
            return name
    if "latter" in words or "late" in words.split():
        return "late"
    return "early" if "early" in words.split() else ""


def time_of_day(found: Match) -> str:
    """The refinement for a clock time or a part of the day, or nothing."""
    if clock := said(found, "clock"):
        return f"T{by_part(clock_time(clock, said(found, 'zone')), clock, found[0].replace(clock, '', 1))}"
    if name := said(found, "part"):
        return f"T{table('parts')[name]}"
    return "TMO" if said(found, "small") else ""


def refine(period: Period, found: Match) -> Sense:
    """A fixed period with its early or late part, its time of day."""
    if mod := which(found):
        period = span.part(period, mod)
    if clock := time_of_day(found):
        period = span.within_day(period, clock[1:])
    return Sense("TIME" if clock else "DATE", period.value, period)


def hanging(found: Match, formula: str, at: Setting, *, told: bool = False) -> Sense:
    """A formula with the same refinements, solved."""
    clock = time_of_day(found)
    formula += "".join(f"|{refinement}" for refinement in (which(found), clock) if refinement)
    return at.point(formula, "TIME" if clock else "DATE", told=told)


def year_of(words: str) -> int:
    """A year in four digits, or in two: '82, 90."""
    digits = re.sub(r"\D", "", words)
    year = int(digits)
    return year if len(digits) > 2 else year + (1900 if year > 30 else 2000)


_NAMED_DAY = pattern("<WEEKDAY>")


def full_date(found: Match, at: Setting) -> Sense | None:
    """June 18, 2008; 11 December; Tuesday, December 23rd; a span of days within one month."""
    number, day = month(found["month"]), int(found["day"])
    last = int(found.groupdict().get("last") or day)
    if found.groupdict().get("year"):
        try:
            early, late = (
                date(year_of(found["year"]), number, day),
                date(year_of(found["year"]), number, max(day, last)),
            )
        except ValueError:
            return None
        if late > early:
            return Sense("DATE", f"{early}/{late}", Period(f"{early}/{late}", early, late, "range"))
        return refine(span.of_day(early), found)
    try:
        date(2024, number, day)
    except ValueError:
        return None
    if said(found, "when") in {"last year", "next year", "this year"}:
        count = {"last": -1, "next": 1, "this": 0}[said(found, "when").split()[0]]
        if at.written:
            return refine(
                span.of_day(date(at.written.year + count, number, min(day, 28 if number == 2 else day))), found
            )
    lean = at.lean(found.start())
    named = _NAMED_DAY.match(found[0]) if not found.groupdict().get("clock") else None
    checked = f"|w:{weekday(named[0])}" if named else ""
    first = hanging(found, f"md:{number:02}-{day:02}:{lean}{checked}", at)
    if last > day and first.period:
        try:
            late = first.period.earliest.replace(day=last)
        except ValueError:
            return first
        period = Period(f"{first.period.earliest}/{late}", first.period.earliest, late, "range")
        return Sense("DATE", period.value, period, first.formula, first.anchor)
    return first


def numeric_date(found: Match, at: Setting) -> Sense | None:  # noqa: ARG001
    """2008-06-18, 6/18/2008, 18.6.2008: the American order unless the numbers forbid it."""
    first, second, third = found["a"], found["b"], found["c"]
    if len(first) == 4:
        year, number, day = int(first), int(second), int(third)
    else:
        year, number, day = year_of(third), int(first), int(second)
        if number > 12 or "." in found[0]:
            number, day = day, number
    try:
        return refine(span.of_day(date(year, number, day)), found)
    except ValueError:
        return None


def month_date(found: Match, at: Setting) -> Sense | None:
    """October 2006, last December, mid-October, October of next year, the first week of March."""
    number = month(found["month"])
    if found.groupdict().get("year"):
        return refine(span.of_month(year_of(found["year"]), number), found)
    if when := said(found, "when"):
        count = shift(when.split()[0])
        return hanging(found, f"year:{count}|m:{number}", at)
    if ending := _UP_TO.match(found.string, found.end() + 1):
        year = year_of(ending["year"])
        return refine(span.of_month(year - (month(ending[1]) < number), number), found)
    how = said(found, "how").removeprefix("the ")
    if how in {"last", "past", "this past"}:
        return hanging(found, f"m:{number}:-2", at)
    if how in {"next", "coming"}:
        return hanging(found, f"m:{number}:2", at)
    if how == "this":
        return hanging(found, f"year:0|m:{number}", at)
    lean = 1 if _DELIVERY.match(found.string, found.end()) else at.lean(found.start())
    return hanging(found, f"m:{number}:{lean or -1}", at)


# the month that another one runs on to, with the year of both: January to June 2009, November to March 2010
_UP_TO = pattern(r"(?:to|through|until|till|and) (<MONTH>)(?: <DAY>(?:st|nd|rd|th)?)?,? (?P<year><YEAR>)\b")
_DELIVERY = re.compile(r"\s+(?:delivery|futures|contracts?)\b", re.IGNORECASE)  # what is traded now is of a month ahead


def week_of_month(found: Match, at: Setting) -> Sense | None:
    """The first week of March; the last Friday in June; the second half of October."""
    if found.groupdict().get("year"):
        whole: Period | None = span.of_month(year_of(found["year"]), month(found["month"]))
    else:
        whole = at.point(f"m:{month(found['month'])}:{at.lean(found.start()) or -1}").period
    if whole is None:
        return at.point(f"m:{month(found['month'])}:-1")
    number = ordinal(found["ord"])
    if named := said(found, "weekday"):
        ahead = (weekday(named) - whole.earliest.isoweekday()) % 7 + 7 * (number - 1)
        behind = whole.latest - timedelta((whole.latest.isoweekday() - weekday(named)) % 7)
        return refine(span.of_day(behind if number < 0 else whole.earliest + timedelta(ahead)), found)
    middle = whole.latest - timedelta(3) if number < 0 else whole.earliest + timedelta(7 * number - 4)
    return refine(span.of_week(middle), found)


def week_day(found: Match, at: Setting) -> Sense | None:
    """Tuesday, last Tuesday, early Tuesday, Tuesday evening, Tuesday of last week."""
    number = weekday(found["weekday"])
    how = said(found, "how").removeprefix("the ")
    if when := said(found, "when"):
        monday = at.point(f"week:{shift(when.split()[0])}").period
        if monday:
            return refine(span.of_day(monday.latest - timedelta(7 - number)), found)
    if how in {"last", "past", "this past", "previous"}:
        return hanging(found, f"weekday:{number}:-2", at)
    if how in {"next", "coming", "this coming"}:
        return hanging(found, f"weekday:{number}:2", at)
    if how in {"following", "the following"}:
        return hanging(found, f"weekday:{number}:2", at, told=True)
    if not how and (day := at.told_on(number, found.start("weekday"))):
        return refine(span.of_day(day), found)
    lean = at.lean(found.start())
    nearest = how == "this" or _UNTIL.search(found.string, max(0, found.start() - 8), found.start())
    sense = hanging(found, f"weekday:{number}:{lean or (0 if nearest else -1)}", at)
    return sense if how else _overtaken(sense, at)


_UNTIL = re.compile(r"\b(?:until|till)\s+$", re.IGNORECASE)


def _overtaken(sense: Sense, at: Setting) -> Sense:
    """A weekday of the past that is the one after publication: of a page rewritten then, or of six days before.

    Of 72 gun violence reports that have one, 51 tell of a deed of the day of publication or the day before it, 1 of a
    deed six days before.
    """
    if sense.period is None or at.written is None or at.written_as != "published":
        return sense
    after = sense.period.latest + timedelta(7)
    if after != at.written + timedelta(1) or after in at.ahead:
        return sense
    early = sense.period.earliest
    return Sense(
        sense.timex, sense.value, Period(sense.value, early, after, "range", f"{early}/{after}"), "", sense.anchor
    )


def bare_year(found: Match, at: Setting) -> Sense | None:  # noqa: ARG001
    """2006, late 2024, fiscal 2010, '82; fiscal years may begin in the year before."""
    year = year_of(found["year"])
    if found.groupdict().get("fiscal"):
        early, late = date(year - 1, 4, 1), date(year + 1, 6, 30)
        return Sense("DATE", f"FY{year}", Period(f"FY{year}", early, late, "year", f"{year}~"))
    if found.groupdict().get("until"):
        last = int(found["until"])
        last += year - year % 100 if last < 100 else 0
        if year < last <= year + 200:
            return Sense(
                "DATE", f"{year}/{last}", Period(f"{year}/{last}", date(year, 1, 1), date(last, 12, 31), "range")
            )
    return refine(span.of_year(year), found)


_TENS = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8}


def decade(found: Match, at: Setting) -> Sense | None:  # noqa: ARG001
    """The 1980s, the early 2000s, the mid-'80s, the nineties."""
    words = said(found, "decade")
    digits = re.sub(r"\D", "", words)
    if digits:
        year = int(digits) if len(digits) == 4 else int(digits) + (2000 if digits in {"00", "10"} else 1900)
    else:
        year = 1900 + 10 * _TENS.get(words, 9)
    return refine(span.of_decade(year), found)


def century(found: Match, at: Setting) -> Sense | None:  # noqa: ARG001
    """The 19th century, 21st-century."""
    return refine(span.of_century(ordinal(found["ord"])), found)


def quarter(found: Match, at: Setting) -> Sense | None:
    """The third quarter of 2009, the first half of last year, Q3, fourth-quarter."""
    groups = found.groupdict()
    number = ordinal(groups["ord"]) if groups.get("ord") else int(groups["q"])
    kind, most = ("h", 2) if "half" in found[0].lower() else ("q", 4)
    number = most if number < 0 else number
    if number > most:
        return None
    if groups.get("year"):
        year = year_of(groups["year"])
        return refine(span.of_half(year, number) if kind == "h" else span.of_quarter(year, number), found)
    if when := said(found, "when"):
        how = _YEARS.search(when)
        return hanging(found, f"year:{shift(how[0]) if how else 0}|{kind}:{number}", at, told=how is None)
    if _PLAYED.match(found.string, found.end() + 1):
        return None
    if said(found, "ord") == "last" and kind == "q":
        return hanging(found, "quarter:-1", at)
    lean = at.lean(found.start())
    return hanging(found, f"{kind}:{number}:{1 if lean > 0 else -2}", at)


_PLAYED = pattern(r"of (?:the|an?|his|her|its|their|that) (?!<UNIT>|fiscal|financial|calendar)\w")  # half of the match


_YEARS = re.compile(r"this|last|next|previous|past|prior|same|current")
_BACK = frozenset(("last", "past", "previous", "prior", "preceding", "latest", "recent"))
_ON = frozenset(("next", "coming", "following"))


def shift(word: str) -> int:
    """Last is -1, next is 1, this is 0."""
    return -1 if word in _BACK else 1 if word in _ON else 0


def season(found: Match, at: Setting) -> Sense | None:
    """Spring 2009, the summer of 2006, last autumn, this winter."""
    code = table("seasons")[said(found, "season")]
    if found.groupdict().get("year"):
        return refine(span.of_season(year_of(found["year"]), code), found)
    if when := said(found, "when"):
        formula = f"year:{shift(when.split()[0])}|season:{code}"
        return hanging(found, formula, at)
    how = shift(said(found, "how").removeprefix("the ").split()[0] if said(found, "how") else "")
    lean = how * 2 if how else at.lean(found.start()) or -1
    return hanging(found, f"season:{code}:{lean}", at)


def feast(found: Match, at: Setting) -> Sense | None:
    """Christmas, Good Friday 2014, last Thanksgiving."""
    name = said(found, "holiday").replace("’", "'")
    known = table("holidays")
    name = name if name in known else next((k for k in known if k.replace("'", "") == name.replace("'", "")), "")
    if not name:
        return None
    weekend = "|weekend" if said(found, "weekend") else ""
    if found.groupdict().get("year") and (day := holiday(name, year_of(found["year"]))):
        return refine(span.long_weekend(day) if weekend else span.of_day(day), found)
    how = said(found, "how").removeprefix("the ")
    lean = {"last": -2, "past": -2, "next": 2, "coming": 2}.get(how, at.lean(found.start()) or -1)
    return hanging(found, f"holiday:{name}:{lean}{weekend}", at)
