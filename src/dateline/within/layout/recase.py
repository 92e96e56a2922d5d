"""Copies of the same length that a parser can read: line breaks to blanks, ALL CAPS and Title Case to sentence case."""

from __future__ import annotations

import re

from dateline.knowledge.casing import ends_name, is_name, joins, opens_name, own_form, share_small
from dateline.within.layout.casing import NOTHING, Evidence
from dateline.within.layout.ranks import ranked
from dateline.within.layout.spaced import closed

_BREAKS = re.compile(r"[\n\r\t\u2028\u2029\u00a0\u200b\ufeff]")
_CURLY = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u201b": "'", "\u02bc": "'"})
_ROUND = str.maketrans("[]", "()")  # square brackets are rare where parsers learn, and there hold no names
_WORD = re.compile(r"(?<!\w)[^\W\d_](?:['.&-]?[^\W_])*(?:(?<=[A-Za-z]\.[A-Za-z])\.)?")
_START = re.compile(r"(?:[.!?][\"')\]]*\s+|\)\s*(?:--|[-–—])\s+|[,:]\s+\"|TEXT\]\s+|\]\s*\"|[-–—]\s+\")$")
_ORDINAL = re.compile(r"\b\d+(?:ST|ND|RD|TH)\b")
_ABBREVIATED = re.compile(r"(?:\b(?:Col|Gen|Lt|Maj|Sgt|Dr|Mr|Mrs|Ms|Capt|Gov|Sen|Rep|Prof|St|No|Jr|vs|[A-Z]))\.\s+$")
_DIGITS = re.compile(r"\d")
_DAY_BEFORE = re.compile(r"\d(?:ST|ND|RD|TH|st|nd|rd|th)? $")
_DAY_AFTER = re.compile(r",? \d")
_SMALL = 50  # per cent of lower case from which a word is written small
_AFTER_NAME = 65  # the same for a word after a name: "Guatemala City", "Salvadoran Army"


def working_copy(text: str, kind: str, seen: Evidence = NOTHING) -> str:
    """Give a copy of ``text``, character for character as long, for the parser alone; it is never stored.

    ``kind`` is the segment's kind; ``seen`` says how the rest of the report writes its words.
    """
    copy = _BREAKS.sub(" ", text).translate(_CURLY)
    copy = _ORDINAL.sub(lambda found: found.group().lower(), copy)
    copy = ranked(closed(copy) if " ." in copy else copy)
    if _all_caps(copy):
        return _rewrite(copy, seen, titled=False).translate(_ROUND)
    if _title_case(copy, kind):
        return _rewrite(copy, seen, titled=True)
    return _calm(copy, kind, seen) if _SHOUT.search(copy) else copy


_SHOUT = re.compile(r"\b[A-Z]{4,}\b")
_RUN = re.compile(r"[A-Z][A-Z'-]+\.?(?:[,.:]? (?:[A-Z][A-Z'-]+|[A-Z]\b)\.?)*")


def _calm(text: str, kind: str, seen: Evidence) -> str:
    """Write capitals small in a text that has small letters too: a dateline's town, words said loudly, a lead-in."""

    def quiet(found: re.Match[str]) -> str:
        run = found.group()
        words = _WORD.findall(run)
        plain = [word for word in words if len(word) > 3 and share_small(word.lower()) >= _LOUD]
        town = kind == "dateline" or (not text[: found.start()].strip() and _DATELINE.match(text, found.end()))
        if plain or (town and len(max(words, key=len)) > 3):
            return _rewrite(run, seen, titled=False, opens=not text[: found.start()].strip())
        return run

    return _RUN.sub(quiet, text)


_LOUD = 80  # below it a word in capitals is more often a name than a common word that is stressed
_DATELINE = re.compile(r"[^.]{0,40}?(?:\s[-–—]|--|\()")


def _all_caps(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(words) > 1 and sum(word.isupper() for word in words) >= 0.8 * len(words)


def _title_case(text: str, kind: str) -> bool:
    if len(text) > 200 or (kind != "headline" and text.rstrip()[-1:] in ".!?\"'"):
        return False
    words = [found.group() for found in _WORD.finditer(text)][1:]
    capital = sum(word[0].isupper() and share_small(word.lower()) > 80 for word in words)
    small = sum(word[0].islower() and len(word) > 3 and word not in _LONG_FUNCTION for word in words)
    return capital >= 1 + (len(words) > 4) and capital >= 2 * small


_LONG_FUNCTION = frozenset(("with", "from", "over", "after", "into", "than", "amid", "near", "that", "upon", "under"))


def _rewrite(text: str, seen: Evidence, *, titled: bool, opens: bool = True) -> str:
    """Write every word as its neighbours, the report and the language have it in mid-sentence."""
    pieces: list[str] = []
    words = list(_WORD.finditer(text))
    done, before, named = 0, "", False
    smalls = [found.group().lower() for found in words]
    inside = 0  # words that still belong to a name that the report abbreviates
    for number, found in enumerate(words):
        gap = text[done : found.start()]
        pieces.append(gap)
        word, small = found.group(), found.group().lower()
        adjacent = gap == " "
        after = _next(text, words, number)
        follows_name = adjacent and named
        start = (opens and not number and not _DIGITS.search(gap)) or _starts(
            text[max(0, found.start() - 12) : found.start()]
        )
        made = _form(word, small, before if adjacent else "", after, seen, titled=titled, follows_name=follows_name)
        inside = max(inside - 1, 0 if titled else seen.named(smalls, number))
        if _in_date(small, text, found) or (inside and not joins(small)):
            made = _capital(small)
        named = made[:1].isupper() and not start
        if start and made[:1].islower():
            made = _capital(made)
        pieces.append(made if len(made) == len(word) else word)
        done, before = found.end(), small
    pieces.append(text[done:])
    return "".join(pieces)


def _next(text: str, words: list[re.Match[str]], number: int) -> str:
    if number + 1 == len(words):
        return ""
    following = words[number + 1]
    return following.group().lower() if text[words[number].end() : following.start()] in {" ", "  ", ". "} else ""


def _starts(before: str) -> bool:
    return _START.search(before) is not None and not _ABBREVIATED.search(before.title())


def _in_date(small: str, text: str, found: re.Match[str]) -> bool:
    return small in {"may", "march"} and bool(
        _DAY_BEFORE.search(text[: found.start()]) or _DAY_AFTER.match(text, found.end())
    )


def _form(word: str, small: str, before: str, after: str, seen: Evidence, *, titled: bool, follows_name: bool) -> str:
    if titled and not (word[0].isupper() and (len(word) == 1 or word[1:].islower() or "-" in word)):
        return word  # iPhone, NATO, 5th: a headline in title case keeps what is no plain Capital
    if known := seen.form(small):
        return known
    bare = small.removesuffix("'s")
    if form := own_form(bare):
        return form + small[len(form) :]
    share = share_small(bare)
    if share < 0 and (titled or _unspeakable(small)):
        return word
    if (
        is_name(before, bare)
        or is_name(bare, after)
        or (follows_name and ends_name(small))
        or (opens_name(small) and after and share_small(after) < 20)
    ):
        return _capital(small)
    return small if share >= (_AFTER_NAME if follows_name else _SMALL) else _capital(small)


def _unspeakable(small: str) -> bool:
    return 2 <= len(small) <= 6 and small.isalpha() and not re.search("[aeiouy]", small)


def _capital(small: str) -> str:
    parts = re.split(r"([-'.])", small)
    if len(parts) == 1:
        return small[:1].upper() + small[1:]
    return "".join(
        part if place and parts[place - 1] == "'" and len(part) < 3 else part[:1].upper() + part[1:]
        for place, part in enumerate(parts)
    )
