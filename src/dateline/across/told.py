"""What a report tells, as far as deciding whether two reports tell of one happening goes: its sketch and its days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from dateline.knowledge.rarity import rarity
from dateline.matching import Keys
from dateline.model import Copies, Dates, Reading, Sketch

BUCKET = 15  # days: reports whose keys are common words meet only within one or two of these
CROWD = 7  # ages: a report that gives more of them is a roundup, and sharing some of it says less


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One report as it is compared: ``published`` as a day's number, or None; ``days`` are those that it speaks of."""

    id: str
    sketch: Sketch
    published: int | None
    days: frozenset[int]
    family: str
    words: frozenset[str]
    proper: frozenset[str]
    head: frozenset[str]
    lead: frozenset[str]
    quotes: frozenset[int]
    crowd: bool


def told(readings: Sequence[Reading], copies: Copies, dates: Dates) -> dict[str, Told]:
    """Every report with what its comparison rests on, by its id."""
    return {reading.report.id: _told(reading, copies, dates) for reading in readings}


def _told(reading: Reading, copies: Copies, dates: Dates) -> Told:
    name, drawn = reading.report.id, reading.sketch
    published = dates.published.get(name) or reading.report.published
    near = published.earliest if published and published.days is not None and published.days <= BUCKET else None
    return Told(
        id=name,
        sketch=drawn,
        published=near.toordinal() if near else None,
        days=frozenset(
            first.toordinal() + step for first, last in _days(reading, dates) for step in range((last - first).days + 1)
        ),
        family=copies.family.get(name, name),
        words=frozenset(drawn.words),
        proper=frozenset(drawn.proper),
        head=frozenset(drawn.head),
        lead=frozenset((*drawn.head, *drawn.lead)),
        quotes=frozenset(drawn.quotes),
        crowd=len(drawn.ages) > CROWD,
    )


def _days(reading: Reading, dates: Dates) -> set[tuple[date, date]]:
    found = {(t.earliest, t.latest) for t in reading.times if t.timex in ("DATE", "TIME")}
    for claim in reading.claims:
        when = dates.claims.get(claim.id) or claim.when
        if when is not None:
            found.add((when.earliest, when.latest))
    return {(a, b) for a, b in found if a is not None and b is not None and (b - a).days <= 1}


def block_keys(one: Told) -> Keys:
    """Names, ages and quotes are rare enough by themselves; words and streets go with the fortnight."""
    drawn = one.sketch
    rare: dict[str, float] = {f"n {name}": min(1.0, weight / 2) for name, weight in drawn.names.items()}
    rare |= {f"a {aged}": 1.0 for aged in drawn.aged}
    rare |= {f"q {gram}": 1.0 for gram in drawn.quotes[:20]}
    rare[f"c {one.family}"] = 1.0
    loose = {f"w {word}": min(1.0, (rarity(word) - 3.7) / 3) for word in one.lead}
    loose |= {f"s {street}": 1.0 for street in drawn.streets}
    return _bucketed(rare, loose, one.published)


def _bucketed(rare: dict[str, float], loose: dict[str, float], published: int | None) -> Keys:
    """An undated report may be of any time: it meets dated ones by its words alone, and they meet it."""
    undated = {f"{key} undated": weight for key, weight in loose.items()}
    dated = {f"{key} dated": weight for key, weight in loose.items()}
    if published is None:
        return Keys(rare | undated, rare | undated | dated)
    bucket = published // BUCKET
    beside = {f"{key} {bucket + step}": weight for key, weight in loose.items() for step in (-1, 0, 1)}
    here = {f"{key} {bucket}": weight for key, weight in loose.items()}
    return Keys(rare | dated | here, rare | undated | beside)
