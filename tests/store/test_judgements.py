"""People's judgements: kept, latest first, undone."""

import pytest

from dateline.model import DatelineError
from dateline.store.file import connect
from dateline.store.judgements import judge, judgements, standing, undo


@pytest.fixture
def base(tmp_path):
    return connect(tmp_path / "r.db", create=True)


def test_the_latest_word_on_a_pair_stands_whatever_its_order(base):
    judge(base, "entity", ("b", "a"), "same")
    judge(base, "entity", ("a", "b"), "different", why="seen together")
    assert [(d.left, d.right, d.verdict, d.reasons) for d in standing(base)] == [
        ("a", "b", "different", ("seen together",))
    ]


def test_undo_takes_back_the_newest_and_brings_the_older_one_back(base):
    judge(base, "entity", ("a", "b"), "same")
    judge(base, "entity", ("a", "b"), "different")
    assert undo(base).verdict == "different"
    assert [d.verdict for d in standing(base)] == ["same"]
    assert len(judgements(base)) == 2


def test_undo_without_a_judgement_says_so(base):
    with pytest.raises(DatelineError, match="no judgement"):
        undo(base)


def test_a_judgement_needs_two_sides(base):
    with pytest.raises(DatelineError, match="two different"):
        judge(base, "entity", ("a", "a"), "same")
