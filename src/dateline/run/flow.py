"""Reports through the stages: batches of reports to readings, then all readings to what is decided across them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from msgspec.structs import replace

from dateline.across.copying.kept import Copied
from dateline.across.days.worn import Dated
from dateline.across.traces import by_report
from dateline.knowledge.outlets import Outlets
from dateline.model import Decided, Decision, Events, Kept, Reading, Report, Warning, WarningKind
from dateline.read.language import language
from dateline.run.joined import Known, joined
from dateline.run.stages import ACROSS, HAPPENING, WITHIN, Stage
from dateline.within.parse import Parser, language_of
from dateline.within.segment import segments
from dateline.within.warn import warnings


def read_batch(reports: Sequence[Report], parser: Parser) -> list[Reading]:
    """Take a batch of reports through every stage of ``WITHIN``; the parse sees them all at once."""
    unread = {report.id: why for report in reports if (why := _foreign(report, language_of(parser)))}
    made: list[dict[str, Any]] = [{"report": report} for report in reports if report.id not in unread]
    for stage in WITHIN:
        if stage.gives == "parse":
            parsed = stage.function([(known["report"], known["segments"]) for known in made], parser)
            for known, parse in zip(made, parsed, strict=True):
                known["parse"] = parse
        else:
            for known in made:
                known[stage.gives] = stage.function(*(known[need] for need in stage.needs))
    read = iter([Reading(**{name: value for name, value in known.items() if name != "parse"}) for known in made])
    return [
        _unread(report, "unread_language", unread[report.id]) if report.id in unread else next(read)
        for report in reports
    ]


def read_each(reports: Sequence[Report], parser: Parser) -> list[Reading]:
    """As `read_batch`; a report on which a stage breaks off is kept unread, with a warning, and the others are read."""
    try:
        return read_batch(reports, parser)
    except Exception as error:  # noqa: BLE001 - one report in an archive must not end its build
        if len(reports) > 1:
            return [reading for report in reports for reading in read_each([report], parser)]
        why = f"a fault of Dateline ended the reading ({type(error).__name__}: {error}); please report it with the text"
        return [_unread(reports[0], "unread_fault", why)]


def _foreign(report: Report, reads: str | None) -> str | None:
    """Why a text is none that a parser of a language reads; None where it is, or its words do not tell."""
    if reads is None or report.language == reads:
        return None
    spoken = language(report.text)  # what a page or a line says of itself is often the language of its frame
    return (
        None if spoken in (None, reads) else f"the text is in another language ({spoken}) than the parser's ({reads})"
    )


def _unread(report: Report, kind: WarningKind, why: str) -> Reading:
    """A report that is not read: its parts and its day, and nothing of what it tells."""
    marked = segments(report)
    noted = (*warnings(report, marked, (), (), (), ()), Warning(kind=kind, start=None, end=None, why=why))
    return Reading(report=report, segments=marked, warnings=noted)


def decide(
    readings: Sequence[Reading], judgements: Sequence[Decision], as_of: date, outlets: Outlets | None = None
) -> Decided:
    """Take all readings through every stage of ``ACROSS``.

    Readings are put in the order of their ids first, so that no result hangs on the order of arrival.
    """
    ordered = {reading.report.id: reading for reading in sorted(readings, key=lambda reading: reading.report.id)}
    known: Known = {
        "readings": tuple(ordered.values()),
        "judgements": tuple(judgements),
        "as_of": as_of,
        "outlets": outlets,
    }
    for over, stages in groupby(ACROSS, lambda stage: stage.over):
        if over == HAPPENING:
            groups = [tuple(ordered[name] for name in group) for group in known["happenings"].groups]
            known |= joined([about(known, group) for group in groups], known)
        else:
            _run(stages, known)
    fields = ("copies", "entities", "dates", "events", "origins", "discrepancies", "stories")
    return Decided(kept=_kept(known), **{name: known[name] for name in fields})


def _run(stages: Iterable[Stage], known: Known) -> Known:
    """Take what is known through stages, in place."""
    for stage in stages:
        known[stage.gives] = stage.function(*(known[need] for need in stage.needs))
    return known


def about(known: Known, readings: Sequence[Reading]) -> Known:
    """What the stages over a happening make of its reports."""
    stages = (stage for stage in ACROSS if stage.over == HAPPENING)
    return _run(
        stages, known | {"readings": readings, "events": Events(), "judgements": _on(readings, known["judgements"])}
    )


def _on(readings: Sequence[Reading], judgements: Sequence[Decision]) -> tuple[Decision, ...]:
    """The judgements on claims of these reports."""
    if not judgements:
        return ()
    claims = {claim.id for reading in readings for claim in reading.claims}
    return tuple(j for j in judgements if j.left in claims or j.right in claims)


def fingerprint(parser: Parser) -> str:
    """What kept readings are filed under beside the report's digest: stage versions and the parser's name."""
    return " ".join(f"{stage.name}={stage.version}" for stage in WITHIN) + f" parser={parser.name}"


def _kept(known: dict[str, Any]) -> tuple[Kept, ...]:
    shares = by_report(known["traces"])
    story_of = {event: story.id for story in known["stories"] for event in story.events}
    copies, dates = known["copies"], known["dates"]
    found = []
    for reading in known["readings"]:
        name, main = reading.report.id, known["events"].main.get(reading.report.id)
        copied = Copied(copies.family.get(name, name), copies.copy_of.get(name))
        dated = Dated(dates.published.get(name), {}, dates.conflicts.get(name))
        told = known["origins"].warnings.get(name, ())
        one = kept(reading, copied, dated, told, main, story_of.get(main))
        found.append(replace(one, shares=shares.get(name, ())))
    return tuple(found)


def kept(
    reading: Reading, copied: Copied, dated: Dated, told: Sequence[Warning], main: str | None, story: str | None
) -> Kept:
    """What was decided about one report; ``told`` are the warnings that others justify."""
    found = list(reading.warnings)
    if copied.copy_of:
        why = f"the text is that of report {copied.copy_of}"
        found.append(Warning(kind="copy", start=None, end=None, why=why))
    if dated.conflict:
        found.append(Warning(kind="date_conflict", start=None, end=None, why=dated.conflict))
    return Kept(
        report=reading.report.id,
        published=dated.published,
        warnings=(*found, *told),
        copy_of=copied.copy_of,
        copy_family=copied.family,
        main_event=main,
        story=story,
    )
