"""Names that reports of one event spell in more than one way, of persons and of places."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, parted
from dateline.knowledge.countries import country_named, country_of_adjective
from dateline.knowledge.persons import is_given_name, is_particle
from dateline.knowledge.rarity import news_words
from dateline.knowledge.romanise import latin
from dateline.model import Alias, Entities, Entity, Reading

ALIKE = 0.6  # share of letters that two spellings of a part have in common, in order
HALF = 0.5  # that share where the names have the same number of parts
PLACE_ALIKE = 0.75  # of places, whose names are often a single word
LETTERS = 2  # by which two spellings of a part may differ in length
_END = re.compile(r"[,\s\d]+$")
_TOKEN = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"(?<=\w)['’‘`ʿʾ](?=\w)")


def spellings(members: Sequence[Seen], readings: Mapping[str, Reading], entities: Entities) -> Iterator[Point]:
    """Full names of one person or place that are spelled in more than one way, or more fully by some."""
    people = frozenset().union(*(seen.actors | seen.recipients for seen in members)) - entities.unnamed
    reports = {seen.claim.report for seen in members}
    for entity in entities.found:
        if entity.kind == "person" and entity.id in people:
            yield from _person(entity, members, readings)
        elif entity.kind in ("place", "facility") and len(reports & {r for a in entity.aliases for r in a.reports}) > 1:
            yield from _place(entity, members, readings)


def told_spellings(members: Sequence[Seen], readings: Mapping[str, Reading], entities: Entities) -> Iterator[Point]:
    """Places spelled in more than one way, each in the very words of some of these claims."""
    for entity in entities.found:
        if entity.kind in ("place", "facility"):
            yield from _place(entity, members, readings, told=True)


def _person(entity: Entity, members: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[Point]:
    told = math.fsum(seen.claim.weight for seen in members if entity.id in seen.actors | seen.recipients)
    room = told + told / (len(members) + 1)
    named = [alias for alias in entity.aliases if _full(alias.text)]
    # "Defence Minister Ann Example" is "Ann Example" with a title before it, not another spelling
    bare = [alias.text for alias in named if not is_particle(alias.text.split()[0])]
    full = [alias for alias in named if not any(alias.text.endswith(f" {text}") for text in bare)]
    other = [alias for alias in full if any(_respelled(alias.text, one.text) for one in full)]
    accounts = _accounts(other, members, readings)
    if parted(accounts):
        yield Point(slot="name", subject=entity.name, accounts=accounts, relation="disputes", room=room)
        return
    fuller = [
        alias for alias in full if any(_fuller(alias.text, one.text) or _fuller(one.text, alias.text) for one in full)
    ]
    accounts = _accounts(fuller, members, readings)
    longest = {a.report for a in accounts if a.key == max((x.key for x in accounts), key=len)}
    if parted(accounts) and any(account.report not in longest for account in accounts):
        yield Point(slot="name", subject=entity.name, accounts=accounts, relation="finer", room=room)


def _place(
    entity: Entity, members: Sequence[Seen], readings: Mapping[str, Reading], *, told: bool = False
) -> Iterator[Point]:
    """A place whose one name is written otherwise; what follows it ("air base", "airbase") is no part of the name."""
    named = [a for a in entity.aliases if a.text[:1].isupper() and len(parts(a.text)) < 4 and not _of_a_country(a.text)]
    firsts = {alias.text: parts(alias.text)[0] for alias in named if parts(alias.text)}
    other = [a for a in named if any(_otherwise(a.text, name, firsts) for name in firsts)]
    accounts = _accounts(other, members, readings, key=firsts, told=told)
    if parted(accounts) and len({account.report for account in accounts}) > 1:
        yield Point(slot="name", subject=entity.name, accounts=accounts, relation="disputes")


def _of_a_country(name: str) -> bool:
    """Say whether words only say whose something is: "Norwegian School" in a headline is no school's name."""
    first, *rest = name.split()
    return bool(rest) and bool(country_named(first) or country_of_adjective(first))


def _otherwise(one: str, other: str, firsts: Mapping[str, str]) -> bool:
    """Say whether two names of a place differ in their letters, and neither is a part of the other ("West Ola")."""
    ours, theirs = set(parts(one)), set(parts(other))
    return _rewritten(firsts.get(one, ""), firsts[other]) and not (ours <= theirs or theirs <= ours)


def _accounts(
    aliases: Sequence[Alias],
    members: Sequence[Seen],
    readings: Mapping[str, Reading],
    key: Mapping[str, str] | None = None,
    *,
    told: bool = False,
) -> list[Account]:
    """Each spelling in each report, with the claim whose words hold it; none where no claim of the event holds any.

    With ``told`` only such spellings as a claim's words hold.
    """
    accounts, held = [], False
    for alias in aliases:
        for report in alias.reports:
            own = [seen.claim for seen in members if seen.claim.report == report]
            if not own:
                continue
            words = [alias.text, alias.text.split()[-1], ""]
            rank = [next(n for n, w in enumerate(words) if w in readings[report].report.words(c.span)) for c in own]
            claim = min(zip(rank, own, strict=True), key=lambda pair: (pair[0], -pair[1].weight, pair[1].id))[1]
            held = held or min(rank) == 0
            if told and min(rank):
                continue
            spelled = key[alias.text] if key else " ".join(parts(alias.text))
            accounts.append(Account(report=report, claim=claim.id, key=spelled, value=_END.sub("", alias.text)))
    return sorted(accounts, key=lambda a: (a.key, a.report)) if held else []


def _full(name: str) -> bool:
    """Say whether these words are a first name and a surname, and no description."""
    named = [part for part in parts(name) if not is_particle(part)]
    return len(named) > 1 and all(word[:1].isupper() or "-" in word for word in name.split())


def parts(name: str) -> list[str]:
    """The parts of a name in small letters, without marks and accents, initials and the titles before it."""
    parts = [part for part in _TOKEN.findall(latin(_MARKS.sub("", name))) if len(part) > 1]
    while len(parts) > 2 and parts[0] in news_words("offices"):
        parts = parts[1:]
    return parts


def _respelled(one: str, other: str) -> bool:
    """One part of the name has letters changed ("Brandvold", "Brandvolt"); all others are the same, or not given."""
    left, right = parts(one), parts(other)
    ours, theirs = [p for p in left if p not in right], [p for p in right if p not in left]
    if not ours or not theirs or not set(left) & set(right):
        return False
    if len(left) == len(right):  # part by part: one may share no more than half its letters with the other
        return all(a == b or (alike(a, b, HALF) and not _two_given(a, b)) for a, b in zip(left, right, strict=True))
    near = [(a, b) for a in ours for b in theirs if alike(a, b) and not _two_given(a, b)]
    return len(near) == min(len(ours), len(theirs)) and (left[-1] in right or right[-1] in left or bool(near))


def _two_given(one: str, other: str) -> bool:
    """Say whether two parts are two given names rather than one misspelt: "James" and "Jim", not "Erik" and "Eric"."""
    given = is_given_name(one.capitalize()) and is_given_name(other.capitalize())
    return given and SequenceMatcher(None, one, other).ratio() < PLACE_ALIKE


def _fuller(one: str, other: str) -> bool:
    """Say whether one name is the other with a part more in its middle."""
    left, right = parts(one), parts(other)
    more = {part for part in set(left) - set(right) if not is_particle(part)}  # an article more is no other name
    return bool(more) and len(right) > 1 and left[0] == right[0] and left[-1] == right[-1] and set(right) < set(left)


def _rewritten(one: str, other: str) -> bool:
    """Say whether two words are one name in other letters ("Khanabad", "Hanabad")."""
    near = SequenceMatcher(None, one, other).ratio() >= PLACE_ALIKE
    return one != other and near and min(len(one), len(other)) > 3 and one + "s" != other and other + "s" != one


def alike(one: str, other: str, least: float = ALIKE) -> bool:
    """Say whether two parts differ in letters, and not as a short form does from a name."""
    near = SequenceMatcher(None, one, other).ratio() >= least
    return near and abs(len(one) - len(other)) <= LETTERS and not _short(one, other)


def _short(one: str, other: str) -> bool:
    """Say whether one is the other cut short, not merely written with one letter for two ("Russel", "Russell")."""
    less, more = sorted((one, other), key=len)
    return more.startswith(less) and more != less + less[-1:]
