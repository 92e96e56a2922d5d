"""The whole record, as it is written down and handed out."""

from __future__ import annotations

from datetime import date

import msgspec

from dateline.model.claim import Attribution, Claim
from dateline.model.decision import Decision
from dateline.model.event import Discrepancy, Entity, Event, Origin, Story
from dateline.model.mention import Mention, Time
from dateline.model.report import Report, Segment, Warning
from dateline.model.when import When


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A report with everything that was decided about it."""

    report: Report
    published: When | None
    segments: tuple[Segment, ...]
    warnings: tuple[Warning, ...]
    copy_of: str | None
    copy_family: str | None
    main_event: str | None
    story: str | None


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is derived from the reports, sorted by id: what the store keeps and every view reads."""

    as_of: date
    settings: dict[str, str | int | float | bool | None]
    reports: tuple[Kept, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    origins: tuple[Origin, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    stories: tuple[Story, ...] = ()
    decisions: tuple[Decision, ...] = ()
