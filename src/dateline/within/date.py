"""Time expressions, each as a TIMEX3 value and as the interval of days that it allows.

Values follow TimeML 1.2.1 (Pustejovsky et al. 2003) as the TempEval-3 sets have it; intervals are ours: the words of a
pattern give a period of the calendar or a formula on another day, and nothing is given that they do not fix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from dateline.knowledge.calendar import table
from dateline.knowledge.period import of_month
from dateline.model import Report, Segment, Span, Time, mark
from dateline.model.span import Field
from dateline.within.layout.run_on import opens
from dateline.within.layout.spaced import dated as legible
from dateline.within.parse import Parse
from dateline.within.timex.anchor import Dated, Sense, Setting, numbered, released, worn
from dateline.within.timex.doubt import Doubt
from dateline.within.timex.rules import Rule, rules

_WORD = re.compile(r"[A-Za-z]+|\d+")
_OPENERS_BACK = 8  # words before the one that leads to a pattern among which an expression may open


def times(report: Report, segments: tuple[Segment, ...], parse: Parse) -> tuple[Time, ...]:
    """Find every time expression of a report and resolve it as far as the report alone allows."""
    published = report.published.latest if report.published and report.published.exact else None
    bylines = _bylines(report, segments, alone=published is None)
    dated = worn(legible(report.text), published, bylines)
    found: list[Time] = []
    for field in _fields(report, parse):
        written = dated.day if dated else published
        name = mark(report.id, Span(start=dated.start, end=dated.end)) if dated else "published" if published else ""
        setting = Setting(parse, field, written, name, release=dated is not None and released(report.text))
        text = legible(report.of(field))
        found += _scan(report, field, text, setting, Doubt(text, setting, parse), dated)
    if dated and not any(time.why for time in found):
        # a stamp in figures ("22-06-2016"), of which no pattern reads more than the year
        inside = [t for t in found if t.field == "text" and dated.start <= t.start and t.end <= dated.end]
        if inside:
            day = _stamp(report, dated, dated.day.isoformat(), dated.day, dated.day)
            found = sorted([*(time for time in found if time not in inside), day], key=_place)
    if dated is None and published is None and (month := numbered(report.text)):
        period = of_month(month.day.year, month.day.month)
        found = sorted([*found, _stamp(report, month, period.value, period.earliest, period.latest)], key=_place)
    return tuple(found)


def _place(time: Time) -> tuple[bool, int]:
    return time.field != "title", time.start


def _bylines(report: Report, segments: Sequence[Segment], *, alone: bool) -> Sequence[Span]:
    """Where a report may give its day; with ``alone``, for one that came without, also the words that it opens with."""
    found = [Span(start=segment.start, end=segment.end) for segment in segments if segment.kind == "byline"]
    if found or not alone:
        return found
    stamp = opens(report.text)
    return [Span(start=stamp[0], end=stamp[1])] if stamp else []


def _stamp(report: Report, stamp: Dated, value: str, first: date | None, last: date | None) -> Time:
    """What a report wears without words that a pattern reads: a day in figures, a month in its own number."""
    span = Span(start=stamp.start, end=stamp.end)
    return Time(
        id=mark(report.id, span),
        report=report.id,
        start=span.start,
        end=span.end,
        text=report.words(span),
        timex="DATE",
        value=value,
        earliest=first,
        latest=last,
        edtf=value,
        why=stamp.kind,
    )


def _fields(report: Report, parse: Parse) -> tuple[Field, ...]:
    titled = any(block.field == "title" for block in parse.blocks)
    repeated = report.title is not None and report.text.lstrip().startswith(report.title.strip())
    return ("title", "text") if titled and not repeated else ("text",)


def _scan(
    report: Report, field: Field, text: str, setting: Setting, doubt: Doubt, dated: Dated | None
) -> Iterator[Time]:
    words = list(_WORD.finditer(text))
    done, heading = 0, -1
    for number, word in enumerate(words):
        if word.start() < done or (leads := kind(word, text)) is None:
            continue
        best = _best(text, words, number, rules().get(leads, ()), done)
        if best is None:
            continue
        match, rule = best
        if 0 <= heading < match.start():
            setting.forget()
            heading = -1
        start, end = match.start(), match.start() + len(_STOP.sub("", match[0].rstrip(" ,")))
        if doubt.rejects(match, rule.kinds):
            done = end if doubt.whole else done
            continue
        sense = rule.means(match, setting)
        if field == "text" and dated and start < dated.end and dated.start < end and sense is None:
            continue
        if sense is None:
            continue
        done = end
        made = _time(report, Span(start=start, end=end, field=field), sense, dated)
        setting.tell(sense, made.id)
        if made.why and made.earliest != setting.written:  # the day of an update dates nothing below its heading
            heading = max(text.find("\n", end), end)
        yield made


def _time(report: Report, span: Span, sense: Sense, dated: Dated | None) -> Time:
    name = mark(report.id, span)
    period, value, anchor, formula = sense.period, sense.value, sense.anchor, sense.formula
    edtf = (period.edtf or period.value) if period else ""
    early, late = (period.earliest, period.latest) if period else (None, None)
    why = ""
    if dated and span.field == "text" and span.start <= dated.start and dated.end <= span.end:
        why = dated.kind
        early = late = dated.day
        value = dated.day.isoformat() + (value[value.index("T") :] if "T" in value else "")
        edtf, anchor, formula = dated.day.isoformat(), "", ""
    elif dated and span.field == "text" and span.start < dated.start and early == late == dated.day:
        if not anchor or _opens(report.text, span):
            why = dated.kind  # the same date in a heading above the dateline
    elif early == late and early and _POSTED.search(report.of(span.field), max(0, span.start - 45), span.start):
        why = "byline"
    return Time(
        id=name,
        report=report.id,
        start=span.start,
        end=span.end,
        field=span.field,
        text=report.words(span),
        timex=sense.timex,  # type: ignore[arg-type]
        value=value,
        earliest=early,
        latest=late,
        edtf=edtf,
        anchor="" if anchor == name else anchor,
        formula=formula,
        why=why,
    )


def _opens(text: str, span: Span) -> bool:
    """Say whether a date opens the heading of a text: "Dec. 9: Patrol Frees Two"."""
    return text[span.end : span.end + 1] == ":" and not text[: span.start].strip()


def _best(
    text: str, words: list[re.Match[str]], number: int, tried: tuple[Rule, ...], done: int
) -> tuple[re.Match[str], Rule] | None:
    """The match that opens leftmost and reads furthest among those that take in the leading word."""
    lead = words[number]
    openers, first = _openers(), number
    while (
        first > 0
        and number - first < _OPENERS_BACK
        and words[first - 1].start() >= done
        and (words[first - 1][0].lower() in openers or words[first - 1][0].isdigit() or len(words[first - 1][0]) < 2)
        and words[first].start() - words[first - 1].end() <= 4
    ):
        first -= 1
    for opening in words[first : number + 1]:
        starts = [opening.start()]
        if opening.start() > max(done, 0) and text[opening.start() - 1] in "'’(":
            starts.insert(0, opening.start() - 1)
        for start in starts:
            matches = [
                (match, rule)
                for rule in tried
                if (match := rule.regex.match(text, start))
                and match.end() >= lead.end()
                and match.start() <= lead.start()
            ]
            if matches:
                return max(matches, key=lambda found: found[0].end())
    return None


@cache
def _openers() -> frozenset[str]:
    """The words that a time expression may open with, besides those that lead to one."""
    words = frozenset(table("lists")["openers"])
    return words | frozenset(table("numbers")) | frozenset(table("ordinals"))


@cache
def _leads() -> dict[str, str]:
    """The words that lead to a pattern, and their kind."""
    found = dict.fromkeys(table("sets"), "set")
    found |= {word.split()[0].rstrip(".").split("'")[0]: "holiday" for word in table("holidays") if word[0].isalpha()}
    found |= {word: "reference" for key in table("references") for word in key.split()[-1:]}
    found |= dict.fromkeys(table("parts"), "part") | dict.fromkeys(("noon", "midnight", "midday"), "clock")
    found |= dict.fromkeys(table("seasons"), "season") | dict.fromkeys(table("deictic"), "deictic")
    units = {unit for unit in table("units") if unit not in {"second", "min", "hr", "yr", "minute", "night"}}
    found |= dict.fromkeys(
        [*sorted(units), *(f"{u}s" for u in sorted(units)), "minute", "minutes", "seconds", "nights"], "unit"
    )
    found |= dict.fromkeys(("centuries", "millennia", "half", "halves", "period", "hrs", "yrs", "mins"), "unit")
    found |= dict.fromkeys((f"{unit}long" for unit in sorted(units)), "unit")
    found |= dict.fromkeys(table("months"), "month") | dict.fromkeys(table("weekdays"), "weekday")
    found |= dict.fromkeys((f"{day}s" for day in table("weekdays") if day.endswith("day")), "weekday")
    found |= dict.fromkeys(("twenties", "thirties", "sixties", "seventies", "eighties", "nineties"), "decade")
    found |= {"oclock": "oclock", "o": "oclock", "time": "reference", "now": "reference", "q": "quarter"}
    del found["fourth"], found["all"], found["good"], found["super"], found["st"], found["independence"]
    return found


# a stamp, and not what a clause tells: "Posted: Tuesday", "Updated 8 p.m., Monday", but not "posted gains on Friday"
_POSTED = re.compile(
    r"(?i:\b(?:posted|updated|published|modified|created|revised)\b:?(?:[^\S\n]+(?:on|at)\b)?)"
    r"(?:(?!\b[a-z]{4,})[^.\n]){0,25}$"
)
_STOP = re.compile(r"(?<=[A-Za-z]{4})(?<!\bSept)\.$|(?<=\bMay)\.$")  # a full stop that is not part of "Sept." or "p.m."
_AFTER_NUMBER = re.compile(
    r"(:\d\d)|(['’]?s\b)|([-/.]\d{1,2}[-/.]\d)|([:.]?\d*[^\S\n]?[ap]\.?[^\S\n]?m\b)", re.IGNORECASE
)
_FOUR_CLOCK = re.compile(r"[^\S\n]?(?:UTC|GMT|zulu|hours|hrs|local)\b", re.IGNORECASE)


def kind(word: re.Match[str], text: str) -> str | None:
    """The kind of pattern that a word leads to, or None."""
    letters = word[0]
    if not letters[0].isdigit():
        return _leads().get(letters.lower())
    after = _AFTER_NUMBER.match(text, word.end())
    if len(letters) <= 2 and after and (after[1] or after[4]):
        return "clock"
    if after and after[3] and len(letters) in {1, 2, 4}:
        return "numeric"
    if after and after[2] and letters[-1] == "0" and len(letters) in {2, 4}:
        return "decade"
    if len(letters) == 4:
        if _FOUR_CLOCK.match(text, word.end()):
            return "clock"
        return "year" if "1000" < letters < "2100" else None
    before = text[word.start() - 1 : word.start()]
    return "year2" if len(letters) == 2 and before in {"'", "’"} else None
