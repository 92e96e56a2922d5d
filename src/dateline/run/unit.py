"""What is kept of one happening between builds, so that it can be taken out when it is decided anew."""

from __future__ import annotations

import msgspec

from dateline.model import Origin, Trace, Warning
from dateline.run.joined import Known


class Unit(msgspec.Struct, frozen=True):
    """One happening as it was decided: its reports, what they are written to tell, and the ids of what it came to."""

    reports: tuple[str, ...]
    main: dict[str, str]
    events: tuple[str, ...]
    parted: tuple[str, ...]
    origins: tuple[Origin, ...]
    warnings: dict[str, tuple[Warning, ...]]
    traces: tuple[Trace, ...]


def unit(reports: tuple[str, ...], part: Known) -> Unit:
    """What is kept of a happening that was decided now."""
    return Unit(
        reports=reports,
        main=part["events"].main,
        events=tuple(event.id for event in part["origins"].events),
        parted=tuple(one.id for one in part["discrepancies"]),
        origins=part["origins"].found,
        warnings=part["origins"].warnings,
        traces=part["traces"],
    )
