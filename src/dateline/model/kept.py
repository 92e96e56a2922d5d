"""Everything that was decided across reports, in the form in which the store writes it down."""

from __future__ import annotations

import msgspec

from dateline.model.decided import Copies, Dates, Entities, Events, Origins, Trace
from dateline.model.event import Discrepancy, Story
from dateline.model.report import Warning
from dateline.model.when import When


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided about one report: its date, warnings, copies, main event and story, and what it shares."""

    report: str
    published: When | None
    warnings: tuple[Warning, ...]
    copy_of: str | None
    copy_family: str | None
    main_event: str | None
    story: str | None
    shares: tuple[Trace, ...] = ()


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """The results of all stages across reports, beside what they come to for each report."""

    kept: tuple[Kept, ...]
    copies: Copies
    entities: Entities
    dates: Dates
    events: Events
    origins: Origins
    discrepancies: tuple[Discrepancy, ...]
    stories: tuple[Story, ...]
