"""A person's word: it joins and parts whole entities, outlives every build, and can be taken back."""

import shutil

import pytest

from builders import EXAMPLE, built
from dateline.run.build import rebuild
from dateline.run.judged import pair_of
from dateline.store.file import connect
from dateline.store.judgements import judge, undo
from dateline.store.view import Record

pytestmark = pytest.mark.slow


@pytest.fixture
def record(tmp_path, example):
    with Record(example) as opened:
        opened.base.execute("pragma wal_checkpoint(truncate)")
    shutil.copy(example, tmp_path / "record.db")
    return tmp_path / "record.db"


def spellings(record):
    with Record(record) as opened:
        return {frozenset(a.text for a in e.aliases) for e in opened.entities() if e.kind == "person"}


def say(record, verdict, left, right):
    with Record(record) as opened:
        about, pair = pair_of(opened, left, right)
    base = connect(record)
    judge(base, about, pair, verdict)
    base.close()
    rebuild(record)


def test_a_join_is_of_all_that_goes_by_either_name_and_can_be_undone(record, tmp_path, parses):
    before = spellings(record)
    say(record, "same", "Ahmed al-Sharaa", "Maher al-Sharaa")
    joined = [names for names in spellings(record) if {"Ahmed al-Sharaa", "Maher al-Sharaa"} & names]
    assert len(joined) == 1
    assert {"Ahmed al-Sharaa", "Maher al-Sharaa"} <= joined[0]
    built([EXAMPLE], record, parses=parses)
    assert joined[0] in spellings(record)
    base = connect(record)
    undo(base)
    base.close()
    rebuild(record)
    assert spellings(record) == before


def test_a_split_takes_each_spelling_to_its_own(record):
    say(record, "different", "Murhaf Abu Qasra", "Marhaf Abu Kassar")
    assert not [names for names in spellings(record) if {"Murhaf Abu Qasra", "Marhaf Abu Kassar"} <= names]
    assert [names for names in spellings(record) if "Marhaf Abu Kassar" in names]
