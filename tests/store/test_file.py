"""Opening record files, good and bad."""

import sqlite3

import pytest

from dateline.model import DatelineError
from dateline.store import schema
from dateline.store.file import connect, transaction
from dateline.store.schema import MIGRATIONS


def test_a_missing_record_says_how_to_make_one(tmp_path):
    with pytest.raises(DatelineError, match="dateline build"):
        connect(tmp_path / "none.db")


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "r.db").write_bytes(b"not a database at all, but longer than a header would be" * 40)
    with pytest.raises(DatelineError, match="cannot be used"):
        connect(tmp_path / "r.db")


def test_another_programs_database_is_refused(tmp_path):
    base = sqlite3.connect(tmp_path / "r.db")
    base.execute("create table other (a)")
    base.close()
    with pytest.raises(DatelineError, match="not a Dateline record"):
        connect(tmp_path / "r.db")


def test_an_older_records_rows_are_carried_into_newer_tables(tmp_path, monkeypatch):
    with monkeypatch.context() as before:
        before.setattr(schema, "MIGRATIONS", MIGRATIONS[:8])
        base = connect(tmp_path / "r.db", create=True)
    base.execute("insert into kept_told_of values ('r1', x'01')")
    base.execute("insert into entity values ('N1', 'person', 'A Name', 2, x'02')")
    base.close()
    base = connect(tmp_path / "r.db")
    assert base.execute("select key, body from kept_told_of").fetchall() == [("r1", b"\x01")]
    assert base.execute("select id, name, weight, body from entity").fetchall() == [("N1", "A Name", 2, b"\x02")]
    indexes = {row[0] for row in base.execute("select name from sqlite_master where type = 'index'")}
    assert {"event_listed", "event_ranked", "event_placed", "entity_kind", "origin_entity"} <= indexes
    assert base.execute("pragma user_version").fetchone() == (len(MIGRATIONS),)


def test_a_newer_record_is_refused(tmp_path):
    base = connect(tmp_path / "r.db", create=True)
    base.execute(f"pragma user_version={len(MIGRATIONS) + 1}")
    base.close()
    with pytest.raises(DatelineError, match="newer Dateline"):
        connect(tmp_path / "r.db")


def test_a_transaction_that_fails_leaves_nothing(tmp_path):
    base = connect(tmp_path / "r.db", create=True)
    with pytest.raises(sqlite3.OperationalError):
        write_half(base)
    assert base.execute("select count(*) from setting").fetchone() == (0,)


def write_half(base):
    with transaction(base):
        base.execute("insert into setting values ('a', 'b')")
        base.execute("insert into nowhere values (1)")


def test_a_record_where_nothing_can_be_written_is_read_all_the_same(tmp_path, monkeypatch):
    connect(tmp_path / "r.db", create=True).close()
    monkeypatch.setattr("dateline.store.file.os.access", lambda _path, _mode: False)
    base = connect(tmp_path / "r.db")
    assert base.execute("select count(*) from report").fetchone() == (0,)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        base.execute("insert into setting values ('a', 'b')")
    base.close()
    (tmp_path / "r.db-wal").write_bytes(b"changes")
    with pytest.raises(DatelineError, match="copy both"):
        connect(tmp_path / "r.db")
