"""Days and hours on which the accounts of an event part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from msgspec.structs import replace

from dateline.across.days.calendar import apart
from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, by_report, parted
from dateline.knowledge.calendar import table
from dateline.knowledge.rarity import news_words
from dateline.model import Reading, Time, When

ROOM = 0.5  # of the room that a report gives the event: what it says with less may be of something else
ALIKE = 0.6  # share of letters that two spellings of a name have in common, in order
OVERNIGHT = 1  # days by which accounts differ where one names the evening and one the day after
DONE = frozenset({"happened", "ongoing"})
SEASON = 100  # days: a year is no loose date but a background
LATER = frozenset({"death", "medical"})  # who was hit at two may be pronounced dead at three
TO_DEATH = 12  # characters from a verb to the death that it brought
ROUND = 15  # minutes by which an hour said in round numbers may be off
EXACT = 2  # days that an exact date spans at most, and a loose one at least
LOOSE = 7
ZONES = 3  # hours between the clocks of one country at most
HOURLY = frozenset({"harm", "base"})  # families of acts whose hours are held together
HOURS = 2  # by which two accounts of one hour differ at most
BESIDE = 75  # minutes by which the clock of a place may be off that of the sun
_HOUR = re.compile(r"[ap]\.?m|noon|midnight|clock|hours|[0-2]\d:\d\d$", re.IGNORECASE)
_PART = re.compile(r"noon|midnight", re.IGNORECASE)  # said of the middle of a day or night as much as of an hour
_STAMP = re.compile(r"updat\w*\W*$|posted\W*$|published\W*$", re.IGNORECASE)
_ZONE = re.compile(r"\b(?:[ECMP][DS]?T|GMT|UTC|BST|CES?T|MSK|JST|Eastern|Central|Pacific)\b")
_NAMED_DAY = re.compile(r"\b[A-Z][a-z]{2,}|\d+/\d+")  # "noon Friday", "12:20 a.m. Sept. 15"
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_DATED = re.compile(r"(?<![\d:])\d{1,2}(?:st|nd|rd|th)?\b(?! ?[ap:])|\d{4}")
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TOKEN = re.compile(r"[^\W_]+")


def days(members: Sequence[Seen], readings: Mapping[str, Reading]) -> list[Account]:
    """The days that the reports give, where two cannot both be right; "Monday" alone may be that of another week."""
    accounts = []
    for report, told in by_report(members).items():
        least = told[0].claim.weight * ROOM
        high = [s for s in told if s.claim.modality in DONE and s.claim.weight >= least]
        said = [s for s in high if s.days and s.when and s.when.basis != "context"]
        if said:
            usual, _ = min(Counter(s.days for s in said).items(), key=lambda pair: (-pair[1], str(pair[0])))
            first = next(s for s in said if s.days == usual)
            accounts.append(Account(report=report, claim=first.claim.id, key=str(usual), value=first.when))
    kept = {account.claim: account for account in accounts}
    given = [s for s in members if s.claim.id in kept]
    slack = OVERNIGHT if any(seen.family == "harm" for seen in members) else 0  # talks are not held overnight
    bare = {s.claim.id for s in given if s.when and _weekday(s.when, readings[s.claim.report])}

    def parts(one: Seen, other: Seen) -> bool:
        if not one.days or not other.days or apart(one.days, other.days) <= slack:
            return False
        alike = one.days[0].weekday() == other.days[0].weekday() and one.days[0] == one.days[1]
        return not (alike and {one.claim.id, other.claim.id} & bare)

    return accounts if any(parts(one, other) for one, other in combinations(given, 2)) else []


def _weekday(when: When, reading: Reading) -> bool:
    """Say whether a date is only a day of the week, told without its date."""
    told = [time.text for time in reading.times if f"{time.report}:{time.start}-{time.end}" in when.source]
    return bool(told) and all(_WEEKDAY.search(text) and not _DATED.search(text) for text in told)


def hours(members: Sequence[Seen], readings: Mapping[str, Reading]) -> list[Account]:
    """The hours that the reports give, where two differ by a little: by much they are of two things."""
    kept = _clocks(members, readings, HOURLY)
    if any(harm for _, harm in kept):  # who "opened at ten" says nothing of when shots fell, who "was called" does
        calls = {s.claim.id for s in members if _answering(s, readings[s.claim.report])}
        kept = [(account, harm) for account, harm in kept if harm or account.claim in calls]
    return _apart([account for account, _ in kept], [account for account, harm in kept if harm])


def _answering(seen: Seen, reading: Reading) -> bool:
    """Say whether the sentence of a claim tells of who was called to harm, or came, at about its hour."""
    text = reading.report.of(seen.claim.field)[seen.claim.start : seen.claim.end]
    return not {word.lower() for word in _TOKEN.findall(text)}.isdisjoint(news_words("responding"))


def hour_or_day(members: Sequence[Seen], readings: Mapping[str, Reading]) -> list[Account]:
    """Where one report gives the hour and another only its day: of harm, or of an arrest and the like by itself."""
    act = "harm" if any(seen.family == "harm" for seen in members) else "after"
    clocks = _clocks(members, readings, frozenset({act}))
    told = {account.report: account for account, _ in reversed(clocks) if not _PART.search(_text(account))}
    said = {s.claim.id: s.days[0].isoformat() for s in members if s.said and s.days and s.days[0] == s.days[1]}
    on = {_day(a) for a in told.values() if a.claim in said} or {_day(a) for a in told.values()}
    on = on if len(on) == 1 else on & {day for day, _ in Counter(said.values()).most_common(1)}
    near = all(_minutes(one, other) <= ROUND for one in told.values() for other in told.values())
    if len(on) != 1 or None in on or not near:
        return []
    (date_of,) = on
    accounts = [replace(a, value={"value": f"{date_of}{a.key}", "text": _text(a)}) for a in told.values()]
    for report, own in by_report([seen for seen in members if seen.family == act]).items():
        plain = [s for s in own if s.days and _plain_day(s, readings[report]) and s.days[0].isoformat() in on]
        if report not in told and plain:
            accounts.append(Account(report=report, claim=plain[0].claim.id, key="day", value=plain[0].when))
    return accounts if any(account.key == "day" for account in accounts) else []


def _day(account: Account) -> str | None:
    """The day of an hour, where it is told."""
    found = _DAY.match(str(account.value.get("value"))) if isinstance(account.value, dict) else None
    return found[0] if found else None


def _text(account: Account) -> str:
    return str(account.value.get("text")) if isinstance(account.value, dict) else ""


def _plain_day(seen: Seen, reading: Reading) -> bool:
    """Say whether words set a claim on one day or a part of it ("Monday evening"), and on no hour."""
    if not seen.said or not seen.when or seen.when.days != 1 or seen.when.basis not in ("stated", "document"):
        return False
    given = [time for time in reading.times if f"{time.report}:{time.start}-{time.end}" in seen.when.source]
    return bool(given) and not any(_CLOCK.search(time.value) for time in given)


def _clocks(
    members: Sequence[Seen], readings: Mapping[str, Reading], families: frozenset[str]
) -> list[tuple[Account, bool]]:
    """The hours that reports give for acts of some families, each with whether it is one of harm."""
    accounts = []
    for report, told in by_report(members).items():
        for time in readings[report].times:
            clock = _CLOCK.search(time.value) if _HOUR.search(time.text) else None
            home = _home(time, told)
            if clock is None or home is None or home.family not in families:
                continue
            if _other_zone(time, home) or _other_day(time, home):
                continue
            if _STAMP.search(readings[report].report.of(time.field)[max(0, time.start - 12) : time.start]):
                continue
            day = f"{home.days[0].isoformat()}{clock.group()}" if home.days else time.value
            value = {"value": day, "text": time.text.rstrip(".")}
            account = Account(report=report, claim=home.claim.id, key=clock.group(), value=value)
            accounts.append((account, home.family == "harm", bool(_ZONE.search(time.text))))
    kept = [row for row in accounts if not (row[2] and any(_by_another_clock(row[0], o[0]) for o in accounts))]
    return [(account, harm) for account, harm, _ in kept]


def _home(time: Time, told: Sequence[Seen]) -> Seen | None:
    """The weightiest claim whose words hold an hour; none where the verb nearest to it tells of a death or of care.

    "Shot to death at nine" tells of the shot.
    """
    near = [s for s in told if s.claim.field == time.field and s.claim.start <= time.start < s.claim.end]
    next_to = min(near, key=lambda s: (abs(s.claim.trigger.start - time.start), s.claim.id), default=None)
    if next_to is None:
        return None
    violent = told[0].family == "harm"  # what the report tells most
    rest = [s for s in near if s.claim.kind not in LATER and (not violent or s.family in HOURLY)]
    harm = [s for s in rest if s.family == "harm"]
    to_death = any(0 < next_to.claim.trigger.start - s.claim.trigger.end <= TO_DEATH for s in harm)
    return next(iter(harm or rest), None) if to_death or next_to.claim.kind not in LATER else None


def _by_another_clock(one: Account, other: Account) -> bool:
    """Say whether an hour told with its zone is another report's in full hours: 8:30 ET is 7:30 where it happened."""
    minutes = _minutes(one, other)
    return one.report != other.report and 0 < minutes <= ZONES * 60 and minutes % 60 == 0 and _one_day(one, other)


def _other_zone(time: Time, home: Seen) -> bool:
    """Say whether an hour goes by another clock than that of its place: 3 p.m. EST in New York is what clocks show
    there, 3 p.m. GMT is not. Which hour that would be is left open: the borders of zones follow no meridian."""
    zone = _ZONE.search(time.text)
    if zone is None:
        return False
    name, place = zone.group().lower(), home.claim.place
    east = table("zones").get(name)
    if east is None or name in table("lists")["universal_zones"] or place is None or place.longitude is None:
        return True
    summer = 60 if name in table("lists")["summer_zones"] else 0
    return bool(abs(place.longitude * 4 - (east - summer)) > BESIDE)


def _other_day(time: Time, home: Seen) -> bool:
    """Say whether an hour is said with a day of its own that is not the claim's ("a vigil at noon Friday")."""
    if home.days is None or time.earliest is None or not _NAMED_DAY.search(time.text):
        return False
    return not home.days[0] <= time.earliest <= home.days[1]


def _apart(given: Sequence[Account], harmful: Sequence[Account]) -> list[Account]:
    """The hours near another report's, where they differ: of a report that agrees with one only those of the harm."""
    first = {account.report: account for account in reversed(given)}
    near = []
    for one in given:
        others = [a for a in first.values() if a.report != one.report]
        agrees = any(a.report == one.report and a.key == o.key for a in given for o in others)
        told = one in harmful or not agrees or any(one.key == other.key for other in others)
        if told and any(_minutes(one, other) <= HOURS * 60 and _one_day(one, other) for other in others):
            near.append(one)
    return near if parted(near) and len({account.report for account in near}) > 1 else []


def rounded(accounts: Sequence[Account]) -> bool:
    """Say whether hours differ by no more than round numbers do: "about six" and "just after 6:10"."""
    whole = any(account.key.endswith((":00", ":30")) for account in accounts)
    return whole and all(_minutes(one, other) <= ROUND for one in accounts for other in accounts)


def _one_day(one: Account, other: Account) -> bool:
    """Say whether two hours may be of one night: of the same day, of two in a row, or of a day that is not told."""
    first, second = (date.fromisoformat(day) if (day := _day(a)) else None for a in (one, other))
    return first is None or second is None or abs((first - second).days) <= OVERNIGHT


def _minutes(one: Account, other: Account) -> int:
    left, right = (int(a.key[1:3]) * 60 + int(a.key[4:6]) for a in (one, other))
    return min(abs(left - right), 1440 - abs(left - right))


def _in_words(seen: Seen, reading: Reading) -> bool:
    """Say whether an interval is what words say, and not merely as long ago as news can be."""
    when = seen.when
    if not seen.said or when is None or when.days is None or when.value.startswith(".."):
        return False
    if when.basis == "stated" or when.days <= EXACT:
        return when.basis in ("stated", "document")
    given = {f"{t.report}:{t.start}-{t.end}": t for t in reading.times if t.field == seen.claim.field}
    told = [given[name] for name in when.source if name in given]
    near = all(seen.claim.start <= time.start < seen.claim.end for time in told)
    return bool(told) and near and not when.value.endswith("..") and any(_loose_word(time) for time in told)


def _loose_word(time: Time) -> bool:
    """Say whether words for a time leave a week or more open: "in June", "last week"."""
    spanned = (time.latest - time.earliest).days + 1 if time.earliest and time.latest else 0
    return time.timex == "DATE" and LOOSE <= spanned <= SEASON


def spans(members: Sequence[Seen], readings: Mapping[str, Reading]) -> list[Account]:
    """Where one report gives the day and another only the month or season: each report's narrowest words."""
    best: dict[str, tuple[int, str, When]] = {}
    for seen in members:
        if seen.when and seen.when.days and _in_words(seen, readings[seen.claim.report]):
            key = (seen.when.days, seen.claim.id, seen.when)
            best[seen.claim.report] = min(best.get(seen.claim.report, key), key, key=lambda row: row[:2])
    given = [(report, claim, when) for report, (_, claim, when) in sorted(best.items())]
    exact = [w for _, _, w in given if (w.days or 1) <= EXACT]
    loose = [w for _, _, w in given if LOOSE <= (w.days or 1) <= SEASON]
    if not exact or not loose or not all(one.meets(other) for one in exact for other in (*exact, *loose)):
        return []
    kept = [row for row in given if row[2] in exact or row[2] in loose]
    return [Account(report=report, claim=claim, key=when.value, value=when) for report, claim, when in kept]
