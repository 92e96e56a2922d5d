"""Whole names of people where parsers see pieces: an age beside them, a nickname in them, a surname shared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.knowledge.countries import country_in
from dateline.knowledge.nouns import noun
from dateline.knowledge.persons import gender_of_given, is_given_name, is_honorific, is_particle
from dateline.within.parse import Parse
from dateline.within.who.found import Found, one_sentence, word
from dateline.within.who.name_kind import Range

_QUOTES = frozenset("\"'“”‘’`") | {"''", "``"}
_AGE = re.compile(r"\d{1,2}")
_LONGEST = 5  # words of a name
_CHILDREN = frozenset({"son", "sons", "daughter", "daughters", "child", "children", "kids", "twins"})
_WHOSE = frozenset({"his", "her", "their"})
_BETWEEN = re.compile(r"\d+|[,:;&()—–-]+|and|ages?|aged|years?|months?|weeks?|days?|old|infant|baby|toddler")
_REACH = 8  # tokens from "their" to the noun: "their 21-month-old twin sons"
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_BY_COMMA = (["jr"], ["sr"])
_AND = frozenset({"and", "&", ","})


def whole(parse: Parse, ranges: list[Range]) -> list[Range]:
    """Names with their pieces put together; what lies inside them is dropped."""
    made = _over([*_aged(parse, ranges), *_nicknamed(parse, ranges)], ranges)
    return _over(list(_suffixed(parse, made)), made)


def _over(made: list[Range], ranges: list[Range]) -> list[Range]:
    kept = [one for one in ranges if not any(first < one[1] and one[0] < end for first, end, _ in made)]
    return sorted(kept + made)


def _suffixed(parse: Parse, ranges: list[Range]) -> Iterator[Range]:
    """`Jan Novak, Jr.`: the comma before it ends no name."""
    for first, end, label in ranges:
        said = [one.rstrip(".") for one in parse.lowers[end : end + 2]]
        whole = 1 < end - first < _LONGEST and label not in ("NORP", "FAC")
        if whole and said[:1] == [","] and said[1:2] in _BY_COMMA:
            yield first, end + 2, "PERSON"


def _aged(parse: Parse, ranges: list[Range]) -> Iterator[Range]:
    """`Jana Novak, 26,` and `26-year-old Jana Maria Novak`: all capitals up to the age, and all behind it, are one."""
    past = 0
    for first, end, label in sorted(ranges):
        if first < past or label in ("NORP", "FAC") or is_honorific(word(parse, first)):
            continue
        left, right = first, end
        if _age_after(parse, _run(parse, end)):
            right = _run(parse, end)
            left = _back(parse, first)
        elif first > 1 and (left := _back(parse, first)) and parse.lowers[left - 1] == "old":
            right = _run(parse, end) if label == "PERSON" else end
        else:
            continue
        more = not _titled(parse, left, first) and (right == end or not _titled(parse, end, right))
        if (left, right) != (first, end) and 1 < right - left <= _LONGEST and more:
            past = right
            yield left, right, "PERSON"


def _age_after(parse: Parse, end: int) -> bool:
    said = parse.words[end : end + 3]
    return len(said) == 3 and said[0] == "," and _AGE.fullmatch(said[1]) is not None and said[2] in (",", "and", ";")


def _capital(parse: Parse, token: int) -> bool:
    said = parse.words[token]
    return said[:1].isupper() and (said[-1:].isalpha() or (len(said) == 2 and said[1] == "."))


def _back(parse: Parse, first: int) -> int:
    """Where the capitals that stand right before a name begin, in its sentence."""
    start = parse.sentences[parse.sentence_at[first]].first
    while first > start and _capital(parse, first - 1):
        first -= 1
    return first


def _run(parse: Parse, end: int) -> int:
    """Where the capitals that stand right behind a name end, in its sentence."""
    stop = parse.sentences[parse.sentence_at[end - 1]].end
    while end < stop and (_capital(parse, end) or _hyphen(parse, end, stop)):
        end += 1
    return end


def _hyphen(parse: Parse, token: int, stop: int) -> bool:
    """Whether a token is the hyphen of a double name."""
    tied = parse.words[token] == "-" and token + 1 < stop and _capital(parse, token + 1)
    return tied and parse.ends[token - 1] == parse.starts[token] and parse.ends[token] == parse.starts[token + 1]


def _titled(parse: Parse, first: int, end: int) -> bool:
    """Whether a run of capitals holds more than a name: an office, a people, a word that sentences begin with."""
    said = [word(parse, token) for token in range(first, end)]
    if any(is_honorific(one) or noun(one.lower()) or country_in(one) for one in said):
        return True
    opens = first < end and first == parse.sentences[parse.sentence_at[first]].first
    return opens and parse.pos[first] not in ("PROPN", "X") and not is_given_name(said[0])


def _nicknamed(parse: Parse, ranges: list[Range]) -> Iterator[Range]:
    """`Jana "Jay" Novak`, where any of the three was taken for a person's name."""
    people = {token for first, end, label in ranges if label == "PERSON" for token in range(first, end)}
    for token in range(1, len(parse) - 2):
        if parse.words[token] not in _QUOTES or not _capital(parse, token - 1) or not _capital(parse, token + 1):
            continue
        inside = range(token + 2, min(token + _LONGEST, len(parse) - 1))
        shut = next((t for t in inside if parse.words[t] in _QUOTES), token + 2)
        tail = shut + 1  # "Jana "Jay" de la Cruz"
        while tail + 1 < len(parse) and parse.words[tail].islower() and is_particle(parse.words[tail]):
            tail += 1
        if tail >= len(parse) or parse.words[shut] not in _QUOTES or not _capital(parse, tail):
            continue
        first = token - 1
        while first - 1 in people and parse.sentence_at[first - 1] == parse.sentence_at[token]:
            first -= 1
        end = _run(parse, tail)
        one = parse.sentence_at[first] == parse.sentence_at[end - 1]
        known = bool(people & {token - 1, token + 1, tail}) or parse.lowers[first - 1 : first] == ["old"]
        known = known and not _titled(parse, first, token)
        if one and known and end - tail < _LONGEST:
            yield first, end, "PERSON"


def shared(parse: Parse, found: list[Found]) -> list[Found]:
    """`Jana and Tom Novak`: whoever stands before an "and" with a given name alone has the surname behind it."""
    tails = {one.name.split()[-1] for one in found if one.kind == "person" and " " in one.name}
    full = Counter(one.name.split()[0] for one in found if one.kind == "person" and " " in one.name)
    made, tail = [], ""
    for place in range(len(found) - 1, -1, -1):
        one, after = found[place], found[place + 1] if place + 1 < len(found) else None
        gap = parse.lowers[one.end : after.first] if after else []
        row = len(gap) in (1, 2) and all(said in _AND for said in gap) and (gap[-1] != "," or bool(tail))
        lone = one.kind == "person" and one.form == "name" and " " not in one.name and is_given_name(one.name)
        if after and lone and row and after.kind == "person" and one.name not in tails and not full[one.name]:
            tail = tail or surname(after.name)
        else:
            tail = ""
        made.append(replace(one, name=f"{one.name} {tail}") if tail else one)
    return made[::-1]


def surname(name: str) -> str:
    """The last word of a name of several, without a suffix; nothing of a bare one."""
    parts = [part for part in name.split() if part.lower().rstrip(".") not in SUFFIXES]
    return parts[-1] if len(parts) > 1 else ""


def surnamed(parse: Parse, found: list[Found]) -> list[Found]:
    """Names with those of children made whole by the surname that the words beside them give to their parents."""
    people = [place for place, one in enumerate(found) if one.kind == "person" and one.form == "name"]
    full = [place for place in people if surname(found[place].name)]
    taken = {word for place in full for word in (found[place].name.split()[0], surname(found[place].name))}
    made = list(found)
    for at in (token for token in range(len(parse)) if parse.lowers[token] in _CHILDREN):
        name = _of_parents(parse, found, full, at)
        for place in _children(parse, found, people, at) if name else ():
            if found[place].name not in taken:
                made[place] = replace(found[place], name=f"{found[place].name} {name}")
    return made


def _of_parents(parse: Parse, found: Sequence[Found], full: Sequence[int], at: int) -> str:
    """The one surname of those whose children they are; a mother's only where another of the report bears it too."""
    whose = next((parse.lowers[t] for t in range(at - 1, max(-1, at - _REACH), -1) if _owns(parse, t)), "")
    before = [found[p] for p in full if found[p].end <= at and one_sentence(parse, found[p].first, at)]
    if whose == "his":
        before = [one for one in before if (one.gender or gender_of_given(one.name.split()[0])) != "female"][-1:]
    elif whose == "her":
        others = {surname(found[p].name) for p in full if before and found[p].name != before[-1].name}
        before = [one for one in before[-1:] if surname(one.name) in others]
    elif whose == "their":
        before = before[-2:]
    else:
        return ""
    names = {surname(one.name) for one in before}
    return names.pop() if len(names) == 1 else ""


def _owns(parse: Parse, token: int) -> bool:
    return parse.lowers[token] in _WHOSE


def _children(parse: Parse, found: Sequence[Found], people: Sequence[int], at: int) -> Iterator[int]:
    """The bare given names that stand in a row right behind a noun, with nothing but ages between them."""
    past = at + 1
    for place in people:
        one = found[place]
        if one.first < past:
            continue
        beside = one_sentence(parse, at, one.first)
        if not beside or not all(_BETWEEN.fullmatch(said) for said in parse.lowers[past : one.first]):
            return
        if " " not in one.name and (is_given_name(one.name) or one.name.istitle()):
            yield place
        past = one.end
