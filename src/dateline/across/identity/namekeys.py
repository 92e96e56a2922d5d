"""Keys under which bearers meet that may be one: by the sound of names, by initials, by listed bodies and places.

A pair must be likely before it is compared: with keys of a surname beside a first letter, 1,200 reports gave 146,000
pairs and a cost that grew with their square; with those below, a twentieth.
"""

from __future__ import annotations

from itertools import combinations, groupby

from dateline.knowledge.given_names import full_names, names_of
from dateline.knowledge.name_parts import Part, personal
from dateline.knowledge.organisations import body, known_bodies, weight
from dateline.knowledge.placekeys import bare, key
from dateline.knowledge.romanise import latin
from dateline.knowledge.sounds import skeleton
from dateline.matching.block import Keys, evenly

LONG = 4  # parts of a longer name are not all paired
TELLING = 0.7  # weight of a word that an organisation is known by
LENGTHY = 5  # letters from which on the consonants of a place are heard, however few they are
FEW = 2  # consonants of a part of a personal name that say little
SHORT = 3  # consonants of a word that other words have as well
_PARTS = frozenset({"district", "neighborhood", "neighbourhood", "quarter", "suburb", "village", "town", "area"})
_VOWELS = ("a", "eiy", "ou")  # those that spellings of one name take for one another


def person_keys(name: str) -> Keys:
    """Keys of a personal name: any two parts by their consonants, and a surname beside what a given name may be."""
    parts = [part for part in personal(name).parts if part.kind != "initial"]
    parts = parts[: LONG - 1] + parts[LONG - 1 :][-1:]
    short = [part for part in personal(name).parts if part.kind == "initial"]
    both = {f"{a}+{b}" for a, b in combinations(sorted(map(_sound, parts)), 2)}
    both |= {f"{family}+{given}" for family, given in _given(parts)}
    both |= {f"{last.text}+{part.text[0]}{part.text[-1]}" for last in parts[-1:] for part in parts[:-1]}
    spelled = {f"{_sound(last)}+{part.text[0]}" for last in parts[-1:] for part in parts[:-1]}
    initial = {f"{_sound(last)}+{part.text[0]}" for last in parts[-1:] for part in short}
    if len(parts) > 1:
        return _mixed(both, {f"full:{key}" for key in spelled}, {f"short:{key}" for key in spelled})
    return _mixed(
        both, {f"short:{key}" for key in initial}, {f"{s}:{key}" for key in initial for s in ("full", "short")}
    )


def _mixed(both: set[str], filed: set[str], sought: set[str]) -> Keys:
    return Keys(evenly(both | filed), evenly(both | sought))


def _sound(part: Part) -> str:
    """A part's consonants, of two with the first vowel: what shares no more than two is mostly another name."""
    found = skeleton(part.text)
    if len(found) == FEW and found != part.text:
        return found + _vowel(part.text)
    return found if len(found) > 1 else part.text


def heard_well(word: str) -> str:
    """A word's consonants, where there are enough to be rare by themselves; else the word."""
    found = skeleton(word)
    return found if len(found) > 2 else word


def heard_apart(word: str) -> str:
    """As `heard_well`; three consonants with the first vowel, since many names of bodies and places share those three.

    By three consonants alone, what a name was compared with grew with the number of names that the record holds.
    """
    found = heard_well(word)
    if len(found) != SHORT or found == word:
        return found
    return found + _vowel(word)


def _vowel(word: str) -> str:
    """What sounds alike to a word's first vowel."""
    return next((kind for letter in word for kind in _VOWELS if letter in kind), "")


def heard_in_place(word: str) -> str:
    """As `heard_apart`; few consonants in a longer name with its first letter and the vowels it begins with.

    Ghouta, Jobar or Hama have hardly more than their vowels to be told by, and those are spelled at will.
    """
    found = skeleton(word)
    if len(found) > 2 or len(word) < LENGTHY:
        return heard_apart(word)
    heard = (kind for letter in word for kind in _VOWELS if letter in kind)
    vowels = [kind for kind, _ in groupby(heard)]
    return f"{word[0]}{found}{''.join(vowels[:2])}"


def _given(parts: list[Part]) -> list[tuple[str, str]]:
    """A surname's sound beside each of the names that a given name may be."""
    found = []
    for part in parts[:-1]:
        names = names_of(part.text) | full_names(part.text)
        found += [(_sound(parts[-1]), name) for name in sorted(names)] if len(names) < 5 else []
    return found


def part_keys(name: str) -> list[str]:
    """Keys of the single parts of a personal name, for bare surnames and given names."""
    return sorted({heard_well(part.text) for part in personal(name).parts if len(part.text) > 1})


def bare_keys(name: str, *, person: bool) -> list[str]:
    """Keys under which a bare name and the names that it may be part of meet: of what nobody took for a person's, the
    word as it stands."""
    return part_keys(name) if person else [f"= {name}"]


def body_keys(name: str) -> Keys:
    """Keys of an organisation's name: listed bodies, initials, its telling words together and with one left out."""
    taken = body(name)
    own = sorted({heard_apart(word) for word in taken.words if weight(word) >= TELLING})
    both = {f"body:{number}" for number in known_bodies(name)}
    both |= {"all:" + "+".join(own), f"run:{heard_apart(taken.joined)}"} if own else set()
    if len(own) > 2:
        both |= {"all:" + "+".join(own[:at] + own[at + 1 :]) for at in range(len(own))}
    short, long = _initials(name, taken.words)
    first = next((heard_apart(word) for word in taken.words if weight(word) >= TELLING), "")
    filed, sought = (
        short | long,
        short | {f"spelt {key}" for key in short} | {key.removeprefix("spelt ") for key in long},
    )
    if not first:
        return _mixed(both, filed, sought)
    one, many = f"one:{first}", f"many:{first}"
    if len(own) == 1:
        return _mixed(both, filed | {one}, sought | {one, many})
    return _mixed(both, filed | {many}, sought | {one})


def _initials(name: str, words: tuple[str, ...]) -> tuple[set[str], set[str]]:
    """The letters that a short name is, and those that a long one may be shortened to: two long ones of the same
    letters are no pair, or every "Harlow Police Department" would meet every "Henley" one."""
    letters = "".join(letter for letter in latin(name) if letter.isalnum())
    short = {f"letters:{letters}"} if 2 <= len(letters) <= 6 else set()
    telling = [word for word in words if weight(word) > 0]
    return short, {"spelt letters:" + "".join(word[0] for word in telling)} if len(telling) > 2 else set()


def without_kind(name: str) -> str:
    """A place's name without the noun in small letters that says what part of a town or province it is."""
    said, _, kind = name.rpartition(" ")
    return said if kind in _PARTS and said else name


def place_key(name: str) -> str:
    """The key of a place's name without its article and without what it is: "Tarva district"."""
    name = without_kind(name)
    return key(bare(name)) or key(name)
