"""Who says so: source, cue and content of every attribution, and the chain from the report back to its root."""

from __future__ import annotations

from typing import Literal

from dateline.model import Attribution, Mention, Report, Segment, Span, SpeakerKind, Time, mark
from dateline.within.clauses import Clauses, Draft
from dateline.within.cue import drafts
from dateline.within.headline import punctuated
from dateline.within.parse import Parse
from dateline.within.quote import Quote, quotes
from dateline.within.running import Made, contents

Quoted = Literal["direct", "indirect", "mixed"]


def attributions(
    report: Report,
    segments: tuple[Segment, ...],  # noqa: ARG001
    parse: Parse,
    mentions: tuple[Mention, ...],  # noqa: ARG001
    times: tuple[Time, ...],  # noqa: ARG001
) -> tuple[Attribution, ...]:
    """Find the statements in a report and who made each."""
    clauses, marks = Clauses(parse), quotes(report, parse.blocks)
    made = outermost(parse, contents(report, parse, [*drafts(clauses), *punctuated(clauses, marks)], marks))
    return tuple(_attribution(report, parse, draft, content, marks) for draft, content in made)


def outermost(parse: Parse, found: list[Made]) -> list[Made]:
    """Leave out what lies inside another's statement, unless it is itself a statement with a speaker of its own."""
    kept = []
    for draft, content in found:
        cue = parse.span(draft.cue, draft.cue + 1)
        inside = any(piece.holds(cue) for other, pieces in found if other is not draft for piece in pieces)
        if not inside or _own_voice(parse, draft):
            kept.append((draft, content))
    return kept


_VOICED = ("that", "told", "quote", "np", "as", "according")


def _own_voice(parse: Parse, draft: Draft) -> bool:
    """Say whether a nested statement names a speaker: "SANA said Putin reaffirmed ..." is two attributions."""
    named = draft.speaker is not None and parse.pos[draft.speaker] == "PROPN"
    return named and draft.kind in ("say", "show") and draft.frame in _VOICED


def _attribution(
    report: Report, parse: Parse, draft: Draft, content: tuple[Span, ...], marks: list[Quote]
) -> Attribution:
    cue = tuple(parse.span(*words) for words in draft.cues)
    kind: SpeakerKind = "person"
    return Attribution(
        id=f"{mark(report.id, cue[0])}a",
        report=report.id,
        source=tuple(parse.span(*words) for words in draft.source),
        cue=cue,
        content=content,
        quoted=_quoted(content, marks),
        speaker=None,
        speaker_kind=kind,
        negated=draft.negated,
        manner=draft.kind,
        frame=draft.frame,
    )


def _quoted(content: tuple[Span, ...], marks: list[Quote]) -> Quoted:
    size = sum(piece.end - piece.start for piece in content)
    inside = sum(
        max(0, min(piece.end, quote.end) - max(piece.start, quote.start))
        for piece in content
        for quote in marks
        if quote.field == piece.field
    )
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.9 * size else "mixed"
