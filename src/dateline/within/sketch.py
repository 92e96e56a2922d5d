"""The sketch of a report: what marks it out from others, for comparing many reports without their texts."""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from urllib.parse import urlsplit

from dateline.knowledge import life
from dateline.knowledge.casing import share_small
from dateline.knowledge.rarity import RARE, news_words, rarity, single
from dateline.model import Mention, Report, Segment
from dateline.model.sketch import Sketch
from dateline.within.layout.casing import Evidence
from dateline.within.layout.recase import working_copy

TOLD = {"headline", "standfirst", "dateline", "body", "caption"}  # segments that tell; notices and the like do not
LEAD = 600  # characters of the text that a desk would call the lead
GRAM = 6
SMALL = 80  # per cent of lower case above which a word is no name
THING = 0.4  # how much the name of a place or body marks a report out, beside that of a person
LEAST, LEAST_PROPER, MOST = (
    3.5,
    3.0,
    7.0,
)  # rarity: words below say nothing; above all count alike (average precision .82 against .77)

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TAIL = re.compile(r"\s+(?:[-|–—:]+)\s+[^-|–—]{3,60}$")
_CAPITALS = re.compile(
    r"\b[A-Z][\w'’-]+\.?(?: (?:[A-Z]\.|(?:de|la|von|van|al|bin|el)(?= [A-Z])|(?:al-)?[A-Z][\w'’-]+))*"
)
_BLOCK = re.compile(r"\b[Bb]lock of (?:(?:[NSEW]|North|South|East|West)\.? )?([A-Z0-9][\w'’-]+)")
_SIGN = re.compile(r"\b[KW][A-Z]{2,3}\b")  # of an American station
_SENDER = re.compile(r"\(.*", re.DOTALL)
_QUOTE = re.compile(r"[\"“]([^\"”“]{20,400})[\"”]")


def sketch(report: Report, segments: tuple[Segment, ...], mentions: tuple[Mention, ...]) -> Sketch:
    """Sketch a report by its own words alone."""
    own = _own(report)
    title = _headline(report.title or "")
    text = "\n".join(_told(report.text, s) for s in segments if s.kind in TOLD)
    if text.isupper():  # where every word is written large, none of them marks a name
        text = working_copy(text, "body", Evidence(report.text))
    whole = f"{title}\n{text}"
    aged = sorted(f"{name} {age}" for name, age in set(_aged(whole)) if name not in own)
    names, speakers = _names(whole, own, _kinds(mentions), frozenset(both.split()[0] for both in aged))
    said, opening = _tokens(title), _tokens(text[:LEAD])
    counts = {word: count for word, count in _counts(said, opening, _tokens(text)).items() if word not in own}
    capital = _capital(text)
    told = life.ages(whole) | {int(both.split()[-1]) for both in aged}
    return Sketch(
        words=_vector(counts, LEAST),
        proper=_vector({word: count for word, count in counts.items() if word in capital}, LEAST_PROPER),
        head=tuple(word for word in _marked(said) if word not in own),
        lead=tuple(word for word in _marked(said + opening) if word not in own),
        names=names,
        speakers=speakers,
        aged=tuple(aged),
        ages=tuple(sorted(told)),
        streets=_streets(whole),
        quotes=tuple(sorted(set(_grams(whole)))),
    )


def _told(text: str, segment: Segment) -> str:
    """The words of a segment; a dateline without who sent it and when, as alike in all that one agency sends."""
    words = text[segment.start : segment.end]
    return _SENDER.sub("", words) if segment.kind == "dateline" else words


def _headline(title: str) -> str:
    """The title without the outlet's name behind it, which is cut off at most twice."""
    return _TAIL.sub("", _TAIL.sub("", title))


def _tokens(text: str) -> list[str]:
    return [_folded(word) for said in _WORD.findall(text) if len(word := _bare(said)) > 2]


@lru_cache(1 << 16)
def _bare(word: str) -> str:
    """A word in lower case, without a genitive's "s"."""
    return word.lower().removesuffix("'s").removesuffix("’s")


@cache
def _folded(word: str) -> str:
    """A rare name with doubled letters made single, since names from other scripts are spelled either way."""
    return single(word) if rarity(word) > RARE and share_small(word) <= SMALL else word


def _counts(title: list[str], lead: list[str], text: list[str]) -> dict[str, int]:
    """How often each word is used; once in the headline counts as five times, once in the lead as three."""
    return dict(sorted(Counter(text + lead * 2 + title * 4).items()))


def _capital(text: str) -> frozenset[str]:
    """The words that the text writes with a capital more often than not."""
    capital: Counter[str] = Counter()
    for word, times in Counter(_WORD.findall(text)).items():
        capital[_folded(_bare(word))] += times if word[0].isupper() else -times
    unnamed = news_words("unnamed")
    return frozenset(word for word, more in capital.items() if more > 0 and word not in unnamed)


def _vector(counts: Mapping[str, int], least: float) -> dict[str, float]:
    stock = news_words("stock")
    weights = {
        word: (min(rarity(word), MOST) - least) * (1 + math.log(count))
        for word, count in counts.items()
        if word not in stock and rarity(word) > least
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: round(weight / length, 5) for word, weight in weights.items()}


def _marked(said: list[str]) -> tuple[str, ...]:
    stock = news_words("stock")
    return tuple(sorted({word for word in said if rarity(word) > 4.2 and word not in stock}))


def _names(
    text: str, own: frozenset[str], kinds: Mapping[str, str], aged: frozenset[str]
) -> tuple[dict[str, float], tuple[str, ...]]:
    """Names of two words or more: who takes part, with how rare each is, and who speaks about it.

    ``own`` are the outlet's words; ``kinds`` says of "first last" what the mentions took it for: a place, hospital or
    paper marks a report out less than a person does, such as those of the surnames ``aged``, whose age is given.
    """
    unnamed, offices = news_words("unnamed"), news_words("offices")
    named: dict[str, float] = {}
    speakers = set()
    for found in _CAPITALS.finditer(text):
        parts = [part.removesuffix("'s").removesuffix("’s") for part in found.group().split()]
        office = False
        while parts and (low := parts[0].lower().strip(".")) in unnamed | offices:
            office |= low in offices
            parts = parts[1:]
        words = [part.lower().rstrip(".") for part in parts if part[:1].isupper() and len(part) > 2]
        if not 2 <= len(words) <= 4 or own & set(words):
            continue
        name = f"{words[0]} {words[-1]}"
        kind = kinds.get(name)
        if office or kind == "speaker" or any(w in unnamed for w in words) or _speaks(text, found.start(), found.end()):
            speakers.add(name)
        person = kind == "person" or words[-1] in aged
        named[name] = round((rarity(words[0]) + rarity(words[-1]) - 8) * (1 if person else THING), 2)
    taking_part = {name: weight for name, weight in sorted(named.items()) if weight > 0 and name not in speakers}
    return taking_part, tuple(sorted(speakers))


def _speaks(text: str, start: int, end: int) -> bool:
    marks = news_words("saying") | news_words("offices")
    before = _WORD.findall(text[max(0, start - 25) : start].rpartition("\n")[2])
    after = _WORD.match(text[end : end + 16].lstrip(" ,"))
    spoken = bool(after and after.group() in news_words("saying"))
    return spoken or bool(before and before[-1].lower() in marks) or before[-2:] == ["according", "to"]


def _kinds(mentions: Iterable[Mention]) -> dict[str, str]:
    """What names of two words or more were taken for; somebody with a title speaks rather than takes part."""
    kinds: dict[str, str] = {}
    for mention in mentions:
        words = mention.name.lower().split() if mention.form in ("name", "role") else []
        if len(words) > 1:
            name = f"{words[0]} {words[-1]}"
            kinds[name] = "speaker" if mention.kind == "person" and mention.role else kinds.get(name, mention.kind)
    return kinds


def _own(report: Report) -> frozenset[str]:
    """The words by which the report's outlet names itself: those of its address, and call signs of stations."""
    host = urlsplit(report.url or "").hostname or ""
    known = (
        f"{host} {report.outlet.name if report.outlet else ''} {report.outlet.domain if report.outlet else ''}".lower()
    )
    words = {word.lower() for word in _WORD.findall(report.title or "") + _SIGN.findall(report.text)}
    return frozenset(word for word in words if len(word) > 2 and (word in known or _SIGN.fullmatch(word.upper())))


def _aged(text: str) -> Iterator[tuple[str, str]]:
    """Surnames with the age that stands beside them."""
    never = news_words("unnamed") | news_words("streets")
    for name, age in life.aged_names(text):
        surname = name.lower().removesuffix("'s").removesuffix("’s").rstrip(".,")
        if surname not in never and int(age) > 0:
            yield surname, age


def _streets(text: str) -> tuple[str, ...]:
    found = {name.lower() for name in (*_street().findall(text), *_BLOCK.findall(text))}
    return tuple(sorted(found - {"the"}))


@cache
def _street() -> re.Pattern[str]:
    ends = "|".join(sorted((end.capitalize() for end in news_words("streets")), key=len, reverse=True))
    return re.compile(rf"\b([A-Z0-9][\w'’-]+) (?:{ends})\b(?! Patrol| Department)")


def _grams(text: str) -> Iterator[int]:
    for quote in _QUOTE.findall(text):
        words = [word.lower() for word in _WORD.findall(quote)]
        for place in range(len(words) - GRAM + 1):
            yield zlib.crc32(" ".join(words[place : place + GRAM]).encode())
