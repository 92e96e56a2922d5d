"""The day of *this* event: which time expression dates a claim, and when a claim without one happened."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Report, Segment, Time, When, mark
from dateline.within.parse import Parse


class Clock:
    """Dates the claims of one report. ``times`` are those of the report, in the order of its words."""

    def __init__(self, report: Report, segments: Sequence[Segment], parse: Parse, times: Sequence[Time]) -> None:
        self._report = report
        self._segments = segments
        self._parse = parse
        self._times = times

    def for_claim(self, trigger_token: int, first_token: int, end_token: int) -> When | None:
        """When the claim with this trigger happened, as far as its report alone tells; None where it does not.

        The tokens ``first_token`` up to ``end_token`` are the claim's clause or sentence.
        """
        inside = self._parse.span(first_token, end_token)
        trigger = self._parse.starts[trigger_token]
        near = [
            time
            for time in self._times
            if time.span.overlaps(inside) and time.timex in {"DATE", "TIME"} and (time.earliest or time.latest)
        ]
        if not near:
            return None
        nearest = min(near, key=lambda time: (abs(time.start - trigger), time.start))
        return When(
            value=nearest.edtf or nearest.value,
            earliest=nearest.earliest,
            latest=nearest.latest,
            basis="document" if nearest.anchor == "published" else "context" if nearest.anchor else "stated",
            source=(mark(self._report.id, nearest.span),),
        )
