"""Reports in, record out."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from dateline.model import DatelineError, Reading, Report, SetAside
from dateline.read.sources import read
from dateline.run.collector import rarely
from dateline.run.flow import fingerprint
from dateline.run.grow import grow
from dateline.run.growing import HELD
from dateline.run.local import make_parser, read_all
from dateline.run.settings import Settings
from dateline.store import reports as shelf
from dateline.store.file import connect, put_setting, setting, transaction

UNREAD = ("unread_language", "unread_fault")  # warnings of reports of which nothing is claimed
Watch = Callable[[str, int], None]  # told what is being done and how many reports are through


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What a build came to; ``seconds`` is wall time. Of this build alone: ``aside`` are (path, line, reason) of what
    is not kept, ``unread`` (path or address, reason) of reports that are kept and of which nothing is claimed."""

    reports: int
    new: int
    known: int
    copies: int
    events: int
    people: int
    places: int
    discrepancies: int
    aside: tuple[tuple[str, int | None, str], ...]
    unread: tuple[tuple[str, str], ...]
    seconds: float


def build(
    paths: Sequence[str | Path], record: str | Path, settings: Settings | None = None, watch: Watch | None = None
) -> Summary:
    """Read reports into a record file, new or old, and decide anew what they come to together.

    Without paths an interrupted build is finished. Raises `DatelineError` where nothing could be read at all.
    """
    settings, watch = settings or Settings(), watch or (lambda _what, _count: None)
    began = time.monotonic()
    fresh = not Path(record).exists()
    base = connect(Path(record), create=bool(paths))
    try:
        with rarely():
            return _build(base, paths, settings, watch, began)
    finally:
        empty = fresh and not base.execute("select count(*) from report").fetchone()[0]
        base.close()
        if empty:
            _discard(Path(record))


def _build(
    base: sqlite3.Connection, paths: Sequence[str | Path], settings: Settings, watch: Watch, began: float
) -> Summary:
    intake = Intake(base)
    fresh: dict[str, Reading] = {}
    new = 0
    for kept in _take(base, intake.fresh(read(paths, max_chars=settings.max_chars)), settings, fresh):
        intake.note_unread(kept)
        new += len(kept)
        watch("reading", new)
    for identifier, uri in intake.addresses.items():
        shelf.rename(base, identifier, uri)
        fresh.pop(identifier, None)
    total = base.execute("select count(*) from report").fetchone()[0]
    if not total:
        reasons = "; ".join(f"{path}: {reason}" for path, _, reason in intake.aside[:3])
        raise DatelineError(
            f"nothing could be read from {', '.join(map(str, paths))}" + (f" ({reasons})" if reasons else "")
        )
    _decide(base, settings, watch, fresh)
    return _summary(base, intake, new, time.monotonic() - began)


def _discard(record: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        record.with_name(record.name + ending).unlink(missing_ok=True)


class Intake:
    """Lets each report in once: the same id with other content sets both aside, in this build and in all later ones."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._waiting: dict[str, tuple[str, str]] = {}  # id -> digest and address of reports not yet kept
        self._places: dict[str, str] = {}  # id -> file and line, of the reports of this build
        self.addresses: dict[str, str] = {}  # of reports that came in under several: the first in the alphabet
        self.known = 0
        self.aside: list[tuple[str, int | None, str]] = []
        self.unread: list[tuple[str, str]] = []

    def fresh(self, found: Iterable[Report | SetAside]) -> Iterator[Report]:
        """Give the reports that the record does not hold yet."""
        for item in found:
            if isinstance(item, SetAside):
                self.put_aside(item.path, item.line, None, item.reason)
            elif self._lets_in(item):
                yield item

    def put_aside(self, path: str, line: int | None, identifier: str | None, reason: str) -> None:
        """Set something aside, with its reason, for good."""
        self.aside.append((path, line, reason))
        shelf.put_aside(self._base, path, line, identifier, reason)

    def note_unread(self, readings: Iterable[Reading]) -> None:
        """Note the reports that are kept without being read."""
        for one in readings:
            why = [warning.why for warning in one.warnings if warning.kind in UNREAD]
            self.unread += [(one.report.read_from or one.report.uri, reason) for reason in why]

    def _lets_in(self, report: Report) -> bool:
        digest = shelf.digest(report)
        before = self._waiting.get(report.id) or shelf.known(self._base, report.id)
        if shelf.clashed(self._base, report.id):
            self.put_aside(
                report.read_from or report.uri,
                None,
                report.id,
                f"another report with the id {report.id} has other content",
            )
            return False
        if before is None:
            self._waiting[report.id] = (digest, report.uri)
            self._places[report.id] = report.read_from or report.uri
            return True
        if before[0] == digest:
            self.known += 1
            self.addresses[report.id] = min(report.uri, self.addresses.get(report.id, before[1]))
            return False
        self._clash(report, before[1])
        return False

    def _clash(self, report: Report, other: str) -> None:
        shelf.put_clash(self._base, report.id)
        self.addresses.pop(report.id, None)
        here, there = report.read_from or report.uri, self._places.get(report.id, other)
        for path, against in ((here, there), (there, here)):
            self.put_aside(path, None, report.id, f"the id {report.id} is used for another content in {against}")
        shelf.remove(self._base, report.id)


def _take(
    base: sqlite3.Connection, new: Iterator[Report], settings: Settings, fresh: dict[str, Reading]
) -> Iterator[list[Reading]]:
    """Read new reports, keep their readings and give them, batch by batch; ``fresh`` is filled with as many of them as
    are decided on at once."""
    mark = fingerprint(make_parser(settings.parser))
    for source in (shelf.stale(base, mark), new):
        for readings in read_all(
            source, settings.parser, jobs=settings.jobs, batch=settings.batch, kept=settings.parses
        ):
            kept = [r for r in readings if not shelf.clashed(base, r.report.id)]
            with transaction(base):
                shelf.put_readings(base, kept, mark)
                put_setting(base, "unfinished", "yes")
            if len(fresh) < HELD:
                fresh |= {r.report.id: r for r in kept}
            yield kept


def _decide(base: sqlite3.Connection, settings: Settings, watch: Watch, fresh: dict[str, Reading]) -> None:
    watch("deciding", 0)
    as_of = settings.as_of or datetime.now(UTC).astimezone().date()
    put_setting(base, "settings", json.dumps(settings.shaping(), sort_keys=True))
    grow(base, as_of, fresh)


def rebuild(record: str | Path) -> None:
    """Decide anew over the reports that a record holds, as of the same day: after a judgement, say."""
    base = connect(Path(record))
    try:
        stored = setting(base, "as_of")
        as_of = date.fromisoformat(stored) if stored else None
        grow(base, as_of or date.today())  # noqa: DTZ011
    finally:
        base.close()


def _summary(base: sqlite3.Connection, intake: Intake, new: int, seconds: float) -> Summary:
    def count(query: str) -> int:
        return int(base.execute(f"select count(*) from {query}").fetchone()[0])

    return Summary(
        reports=count("report"),
        new=new,
        known=intake.known,
        copies=count("kept where copy_of is not null"),
        events=count("event"),
        people=count("entity where kind = 'person'"),
        places=count("entity where kind in ('place', 'facility')"),
        discrepancies=count("discrepancy"),
        aside=tuple(intake.aside),
        unread=tuple(intake.unread),
        seconds=seconds,
    )
