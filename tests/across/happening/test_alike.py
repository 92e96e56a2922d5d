"""Whether two reports tell of one happening: what keeps them apart."""

import pytest
from msgspec.structs import replace
from tests.across.happening.test_template import DAY, release

from dateline.across.happening.alike import HAPPENING


def apart(one, other):
    (veto,) = (veto for veto in HAPPENING.vetoes if veto.name == "weeks")
    return veto.look(one, other) is not None


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        (release("a", on=0), release("b", at=20, on=20), True),
        (release("a", on=0), release("b", at=10, on=10), False),
        (release("a", on=0), replace(release("b", at=20, on=20), given=False), False),  # whose day is inferred
        (release("a", on=0, people=["orla venning"]), release("b", at=20, on=20, people=["orla venning"]), False),
        (release("a", on=0, streets=("mill",)), release("b", at=20, on=20, streets=("mill",)), False),
        (release("a", on=0), replace(release("b", at=20, on=20), days=frozenset([DAY])), False),
    ],
)
def test_news_set_weeks_apart_is_not_one_unless_something_named_joins_it(one, other, parted):
    assert apart(replace(one, outlet=""), replace(other, outlet="")) is parted
