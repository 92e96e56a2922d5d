"""Everything that the stages on one report found in it."""

from __future__ import annotations

import msgspec

from dateline.model.claim import Attribution, Claim
from dateline.model.mention import Mention, Time
from dateline.model.report import Report, Segment, Warning
from dateline.model.sketch import Sketch


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One report with all that was found in it: what ``within`` gives and ``across`` takes."""

    report: Report
    segments: tuple[Segment, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    warnings: tuple[Warning, ...] = ()
    sketch: Sketch = Sketch()
