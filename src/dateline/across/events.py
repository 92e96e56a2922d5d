"""One happening, many reports: claims grouped into events, and each report's main one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from dateline.across.event import aggregate
from dateline.across.event.countable import countable
from dateline.across.event.drafts import drafts
from dateline.across.event.encounters import encounters
from dateline.across.event.incidents import joined
from dateline.across.event.judged import on_drafts
from dateline.across.event.main_event import Tied, tie
from dateline.across.event.parts import headed
from dateline.across.event.seen import Draft, Seen, see
from dateline.across.event.sides import sides
from dateline.across.event.tally import tallies
from dateline.across.event.titles import sentence, title
from dateline.across.event.where import place
from dateline.across.happening.occurred import placed
from dateline.across.happening.told import came_out
from dateline.across.news.misdated import misdated, undated
from dateline.across.news.reworded import reworded
from dateline.knowledge.rarity import news_words
from dateline.matching import Judged
from dateline.model import Copies, Dates, Decision, Entities, Event, Events, Quantity, Reading

RESULTS = frozenset({"death", "injury", "casualty", "medical"})
PEOPLE = frozenset({"person", "group"})  # kinds of entities
SEASON = 100  # days: a wider span is the period of an event, not its date


def events(
    readings: Sequence[Reading],
    entities: Entities,
    dates: Dates,
    judgements: Sequence[Decision],
    copies: Copies | None = None,
) -> Events:
    """Decide which claims of one happening's reports tell of one event, and what follows from what."""
    by_id = {reading.report.id: reading for reading in readings}
    drawn, tied = _drawn(readings, entities, dates, judgements, copies or Copies())
    made: list[Event] = []
    out = {r.report.id: day for r in readings if (day := _latest(r, dates)) is not None}
    for draft in drawn:
        counted = tallies(countable(draft, tied.root, drawn, tied.main))
        made.append(_event(draft, tied, by_id, entities, counted, out))
    return replace(_grouped(drawn, tied), found=tuple(sorted(made, key=lambda e: e.id)))


def grouped(
    readings: Sequence[Reading],
    entities: Entities,
    dates: Dates,
    judgements: Sequence[Decision],
    copies: Copies | None = None,
) -> Events:
    """Decide the same without drawing the events up: all that is asked of them before everybody in them is known."""
    return _grouped(*_drawn(readings, entities, dates, judgements, copies or Copies()))


def _drawn(
    readings: Sequence[Reading], entities: Entities, dates: Dates, judgements: Sequence[Decision], copies: Copies
) -> tuple[Sequence[Draft], Tied]:
    published = {r.report.id: day for r in readings if (day := came_out(r, dates)) is not None}
    bodies = frozenset(entity.id for entity in entities.found if entity.kind not in PEOPLE)
    people = frozenset(entity.id for entity in entities.found if entity.kind == "person")
    told = [see(claim, entities, dates, people) for reading in readings for claim in reading.claims]
    told = placed(told, {reading.report.id: reading for reading in readings})
    if wrong := misdated(told, people):
        told = undated(told, wrong)
        published = {report: day for report, day in published.items() if report not in wrong}
    drawn = drafts(joined(headed(readings, told)), bodies)
    said = Judged(judgements, "event")
    if said.verdicts:
        drawn = on_drafts(drawn, said)
    drawn, tied = encounters(drawn, tie([reading.report.id for reading in readings], drawn, published, copies.family))
    return reworded(drawn, tied, {reading.report.id: reading for reading in readings}), tied


def _latest(reading: Reading, dates: Dates) -> int | None:
    """The number of the last day on which a report can have come out."""
    when = dates.published.get(reading.report.id) or reading.report.published
    return when.latest.toordinal() if when and when.latest else None


def _grouped(drawn: Sequence[Draft], tied: Tied) -> Events:
    return Events(
        of={seen.claim.id: _id(draft.id) for draft in drawn for seen in draft.members},
        main={report: _id(name) for report, name in tied.main.items()},
    )


@lru_cache(1 << 14)  # asked of each claim and of each tie between events
def _id(smallest: str) -> str:
    return "E" + hashlib.sha256(smallest.encode()).hexdigest()[:12]


def _telling(seen: Seen) -> tuple[bool, float, bool, str]:
    """How much a claim says of what its event was: what was done says more than who died of it, or who they were."""
    claim = seen.claim
    light = claim.action == "OTHER" and claim.lemma in news_words("happening")
    return claim.kind not in RESULTS and not light, claim.weight, claim.action != "OTHER", claim.id


def _event(
    draft: Draft,
    tied: Tied,
    readings: Mapping[str, Reading],
    entities: Entities,
    counted: tuple[Quantity, ...],
    published: Mapping[str, int],
) -> Event:
    members: tuple[Seen, ...] = draft.members
    seen = max(members, key=_telling)
    best = seen.claim
    main_of = [report for report, name in tied.main.items() if name == draft.id]
    told_by = sorted({*draft.reports, *main_of})
    reports = {name: readings[name].report for name in told_by}
    named = aggregate.named_days(time for name in draft.reports for time in readings[name].times)
    when = aggregate.when(members, published, named)
    wide = when is not None and (when.days or 0) > SEASON
    actors, recipients = sides(members, sorted(members, key=_telling, reverse=True), best.action, entities)
    follows, part_of = tied.follows.get(draft.id), tied.part_of.get(draft.id)
    return Event(
        id=_id(draft.id),
        title=title(draft, main_of, readings),
        sentence=sentence(draft, main_of, readings),
        action=best.action,
        mode=aggregate.manner(seen, members),
        actors=actors,
        recipients=recipients,
        place=place(members),
        when=None if wide else when,
        period=when if wide else None,
        quantities=counted,
        modality=aggregate.modality(members, best.action),
        claims=tuple(seen.claim.id for seen in members),
        reports=tuple(told_by),
        outlets=len({(r.outlet.family or r.outlet.name) if r.outlet else r.id for r in reports.values()}),
        part_of=_id(part_of) if part_of else None,
        follows=_id(follows) if follows else None,
        main=bool(main_of),
    )
