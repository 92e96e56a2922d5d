"""Words that look like a time and are none: ages, names, plain numbers, verbs."""

from __future__ import annotations

import re

from dateline.knowledge.calendar import table
from dateline.within.parse import Parse
from dateline.within.timex.anchor import Setting
from dateline.within.timex.words import either

_AGE = re.compile(r"[-–\s]*olds?\b|\s+of\s+age\b|[’']s?\s+old\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|ages)\s+(?:from\s+)?(?:[\w-]+\s+(?:and|to|or)\s+)?$", re.IGNORECASE)
_NAMES = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "NORP"))
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|of|since|last|this|next|by|until|till|from|to|early|late|mid|through|during|between|and|every|each|for|"
    r"before|after|past|on)|[,(/–-])[\s-]*$",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|of|by|until|till|from|to|before|after|during|between|and|through|the|late|early|mid|for|circa|around|"
    r"about|year|years|than|on|at|into|back|or|its|his|her|their|our|a|an|that|this|starting|beginning|fiscal)[\s-]*$",
    re.IGNORECASE,
)
_AFTER_YEAR = re.compile(
    rf"\s*(?:percent|per\s+cent|%|(?:or\s+)?(?:more|other)\s+\w+s\b|block\b|"
    rf"(?:[a-z]+\s+)?{either(table('lists')['counted'])}\b|(?:[NSEW]\.|North|South|East|West)\s+\w+|"
    rf"(?:[A-Z]\w+\s+){{1,2}}{either(table('lists')['streets'])}\b|,\s?\d{{4}}\b(?!\s+(?:to|and)\b))",
    re.IGNORECASE,
)
_RUNNING = re.compile(r"\d:[0-5]\d")
_DECADE_OF_LIFE = re.compile(r"\b(?:his|her|their|my|your|our)(?:\s+(?:early|late|mid|middle))?[\s-]*$", re.IGNORECASE)
_COUNTS = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}(?:second|minute|hour|day|week|weekend|month|quarter|year|decade|centur)(?!ly)"
)
_MONEY = re.compile(rf"[$€£¥#]\s?$|\d[.,]$|\bno\.?\s*$|\b{either(table('lists')['numbered'])}\s*$", re.IGNORECASE)


_QUARTERS = re.compile(r"(?:^|\s)(?:an?|one|three)[\s-]quarters?$", re.IGNORECASE)
_STRETCH = re.compile(r"(?:the\s+|this\s+)*(?:last|past|next|first|final|coming|previous)\b", re.IGNORECASE)
_SHARE = re.compile(r"\s+of\b|[\s-](?:point|mile|million|billion|inch|percent|cent|acre|century)", re.IGNORECASE)
_DURING = re.compile(r"\b(?:in|for|within|after|per|over|every|each|once)\s+$", re.IGNORECASE)
_VERBS = frozenset(("may", "march", "mar", "dec", "sun"))
_EACH = re.compile(r"(?:every|each)\s", re.IGNORECASE)
_HOURLY = re.compile(r"(?:an?|per)\s+hour$", re.IGNORECASE)
_SPEED = re.compile(rf"\b{either(table('lists')['speeds'])}\s+$", re.IGNORECASE)
_NAMED_DAY = re.compile(rf"\b{either(table('lists')['named_days'])}\s+['’]?$")


class Doubt:
    """Judges matches of one text. ``whole`` says whether the match just rejected is to be passed over as a whole."""

    def __init__(self, text: str, setting: Setting, parse: Parse) -> None:
        self._text = text
        self._setting = setting
        self._parse = parse
        self._named = {token: (first, end, label) for first, end, label in parse.names for token in range(first, end)}
        self.whole = False

    def rejects(self, match: re.Match[str], kinds: frozenset[str]) -> bool:
        """Say whether the words of a match are no time here."""
        groups = match.groupdict()
        self.whole = False
        aged = "unit" in kinds and (_AGE.match(self._text, match.end()) or _AGED.search(self._text, 0, match.start()))
        if aged or (groups.get("decade") and self._of_life(match)):
            self.whole = True
            return True
        if _EACH.match(match[0]):
            return False
        return self._no_words(match, kinds) or self._no_name(match, kinds)

    def _no_words(self, match: re.Match[str], kinds: frozenset[str]) -> bool:
        """Say whether the words are of something that is no time: a fraction, a film's length, a verb."""
        if ("unit" in kinds and self._measure(match)) or ("clock" in kinds and self._running(match)):
            return True
        return self._short(match) or match.groupdict().get("month") in _VERBS  # a theft of 5 may be put down to it

    def _no_name(self, match: re.Match[str], kinds: frozenset[str]) -> bool:
        """Say whether a month, year, season or day is none here, by the kind of words that led to it."""
        groups = match.groupdict()
        if groups.get("month") and not groups.get("year") and not groups.get("day"):
            return self._no_month(match)
        if "year" in kinds and groups.get("year") and not groups.get("mod"):
            return self._no_year(match)
        if "season" in kinds:
            return self._no_season(match)
        if "reference" in kinds:
            return self._no_reference(match)
        if kinds & {"weekday", "part", "deictic", "holiday"}:
            start = match.start("weekday") if groups.get("weekday") else match.start()
            named = groups.get("weekday") and _NAMED_DAY.search(self._text, max(0, start - 12), start)
            return bool(named) or self._in_name(match)
        return False

    def _running(self, match: re.Match[str]) -> bool:
        """Say whether a line opens with how long a film runs: "0:45 Crews at the scene"."""
        return bool(_RUNNING.fullmatch(match[0])) and self._text[: match.start()].rstrip(" \t")[-1:] in {"", "\n"}

    def _measure(self, match: re.Match[str]) -> bool:
        """Say whether words of time are a fraction or a speed: about a quarter of the staff, 60 miles an hour."""
        before = self._text[max(0, match.start() - 16) : match.start()]
        if _QUARTERS.search(match[0]) and not _STRETCH.match(match[0]):
            return bool(_SHARE.match(self._text, match.end())) or not _DURING.search(before)
        return bool(_HOURLY.match(match[0]) and _SPEED.search(before))

    def _of_life(self, match: re.Match[str]) -> bool:
        """Say whether a decade is of somebody's life: "men in their early 20s"."""
        return _DECADE_OF_LIFE.search(self._text, max(0, match.start() - 20), match.start("decade")) is not None

    def _short(self, match: re.Match[str]) -> bool:
        """A clipped weekday (Sat, Sun, Wed) must look like one."""
        word = match.groupdict().get("weekday")
        if not word:
            return False
        end = match.end("weekday")
        bare = word.lower().rstrip(".")
        if bare.endswith(("day", "days")):
            return False
        return not (
            word[0].isupper()
            and (word.endswith(".") or re.match(r"\.?,|\.? \d|\.? (?:night|morning)", self._text[end : end + 9]))
        )

    def _no_month(self, match: re.Match[str]) -> bool:
        word = match["month"]
        if word[0].islower():
            return True
        groups = match.groupdict()
        if groups.get("how") or groups.get("when") or groups.get("mod"):
            return False
        before = self._text[max(0, match.start("month") - 12) : match.start("month")]
        bare = word.lower().rstrip(".")
        if bare in {"may", "march", "mar", "dec", "jan", "jun"} or len(bare) < 4:
            return (
                not _BEFORE_MONTH.search(before)
                or self._setting.tag(match.start("month")).startswith(("MD", "VB"))
                or self._in_name(match)
            )
        named = bare in {"april", "june", "august"} and re.match(r"\s[A-Z][a-z]", self._text[match.end() :][:3])
        return bool(named and not _BEFORE_MONTH.search(before)) or self._in_name(match)

    def _no_year(self, match: re.Match[str]) -> bool:
        start, text = match.start("year"), self._text
        before = text[max(0, start - 14) : start]
        if (
            _MONEY.search(before)
            or _AFTER_YEAR.match(text, match.end())
            or text[match.end() : match.end() + 1] in {"-", "/"}
        ):
            return True
        if match["year"][0] in "'’":
            return not _BEFORE_YEAR.search(before) and not before.endswith(" ")
        token = self._setting.token(start)
        if token is None:
            return False
        if not 1850 <= int(match["year"]) <= 2060:
            return not re.search(r"\b(?:in|since|of|by|until|before|after|circa|year)\s*$", before, re.IGNORECASE)
        head = self._parse.heads[token]
        counted = (
            self._parse.deps[token] in {"nummod", "compound"}
            and head > token
            and self._parse.tags[head] in {"NNS", "NNPS"}
        )
        if counted and not _BEFORE_YEAR.search(before):
            return True
        return self._parse.deps[token] == "nummod" and self._parse.tags[head] == "NNS" and head == token + 1

    def _no_season(self, match: re.Match[str]) -> bool:
        groups = match.groupdict()
        if groups.get("how") or groups.get("year") or groups.get("when"):
            return False
        before = self._text[max(0, match.start("season") - 14) : match.start("season")].lower()
        tag = self._setting.tag(match.start("season"))
        if match["season"].lower() in {"fall", "spring"}:
            opened = re.search(r"\b(?:in|of|during|since|by|every|each|the)\s+(?:the\s+|early\s+|late\s+)?$", before)
            ended = re.match(r"\s*(?:of|in|from|to)\b", self._text[match.end() :], re.IGNORECASE)
            return not opened or bool(ended) or not tag.startswith("NN") or self._in_name(match)
        return not tag.startswith("NN") or self._in_name(match)

    def _no_reference(self, match: re.Match[str]) -> bool:
        words = match[0].lower()
        after = self._text[match.end() : match.end() + 40].lower()
        before = self._text[max(0, match.start() - 6) : match.start()].lower()
        if words.endswith("recently") and after.startswith(" as "):
            return True
        if words.endswith("soon"):
            return after.startswith((" as", " after", "-to-")) or before.endswith("as ")
        if words in {"current", "recent"} and not self._setting.tag(match.start()).startswith("JJ"):
            return True
        return words.endswith(("past", "recent", "present", "future", "current")) and bool(_COUNTS.match(after))

    def _in_name(self, match: re.Match[str]) -> bool:
        """Whether the words are part of a longer name that is no date: Sunday Times, Black Friday, August Wilson."""
        token = self._setting.token(match.start())
        if token is None:
            return False
        first, end, label = self._named.get(token, (0, 0, ""))
        return (
            label in _NAMES
            and (end - first > 1 or label == "PERSON")
            and not set(self._parse.lowers[first:end]) <= set(table("weekdays"))
        )
