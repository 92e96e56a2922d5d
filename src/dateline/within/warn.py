"""Notes in the margin of one report: machine writing, anonymous sources, missing dates, text cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.knowledge.notices import machine_made, notices
from dateline.model import Attribution, Claim, Mention, Report, Segment, Time, Warning

_LINE = re.compile(r"[^\n]+")
_SPOKEN = ("say", "show", "think")
_ACTS = ("np", "on", "toobj", "inf")  # "officials reaffirmed cooperation" cites nobody
_ENDS = re.compile(r"[.!?…][\"'”’»)\]*]*\s*$")
_LONG = 1500  # characters: shorter texts are teasers and lists more often than texts cut off


def warnings(
    report: Report,
    segments: tuple[Segment, ...],
    mentions: tuple[Mention, ...],  # noqa: ARG001
    times: tuple[Time, ...],  # noqa: ARG001
    attributions: tuple[Attribution, ...],
    claims: tuple[Claim, ...],  # noqa: ARG001
) -> tuple[Warning, ...]:
    """Give the warnings that one report alone justifies, in the order of the text."""
    found = [*_noticed(report, segments), *_anonymous(attributions)]
    if code := machine_made(report.digital_source_type):
        why = f"the page gives its digital source type as {code}"
        found.append(Warning(kind="ai_generated", start=None, end=None, why=why))
    if report.published is None:
        found.append(Warning(kind="undated", start=None, end=None, why="no publication date was given"))
    return tuple(sorted(found, key=lambda w: (w.start is None, w.start or 0, w.kind)))


def _noticed(report: Report, segments: tuple[Segment, ...]) -> Iterator[Warning]:
    """Notices, each over the whole line that it stands in."""
    told = [(s.start, s.end) for s in segments if s.kind in ("related", "navigation")]
    cut = False
    for line in _LINE.finditer(report.text):
        if any(start <= line.start() < end for start, end in told):
            continue
        for kind, pattern in notices():
            if pattern.search(line.group()) and (kind != "truncated" or line.end() >= len(report.text.rstrip())):
                cut |= kind == "truncated"
                yield Warning(kind=kind, start=line.start(), end=line.end(), why="the report says so")  # type: ignore[arg-type]
                break
    body = [s for s in segments if s.kind == "body"]
    if body and not cut and body[-1].end >= len(report.text.rstrip()) >= _LONG:
        last = report.text[body[-1].start : body[-1].end].rstrip().rsplit("\n", 1)[-1]
        if len(last.split()) > 12 and not _ENDS.search(last) and last[-1:].isalnum():
            end = body[-1].start + len(report.text[body[-1].start : body[-1].end].rstrip())
            yield Warning(kind="truncated", start=end - len(last), end=end, why="the last sentence has no end")


def _anonymous(attributions: tuple[Attribution, ...]) -> Iterator[Warning]:
    """One warning for each unnamed speaker, where he is first cited."""
    seen: set[str] = set()
    for each in attributions:
        told = each.manner in _SPOKEN and each.frame not in _ACTS
        if each.speaker_kind != "anonymous" or not each.source or not told:
            continue
        source = each.source[0]
        if source.field != "text" or (name := each.chain[-1].name.lower() if each.chain else "") in seen:
            continue
        seen.add(name)
        why = f"nobody is named; {each.anonymity}" if each.anonymity else f"nobody is named, {each.quoted} speech"
        yield Warning(kind="anonymous_source", start=source.start, end=source.end, why=why)
