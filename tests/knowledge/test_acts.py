"""Which words tell of one kind of happening."""

import pytest

from dateline.knowledge.acts import act


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("plunge", "fall", True),
        ("slip", "fall", False),  # who slips may fall for it
        ("acquisition", "acquire", True),
        ("manslaughter", "kill", True),
    ],
)
def test_words_of_one_act(one, other, same):
    assert (act(one) == act(other)) is same
