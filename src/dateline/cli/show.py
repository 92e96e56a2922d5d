"""``dateline show``: the single things of a record, in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from dateline.cli.options import DEFAULT, RecordFile, as_day, looking
from dateline.model import DatelineError
from dateline.store.changes import changes as changed
from dateline.store.judgements import judgements
from dateline.store.reports import aside
from dateline.store.view import Record
from dateline.tell.claims import marked
from dateline.tell.judged import judged
from dateline.tell.show import discrepancy_lines, entity_lines, event_lines, origin_lines
from dateline.tell.wording import change_words, origin_words, report_words, short_when, when_words

KINDS = ("person", "organization", "place", "facility", "group", "document")
shows = typer.Typer(help="Show events, entities, origins, discrepancies, decisions, in full.", no_args_is_help=True)
Event = Annotated[str, typer.Argument(help="An event's id, the beginning of it, or its title.")]


def register(app: typer.Typer) -> None:
    """Add the command and what stands under it."""
    app.add_typer(shows, name="show")


def _show(record: Path, lines: Callable[[Record], Iterable[str]]) -> None:
    """Print what is asked of a record."""
    with looking(record) as opened:
        _print(lines(opened))


def _print(lines: Iterable[str]) -> None:
    console = Console()
    empty = True
    for line in lines:
        empty = False
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    if empty:
        console.print("none")


@shows.command()
def events(
    record: RecordFile = DEFAULT,
    background: Annotated[bool, typer.Option("--background", help="Also events that reports only recall.")] = False,
) -> None:
    """List the events by time.

    Example: dateline show events --record record.db
    """
    _show(
        record,
        lambda opened: (
            f"{e.id}  {short_when(e.when or e.period)}  {e.title}  [{report_words(len(e.reports))}, {origin_words(e)}]"
            for e in opened.timeline(main=not background)
        ),
    )


@shows.command()
def event(identifier: Event, record: RecordFile = DEFAULT) -> None:
    """Show one event in full, with its words.

    Example: dateline show event EVENT --record record.db
    """
    _show(record, lambda opened: event_lines(opened, identifier))


@shows.command()
def entities(
    record: RecordFile = DEFAULT,
    kind: Annotated[str | None, typer.Option(help=f"One of: {', '.join(KINDS)}.")] = None,
) -> None:
    """List the entities, those in most reports first.

    Example: dateline show entities --kind person --record record.db
    """
    if kind not in (None, *KINDS):
        raise DatelineError(f"{kind!r} is no kind of entities; known are: {', '.join(KINDS)}")
    with looking(record) as opened:
        found = [e for e in opened.entities() if kind in (None, e.kind)]
        count = {e.id: len({r for a in e.aliases for r in a.reports}) for e in found}
        _print(
            f"{e.id}  {e.name}  {e.kind}  {report_words(count[e.id])}  {' | '.join(a.text for a in e.aliases[:6])}"
            for e in sorted(found, key=lambda e: (-count[e.id], e.name, e.id))
        )


@shows.command()
def entity(
    identifier: Annotated[str, typer.Argument(help="An entity's id, the beginning of it, or its name.")],
    record: RecordFile = DEFAULT,
) -> None:
    """Show one entity: its spellings, its roles, why they were joined, its events.

    Example: dateline show entity ENTITY --record record.db
    """
    _show(record, lambda opened: entity_lines(opened, identifier))


@shows.command()
def origins(identifier: Event, record: RecordFile = DEFAULT) -> None:
    """Draw the origin ledger of an event: the roots, the reports on each, and the words of every link.

    Example: dateline show origins EVENT --record record.db
    """
    _show(record, lambda opened: origin_lines(opened, identifier))


@shows.command()
def discrepancies(
    identifier: Annotated[str | None, typer.Argument(help="An event's id; all events if not given.")] = None,
    record: RecordFile = DEFAULT,
) -> None:
    """List where accounts part.

    Example: dateline show discrepancies --record record.db
    """
    with looking(record) as opened:
        chosen = opened.event(identifier).id if identifier else None
        _print(discrepancy_lines(opened, chosen))


@shows.command()
def stories(record: RecordFile = DEFAULT) -> None:
    """List the stories.

    Example: dateline show stories --record record.db
    """
    _show(
        record,
        lambda opened: (
            f"{s.id}  {s.title}  [{len(s.events)} event{'' if len(s.events) == 1 else 's'}, "
            f"{report_words(len(s.reports))}]"
            for s in opened.stories()
        ),
    )


@shows.command()
def decisions(
    record: RecordFile = DEFAULT,
    rules: Annotated[bool, typer.Option("--rules", help="Also those made by rule.")] = False,
) -> None:
    """List people's judgements, and with --rules every decision made by rule.

    Example: dateline show decisions --record record.db
    """
    with looking(record) as opened:
        lines = [
            f"{j.number}  {judged(opened, j.about, j.verdict, j.left, j.right)}, by {j.by} at {j.at}"
            + (f": {j.why}" if j.why else "")
            + (f"  (undone {j.undone})" if j.undone else "")
            for j in judgements(opened.base)
        ]
        if rules:
            lines += [
                f"{d.about}  {d.verdict}  {d.score:.2f}  {d.left}  {d.right}: {'; '.join(d.reasons)}"
                for d in opened.decisions()
                if d.by == "rule"
            ]
        _print(lines)


@shows.command()
def changes(
    record: RecordFile = DEFAULT,
    since: Annotated[str | None, typer.Option(help="Only what changed on or after this day, YYYY-MM-DD.")] = None,
) -> None:
    """List what builds changed: events that came, joined or left, and slots whose value is another now.

    Example: dateline show changes --since 2026-01-01 --record record.db
    """
    _show(
        record,
        lambda opened: (
            f"{c.at}  {change_words(c)} [{c.event}]" + (f", by {', '.join(c.by)}" if c.by else "")
            for c in changed(opened.base, as_day(since))
        ),
    )


@shows.command()
def report(
    identifier: Annotated[str, typer.Argument(help="A report's id.")],
    record: RecordFile = DEFAULT,
) -> None:
    """Show one report: its segments, warnings and who says what in it.

    Example: dateline show report wire-dec --record record.db
    """
    with looking(record) as opened:
        reading, kept = opened.reading(identifier), opened.kept(identifier)
    report = reading.report
    lines = [f"{report.id}  {report.title or ''}", f"  published {when_words(kept.published if kept else None)}"]
    lines += [f"  {s.kind} {s.start}-{s.end}: {report.text[s.start : s.end][:90]!r}" for s in reading.segments]
    lines += [f"  warning {w.kind}: {w.why}" for w in (kept.warnings if kept else ())]
    lines += [
        f"  {t.kind} as in {t.other}: {report.text[t.start : t.end]!r} ({t.why})" for t in (kept.shares if kept else ())
    ]
    for said in reading.attributions:
        content = " … ".join(report.words(span) for span in said.content)
        source = " ".join(report.words(span) for span in said.source)
        lines.append(f"  {said.quoted} {said.speaker_kind} {source!r}: {content!r}")
    _print(lines)


@shows.command()
def claims(
    identifier: Annotated[str, typer.Argument(help="A report's id.")],
    record: RecordFile = DEFAULT,
) -> None:
    """Print a report's sentences with their claims marked, for a person to check in seconds.

    Example: dateline show claims wire-dec --record record.db
    """
    _show(record, lambda opened: marked(opened.reading(identifier)))


@shows.command(name="aside")
def set_aside(record: RecordFile = DEFAULT) -> None:
    """List what was set aside, with the reason.

    Example: dateline show aside --record record.db
    """
    _show(
        record,
        lambda opened: (f"{path}{f':{line}' if line else ''}: {reason}" for path, line, reason in aside(opened.base)),
    )
