"""What a story is made of: events with their cast and day, without anything else."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, islice

import msgspec
from msgspec.structs import replace

from dateline.matching.block import Pair, pair
from dateline.model import Event, Story

CAST = 6  # of an event's people and bodies, those in most reports first, by whom stories are joined
SHOWN = 8  # actors of a story that are named


class Plot(msgspec.Struct, frozen=True):
    """An event as far as stories go; ``day`` is the number of its first day, ``ties`` are those it hangs together with
    by what follows and what is part of what."""

    id: str
    title: str
    main: bool
    later: bool
    day: int | None
    reports: tuple[str, ...]
    cast: tuple[str, ...]
    ties: tuple[str, ...]

    def duos(self) -> list[Pair]:
        """Any two of its cast, where it has a day to be told near others."""
        return [pair(*two) for two in combinations(self.cast, 2)] if self.main and self.day is not None else []


def plots(events: Sequence[Event], of: Mapping[str, str]) -> Iterator[Plot]:
    """The events that may be of a story: main ones, and what hangs together with one; each with all who take part.

    Events that hang together must be given together.
    """
    known = {event.id: event for event in events}
    ties = {event.id: tuple(_ties(event, known)) for event in events}
    above = {name for names in ties.values() for name in names}
    for event in events:
        if event.main or ties[event.id] or event.id in above:
            yield _plot(event, _cast(event, of) if event.main else (), ties[event.id])


def _ties(event: Event, known: Mapping[str, Event]) -> Iterator[str]:
    for above in (event.follows, event.part_of):
        if above is not None and above in known and (event.main or known[above].main):
            yield above


def _plot(event: Event, cast: tuple[str, ...], ties: tuple[str, ...]) -> Plot:
    return Plot(
        id=event.id,
        title=event.title,
        main=event.main,
        later=event.follows is not None,
        day=event.when.earliest.toordinal() if event.when and event.when.earliest else None,
        reports=event.reports,
        cast=cast,
        ties=ties,
    )


def _cast(event: Event, of: Mapping[str, str]) -> tuple[str, ...]:
    """All who take part in an event, each once."""
    taking = (of.get(p.entity or "") for p in (*event.actors, *event.recipients))
    return tuple(dict.fromkeys(entity for entity in taking if entity))


def with_people(plot: Plot, person: Callable[[str], bool]) -> Plot:
    """A plot with the first of its cast who are named people and bodies."""
    return replace(plot, cast=tuple(islice(filter(person, plot.cast), CAST)))


def story(found: Sequence[Plot]) -> Story:
    """The story that these events make."""
    by_time = sorted(found, key=lambda plot: (plot.day if plot.day is not None else 10**7, plot.id))
    foremost = min(found, key=lambda plot: (not plot.main, plot.later, -len(plot.reports), plot.id))
    counts = Counter(name for plot in found for name in plot.cast)
    actors = sorted(counts, key=lambda name: (-counts[name], name))[:SHOWN]
    return Story(
        id=story_id(plot.id for plot in found),
        title=foremost.title,
        events=tuple(plot.id for plot in by_time),
        reports=tuple(sorted({report for plot in found for report in plot.reports})),
        actors=tuple(actors),
    )


def story_id(events: Iterator[str]) -> str:
    """The id of a story: made of its smallest event's id."""
    return "S" + hashlib.sha256(min(events).encode()).hexdigest()[:12]
