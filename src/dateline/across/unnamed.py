"""Those whom reports of one happening do not name: the driver, a 66-year-old woman, 23 pirates, the police.

Two reports that were written to tell one event mean the same victim by "the victim". So unnamed entities are joined
inside such a scope only: by the noun that calls them, and by the part they take in an event.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise

import msgspec

from dateline.across.bearers import Local
from dateline.knowledge.bearer_words import common_noun
from dateline.model import Claim, Events, Mention, Reading

Group = tuple[Local, ...]
OTHER = re.compile(
    r"(?:an)?other\b|(?:a|the) (?:second|third|fourth)\b|several\b|some\b|many\b|most\b|no\b|more\b", re.IGNORECASE
)
NUMBER = re.compile(r"\b\d+\b")
MOST_NAMED = 0.6  # share of a part's named claims that its bearer needs before unnamed ones count as him


class Node(msgspec.Struct):
    """What is joined inside one scope: a named entity or an unnamed one, with what it may not contradict."""

    named: int | None
    locals: list[Local]
    genders: set[str]
    ages: set[int]
    numbers: set[str]

    def agrees(self, other: Node) -> bool:
        """Whether two may be one: at most one named, no other sex, age or number."""
        if self.named is not None and other.named is not None:
            return False
        return not any(
            one and two and not one & two
            for one, two in ((self.genders, other.genders), (self.ages, other.ages), (self.numbers, other.numbers))
        )


def with_unnamed(
    groups: Sequence[Group], found: Sequence[Local], readings: Sequence[Reading], events: Events
) -> list[Group]:
    """The groups grown by the unnamed that are theirs, and new groups of the unnamed alone."""
    home = {local.id: number for number, group in enumerate(groups) for local in group}
    free = [local for local in found if local.id not in home]
    grown = [list(group) for group in groups]
    fresh: list[Group] = []
    for scope in _scopes(readings, events):
        inside = {reading.report.id for reading in scope}
        here = [local for local in free if local.report in inside]
        for node in _joined(scope, here, home, groups, events):
            if node.named is not None:
                grown[node.named] += [local for local in node.locals if local.id not in home]
            elif sum(len(local.mentions) for local in node.locals) > 1:
                fresh.append(tuple(sorted(node.locals, key=lambda local: local.id)))
    return [tuple(group) for group in grown] + fresh


def _scopes(readings: Sequence[Reading], events: Events) -> list[list[Reading]]:
    """The reports of each main event; a report without one stands alone."""
    scopes: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        scopes[events.main.get(reading.report.id, reading.report.id)].append(reading)
    return [scopes[name] for name in sorted(scopes)]


def _joined(
    scope: Sequence[Reading],
    here: Sequence[Local],
    home: Mapping[str, int],
    groups: Sequence[Group],
    events: Events,
) -> list[Node]:
    """Join what can be joined in one scope: first by part in an event, then by noun."""
    forest = Forest(here, home, groups, {reading.report.id for reading in scope})
    for one, other in chain(_by_part(scope, forest, events), _by_noun(scope, forest)):
        forest.join(one, other)
    return forest.nodes()


class Forest:
    """The nodes of one scope and which of them were joined."""

    def __init__(
        self, here: Sequence[Local], home: Mapping[str, int], groups: Sequence[Group], inside: set[str]
    ) -> None:
        self._nodes: list[Node] = []
        self.of: dict[str, int] = {}
        for local in here:
            self._add(Node(None, [local], *_marks([local])), [local.id])
        for number in sorted({number for name, number in home.items() if name.rsplit(":", 1)[0] in inside}):
            group = groups[number]
            self._add(Node(number, list(group), *_marks(group)), [local.id for local in group])
        self._up = list(range(len(self._nodes)))

    def _add(self, node: Node, names: Iterable[str]) -> None:
        for name in names:
            self.of[name] = len(self._nodes)
        self._nodes.append(node)

    def root(self, place: int) -> int:
        """The node that stands for a joined set."""
        while self._up[place] != place:
            self._up[place] = self._up[self._up[place]]
            place = self._up[place]
        return place

    def node(self, place: int) -> Node:
        """What is known of the set that a place belongs to."""
        return self._nodes[self.root(place)]

    def join(self, one: int, other: int) -> None:
        """Join two sets where they agree."""
        first, second = sorted((self.root(one), self.root(other)))
        if first == second or not self._nodes[first].agrees(self._nodes[second]):
            return
        a, b = self._nodes[first], self._nodes[second]
        self._nodes[first] = Node(
            a.named if a.named is not None else b.named,
            a.locals + b.locals,
            a.genders | b.genders,
            a.ages & b.ages or a.ages | b.ages,
            a.numbers | b.numbers,
        )
        self._up[second] = first

    def nodes(self) -> list[Node]:
        """The joined sets that hold an unnamed entity."""
        return [self._nodes[place] for place in range(len(self._nodes)) if self.root(place) == place]


def _marks(group: Sequence[Local]) -> tuple[set[str], set[int], set[str]]:
    numbers = {n for local in group if not local.names for n in NUMBER.findall(_phrase(local)) if local.plural}
    return (
        {local.gender for local in group if local.gender},
        {local.age for local in group if local.age is not None},
        numbers,
    )


def _phrase(local: Local) -> str:
    return next((mention.text for mention in local.mentions if mention.form in {"nominal", "role"}), "")


def _by_part(scope: Sequence[Reading], forest: Forest, events: Events) -> list[tuple[int, int]]:
    """Pairs that take one part in one event: the bearer most often named in it, else the first report's unnamed one."""
    parts: dict[tuple[str, int], Counter[int]] = defaultdict(Counter)
    for reading in scope:
        for claim in reading.claims:
            event = events.of.get(claim.id)
            for side, places in enumerate(_sides(claim, forest)) if event else ():
                parts[event or "", side].update(places)
    found = []
    for (event, side), counts in sorted(parts.items()):
        other = parts.get((event, 1 - side), Counter())
        people = [p for p in counts if _single(forest.node(p)) and counts[p] >= other[p]]
        leader = _leader(people, counts, forest)
        if leader is not None:
            found += [
                (leader, place) for place in sorted(people) if place != leader and forest.node(place).named is None
            ]
    return found


def _sides(claim: Claim, forest: Forest) -> list[set[int]]:
    return [{forest.of[p.entity] for p in side if p.entity in forest.of} for side in (claim.actors, claim.recipients)]


def _single(node: Node) -> bool:
    first = node.locals[0]
    if node.named is None and (first.kind != "person" or OTHER.match(_phrase(first))):
        return False
    return not any(local.plural for local in node.locals) and any(local.kind == "person" for local in node.locals)


def _leader(people: Sequence[int], counts: Counter[int], forest: Forest) -> int | None:
    named = [place for place in people if forest.node(place).named is not None]
    total = sum(counts[place] for place in named)
    for pool in (named, people):
        if pool:
            best = max(sorted(pool), key=lambda place: counts[place])
            return best if pool is not named or counts[best] >= MOST_NAMED * total else None
    return None


def _by_noun(scope: Sequence[Reading], forest: Forest) -> list[tuple[int, int]]:
    """Pairs that are called by one noun in two reports, or by one phrase."""
    texts = {reading.report.id: reading.report for reading in scope}
    shelves: dict[tuple[str, bool], dict[str, int]] = defaultdict(dict)
    for name in sorted(forest.of, key=lambda name: (name.rsplit(":", 1)[0], forest.of[name])):
        place = forest.of[name]
        local = next((one for one in forest.node(place).locals if one.id == name), None)
        if local is None or local.report not in texts or local.names:
            continue
        for mention in local.mentions:
            noun = _noun(mention, texts[mention.report].of(mention.field))
            if noun:
                shelves[noun, local.plural].setdefault(local.report, place)
    return [two for key in sorted(shelves) for two in pairwise(list(shelves[key].values()))]


def _noun(mention: Mention, text: str) -> str:
    """The noun that a phrase calls its bearer by; none for "another man" and for pronouns."""
    if mention.form not in {"nominal", "role"} or mention.head is None or OTHER.match(mention.text):
        return ""
    return common_noun(text[mention.head[0] : mention.head[1]])
