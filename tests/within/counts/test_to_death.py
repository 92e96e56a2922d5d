"""Who was struck down to death is counted dead, with whatever it was done."""

import pytest
from tests.within.test_claim import read


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two bakers were hacked to death by a mob on Monday.", [2]),
        ("A mob clubbed three bakers to death on Monday.", [3]),
        ("Two bakers were clubbed by a mob on Monday.", []),
    ],
)
def test_struck_to_death(text, killed, parser):
    _, found = read(text, parser)
    assert [q.low for claim in found for q in claim.quantities if q.of == "killed"] == killed
