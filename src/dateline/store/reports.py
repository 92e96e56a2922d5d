"""Reports and their readings: what a build adds, batch by batch, and what can never be made again."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import msgspec
from msgspec.structs import replace

from dateline.model import Reading, Report
from dateline.store.file import pack, setting, unpack

_json = msgspec.json.Encoder(order="sorted").encode


def digest(report: Report) -> str:
    """The SHA-256 of everything that a report says of itself; where it was read from does not count."""
    return hashlib.sha256(_json(replace(report, uri="", digest="", read_from=""))).hexdigest()


def known(base: sqlite3.Connection, identifier: str) -> tuple[str, str] | None:
    """Digest and address of the report with this id, if the record holds it."""
    row = base.execute("select digest, uri from report where id = ?", (identifier,)).fetchone()
    return None if row is None else (str(row[0]), str(row[1]))


def put_readings(base: sqlite3.Connection, readings: Sequence[Reading], fingerprint: str) -> None:
    """Keep readings, and the reports they are of; a reading that was kept before is replaced."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for reading in readings:
        report = reading.report
        row = base.execute("select arrived from report where id = ?", (report.id,)).fetchone()
        if row:  # what was decided rests on the reading before: the next build decides from nothing
            base.execute("delete from setting where name = 'basis'")
        base.execute("delete from report where id = ?", (report.id,))
        base.execute(
            "insert into report (id, digest, uri, title, text, arrived, fingerprint, reading) values (?,?,?,?,?,?,?,?)",
            (
                report.id,
                digest(report),
                report.uri,
                report.title or "",
                report.text,
                row[0] if row else now,
                fingerprint,
                pack(reading),
            ),
        )


def rename(base: sqlite3.Connection, identifier: str, uri: str) -> None:
    """Give a report the address that comes first in the alphabet, so that the order of arrival leaves no trace."""
    row = base.execute("select reading from report where id = ? and uri > ?", (identifier, uri)).fetchone()
    if row is None:
        return
    reading = unpack(row[0], Reading)
    moved = replace(reading, report=replace(reading.report, uri=uri))
    base.execute("update report set uri = ?, reading = ? where id = ?", (uri, pack(moved), identifier))


def remove(base: sqlite3.Connection, identifier: str) -> None:
    """Take a report out, because another one came with the same id and other content."""
    for table in ("kept", "joined", "told", "rooted"):
        base.execute(f"delete from {table} where report = ?", (identifier,))
    base.execute("delete from setting where name = 'basis'")  # the next build decides from nothing
    base.execute("delete from report where id = ?", (identifier,))


def stale(base: sqlite3.Connection, fingerprint: str) -> Iterator[Report]:
    """The reports that were read by other stages, or another parser, than today's."""
    ids = [row[0] for row in base.execute("select id from report where fingerprint <> ? order by id", (fingerprint,))]
    for identifier in ids:
        yield unpack(
            base.execute("select reading from report where id = ?", (identifier,)).fetchone()[0], Reading
        ).report


def reading(base: sqlite3.Connection, identifier: str) -> Reading | None:
    """The reading of a report, if the record holds it."""
    row = base.execute("select reading from report where id = ?", (identifier,)).fetchone()
    return None if row is None else unpack(row[0], Reading)


def undecided(base: sqlite3.Connection) -> list[str]:
    """The reports about which nothing was decided yet, by id; those up to the last one decided on are not looked at."""
    query = """
        select id from report where number > ? and not exists (select 1 from kept where report = report.id) order by id
    """
    return [row[0] for row in base.execute(query, (int(setting(base, "decided") or 0),))]


def readings(base: sqlite3.Connection) -> Iterator[Reading]:
    """Every reading, in the order of the reports' ids."""
    for (blob,) in base.execute("select reading from report order by id"):
        yield unpack(blob, Reading)


def put_aside(base: sqlite3.Connection, path: str, line: int | None, identifier: str | None, reason: str) -> None:
    """Note what was set aside, and why."""
    base.execute(
        "insert or replace into aside values (?, ?, ?, ?)", (path, line if line is not None else 0, identifier, reason)
    )


def aside(base: sqlite3.Connection) -> list[tuple[str, int | None, str]]:
    """What was set aside: path, line (None where the whole file is meant) and reason."""
    rows = base.execute("select path, line, reason from aside order by path, line, reason")
    return [(path, line or None, reason) for path, line, reason in rows]


def put_clash(base: sqlite3.Connection, identifier: str) -> None:
    """Remember that an id was used for two contents, so that neither comes back."""
    base.execute("insert or ignore into clash values (?)", (identifier,))


def clashed(base: sqlite3.Connection, identifier: str) -> bool:
    """Say whether an id was used for two contents."""
    return base.execute("select 1 from clash where id = ?", (identifier,)).fetchone() is not None
