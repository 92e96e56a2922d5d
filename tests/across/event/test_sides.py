"""Nobody stands on both sides of what two do together."""

import pytest
from msgspec.structs import replace
from tests.across.test_events import claim

from dateline.across.event.seen import see
from dateline.across.event.sides import sides
from dateline.model import Dates, Entities, Participant

ENTITIES = Entities(of={f"{rep}:{who}": who for rep in "abc" for who in "VHK"})


def seen(rep, doers, others, action="CONSULT"):
    people = [
        tuple(Participant(entity=f"{rep}:{n}", start=i, end=i + 1) for i, n in enumerate(s)) for s in (doers, others)
    ]
    one = replace(claim(rep, 0, "meet", action=action), actors=people[0], recipients=people[1])
    return see(one, ENTITIES, Dates())


@pytest.mark.parametrize(
    ("told", "actors", "recipients"),
    [
        ([("a", "V", "H"), ("b", "H", "V")], "V", "H"),  # the other way round
        ([("a", "VH", "H"), ("b", "H", "V")], "V", "H"),  # "V and H met"
        ([("a", "V", "H"), ("b", "HK", "V")], "V", "HK"),  # who is with H in one report is on H's side
        ([("a", "V", ""), ("b", "H", "V")], "V", "H"),
    ],
)
def test_a_meeting_has_two_sides(told, actors, recipients):
    members = [seen(*one) for one in told]
    found = sides(members, members, "CONSULT", ENTITIES)
    assert ["".join(sorted(ENTITIES.of[p.entity] for p in side)) for side in found] == [actors, recipients]


def test_praise_is_no_meeting():
    members = [seen("a", "V", "H", "SUPPORT"), seen("b", "H", "V", "SUPPORT")]
    assert [len(side) for side in sides(members, members, "SUPPORT", ENTITIES)] == [2, 2]
