"""When something was said, where the sentence of the cue states it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Span, Time, When


def said(sentence: Span, cue: Span, content: Sequence[Span], times: Sequence[Time]) -> When | None:
    """The date nearest to the cue within its sentence and outside of what was said."""
    near = [
        (min(abs(time.start - cue.end), abs(cue.start - time.end)), time)
        for time in times
        if time.timex in ("DATE", "TIME")
        and sentence.holds(time.span)
        and not any(piece.overlaps(time.span) for piece in content)
        and (time.earliest or time.latest)
    ]
    if not near:
        return None
    time = min(near, key=lambda pair: (pair[0], pair[1].start))[1]
    return When(
        value=time.edtf or f"{time.earliest}/{time.latest}",
        earliest=time.earliest,
        latest=time.latest,
        basis="stated",
        source=(time.id,),
    )
