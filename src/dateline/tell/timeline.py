"""The timeline: events by the day they fell on, honest about the width of what is known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from dateline.model import Event
from dateline.store.view import Record
from dateline.tell.wording import origin_words, place_words, when_words


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One event on the timeline."""

    event: str
    when: str
    title: str
    place: str
    who: str
    reports: int
    origins: str
    modality: str
    main: bool


def timeline(
    record: Record, *, background: bool = False, since: date | None = None, known_on: date | None = None
) -> list[Row]:
    """Rows by time: main events, with ``background`` also recalled ones; ``known_on`` hides what came out later."""
    shown = set(_published_by(record, known_on)) if known_on else None
    rows = []
    for event in record.timeline(main=not background):
        late = event.when and event.when.latest
        if since and late and late < since:
            continue
        reports = event.reports if shown is None else tuple(r for r in event.reports if r in shown)
        if reports:
            rows.append(_row(record, event, len(reports)))
    return rows


def _published_by(record: Record, day: date) -> Iterable[str]:
    for report in record.report_ids():
        kept = record.kept(report)
        if kept and kept.published and kept.published.latest and kept.published.latest <= day:
            yield report


def _row(record: Record, event: Event, reports: int) -> Row:
    names = []
    for person in (*event.actors, *event.recipients):
        if person.entity:
            name = record.entity(person.entity).name
            if name not in names:
                names.append(name)
    return Row(
        event=event.id,
        when=when_words(event.when or event.period),
        title=event.title,
        place=place_words(event.place) or "",
        who=", ".join(names[:4]) + (" …" if len(names) > 4 else ""),
        reports=reports,
        origins=origin_words(event),
        modality=event.modality,
        main=event.main,
    )
