from datetime import date

from dateline.across.event.plots import Plot
from dateline.across.stories import Stories, stories
from dateline.matching import Heap
from dateline.model import Entities, Entity, Event, Events, Participant, day


def event(name, when, *people, follows=None):
    actors = tuple(Participant(entity=person, start=0, end=1) for person in people)
    return Event(
        id=name, title=name, action="CONSULT", mode=None, actors=actors, recipients=(), place=None,
        when=day(when, "stated"), quantities=(), modality="happened", claims=(name,), reports=(name.lower(),),
        outlets=1, follows=follows, main=True,
    )  # fmt: skip


PEOPLE = Entities(
    of={"p": "P", "q": "Q", "r": "R"},
    found=tuple(Entity(id=n, kind="person", name=n, aliases=()) for n in "PQR"),
)


def told(*events):
    return [story.events for story in stories((), Events(found=events), PEOPLE)]


def test_what_follows_is_of_the_story_and_by_time():
    assert told(event("E2", date(2024, 2, 1), follows="E9"), event("E9", date(2024, 1, 1))) == [("E9", "E2")]


def test_a_shared_pair_joins_events_that_are_near():
    near = told(event("E1", date(2024, 1, 1), "p", "q"), event("E2", date(2024, 1, 20), "q", "p"))
    assert near == [("E1", "E2")]
    far = told(event("E1", date(2024, 1, 1), "p", "q"), event("E2", date(2024, 9, 20), "q", "p"))
    assert sorted(far) == [("E1",), ("E2",)]


def test_one_person_shared_is_not_enough():
    assert len(told(event("E1", date(2024, 1, 1), "p", "q"), event("E2", date(2024, 1, 2), "p", "r"))) == 2


def plot(name, day, *cast):
    return Plot(
        id=name, title=name, main=True, later=False, day=day, reports=(name,), cast=tuple(sorted(cast)), ties=()
    )


def test_an_event_that_ties_two_stories_leaves_one_and_no_trace_of_the_other():
    found = Stories(Heap())
    first = found.update((), [plot("A", 1, "p", "q"), plot("B", 9, "p", "q")]).fresh
    second = found.update((), [plot("C", 5, "r", "s"), plot("D", 8, "r", "s")]).fresh
    after = found.update((), [plot("E", 7, "p", "q", "r", "s")])
    assert [one.events for one in after.fresh] == [("A", "C", "E", "D", "B")]
    assert {one.id for one in (*first, *second)} - {one.id for one in after.fresh} == after.gone
