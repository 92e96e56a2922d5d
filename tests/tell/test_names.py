"""Names told from descriptions."""

import pytest

from dateline.tell.names import is_name


@pytest.mark.parametrize(
    "words, named",
    [("Murhaf Abu Qasra", True), ("the general", False), ("He", False), ("Them", False), ("US", True), ("دمشق", True)],
)
def test_what_a_name_is(words, named):
    assert is_name(words) is named
