"""Names, titles, nominals and pronouns, each with the entity it stands for inside its report."""

from __future__ import annotations

from dateline.model import EntityKind, Mention, Report, Segment, mark
from dateline.within.parse import Parse

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "group",
}


def mentions(report: Report, segments: tuple[Segment, ...], parse: Parse) -> tuple[Mention, ...]:  # noqa: ARG001
    """Find the words that stand for entities, and which of them stand for the same one."""
    first: dict[str, str] = {}
    found = []
    for begin, end, label in parse.names:
        if label not in _KINDS:
            continue
        span = parse.span(begin, end)
        words = report.words(span)
        name = mark(report.id, span)
        found.append(
            Mention(
                id=name,
                report=report.id,
                start=span.start,
                end=span.end,
                field=span.field,
                text=words,
                kind=_KINDS[label],
                form="name",
                entity=first.setdefault(words, name),
                name=words,
            )
        )
    return tuple(found)
