"""The pieces that patterns of time expressions are put together from, and what their words are worth."""

from __future__ import annotations

import re
from functools import cache

from dateline.knowledge.calendar import table

SP = r"(?:[^\S\n]*\n?[^\S\n]*(?<=\s))"  # blanks, at most one of them a line break: nothing reads across a paragraph
JOIN = rf"(?:[-–]|{SP})"


def either(words: object) -> str:
    """An alternation of words, the longer ones first, any blank standing for any blanks."""
    spelled = sorted((str(word) for word in words), key=lambda w: (-len(w), w))  # type: ignore[attr-defined]
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", SP).replace("'", "['’]?") for word in spelled) + ")"


@cache
def pieces() -> dict[str, str]:
    """The named pieces, each a regular expression without groups."""
    numbers = table("numbers")
    small = either(word for word, value in numbers.items() if value < 100)
    units = either(table("units"))
    return {
        "SP": SP,
        "JOIN": JOIN,
        "MONTH": rf"(?:{either(table('months'))}\b\.?)",
        "WEEKDAY": rf"(?:{either(table('weekdays'))}\b\.?)",
        "UNIT": rf"(?:{units}|centur(?:y|ies)|millennia)",
        "YEAR": r"(?:1[0-9]|20)\d\d(?!\d|[.,]\d|:\d|%)",
        "NUM": rf"(?:\d+(?:{SP}|-)[123]/[2-8](?!\d)|\d+(?:[.,]\d+)?(?!\d)"
        rf"|{small}(?:{JOIN}{small})?(?:{SP}(?:hundred|thousand|dozen))?"
        rf"|(?:a{SP})?(?:hundred|thousand|dozen)\b)",
        "VAGUE": either(table("vague")["words"]),
        "ORD": rf"(?:{either(table('ordinals'))}|\d{{1,2}}(?:st|nd|rd|th))",
        "SEASON": either(table("seasons")),
        "PART": either(word for word, code in table("parts").items() if ":" not in code),
        "HOLIDAY": either(table("holidays")),
        "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,:/]\d|%)",
        "MOD": rf"(?:(?:the{SP})?(?:very{SP})?(?:beginning|start|end|middle|close|early{SP}part|"
        rf"latter{SP}part|early{SP}days)"
        rf"{SP}of|(?:the{SP})?(?:early|late|mid|middle)(?:{SP}in)?)",
        "ABOUT": rf"(?:nearly|almost|about|approximately|roughly|around|more{SP}than|less{SP}than|fewer{SP}than|"
        rf"at{SP}least|"
        rf"up{SP}to|just{SP}over|just{SP}under|just|well{SP}over|only|over|under|as{SP}many{SP}as|as{SP}much{SP}as|some)",
        "CLOCK": r"(?:(?:[01]?\d|2[0-4])(?:[:.][0-5]\d(?::[0-5]\d)?)?[^\S\n]{0,5}(?:[ap]\.?[^\S\n]?m\b\.?)"
        r"|(?:[01]\d|2[0-3])[0-5]\d(?=[^\S\n]?(?:UTC|GMT|zulu|local[^\S\n]time)\b)"
        r"|(?:(?<=at )|(?<=by )|(?<=to )|(?<=and )|(?<=from )|(?<=about )|(?<=around )|(?<=until )|(?=0))"
        r"(?:[01]\d|2[0-3])[0-5]\d(?=[^\S\n]?(?:hours|hrs)\b)"  # "at 1330 hours", not "spent 1330 hours"
        r"|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)|noon\b|midnight\b|midday\b)",
        "ZONE": rf"\(?(?:{either(table('zones'))}\b|local(?:{SP}time)?\b|(?:hours|hrs|zulu)\b)"
        rf"(?:{SP}?[+-]\d{{1,2}}(?::?\d\d)?)?\)?",
    }


_PIECE = re.compile(r"<([A-Z]+)>")


def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern in which ``<MONTH>`` stands for a piece and a plain blank for any blanks."""
    filled = _PIECE.sub(lambda found: pieces()[found[1]], text.replace(" ", "<SP>"))
    return re.compile(rf"(?<!\w)(?:{filled})", re.IGNORECASE)


def month(word: str) -> int:
    """The number of a month by its name."""
    number: int = table("months")[word.lower().rstrip(".")]
    return number


def weekday(word: str) -> int:
    """Monday is 1."""
    number: int = table("weekdays")[word.lower().rstrip(".")]
    return number


def ordinal(word: str) -> int:
    """First is 1, last or final is -1."""
    if word[0].isdigit():
        return int(re.match(r"\d+", word)[0])  # type: ignore[index]
    number: int = table("ordinals")[word.lower()]
    return number


def unit(word: str) -> str:
    """The letter of a unit in a TIMEX3 duration: D, W, M, Y, Q, WE, TH, 10Y ..."""
    word = word.lower()
    word = table("plurals").get(word, word)
    letter: str = table("units").get(word) or table("units")[word.removesuffix("s")]
    return letter


def amount(words: str) -> float | None:
    """What a number in words or digits is worth; None for `several` and its kind."""
    found = 0.0
    bare = re.sub(r"[-–\s]+", " ", words.lower()).strip()
    if bare in {"a", "an"}:
        return 1.0
    if parts := re.fullmatch(r"(\d+) (\d)/(\d)", bare):
        return int(parts[1]) + int(parts[2]) / int(parts[3])
    if re.fullmatch(r"\d[\d,]*(?:\.\d+)?", bare):
        return float(bare.replace(",", ""))
    numbers = table("numbers")
    for word in bare.split():
        if word in {"a", "an"}:
            continue
        if word not in numbers:
            return None
        value = numbers[word]
        found = (
            (found or 1) * value
            if value in {12, 100, 1000} and word in {"dozen", "hundred", "thousand"}
            else found + value
        )
    return found


def duration(count: float | None, letter: str) -> str:
    """The TIMEX3 value of so many units; X for a number that nobody says."""
    letter = "N" if letter == "TNI" else letter
    clock = letter.startswith("T")
    letter = letter.removeprefix("T")
    factor = re.match(r"\d+", letter)
    if factor:
        letter = letter[factor.end() :]
    if clock and letter == "H" and count is not None and count % 1:
        count, letter = 60 * count, "M"
    if count is None:
        number = "X"
        letter = _AGES.get((factor[0] if factor else "") + letter, letter)
    elif factor and factor[0] + letter in _AGES and count == int(count):
        number, letter = f"{count:g}", _AGES[factor[0] + letter]  # three decades: P3DE
    else:
        number = f"{count * (int(factor[0]) if factor else 1):g}"
    return f"P{'T' if clock else ''}{number}{letter}"


_AGES = {"10Y": "DE", "100Y": "CE", "1000Y": "ML"}
NOON, SMALL_HOURS = 12, 5  # "four at night" is of the morning, "five at night" of the evening
HOURS_AND_MINUTES = 4  # figures of an hour written in one: 1330


def clock_time(words: str, zone: str) -> str:
    """A time of the day as hh:mm, with Z where the zone is known (counted over to UTC only within the day)."""
    bare = words.lower()
    if bare in {"noon", "midday"}:
        return "12:00"
    if bare == "midnight":
        return "24:00"
    figures = f"{bare[:2]}:{bare[2:]}" if bare.isdigit() and len(bare) == HOURS_AND_MINUTES else bare
    hour, minute = [*re.findall(r"\d+", figures), "0"][:2]
    hours = int(hour)
    if re.search(r"p\.?\s?m", bare) and hours < 12:
        hours += 12
    if re.search(r"a\.?\s?m", bare) and hours == 12:
        hours = 0
    return f"{hours:02}:{int(minute):02}" + (
        "Z" if re.search(r"\b(utc|gmt|zulu)\b(?![^\S\n]?[+-])", zone, re.IGNORECASE) else ""
    )


def by_part(clock: str, said: str, words: str) -> str:
    """A time of the day that goes without a.m. or p.m. beside a part of the day: 2:46 this afternoon is 14:46."""
    hour = int(clock[:2])
    if hour >= NOON or not hour or re.search(r"[ap]\.?\s?m|noon|night", said, re.IGNORECASE) or said[:1] == "0":
        return clock
    codes = {table("parts")[word] for word in re.findall(r"[a-z]+", words.lower()) if word in table("parts")}
    codes |= {"NI"} if "tonight" in words.lower() else set()
    late = codes & {"AF", "EV"} or ("NI" in codes and hour >= SMALL_HOURS)
    return f"{hour + NOON}{clock[2:]}" if late else clock
