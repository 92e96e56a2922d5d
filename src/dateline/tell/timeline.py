"""The timeline: events by the day they fell on, honest about the width of what is known."""

from __future__ import annotations

from datetime import date

import msgspec

from dateline.store.view import Record
from dateline.tell.wording import place_words, short_when


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One event on the timeline; ``reports`` and ``origins`` are counts."""

    event: str
    when: str
    title: str
    place: str
    reports: int
    origins: int
    modality: str


def timeline(record: Record, *, background: bool = False, since: date | None = None) -> list[Row]:
    """Rows by time: main events, with ``background`` also recalled ones."""
    rows = []
    for event in record.timeline(main=not background):
        late = event.when and event.when.latest
        if since and late and late < since:
            continue
        row = Row(
            event=event.id,
            when=short_when(event.when or event.period),
            title=event.title,
            place=place_words(event.place) or "",
            reports=len(event.reports),
            origins=event.independent_origins,
            modality=event.modality,
        )
        rows.append(row)
    return rows
