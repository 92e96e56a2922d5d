"""Those whom reports of one happening do not name: the driver, a 66-year-old woman, 23 pirates, the police.

Two reports that were written to tell one event mean the same victim by "the victim". So unnamed entities are joined
inside such a scope only: by the noun that calls them, and by the part they take in an event.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from dateline.across.bearers import Local, fold
from dateline.knowledge.bearer_words import common_noun
from dateline.model import Claim, Events, Mention, Reading

Group = tuple[Local, ...]
OTHER = re.compile(
    r"(?:an)?other\b|(?:a|the) (?:second|third|fourth)\b|several\b|some\b|many\b|most\b|no\b|more\b", re.IGNORECASE
)
DEFINITE = re.compile(r"(?:the|this|that|these|those|his|her|its|their)\b", re.IGNORECASE)
DETERMINER = re.compile(r"(?:the|this|that|these|those|an?)\s+", re.IGNORECASE)
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
    for pairs in (_by_part(scope, forest, events), _by_noun(scope, forest)):
        for one, other in pairs:
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

    def inside(self, reports: Collection[str]) -> list[tuple[int, Local]]:
        """The places and entities of some reports, in the order of reports and words."""
        found = {
            local.id: (place, local)
            for place, node in enumerate(self._nodes)
            for local in node.locals
            if local.report in reports and self.of.get(local.id) == place
        }
        return [found[name] for name in sorted(found, key=lambda name: (found[name][1].report, _place(name)))]

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


def _place(name: str) -> int:
    """Where a mention's id says that it begins."""
    return int(name.rsplit(":", 1)[1].lstrip("t").partition("-")[0])


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
    parts: dict[tuple[str, str, int], Counter[int]] = defaultdict(Counter)
    for reading in scope:
        for claim in reading.claims:
            event = events.of.get(claim.id)
            for side, places in enumerate(_sides(claim, forest)) if event else ():
                parts[event or "", claim.action, side].update(places)
    found = []
    for (event, action, side), counts in sorted(parts.items()):
        other = parts.get((event, action, 1 - side), Counter())
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


def _by_noun(scope: Sequence[Reading], forest: Forest) -> Iterator[tuple[int, int]]:
    """Pairs that are called by one phrase ("the Indian navy", a name without its capitals), then by one noun."""
    texts = {reading.report.id: reading.report for reading in scope}
    called = [
        (place, local, mention, _noun(mention, texts[local.report].of(mention.field)))
        for place, local in forest.inside(texts)
        for mention in local.mentions
    ]
    phrases, nouns = Shelf(forest), Shelf(forest)
    for place, local, mention, noun in called:
        phrase = mention.name if mention.form == "name" else DETERMINER.sub("", mention.text) if noun else ""
        if phrase:
            yield from phrases.meet(fold(phrase), place, local, definite=True)
    for place, local, mention, noun in called:
        if noun and not local.names:
            key = f"{noun} {local.plural}"
            yield from nouns.meet(key, place, local, definite=DEFINITE.match(mention.text) is not None)


class Shelf:
    """Sets that are called alike, in the order of reports; each newcomer meets the first that it may belong to."""

    def __init__(self, forest: Forest) -> None:
        self._forest = forest
        self._filed: dict[str, list[int]] = defaultdict(list)

    def meet(self, key: str, place: int, local: Local, *, definite: bool) -> Iterator[tuple[int, int]]:
        """Give the pair to be joined, if there is one; "a man" is no man whom the same report spoke of before."""
        node = self._forest.node(place)
        for other in self._filed[key]:
            if self._forest.root(other) == self._forest.root(place):
                return
            before = self._forest.node(other)
            known = any(one.report == local.report for one in before.locals)
            if before.agrees(node) and (definite or not known):
                yield other, place
                return
        self._filed[key].append(place)


def _noun(mention: Mention, text: str) -> str:
    """The noun that a phrase calls its bearer by; none for "another man" and for pronouns."""
    if mention.form not in {"nominal", "role"} or mention.head is None or OTHER.match(mention.text):
        return ""
    return common_noun(text[mention.head[0] : mention.head[1]])
