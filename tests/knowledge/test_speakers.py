import pytest

from dateline.knowledge.speakers import performs


@pytest.mark.parametrize(("cue", "done"), [("pledged", True), ("Thanked", True), ("said", False), ("recalled", False)])
def test_what_is_done_in_words_tells_of_nothing_else(cue, done):
    assert performs(cue) is done
