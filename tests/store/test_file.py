"""Opening record files, good and bad."""

import sqlite3

import pytest

from dateline.model import DatelineError
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
