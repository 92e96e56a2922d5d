"""Those whom reports of one happening do not name: the driver, a 66-year-old woman, 23 pirates, the police.

Two reports that were written to tell one event mean the same victim by "the victim". So unnamed entities are joined
inside such a scope only: by the noun that calls them, and by the part they take in an event.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import combinations, product

import msgspec

from dateline.across.identity.bearers import Local, fold
from dateline.across.identity.harmed import Sides, side, sides
from dateline.across.identity.voicing import voices
from dateline.knowledge.bearer_words import common_noun
from dateline.knowledge.casing import counted_small
from dateline.knowledge.countries import country_in
from dateline.knowledge.life import at_age, stage
from dateline.knowledge.numbers import words
from dateline.knowledge.speakers import portfolio
from dateline.model import Claim, Events, Mention, Reading

Group = tuple[Local, ...]
OTHER = re.compile(r"(?i)(?:an)?other\b|(?:a|the) (?:second|third|fourth)\b|(?:several|some|many|most|no|more)\b")
DEFINITE = re.compile(r"(?:the|this|that|these|those|his|her|its|their)\b", re.IGNORECASE)
DETERMINER = re.compile(r"^(?:the|this|that|these|those|an?)\s+", re.IGNORECASE)
CAPITAL = re.compile(r"\b[A-Z][\w'’-]+")
COMMON = 70  # per cent of lower case from which on a capital in a phrase is that of a headline
NUMBER = re.compile(r"\b\d+\b")
TOLD = 2  # claims on an event that make a report one of those that tell it; 1 and 3 lost .1 of a point
_NONE: Sides = (0, 0)
MOST_NAMED = 0.6  # share of a part's named claims that its bearer needs before unnamed ones count as him


class Node(msgspec.Struct):
    """What is joined inside one scope: a named entity or an unnamed one, with what it may not contradict."""

    named: int | None
    locals: list[Local]
    genders: set[str]
    ages: set[int]
    numbers: set[str]
    ids: set[str]
    beside: set[str]
    sides: Sides = (0, 0)
    whose: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    vacant: bool = False

    def agrees(self, other: Node) -> bool:
        """Whether two may be one: at most one named, never both in one claim, no other sex, age or number."""
        if (self.named is not None and other.named is not None) or self._meets(other):
            return False
        if (self.vacant and other.named is not None) or (other.vacant and self.named is not None):
            return False
        if {side(self.sides), side(other.sides)} == {"harms", "suffers"}:
            return False
        if self.whose and other.whose and self.whose.isdisjoint(other.whose):
            return False
        if len(self.stages | other.stages) > 1:  # a child and one who is grown up
            return False
        return not any(
            one and two and not one & two
            for one, two in ((self.genders, other.genders), (self.ages, other.ages), (self.numbers, other.numbers))
        )

    def take(self, other: Node) -> None:
        """Grow by another node, in place: named ones are large, and what joins them is small."""
        self.named = self.named if self.named is not None else other.named
        self.locals += other.locals
        self.genders |= other.genders
        self.ages = self.ages & other.ages or self.ages | other.ages
        self.numbers |= other.numbers
        self.ids |= other.ids
        self.beside |= other.beside
        self.whose |= other.whose
        self.stages |= other.stages
        self.vacant = self.vacant or other.vacant
        self.sides = (self.sides[0] + other.sides[0], self.sides[1] + other.sides[1])

    def _meets(self, other: Node) -> bool:
        return not self.beside.isdisjoint(other.ids) or not other.beside.isdisjoint(self.ids)


def with_unnamed(
    groups: Sequence[Group], found: Sequence[Local], readings: Sequence[Reading], events: Events
) -> list[Group]:
    """The groups grown by the unnamed that are theirs, and new groups of the unnamed alone."""
    forest = Forest(groups, found, _Said(_beside(readings), sides(readings, _nouns(readings))))
    for scope in _scopes(readings, events):
        for one, other in _by_part(scope.wide, forest, events):
            forest.join(one, other)
        for one, other in _by_noun(scope.own, forest):
            forest.join(one, other)
    for scope in _scopes(readings, events):
        for one, other in _by_phrase(scope.wide, forest):
            forest.join(one, other)
    return forest.groups()


class Scope(msgspec.Struct, frozen=True):
    """The reports written to tell one event, and those that tell of it at all."""

    own: list[Reading]
    wide: list[Reading]


def _scopes(readings: Sequence[Reading], events: Events) -> list[Scope]:
    """The reports of each main event; a report without one stands alone."""
    own: dict[str, list[Reading]] = defaultdict(list)
    wide: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        main = events.main.get(reading.report.id, reading.report.id)
        own[main].append(reading)
        told = Counter(events.of[claim.id] for claim in reading.claims if claim.id in events.of)
        for event in sorted({main, *told}):
            wide[event].append(reading)
            if event != main and told[event] >= TOLD:
                own[event].append(reading)
    mains = sorted({events.main.get(reading.report.id, reading.report.id) for reading in readings})
    return [Scope(own[name], wide[name]) for name in mains]


class _Said(msgspec.Struct, frozen=True):
    """What claims say of each entity of a report: who stands across from it, and on which side of violence it is."""

    beside: Mapping[str, set[str]]
    sides: Mapping[str, Sides]


class Forest:
    """The nodes of one scope and which of them were joined."""

    def __init__(self, groups: Sequence[Group], found: Sequence[Local], said: _Said) -> None:
        self._nodes: list[Node] = []
        self.of: dict[str, int] = {}
        self.local: dict[str, Local] = {local.id: local for local in found}
        for number, group in enumerate(groups):
            self._add(_node(number, group, said))
        for local in found:
            if local.id not in self.of:
                self._add(_node(None, (local,), said))
        self._up = list(range(len(self._nodes)))

    def _add(self, node: Node) -> None:
        for local in node.locals:
            self.of[local.id] = len(self._nodes)
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

    def groups(self) -> list[Group]:
        """The named groups in their order, as they have grown; then what is unnamed and mentioned more than once."""
        kept = [self._nodes[place] for place in range(len(self._nodes)) if self.root(place) == place]
        fresh = [node for node in kept if node.named is None and sum(len(one.mentions) for one in node.locals) > 1]
        return [tuple(node.locals) for node in kept if node.named is not None] + [tuple(node.locals) for node in fresh]

    def called(self, readings: Sequence[Reading]) -> Iterator[tuple[int, Local, Mention, str]]:
        """Every mention of some reports in order: its place, its entity, and the noun that it calls it by."""
        for reading in readings:
            for mention in reading.mentions:
                if mention.entity in self.of:
                    noun = _noun(mention, reading.report.of(mention.field))
                    yield self.of[mention.entity], self.local[mention.entity], mention, noun

    def join(self, one: int, other: int) -> None:
        """Join two sets where they agree."""
        first, second = sorted((self.root(one), self.root(other)))
        if first == second or not self._nodes[first].agrees(self._nodes[second]):
            return
        self._nodes[first].take(self._nodes[second])
        self._up[second] = first


def _beside(readings: Sequence[Reading]) -> dict[str, set[str]]:
    """Entity of a report -> those who stand beside it in one of its claims: nobody strikes himself or is hit twice."""
    found: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for claim in reading.claims:
            apart = [*product(claim.actors, claim.recipients), *combinations(claim.recipients, 2)]
            for one, other in apart:
                if one.entity and other.entity and one.entity != other.entity:
                    found[one.entity].add(other.entity)
                    found[other.entity].add(one.entity)
    return found


def _nouns(readings: Sequence[Reading]) -> dict[str, list[str]]:
    """Entity of a report -> the nouns that it is called by there."""
    found: dict[str, list[str]] = defaultdict(list)
    for reading in readings:
        for mention in reading.mentions:
            if mention.entity and (noun := _noun(mention, reading.report.of(mention.field))):
                found[mention.entity].append(noun)
    return found


def _node(named: int | None, group: Sequence[Local], said: _Said) -> Node:
    ages = {local.age for local in group if local.age is not None}
    numbers = {n for local in group if local.plural and not local.names for n in _numbers(_phrase(local))}
    return Node(
        named,
        list(group),
        _genders(group),
        ages,
        numbers,
        {local.id for local in group},
        {other for local in group for other in said.beside.get(local.id, ())},
        _harm(group, said),
        frozenset(word for local in group for phrase in _called(local) for word in _whose(phrase, local.kind)),
        _stages(ages, group),
        all(local.vacant for local in group) and named is None,
    )


def _stages(ages: Set[int], group: Sequence[Local]) -> frozenset[str]:
    """Whether a bearer is a child or grown up, by his age if it is known; nothing where reports differ."""
    if ages:
        found = {at_age(years) for years in ages}
    else:
        heads = (m.text[m.head[0] - m.start : m.head[1] - m.start] for one in group for m in one.mentions if m.head)
        found = {stage(head) for head in heads} - {""}
    return frozenset(found - {""}) if len(found) == 1 else frozenset()


@lru_cache(maxsize=65536)
def _numbers(phrase: str) -> tuple[str, ...]:
    """How many a phrase says they are, in digits: 23 of "23 pirates", 2 of "two others"."""
    bounds = words(re.findall(r"[\w-]+", phrase)[:2])
    exact = bounds is not None and bounds[0] == bounds[1]
    return (str(int(bounds[0])),) if exact and bounds else tuple(NUMBER.findall(phrase))


@lru_cache(maxsize=65536)
def _whose(phrase: str, kind: str) -> frozenset[str]:
    """The countries named inside a phrase, and any name inside a building's: "a Syrian official" is no Russian one."""
    said = [word.removesuffix("'s").removesuffix("’s") for word in CAPITAL.findall(phrase)]
    lands = frozenset(code for word in said if (code := country_in(word)))
    if kind != "facility":
        return lands
    return lands or frozenset(fold(word) for word in said if counted_small(word.lower()) < COMMON)


def phrase_of(local: Local) -> str:
    """What a phrase would be as the name of a body or place, "the Indian navy", folded; "" where it can be none."""
    if local.names or local.kind == "person":
        return ""
    phrase = DETERMINER.sub("", _phrase(local))
    return fold(phrase) if " " in phrase and phrase[0].isupper() else ""


def _harm(group: Sequence[Local], said: _Said) -> Sides:
    """How often single people of a group harm and suffer; ships and bands of men do both."""
    counts = [said.sides.get(local.id, _NONE) for local in group if local.kind == "person" and not local.plural]
    return sum(harms for harms, _ in counts), sum(suffers for _, suffers in counts)


def _genders(group: Sequence[Local]) -> set[str]:
    """The gender that most reports give a bearer; a single report's may rest on a wrong pronoun."""
    counts = Counter(local.gender for local in group if local.gender)
    return {gender for gender, count in counts.items() if 2 * count >= max(counts.values())}


def _called(local: Local) -> list[str]:
    """The phrases that say whose somebody is: "the British climber", also where a report names him besides."""
    if not local.names:
        return [_phrase(local)]
    return [m.text for m in local.mentions if m.form == "nominal"] if local.kind == "person" else []


def _phrase(local: Local) -> str:
    return next((mention.text for mention in local.mentions if mention.form in {"nominal", "role"}), "")


def _by_part(scope: Sequence[Reading], forest: Forest, events: Events) -> list[tuple[int, int]]:
    """Pairs that take one part in one event: the bearer most often named in it, else the first report's unnamed one."""
    parts: dict[tuple[str, str, int], Counter[int]] = defaultdict(Counter)
    silent = {forest.of[name] for name in voices(scope) if name in forest.of}
    for reading in scope:
        spoken = {(cue.field, cue.start) for each in reading.attributions for cue in each.cue}
        for claim in reading.claims:
            said = (claim.trigger.field, claim.trigger.start) in spoken  # two who speak of one thing are two
            for part, places in enumerate(_sides(claim, forest)) if claim.id in events.of and not said else ():
                taking = places - silent if claim.action == "ASSAULT" else places
                parts[events.of[claim.id], claim.action, part].update(taking)
    found = []
    for (event, action, part), counts in sorted(parts.items()):
        other = parts.get((event, action, 1 - part), Counter())
        most = sorted(p for p in counts if counts[p] >= other[p])
        people = [p for p in most if _single(forest.node(p))]
        leader = _leader(people, counts, forest)
        for place in people:
            if forest.node(place).named is None:
                home = leader if leader is not None else _only(place, people, forest)
                found += [(home, place)] if home is not None and home != place else []
        found += _as_many(most, forest)
    return found


def _only(place: int, people: Sequence[int], forest: Forest) -> int | None:
    """The one named person among several with whom what is said of an unnamed one agrees."""
    node = forest.node(place)
    if not (node.whose or node.ages or node.genders):
        return None
    fit = [p for p in people if (other := forest.node(p)).named is not None and other.agrees(node)]
    return fit[0] if len(fit) == 1 else None


def _as_many(places: Sequence[int], forest: Forest) -> Iterator[tuple[int, int]]:
    """Pairs of several unnamed ones, of whom two reports say that they are as many: `two hurt`, `2 injured`."""
    first: dict[tuple[str, ...], int] = {}
    for place in places:
        node = forest.node(place)
        if node.named is None and node.numbers and all(local.plural for local in node.locals):
            leader = first.setdefault(tuple(sorted(node.numbers)), place)
            if leader != place:
                yield leader, place


def _sides(claim: Claim, forest: Forest) -> list[set[int]]:
    return [{forest.of[p.entity] for p in side if p.entity in forest.of} for side in (claim.actors, claim.recipients)]


def _single(node: Node) -> bool:
    first = node.locals[0]
    if node.named is None and (first.kind != "person" or OTHER.match(_phrase(first))):
        return False
    people = sum(local.kind == "person" for local in node.locals)
    return not any(local.plural for local in node.locals) and 2 * people >= len(node.locals) > 0


def _leader(people: Sequence[int], counts: Counter[int], forest: Forest) -> int | None:
    named = [place for place in people if forest.node(place).named is not None]
    total = sum(counts[place] for place in named)
    for pool in (named, people):
        if pool:
            best = max(sorted(pool), key=lambda place: counts[place])
            return best if pool is not named or counts[best] >= MOST_NAMED * total else None
    return None


def _by_noun(scope: Sequence[Reading], forest: Forest) -> Iterator[tuple[int, int]]:
    """Pairs that are called by one noun, in reports written to tell one event."""
    shelf = Shelf(forest)
    for place, local, mention, noun in forest.called(scope):
        if noun and not local.names:
            definite = DEFINITE.match(mention.text) is not None
            yield from shelf.meet(f"{noun} {local.plural} {portfolio(mention.text)}", place, local, definite=definite)


def _by_phrase(scope: Sequence[Reading], forest: Forest) -> Iterator[tuple[int, int]]:
    """Pairs that are called by one phrase of two words or more: "the Indian navy", a name without its capitals."""
    shelf = Shelf(forest)
    for place, local, mention, noun in forest.called(scope):
        phrase = mention.name if mention.form == "name" else DETERMINER.sub("", mention.text) if noun else ""
        if " " in phrase.strip():
            yield from shelf.meet(fold(phrase), place, local, definite=True)


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
