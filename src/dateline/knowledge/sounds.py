"""How alike two words of a name sound, whatever tradition spelled them: a weighted edit distance over graphemes.

After ALINE (Kondrak 2000) in spirit: letters are read as sounds with costs for rarer readings, and sounds differ by
degrees. The two tables are ``data/names/graphemes.tsv`` and ``confusions.tsv``.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from dateline.knowledge.name_tables import pairs, rows, table

VOWELS = frozenset("aeiou")
VOWEL_WEIGHT = 0.35  # of a consonant; 0.5 parts Hussein from Houcine, 0.2 joins Hassan and Hussein
EXTRA_VOWEL = 0.22
ABJAD_VOWEL = 0.03  # where one side was written without its vowels
WEAK = {"h": 0.3, "?": 0.0, "y": 0.25, "w": 0.5, "G": 0.9}
HOPELESS = 0.4  # likeness of the coarse consonants below which two words are not compared further
TURNED = 0.6  # two sounds that have changed places
SLACK = 1e-9  # of sums of costs
_DOUBLED = re.compile(r"(.)\1+")
FIRST = 1.25  # the first letter is seldom wrong


@lru_cache(maxsize=1)
def _readings() -> dict[str, tuple[tuple[str, float], ...]]:
    table = {}
    for grapheme, listed in pairs("graphemes.tsv"):
        costs = [reading.partition(":") for reading in listed.split()]
        table[grapheme] = tuple((sound, float(cost or 0)) for sound, _, cost in costs)
    return table


@lru_cache(maxsize=1)
def _apart() -> dict[tuple[str, str], float]:
    table = {}
    for left, right, cost in rows("confusions.tsv"):
        table[left, right] = table[right, left] = float(cost)
    return table


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    known = sorted((grapheme for grapheme in _readings() if grapheme != "ng"), key=len, reverse=True)
    return re.compile("|".join(["ng(?![aeiouy])", *map(re.escape, known)]))


@lru_cache(maxsize=131072)
def graphemes(word: str) -> tuple[str, ...]:
    """Cut a lower-case Latin word into graphemes; a doubled consonant counts once, a silent final h not at all."""
    found: list[str] = []
    for grapheme in _pattern().findall(re.sub(r"(?<=[aeiou])h$", "", word)):
        if found and found[-1] == grapheme and grapheme not in VOWELS:
            continue
        found.append(grapheme)
    return tuple(found)


@lru_cache(maxsize=4096)
def _weight(grapheme: str) -> float:
    readings = _readings()[grapheme]
    if any(sound == "-" for sound, _ in readings):
        return 0.2
    first = readings[0][0]
    return EXTRA_VOWEL if first in VOWELS else WEAK.get(first, 1.0)


@lru_cache(maxsize=16384)
def _swap(left: str, right: str) -> float:
    """The least cost of taking one grapheme for the other, vowels weighing less."""
    best = 1.0
    for sound, cost in _readings()[left]:
        for other, more in _readings()[right]:
            if sound == other:
                best = min(best, cost + more)
                continue
            apart = _apart().get((sound, other), 1.0)
            if sound in VOWELS and other in VOWELS:
                apart *= VOWEL_WEIGHT
            best = min(best, cost * 0.5 + more * 0.5 + apart)
    return best


def distance(left: str, right: str, *, abjad: bool = False, most: float = math.inf) -> float:
    """The weighted edit distance of two words by sound; about one for every consonant that differs.

    Infinite where it is sure to be above ``most``.
    """
    a, b = graphemes(left), graphemes(right)
    drop = _drops(a, abjad=abjad)
    add = _drops(b, abjad=abjad)
    above = [0.0]
    for cost in add:
        above.append(above[-1] + cost)
    before: list[float] = []
    for i, one in enumerate(a):
        lost, cost = drop[i], above[0] + drop[i]
        row = [cost]
        for j, other in enumerate(b):
            least = above[j]
            if one != other:
                least += _swap(one, other) * (FIRST if i == j == 0 else 1.0)
            cost = cost + add[j]
            if least < cost:  # noqa: PLR1730 - names spend their time here, and `min` takes three times as long
                cost = least
            if (gone := above[j + 1] + lost) < cost:
                cost = gone
            if i and j and one == b[j - 1] and a[i - 1] == other and before[j - 1] + TURNED < cost:
                cost = before[j - 1] + TURNED
            row.append(cost)
        before, above = above, row
        if min(above) > most and min(before) > most:  # a row is reached from the two before it
            return math.inf
    return above[-1]


@lru_cache(maxsize=65536)
def _drops(word: tuple[str, ...], *, abjad: bool) -> tuple[float, ...]:
    """What each grapheme costs where the other word lacks it; a first vowel is seldom lost (Iraq, Raqa)."""
    costs = [_drop(grapheme, abjad=abjad) for grapheme in word]
    if costs and not abjad and word[0][0] in VOWELS:
        costs[0] = max(costs[0], 0.5)
    return tuple(costs)


def _drop(grapheme: str, *, abjad: bool) -> float:
    weight = _weight(grapheme)
    return ABJAD_VOWEL if abjad and weight <= EXTRA_VOWEL else weight


@lru_cache(maxsize=65536)
def _size(word: str) -> float:
    return sum(max(_weight(grapheme), 0.4) for grapheme in graphemes(word))


@lru_cache(maxsize=262144)
def alike(left: str, right: str, *, abjad: bool = False) -> float:
    """How alike two words sound, 0 to 1."""
    if left == right:
        return 1.0
    if _hopeless(left, right):
        return 0.2
    size = max(_size(left), _size(right))
    return max(0.0, 1.0 - distance(left, right, abjad=abjad) / size) if size else 0.0


@lru_cache(maxsize=262144)
def near(left: str, right: str, least: float, *, abjad: bool = False) -> float:
    """How alike two words sound, as `alike` has it; 0 where that is below ``least``, which is sooner known."""
    if left == right:
        return 1.0
    if _hopeless(left, right):
        return 0.2
    size = max(_size(left), _size(right))
    if not size:
        return 0.0
    found = 1.0 - distance(left, right, abjad=abjad, most=(1 - least) * size + SLACK) / size
    return found if found >= least else 0.0


def _hopeless(left: str, right: str) -> bool:
    """Whether the consonants alone part two words: spares nine in ten of the long comparisons."""
    one, other = skeleton(left), skeleton(right)
    return len(one) > 1 and len(other) > 1 and OSA.normalized_similarity(one, other) < HOPELESS


@lru_cache(maxsize=131072)
def skeleton(word: str) -> str:
    """The consonants of a word in coarse classes, by which likely pairs are brought together."""
    coarse = _coarse()
    return _DOUBLED.sub(r"\1", "".join([coarse[grapheme] for grapheme in graphemes(word)]))


@lru_cache(maxsize=1)
def _coarse() -> dict[str, str]:
    """The class of each grapheme's first reading; nothing for vowels and what is hardly heard."""
    classes = table("coarse.tsv")
    return {grapheme: classes.get(readings[0][0], "") for grapheme, readings in _readings().items()}
