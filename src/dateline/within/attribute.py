"""Who says so: source, cue and content of every attribution, and the chain from the report back to its root."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from dateline.model import Attribution, Link, Mention, Report, Segment, Span, SpeakerKind, Time, mark
from dateline.within.mention_index import MentionIndex
from dateline.within.parse import Parse
from dateline.within.saying.chain import Spoken, chains, heard, link
from dateline.within.saying.clauses import Clauses, Draft
from dateline.within.saying.cue import drafts
from dateline.within.saying.headline import punctuated
from dateline.within.saying.quote import Quote, quotes
from dateline.within.saying.resolved import Known, grouped
from dateline.within.saying.running import Made, contents
from dateline.within.saying.said import said
from dateline.within.saying.speaker import speaker

Quoted = Literal["direct", "indirect", "mixed"]
_VOICED = ("that", "told", "quote", "np", "as", "according")
_NOT_TOLD = ("notice", "related", "navigation")


def attributions(
    report: Report,
    segments: tuple[Segment, ...],  # noqa: ARG001
    parse: Parse,
    mentions: tuple[Mention, ...],
    times: tuple[Time, ...],
) -> tuple[Attribution, ...]:
    """Find the statements in a report and who made each."""
    clauses, marks = Clauses(parse), quotes(report, parse.blocks)
    found = [*drafts(clauses), *punctuated(clauses, marks)]
    if _headed(report):
        found = [draft for draft in found if parse.block_of(draft.cue).field == "text"]
    found = [draft for draft in found if parse.block_of(draft.cue).kind not in _NOT_TOLD]
    index = MentionIndex(parse, mentions)
    made = outermost(parse, index, contents(report, parse, found, marks))
    spoken = _spoken(report, clauses, index, made)
    return tuple(
        _attribution(report, parse, one, chain, marks, times)
        for one, chain in zip(spoken, chains(clauses, spoken), strict=True)
    )


def _headed(report: Report) -> bool:
    """Say whether the text begins with its title, so that the title's attributions are found there."""
    title = re.findall(r"\w+", report.title or "")
    return title == re.findall(r"\w+", report.text[: 2 * len(report.title or "") + 20])[: len(title)]


def outermost(parse: Parse, index: MentionIndex, found: list[Made]) -> list[Made]:
    """Leave out what lies inside another's statement, unless it is itself a statement with a speaker of its own."""
    kept = []
    flat = [(p.start, p.end, p.field, other) for other, pieces in found for p in pieces]
    for draft, content in found:
        at, field = parse.starts[draft.cue], parse.block_of(draft.cue).field
        over = [other for start, end, of, other in flat if start <= at < end and of == field and other is not draft]
        if not over or _own_voice(parse, index, draft, over):
            kept.append((draft, content))
    return sorted(kept, key=lambda one: one[0].cue)


def _own_voice(parse: Parse, index: MentionIndex, draft: Draft, over: list[Draft]) -> bool:
    """Say whether a nested statement names a speaker: "SANA said Putin reaffirmed ..." is two attributions.

    A pronoun does so only under a medium ("..., he added, according to the agency"): under a person it is mostly that
    person again.
    """
    if draft.speaker is None or draft.kind not in ("say", "show") or draft.frame not in _VOICED:
        return False
    if parse.pos[draft.speaker] == "PRON":
        people = (index.best(other.speaker) for other in over if other.speaker is not None)
        return parse.lowers[draft.speaker] in ("he", "she") and not any(m and m.kind == "person" for m in people)
    return parse.pos[draft.speaker] == "PROPN"


def _spoken(report: Report, clauses: Clauses, index: MentionIndex, made: list[Made]) -> list[Spoken]:
    """Each draft with its speaker, in the order of the text."""
    found: list[Spoken] = []
    known = Known()
    for draft, content in made:
        who = None
        if draft.speaker is not None:
            who = speaker(report, clauses, index, draft.speaker, draft.source[0])
            who = known.resolved(who, report.words(clauses.parse.span(*draft.source[0])))
        via, beyond = heard(report, clauses, index, draft)
        found.append(Spoken(draft, content, who, via, beyond))
    return _told(clauses, _bodied(grouped(found)))


def _told(clauses: Clauses, found: list[Spoken]) -> list[Spoken]:
    """To whom an unnamed source spoke holds for all that it says: "a source told Ola Radio ...", "the source added"."""
    heard: dict[str, tuple[Link, ...]] = {}
    for one in found:
        for cited in one.beyond if one.speaker and one.speaker.kind in ("agency", "outlet") else ():
            if one.speaker and cited.entity and cited.kind == "anonymous":
                heard.setdefault(cited.entity, (link(clauses, one.speaker, one.draft.source[0]),))
        if one.speaker and one.speaker.kind == "anonymous" and one.speaker.entity and one.via:
            heard.setdefault(one.speaker.entity, one.via)
    return [
        replace(one, via=heard[one.speaker.entity])
        if one.speaker and one.speaker.entity in heard and not one.via
        else one
        for one in found
    ]


def _bodied(found: list[Spoken]) -> list[Spoken]:
    """Whose voice somebody is holds for all that he says: "Lt. Ruiz of the police said ...", later "Ruiz said"."""
    bodies: dict[str | None, str] = {}
    for one in found:
        if one.speaker and one.speaker.kind == "person" and one.speaker.entity and one.speaker.body not in ("", "own"):
            bodies.setdefault(one.speaker.entity, one.speaker.body)
    return [
        replace(one, speaker=replace(one.speaker, body=bodies[one.speaker.entity]))
        if one.speaker and one.speaker.kind == "person" and not one.speaker.body and one.speaker.entity in bodies
        else one
        for one in found
    ]


def _attribution(
    report: Report, parse: Parse, one: Spoken, chain: tuple[Link, ...], marks: Sequence[Quote], times: Sequence[Time]
) -> Attribution:
    draft, who = one.draft, one.speaker
    cue = tuple(parse.span(*words) for words in draft.cues)
    sentence = parse.sentences[parse.sentence_at[draft.cue]]
    kind: SpeakerKind = who.kind if who else "anonymous"
    return Attribution(
        id=f"{mark(report.id, cue[0])}a",
        report=report.id,
        source=tuple(parse.span(*words) for words in draft.source),
        cue=cue,
        content=one.content,
        quoted=_quoted(one.content, marks),
        speaker=who.entity if who else None,
        speaker_kind=kind,
        said=said(parse.span(sentence.first, sentence.end), cue[0], one.content, times),
        chain=chain,
        anonymity=who.anonymity if who else None,
        negated=draft.negated,
        manner=draft.kind,
        frame=draft.frame,
        expert=bool(who and who.expert),
    )


def _quoted(content: tuple[Span, ...], marks: Sequence[Quote]) -> Quoted:
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
