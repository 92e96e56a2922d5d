"""One report: the text with its layers, its warnings in place, its copies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from dateline.model import Reading, Span
from dateline.store.view import Record
from dateline.tell.labels import heading, labels
from dateline.web.marks import pieces

LAYERS = (
    ("mentions", "names"),
    ("times", "times"),
    ("claims", "what happened"),
    ("statements", "what somebody says"),
    ("speakers", "who says it"),
    ("warned", "warnings"),
    ("segments", "parts"),
)


def report(record: Record, identifier: str, query: dict[str, str]) -> dict[str, Any]:
    """A report with its marks; ``lit`` (``start-end``) lights a span up, ``copy`` sets a copy beside it."""
    reading = record.reading(identifier)
    kept = record.kept(identifier)
    lit = _lit(query.get("lit", ""))
    marks = [*_marks(reading), *([(lit, "lit")] if lit else [])]
    text = reading.report.text
    segments = reading.segments or ()
    family = record.base.execute(
        "select report from kept where family = ? and report <> ? order by report",
        (kept.copy_family if kept else None, identifier),
    )
    copies = [str(row[0]) for row in family]
    return {
        "report": reading.report,
        "heading": heading(reading),
        "kept": kept,
        "parts": [(s.kind, list(pieces(text, s.start, s.end, marks))) for s in segments],
        "title": list(pieces(reading.report.title or "", 0, len(reading.report.title or ""), _title_marks(reading))),
        "warnings": kept.warnings if kept else (),
        "copies": copies,
        "labels": labels(record, [identifier, *copies, *(t.other for t in (kept.shares if kept else ()))]),
        "beside": _beside(record, reading, query.get("copy")),
        "main": record.event(kept.main_event) if kept and kept.main_event else None,
        "layers": LAYERS,
        "legend": _legend(record, reading),
    }


def _lit(asked: str) -> Span | None:
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", asked)
    return Span(start=int(found[1]), end=int(found[2])) if found and int(found[1]) < int(found[2]) else None


def _marks(reading: Reading) -> Iterator[tuple[Span, str]]:
    yield from ((m.span, "mentions") for m in reading.mentions if m.field == "text" and m.form != "pronoun")
    yield from ((t.span, "times") for t in reading.times if t.field == "text")
    for said in reading.attributions:
        yield from ((span, "statements") for span in said.content if span.field == "text")
        yield from ((span, "speakers") for span in said.source if span.field == "text")
    yield from ((c.trigger, "claims") for c in reading.claims if c.field == "text")
    for warning in reading.warnings:
        if warning.start is not None and warning.end is not None:
            yield Span(start=warning.start, end=warning.end), "warned"


def _title_marks(reading: Reading) -> Iterator[tuple[Span, str]]:
    yield from ((m.span, "mentions") for m in reading.mentions if m.field == "title")
    yield from ((c.trigger, "claims") for c in reading.claims if c.field == "title")


def _legend(record: Record, reading: Reading) -> list[tuple[str, str, str]]:
    named = dict.fromkeys(m.entity for m in reading.mentions if m.entity and m.form == "name")
    found = [record.entity(entity) for entity in named]
    return [(e.id, e.name, e.kind) for e in sorted(found, key=lambda e: (e.kind, e.name, e.id))]


def _beside(record: Record, reading: Reading, other: str | None) -> dict[str, Any] | None:
    """Both texts of a pair of copies, cut into what they share and what one has alone."""
    if not other:
        return None
    left, right = (re.findall(r"\s*\S+", text) for text in (reading.report.text, record.reading(other).report.text))
    ours, theirs = [], []
    for kind, a, b, c, d in SequenceMatcher(a=left, b=right, autojunk=False).get_opcodes():
        if a < b:
            ours.append(("".join(left[a:b]), kind == "equal"))
        if c < d:
            theirs.append(("".join(right[c:d]), kind == "equal"))
    same = all(kept for _, kept in (*ours, *theirs))
    return {"other": other, "ours": ours, "theirs": theirs, "same": same}
