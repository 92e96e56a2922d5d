"""What times are counted from: the day a report was written, the day last told of, and which way its verbs look."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from dateline.knowledge.deixis import solve, unsolved
from dateline.knowledge.numbering import HEAD, number
from dateline.knowledge.period import Period
from dateline.model import Span
from dateline.within.parse import Parse
from dateline.within.timex.tense import harm, harms, lean
from dateline.within.timex.words import month, pattern


class Sense(msgspec.Struct, frozen=True):
    """What a time expression means: TIMEX3 type and value, and the period it allows where that is known.

    ``formula`` says how it hangs on ``anchor``: ``published``, or the id of another time.
    """

    timex: str
    value: str
    period: Period | None = None
    formula: str = ""
    anchor: str = ""


class Setting:
    """The state of the reading: the day the report was written, the last day told of, and the parse for its tenses."""

    def __init__(
        self, parse: Parse, field: str, written: date | None, written_as: str, *, release: bool = False
    ) -> None:
        self.release = release
        self.written = written
        self.written_as = written_as
        self.told: date | None = written
        self.told_as = written_as
        self.period: Period | None = None
        self.quarter: Period | None = None  # the quarter last told of
        self.ahead: set[date] = set()  # days told of that were still to come
        self.days: list[date] = []  # all days told of
        self.by_night = False  # whether the day last told of was told by its night
        self._parse = parse
        self._tokens = [n for n in range(len(parse)) if parse.block_of(n).field == field] if len(parse) else []
        self._starts = [parse.starts[n] for n in self._tokens]

    def token(self, offset: int) -> int | None:
        """The token that holds an offset, or the last before it."""
        place = bisect_right(self._starts, offset) - 1
        return self._tokens[place] if place >= 0 else None

    def lean(self, offset: int) -> int:
        """Which way the clause around an offset looks: -1 back, 1 ahead, 0 where its verb does not tell."""
        token = self.token(offset)
        return 0 if token is None else lean(self._parse, token)

    def tag(self, offset: int) -> str:
        """The Penn tag of the word at an offset."""
        token = self.token(offset)
        return "" if token is None else self._parse.tags[token]

    def harmful(self, offset: int) -> bool:
        """Say whether the word at an offset stands before a noun of violence as its attribute: the weekend shooting."""
        token = self.token(offset)
        if token is None:
            return False
        if self._parse.tags[token + 1 : token + 2] == ["VBG"]:  # charged after weekend shooting
            return harms(self._parse, token + 1)
        return self._parse.deps[token] in {"compound", "nmod", "amod"} and harm(self._parse, self._parse.heads[token])

    def names(self, offset: int) -> bool:
        """Say whether the word at an offset only says of what kind a noun is: a midnight tournament."""
        token = self.token(offset)
        return token is not None and self._parse.deps[token] in {"compound", "nmod", "amod"}

    def told_on(self, weekday: int, offset: int) -> date | None:
        """The last day told of that was a weekday, where a weekday at an offset is said of it: "that Sunday"."""
        token = self.token(offset)
        if not token or self._parse.lowers[token - 1] != "that" or self._parse.tags[token - 1] != "DT":
            return None
        return next((day for day in reversed(self.days) if day.isoweekday() == weekday), None)

    def past_night(self) -> bool:
        """Say whether the day last told of was told by its night, which goes on into a day that is over or this one."""
        return self.by_night and self.told is not None and (self.written is None or self.told < self.written)

    def forget(self) -> None:
        """Count again from the day of writing alone."""
        self.told, self.told_as, self.period = self.written, self.written_as, None
        self.by_night = False

    def rated(self, offset: int) -> bool:
        """Say whether "a year" at an offset follows on a count: 15 cars a year."""
        token = self.token(offset)
        if token is None or not token:
            return False
        return self._parse.tags[token - 1] in {"NNS", "CD"} or self._parse.lowers[token - 1] in {"percent", "cent", "%"}

    def point(self, formula: str, timex: str = "DATE", *, told: bool = False) -> Sense:
        """Solve a formula seen from the day of writing, or from the last day told of."""
        anchor, name = (self.told, self.told_as) if told else (self.written, self.written_as)
        if told and self.period and not formula.startswith(("day", "ago", "weekday")):
            anchor = self.period.earliest
        if told and self.period and formula.startswith("ago") and self.period.grain == _WIDE.get(formula[-1]):
            anchor = (
                self.period.earliest + (self.period.latest - self.period.earliest) / 2
            )  # fled in 1990; two years later
        if anchor is not None and (found := solve(formula, anchor)):
            return Sense(timex, found.value, found, formula, name)
        return Sense(timex, unsolved(formula), None, formula, name or "published")

    def tell(self, sense: Sense, name: str) -> None:
        """Note a time as the one that following expressions may count from."""
        if sense.period and sense.timex in {"DATE", "TIME"}:
            self.period = sense.period
            self.quarter = sense.period if sense.period.grain == "quarter" else self.quarter
            if sense.period.grain == "day":
                self.days.append(sense.period.earliest)
                self.ahead |= (
                    {sense.period.earliest} if self.written and sense.period.earliest > self.written else set()
                )
                self.by_night = sense.value.endswith("TNI") or (self.by_night and sense.value[11:] >= LATE)
                self.told, self.told_as = sense.period.earliest, name


_WIDE = {"Y": "year", "M": "month"}
LATE = "18:00"  # an hour from here on leaves a night told of as it is
_IN_BRACKETS = pattern(r"\((<MONTH>) (<DAY>|\d\d?(?=,\d{4}\)))(?:,? ?(<YEAR>))? ?\)")
_HEADED = pattern(r"(<MONTH>) (<DAY>)(?:, (<YEAR>))?(?=: ?[A-Z])")  # "June 5: Forces Detain Two"
_BULLETIN = pattern(r"(?:update|bulletin|briefing|summary|roundup|digest),? (?:for |of )?(<MONTH>) (<DAY>),? (<YEAR>)")
_AFTER_PLACE = pattern(r"[A-Z][^\n\d]{2,60}?, (<DAY>) (<MONTH>) (\d\d|<YEAR>)\b(?= ?(?:\([^)]{2,80}\))?\s*[-–—])")
_WIRE = pattern(r"[A-Z][^()\n\d]{1,50}?, (<MONTH>) (<DAY>)(?:,? ?(<YEAR>))?(?= \([^)]{2,30}\) ?[-–—]| ?[-–—]{1,2})")
_BEFORE_LINE = (
    r"(?:(?:first |originally )?(?:posted|published|created)(?: on| at)?:? ?|on |<WEEKDAY>,? |date:? )*"
    r"(?:<CLOCK>,? ?<ZONE>?,? ?(?:on )?)?(?:<WEEKDAY>,? )?"
)
_LINE = pattern(
    _BEFORE_LINE + r"(?:(<MONTH>) (<DAY>)(?:st|nd|rd|th)?|(?P<day><DAY>) (?P<month><MONTH>)),? ?(?P<year><YEAR>)"
    r"(?:,?(?: at| [-–|])? ?<CLOCK>)?"
)
_FULL = pattern(
    r"(?:(<MONTH>) (<DAY>)(?:st|nd|rd|th)?|(?P<day><DAY>) (?P<month><MONTH>)),? ?(?P<year><YEAR>)"
    r"|(?P<a>\d{1,2})(?P<mark>[/-])(?P<b>\d{1,2})(?P=mark)(?P<c>(?:19|20)\d\d)\b"
)
_FILED = pattern(r"posted in [^\n.]{3,60}? on (?:<WEEKDAY>,? )?(?=<MONTH>|<DAY>)")  # a blog files its reports by kind
_UPDATE = re.compile(r"\b(?:updated|modified)\b[^\d]*$", re.IGNORECASE)
_LABEL = 40  # characters before a date among which its label stands
MONTHS = 12
FIRST = 160  # characters among which a bulletin's own heading stands
_STAMP = re.compile(
    r"\b(?:(?P<first>posted|published|created)|updated|modified)(?: on| at)?:? ?"
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_MONTH = pattern(r"<MONTH> ?\d|\d ?<MONTH>")
_RELEASED = re.compile(
    r"\b(?:for immediate release|(?:press|news|media) release|(?:daily|morning|evening|operational) update)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\b(?:posted|published|created)\b", re.IGNORECASE)


class Dated(msgspec.Struct, frozen=True):
    """A date that a report wears: in its dateline, its byline or a line of its own."""

    day: date
    start: int
    end: int
    kind: str


_WEEKDAY = re.compile(r"\s*(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*[.,]? +\Z", re.IGNORECASE)


def worn(text: str, published: date | None, bylines: Sequence[Span] = ()) -> Dated | None:
    """The date in the dateline or byline, its year from the report's number or its publication where left out."""
    head = text[:HEAD]
    if found := _IN_BRACKETS.search(head):
        return _dated(found, _year(found[3], found, published, head))
    for begin, end in _lines(text):
        if found := _WIRE.match(text, begin, end):
            return _dated(found, _year(found[3], found, published, head))
        if found := _AFTER_PLACE.match(text, begin, end):
            year = int(found[3]) + (1900 if len(found[3]) == 2 else 0)
            day = _day(year, month(found[2]), int(found[1]))
            return Dated(day, found.start(1), found.end(3), "dateline") if day else None
        dated = _own_line(found, text, begin, end) if (found := _LINE.search(text, begin, end)) else None
        if dated and (published is None or dated.day <= published):  # else that of a film beside a report out before
            return dated
    if found := _HEADED.match(text) or _BULLETIN.search(text, 0, FIRST):
        return _dated(found, _year(found[3], found, published, head))
    if stamped := _stamped(head):
        return stamped
    dated = _in_bylines(text, bylines, published)
    trusted = dated and (published in (None, dated.day) or (dated.day < published and _with_weekday(text, dated)))
    return dated if trusted else None


def _with_weekday(text: str, dated: Dated) -> bool:
    """Say whether a text opens with a day that stands with its weekday, and the two go together."""
    named = _WEEKDAY.match(text, 0, dated.start)
    return named is not None and named[1].lower() == f"{dated.day:%a}".lower()


def _in_bylines(text: str, bylines: Sequence[Span], published: date | None) -> Dated | None:
    """The full date in a byline that a page's copy runs into the text, that of first publication before an update's."""
    filed = _FILED.search(text, 0, HEAD)
    found = [stamp for line in bylines for stamp in _FULL.finditer(text, line.start, line.end)]
    found += [stamp for stamp in (_FULL.match(text, filed.end()) if filed else None,) if stamp]
    return next(
        (day for stamp in sorted(found, key=lambda s: _updated(text, s)) if (day := _full(stamp, published))), None
    )


def _updated(text: str, stamp: re.Match[str]) -> tuple[bool, int]:
    return _UPDATE.search(text, max(0, stamp.start() - _LABEL), stamp.start()) is not None, stamp.start()


def _full(stamp: re.Match[str], published: date | None) -> Dated | None:
    if stamp["year"]:
        day = _day(int(stamp["year"]), month(stamp[1] or stamp["month"]), int(stamp[2] or stamp["day"]))
        start = stamp.start(1) if stamp[1] else stamp.start("day")
        return Dated(day, start, stamp.end("year"), "byline") if day else None
    first, second, year = (int(stamp[name]) for name in "abc")  # the American order unless the numbers forbid it
    european = _day(year, second, first)
    day = european if first > MONTHS or (european and european == published) else _day(year, first, second)
    return Dated(day, stamp.start("a"), stamp.end("c"), "byline") if day else None


def _stamped(head: str) -> Dated | None:
    """A stamp in figures ("Created: 08/09/2014", the American order), that of first publication before an update's."""
    found = sorted(_STAMP.finditer(head), key=lambda stamp: (stamp["first"] is None, stamp.start()))
    days = ((stamp, _day(int(stamp["year"]), int(stamp["month"]), int(stamp["day"]))) for stamp in found)
    return next((Dated(day, s.start("month"), s.end("year"), "byline") for s, day in days if day), None)


def numbered(text: str) -> Dated | None:
    """The month in a report's own number ("2011-07-S-039"), as its first day; for reports that wear no date."""
    found = number(text)
    return Dated(found.month, found.start, found.end, "dateline") if found else None


def released(text: str) -> bool:
    """Say whether a text calls itself a release or a daily update, which tells of its own day and the night before."""
    return _RELEASED.search(text, 0, HEAD) is not None or number(text) is not None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines among a report's first that name a month, without the blanks before them."""
    begin = 0
    while begin < min(HEAD, len(text)):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        stop = min(end, begin + HEAD)
        if _MONTH.search(text, begin, stop):
            yield begin + len(text[begin:stop]) - len(text[begin:stop].lstrip()), stop
        begin = end + 1


def _dated(found: re.Match[str], year: int | None) -> Dated | None:
    day = _day(year, month(found[1]), int(found[2]))
    return Dated(day, found.start(1), found.end(3) if found[3] else found.end(2), "dateline") if day else None


def _own_line(found: re.Match[str], text: str, begin: int, end: int) -> Dated | None:
    alone = found.start() == begin and len(text[found.end() : end].strip()) < 25
    if not alone and not _MARKED.match(found[0]):
        return None
    day = _day(int(found["year"]), month(found[1] or found["month"]), int(found[2] or found["day"]))
    start = found.start(1) if found[1] else found.start("day")
    return Dated(day, start, found.end("year"), "byline") if day else None


def _year(said: str | None, found: re.Match[str], published: date | None, head: str) -> int | None:
    in_month, on_day = month(found[1]), int(found[2])
    if said:
        return int(said)
    if own := number(head):
        year, at = own.month.year, own.month.month
        return year + (at == 12 and in_month == 1) - (at == 1 and in_month == 12)
    if published:
        near = solve(f"md:{in_month:02}-{on_day:02}:-1", published)
        return near.earliest.year if near else None
    return None


def _day(year: int | None, in_month: int, on_day: int) -> date | None:
    try:
        return date(year, in_month, on_day) if year else None
    except ValueError:
        return None
