"""Addresses in a text: a house or a block in a street, a street, a corner; and whether two may be of one spot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache

import msgspec

from dateline.knowledge.rarity import news_words

ALIKE = 0.8  # share of letters that two spellings of a street have in common, in order
LONG = 3  # letters: what is shorter is short for a word that may be told of two streets
BLOCK = 100  # house numbers from one corner to the next
_WAY = r"(?:(?:[NS]\.?[EW]|[NSEW])\b\.?|(?:North|South)(?:east|west)?|East|West)"
_WORD = r"(?:[A-Z][\w’'-]*\.?|\d+(?:st|nd|rd|th))"
_NAMES = rf"(?:{_WORD} ){{0,3}}{_WORD}"
_SAINT = r"[A-Z][a-z]+ (?:[A-Z][a-z]+ )?(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane)\b"
_WHOLE = re.compile(r"[aeiou]\w*[aeiou]\w*\.$|\w{6,}\.$")  # a full stop, not that of "Ave." or "Blvd."
_TOKEN = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)?")


class Street(msgspec.Struct, frozen=True, order=True):
    """A street by its name, in lower case and without its direction; ``kind``: "street", "ave"; where they are told."""

    name: str
    kind: str = ""
    way: str = ""

    def meets(self, other: Street) -> bool:
        """Say whether two may be one: of one name, and of no two kinds or directions."""
        return self.named_as(other) and _short_for(self.kind, other.kind) and _agree(self.way, other.way)

    def named_as(self, other: Street) -> bool:
        """Say whether two bear one name; numbers are no slips of one another."""
        if any(char.isdigit() for char in self.name + other.name):
            return self.name == other.name
        return SequenceMatcher(None, self.name, other.name).ratio() >= ALIKE


class Address(msgspec.Struct, frozen=True):
    """An address as it is written: its streets, the first one its own, and the number of the house or block.

    ``corner``: it is where two streets meet, which may be near to a house in a third.
    """

    text: str
    streets: tuple[Street, ...]
    number: int | None = None
    block: bool = False
    corner: bool = False

    def meets(self, other: Address) -> bool:
        """Say whether two may be of one spot: they share a street, and no number or side street of theirs clashes."""
        clash = any(a.named_as(b) and not a.meets(b) for a in self.streets for b in other.streets)
        if clash or (self.number is not None and other.number is not None):
            return not clash and self._own(other) and self._numbered_as(other)
        return any(a.meets(b) for a in self.streets for b in other.streets)

    def parts(self, other: Address) -> bool:
        """Say whether two cannot be of one spot; a corner may be near to a house in a street of another name."""
        named = any(a.named_as(b) for a in self.streets for b in other.streets)
        return not self.meets(other) and (named or not (self.corner or other.corner))

    def same(self, other: Address) -> bool:
        """Say whether two give one spot as exactly: one house, one block, one street or one corner."""
        if not self.meets(other) or (self.number, self.block) != (other.number, other.block):
            return False
        return self.number is not None or (self._own(other) and self.corner == other.corner)

    def _own(self, other: Address) -> bool:
        return self.streets[0].meets(other.streets[0])

    def _numbered_as(self, other: Address) -> bool:
        if self.block or other.block:
            return (self.number or 0) // BLOCK == (other.number or 0) // BLOCK
        return self.number == other.number


def addresses(text: str) -> list[tuple[int, Address]]:
    """The addresses written in a text, each with where its words begin: houses first, then streets, then corners."""
    found: list[tuple[int, int, Address]] = []
    for pattern in _patterns():
        for match in pattern.finditer(text):
            taken = any(start < match.end() and match.start() < end for start, end, _ in found)
            if not taken and (made := _address(match)):
                found.append((match.start(), match.end(), made))
    return [(start, address) for start, _, address in sorted(found, key=lambda row: row[0])]


def street(site: str) -> Address | None:
    """A street without a number by all the words for it, such as "Old Mill Court"; None where they name none."""
    made = _street(site)
    return Address(" ".join(site.split()), (made,)) if made and made.kind and not site[:1].islower() else None


def _address(match: re.Match[str]) -> Address | None:
    given = match.groupdict()
    kind = (given.get("both") or "").removesuffix("s")
    streets = [_street(given.get(name)) for name in ("own", "beside")]
    told = tuple(msgspec.structs.replace(s, kind=s.kind or kind) for s in streets if s)
    crossed = given["joint"] if given.get("beside") else ""
    sure = given.get("corner") or any(one.kind or one.name[:1].isdigit() for one in told)
    if not told or (not sure and not given.get("block")):
        return None
    number = given.get("number")
    words = " ".join(match["whole"].split()).rstrip(",")
    words = words.rstrip(".") if _WHOLE.search(words) else words
    corner = number is None and crossed not in ("", "near")
    return Address(words, told, int(number.replace(",", "")) if number else None, bool(given.get("block")), corner)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    kinds = sorted(news_words("streets") - {"block"})
    every = "|".join(_kind(word, _SAINT) for word in (*map(str.capitalize, kinds), *kinds))
    sure = "|".join(_kind(word.capitalize()) for word in kinds if word not in news_words("alike"))
    both = "|".join(sorted(f"{word}s" for word in news_words("streets") if len(word) > LONG))
    front, back = rf"(?:{_WAY} )?(?:(?:{_WORD} ){{1,4}}?|\d+ )", r"\.?(?: (?:[NS][EW]|[NSEW])\b)?"
    street, full = f"{front}(?:{sure}){back}", f"{front}(?:{every}){back}"
    name = rf"(?:{_WAY} )?{_WORD}(?: [A-Z][\w.]*)?"
    beside = rf"(?:,? (?P<joint>and|near|at|off) (?P<beside>{street}|{_WAY} {_WORD}))?"
    number = r"(?P<number>\d[\d,]*)"
    houses = rf"(?<![Ii]n )(?<![Ss]ince )\b(?P<whole>{number} (?P<own>{full}){beside})"
    block = rf"\b(?P<whole>{number}(?P<block>-block of| block of) (?P<own>{full}|{_NAMES}){beside})"
    streets = rf"\b(?P<whole>(?P<own>{street}){beside})"
    corner = (
        rf"\b(?:of|at|near|on|to) (?P<whole>(?P<own>{name}) (?P<joint>and) (?P<beside>{name})(?: (?P<both>{both})\b)?)"
    )
    return tuple(re.compile(pattern) for pattern in (block, houses, streets, corner))


def _kind(word: str, behind: str = "[A-Z][a-z]") -> str:
    """The pattern of a word for a street, where no name stands behind it: "St. Luke" is a saint, "Dr. Moe" a doctor."""
    return word + (rf"\b(?!\.? {behind})" if word in ("St", "Dr") else r"\b")


def _street(words: str | None) -> Street | None:
    """A street by the words for it."""
    if not words:
        return None
    tokens = [token.lower() for token in _TOKEN.findall(words.replace(".", ""))]
    return _of_tokens(tokens)


def _of_tokens(tokens: Sequence[str]) -> Street | None:
    rest = list(tokens)
    way = ""
    for at in (0, -1):
        if len(rest) > 1 and rest[1] not in news_words("streets") and (turned := _direction(rest[at])):
            way = way or turned
            rest.pop(at)
    kind = rest.pop() if len(rest) > 1 and rest[-1] in news_words("streets") else ""
    found = [_ORDINAL.fullmatch(word) for word in rest]
    name = " ".join(match[1] if match else word for match, word in zip(found, rest, strict=True))
    return Street(name, kind, way) if name else None


def _direction(word: str) -> str:
    """The letters of a direction: "northwest" and "nw" alike."""
    letters = word.replace("north", "n").replace("south", "s").replace("east", "e").replace("west", "w")
    return letters if re.fullmatch(r"[nsew]|[ns][ew]", letters) else ""


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _short_for(one: str, other: str) -> bool:
    """Say whether one word for a street may be short for the other, or is not told: "blvd" and "boulevard"."""
    short, full = sorted((one, other), key=len)
    rest = iter(full)
    return not short or (short[0] == full[0] and all(letter in rest for letter in short))
