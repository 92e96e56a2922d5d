"""What is kept of an event to meet it again elsewhere."""

from datetime import date

from msgspec.structs import replace
from tests.across.test_events import claim
from tests.builders import report

from dateline.across.event.seen import see
from dateline.across.recollection import recollections
from dateline.model import Dates, Entities, Event, Events, Mention, Participant, Reading, day

DAY = date(2024, 3, 4)
ENTITIES = Entities(of={name: name for name in ("ira", "una")})


def seen(rep, start, lemma, who="ira", when=None, sentence=(0, 90)):
    one = claim(rep, start, lemma, when, action="CONSULT")
    actor = Participant(entity=who, start=0, end=1)
    return see(replace(one, start=sentence[0], end=sentence[1], actors=(actor,)), ENTITIES, Dates())


def mention(entity, name, role=""):
    return Mention(
        id=entity,
        report="a",
        start=0,
        end=1,
        text=name,
        kind="person",
        form="name",
        entity=entity,
        name=name,
        role=role,
    )


def recollected(*claims, published=DAY):
    text = report(identifier="a", text="They met at Quillfeather Hall " * 8, published=day(published, "given"))
    people = (mention("ira", "Ira Holt"), mention("una", "Una Prest", "minister"))
    reading = Reading(report=text, mentions=people, claims=tuple(one.claim for one in claims))
    events = [
        Event(
            id=f"E{one.claim.id}", title="", action="CONSULT", mode=None, actors=(), recipients=(), place=None,
            when=None, quantities=(), modality="happened", claims=(one.claim.id,), reports=("a",), outlets=1,
        )
        for one in claims
    ]  # fmt: skip
    return {one.id: one for one in recollections([reading], ENTITIES, Dates(), Events(found=tuple(events)))}


def test_only_acts_that_name_somebody_or_a_day_leave_one():
    nobody = seen("a", 30, "meet", who=None)
    vague = seen("a", 40, "gurgle", when=DAY)
    found = recollected(seen("a", 0, "meet"), nobody, vague, seen("a", 50, "say"))
    assert list(found) == ["Ea:0"]
    assert found["Ea:0"].people == {"ira"}
    assert "quillfeather" in found["Ea:0"].words


def test_nobody_recalls_what_has_not_happened():
    assert recollected(seen("a", 0, "meet"))["Ea:0"].last == DAY.toordinal()


def test_who_holds_an_office_meets_but_is_no_party_to_a_killing():
    assert recollected(seen("a", 0, "meet", "una"))["Ea:0"].people == {"una"}
    assert recollected(seen("a", 0, "shoot", "una", DAY))["Ea:0"].people == frozenset()
