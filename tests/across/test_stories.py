from datetime import date

from dateline.across.stories import stories
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
