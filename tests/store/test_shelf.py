"""The shelf in the record file: what is posted is found, whether or not it was read before it was posted."""

import pytest

from dateline.matching import Heap
from dateline.store.file import connect, transaction
from dateline.store.shelf import StoredShelf

TABLE = "told.filed"


@pytest.fixture(params=["heap", "stored"])
def shelf(request, tmp_path):
    if request.param == "heap":
        return Heap()
    return StoredShelf(connect(tmp_path / "r.db", create=True))


def put_down(shelf):
    if isinstance(shelf, StoredShelf):
        with transaction(shelf._base):
            shelf.put_down()


def test_what_is_posted_unread_stands_beside_what_stood_there(shelf):
    shelf.post(TABLE, "a", [("w ship", 1), ("w fire", 2)])
    put_down(shelf)
    shelf.post(TABLE, "b", [("w ship", 3)])
    shelf.unpost(TABLE, "a", ["w fire"])
    assert dict(shelf.posted(TABLE, "w ship")) == {"a": 1, "b": 3}
    assert dict(shelf.posted(TABLE, "w fire")) == {}
    put_down(shelf)
    assert dict(shelf.posted(TABLE, "w ship")) == {"a": 1, "b": 3}


def test_what_is_read_ahead_is_what_is_found(shelf):
    shelf.post(TABLE, "a", [("w ship", 1)])
    put_down(shelf)
    shelf.post(TABLE, "b", [("w ship", 2), ("w fire", 1)])
    shelf.ahead(TABLE, ["w ship", "w fire", "w nobody"])
    shelf.post(TABLE, "c", [("w ship", 3)])
    shelf.unpost(TABLE, "a", ["w ship"])
    assert dict(shelf.posted(TABLE, "w ship")) == {"b": 2, "c": 3}
    assert dict(shelf.posted(TABLE, "w fire")) == {"b": 1}
    assert dict(shelf.posted(TABLE, "w nobody")) == {}


def test_more_counts_what_stands_and_what_was_moved(shelf):
    shelf.post(TABLE, "a", [("w ship", 1)])
    shelf.post(TABLE, "b", [("w ship", 1)])
    put_down(shelf)
    assert [shelf.more(TABLE, "w ship", most) for most in (0, 1, 2)] == [True, True, False]
    shelf.unpost(TABLE, "a", ["w ship"])
    assert [shelf.more(TABLE, "w ship", most) for most in (0, 1)] == [True, False]
    shelf.post(TABLE, "b", [("w ship", 2)])
    assert not shelf.more(TABLE, "w ship", 1)
    assert not shelf.more(TABLE, "w nobody", 0)


@pytest.mark.parametrize("read", [True, False])
def test_the_first_under_a_key_is_the_smallest_that_is_left(tmp_path, read):
    shelf = StoredShelf(connect(tmp_path / "r.db", create=True))
    assert shelf.first(TABLE, "w ship") is None
    for item in "dbc":
        shelf.post(TABLE, item, [("w ship", 1)])
    assert shelf.first(TABLE, "w ship") == "b"
    put_down(shelf)
    if read:
        assert len(shelf.posted(TABLE, "w ship")) == 3
    assert shelf.first(TABLE, "w ship") == "b"
    shelf.unpost(TABLE, "b", ["w ship"])
    assert shelf.first(TABLE, "w ship") == "c"
    shelf.post(TABLE, "a", [("w ship", 1)])
    assert shelf.first(TABLE, "w ship") == "a"
    for item in "acd":
        shelf.unpost(TABLE, item, ["w ship"])
    assert shelf.first(TABLE, "w ship") is None


def test_values_fetched_at_once_are_what_was_put(shelf):
    for key, size in (("a", 1), ("b", 900)):
        shelf.put("told.of", key, [key] * size)
    shelf.put("told.of", "gone", ["gone"])
    put_down(shelf)
    shelf.put("told.of", "b", ["other"])
    shelf.drop("told.of", "gone")
    shelf.fetch("told.of", ["a", "b", "gone", "nobody"], list[str])
    found = [shelf.get("told.of", key, list[str]) for key in ("a", "b", "gone", "nobody")]
    assert found == [["a"], ["other"], None, None]
    put_down(shelf)
    assert shelf.get("told.of", "b", list[str]) == ["other"]
