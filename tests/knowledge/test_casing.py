"""How words are written in the middle of a sentence."""

import pytest

from dateline.knowledge.casing import UNKNOWN, share_small


@pytest.mark.parametrize("word, small", [("port", True), ("name", True), ("james", False), ("abduct", True)])
def test_common_words_are_small_and_given_names_are_not_asked_for(word, small):
    assert (share_small(word) > 50) is small
    assert (share_small(word) == UNKNOWN) is not small
