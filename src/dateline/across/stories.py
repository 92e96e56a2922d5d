"""Events that follow from one another or share a cast, by time."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations, pairwise

from dateline.matching.block import Pair
from dateline.matching.cluster import components
from dateline.model import Entities, Event, Events, Reading, Story

CAST = 6  # of an event's people and bodies, those in most reports first, by whom stories are joined
WITHIN = 60  # days between two events that a shared pair of people joins: later they are another story
SHOWN = 8  # actors of a story that are named


def stories(readings: Sequence[Reading], events: Events, entities: Entities) -> tuple[Story, ...]:  # noqa: ARG001
    """Gather the main events, with all that follows from them or is part of them, into stories."""
    known = {event.id: event for event in events.found}
    people = {e.id for e in entities.found if e.kind in ("person", "organization")} - entities.unnamed
    cast = {event.id: _cast(event, entities.of, people) for event in events.found if event.main}
    linked = {pair: 1.0 for event in events.found for pair in _ties(event, known)}
    linked |= dict.fromkeys(_shared(cast, known), 1.0)
    told = sorted({*cast, *(name for pair in linked for name in pair)})
    found = [_story([known[name] for name in group], cast) for group in components(told, linked, 1.0)]
    return tuple(sorted(found, key=lambda story: story.id))


def _ties(event: Event, known: Mapping[str, Event]) -> Iterator[Pair]:
    for above in (event.follows, event.part_of):
        if above is not None and above in known and (event.main or known[above].main):
            yield (event.id, above) if event.id < above else (above, event.id)


def _cast(event: Event, of: Mapping[str, str], people: Set[str]) -> tuple[str, ...]:
    """The named people and bodies of an event, each once."""
    named = [of.get(p.entity or "", "") for p in (*event.actors, *event.recipients)]
    return tuple(dict.fromkeys(name for name in named if name in people))[:CAST]


def _shared(cast: Mapping[str, Sequence[str]], known: Mapping[str, Event]) -> Iterator[Pair]:
    """Pairs of events, each next to the other in time, that have two of their cast in common."""
    with_both: dict[Pair, list[tuple[int, str]]] = defaultdict(list)
    for name, people in cast.items():
        when = known[name].when
        if when is not None and when.earliest is not None:
            for one, other in combinations(sorted(people), 2):
                with_both[one, other].append((when.earliest.toordinal(), name))
    for told in with_both.values():
        for (first, one), (second, other) in pairwise(sorted(told)):
            if second - first <= WITHIN and one != other:
                yield (one, other) if one < other else (other, one)


def _story(events: Sequence[Event], cast: Mapping[str, Sequence[str]]) -> Story:
    by_time = sorted(events, key=_time)
    foremost = min(events, key=lambda e: (not e.main, e.follows is not None, -len(e.reports), e.id))
    counts = Counter(name for event in events for name in cast.get(event.id, ()))
    actors = sorted(counts, key=lambda name: (-counts[name], name))[:SHOWN]
    return Story(
        id="S" + hashlib.sha256(min(event.id for event in events).encode()).hexdigest()[:12],
        title=foremost.title,
        events=tuple(event.id for event in by_time),
        reports=tuple(sorted({report for event in events for report in event.reports})),
        actors=tuple(actors),
    )


def _time(event: Event) -> tuple[int, str]:
    day = event.when.earliest if event.when else None
    return (day.toordinal() if day else 10**7, event.id)
