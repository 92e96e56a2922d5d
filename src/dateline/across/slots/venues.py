"""Names of buildings that reports of one event write otherwise: a word more in one, a word in other letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, by_report, parted
from dateline.across.slots.names import HALF, alike, parts
from dateline.knowledge.placewords import words
from dateline.knowledge.rarity import rarity
from dateline.model import Reading

LEAST = 3  # words that two such names share at least, but for the one that differs in its letters
RARE = 3.5  # a word more that is commoner ("new", "city") makes another building


def venues(members: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[Point]:
    """Buildings whose long names differ by one word between two reports."""
    told = by_report(members)
    given: dict[tuple[str, ...], dict[str, tuple[str, int]]] = defaultdict(dict)
    for report in told:
        for mention in readings[report].mentions:
            if mention.kind == "facility" and mention.form == "name" and mention.field == "text":
                name = mention.text.removeprefix("the ").removeprefix("The ")
                given[tuple(parts(name))].setdefault(report, (name, mention.start))
    for one, other in combinations(sorted(given, key=lambda name: (len(name), name)), 2):
        relation = _relation(one, other)
        reports = given[one].keys() | given[other].keys()
        if not relation or len(reports) < 2:
            continue
        accounts = [
            Account(report=report, claim=_home(told[report], start), key=" ".join(name), value=text)
            for name in (one, other)
            for report, (text, start) in sorted(given[name].items())
        ]
        if parted(accounts):
            yield Point(slot="name", subject=" ".join(other), accounts=accounts, relation=relation)


def _relation(one: Sequence[str], other: Sequence[str]) -> str:
    """``finer`` where one name is the other with a rare word more, ``disputes`` where a word has other letters."""
    more = [word for word in other if word not in one]
    less = [word for word in one if word not in other]
    if len(more) != 1 or len(one) - len(less) < (LEAST if not less else LEAST - 1) or one[-1] != other[-1]:
        return ""
    if words("direction").intersection((*more, *less)):
        return ""
    if not less and len(other) == len(one) + 1:
        inside = one[0] == other[0] and rarity(more[0]) >= RARE
        return "finer" if inside else ""
    if len(less) == 1 and len(one) == len(other) and one.index(less[0]) == other.index(more[0]):
        sounds = less[0][0] == more[0][0] and min(rarity(less[0]), rarity(more[0])) >= RARE
        return "disputes" if sounds and alike(less[0], more[0], HALF) else ""
    return ""


def _home(members: Sequence[Seen], start: int) -> str:
    """The claim of the event whose words hold a place in the text, or its weightiest."""
    held = [seen.claim for seen in members if seen.claim.field == "text" and seen.claim.start <= start < seen.claim.end]
    return (held or [members[0].claim])[0].id
