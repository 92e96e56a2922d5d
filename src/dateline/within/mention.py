"""Names, titles, nominals and pronouns, each with the entity it stands for inside its report."""

from __future__ import annotations

import re

from dateline.model import Mention, Report, Segment, Span, mark
from dateline.within.parse import Parse
from dateline.within.who.coref import chains, unheard
from dateline.within.who.found import Found, field_of
from dateline.within.who.metonym import metonyms
from dateline.within.who.name import names
from dateline.within.who.nominal import nominals
from dateline.within.who.pronoun import pronouns_found
from dateline.within.who.role import titled, vacant

_NOTE = re.compile(r"(?<=\w)(?:[.,;]?\[\w*\]?|(?<=[^\W\d]),\d{1,2})$")


def mentions(report: Report, segments: tuple[Segment, ...], parse: Parse) -> tuple[Mention, ...]:  # noqa: ARG001
    """Find the words that stand for entities, and which of them stand for the same one."""
    named, phrases = titled(parse, metonyms(parse, names(parse)))
    found = named + phrases + nominals(parse, named) + pronouns_found(parse)
    found = sorted({(one.first, one.end): one for one in found}.values(), key=lambda one: (one.first, -one.end))
    leaders = chains(parse, found)
    nobody = unheard(parse, found, leaders)
    marks = [mark(report.id, _span(parse, one)) for one in found]
    return tuple(
        _mention(report, parse, one, own, "" if leader in nobody else marks[leader])
        for one, own, leader in zip(found, marks, leaders, strict=True)
        if leader is not None
    )


def _span(parse: Parse, one: Found) -> Span:
    start, end = parse.starts[one.first], parse.ends[one.end - 1]
    note = _NOTE.search(parse.words[one.end - 1])  # "Assad,[1": the mark of a note that the tokens hold fast
    return Span(start=start, end=end - len(note.group()) if note else end, field=field_of(parse, one.first))


def _mention(report: Report, parse: Parse, one: Found, identifier: str, entity: str) -> Mention:
    span = _span(parse, one)
    return Mention(
        id=identifier,
        report=report.id,
        start=span.start,
        end=span.end,
        field=span.field,
        text=report.words(span),
        kind=one.kind,
        form=one.form,
        entity=entity,
        name=one.name,
        head=(parse.starts[one.head], parse.ends[one.head]),
        role=one.role,
        country=one.country,
        age=one.age,
        gender=one.gender,
        plural=one.plural,
        metonym=one.metonym,
        courtesy=one.courtesy,
        vacant=vacant(parse, one),
    )
