"""What becomes of ties, figures and main events when events of two happenings are one."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.builders import report

from dateline.across.recalled import Recalled
from dateline.across.whole import whole_discrepancies, whole_events, whole_origins
from dateline.model import Discrepancy, Entities, Event, Events, Origins, OriginShare, Quantity, Reading, day

READINGS = [Reading(report=report(identifier=name)) for name in "abc"]


def event(name, *claims, when=None, main=False, dead=None, origin=None, **rest):
    reports = tuple(sorted({claim.partition(":")[0] for claim in claims}))
    given = {
        "title": name, "action": "ASSAULT", "mode": None, "actors": (), "recipients": (), "place": None,
        "when": day(when, "stated") if when else None, "modality": "happened", "outlets": len(reports),
        "quantities": (Quantity(of="killed", low=dead, high=dead, start=0, end=1),) if dead else (),
        "origins": (OriginShare(origin=origin, reports=reports, claims=claims),) if origin else (),
    }  # fmt: skip
    return Event(id=name, claims=claims, reports=reports, main=main, **(given | rest))


SHOT = event("shot", "b:0", when=date(2024, 3, 4), main=True, dead=2.0, origin="police")
RECALLED = event("recalled", "a:0", "c:9", dead=3.0, origin="court")
ARREST = event("arrest", "a:50", main=True, follows="recalled")
MAIN = {"b": "shot", "a": "arrest"}


def whole(*found, home, main=None):
    of = {claim: one.id for one in found for claim in one.claims}
    events = Events(of=of, main=main or MAIN, found=found)
    return whole_events(events, Origins(events=found), Recalled(home, ()), READINGS, Entities())


ONE = {"shot": "recalled", "recalled": "recalled"}


def test_what_is_recalled_becomes_part_of_the_news():
    made = whole(SHOT, RECALLED, ARREST, home=ONE)
    one = next(e for e in made.found if e.id == "recalled")
    assert (one.reports, one.claims, one.outlets) == (("a", "b", "c"), ("a:0", "b:0", "c:9"), 3)
    assert (one.main, one.when.value, one.quantities[0].low) == (True, "2024-03-04", 2.0)
    assert [share.origin for share in one.origins] == ["police", "court"]
    assert made.main == {"a": "arrest", "b": "recalled"}
    assert made.of == {"a:0": "recalled", "b:0": "recalled", "c:9": "recalled", "a:50": "arrest"}


def test_what_follows_the_recalled_follows_the_news():
    made = whole(SHOT, RECALLED, ARREST, home=ONE)
    assert next(e for e in made.found if e.id == "arrest").follows == "recalled"


def test_the_news_does_not_follow_what_others_have_it_follow():
    led = replace(RECALLED, follows="arrest")
    made = whole(SHOT, led, replace(ARREST, follows=None), home=ONE)
    assert next(e for e in made.found if e.id == "recalled").follows is None


@pytest.mark.parametrize("slot", ["follows", "part_of"])
def test_ties_that_lead_in_a_circle_fall(slot):
    made = whole(replace(SHOT, **{slot: "arrest"}), RECALLED, ARREST, home=ONE)
    assert [e.follows or e.part_of for e in made.found] == [None, None]


def test_recalled_everywhere_it_is_as_most_have_it():
    few = event("few", "b:0", when=date(2024, 3, 4), dead=5.0)
    one = next(e for e in whole(few, RECALLED, home={"few": "recalled", "recalled": "recalled"}).found)
    assert one.quantities[0].low == 3.0
    assert one.when.value == "2024-03-04"  # the larger part knows no day
    assert not one.main


def test_nothing_joined_nothing_changed():
    made = whole(SHOT, RECALLED, home={})
    assert made.found == (RECALLED, SHOT)


def test_discrepancies_and_origins_are_of_the_whole():
    found = Discrepancy(id="X", event="shot", slot="when", relation="disputes", values=())
    assert whole_discrepancies([found], Recalled(ONE, ()), ())[0].event == "recalled"
    made = whole(SHOT, RECALLED, home=ONE)
    assert whole_origins(Origins(events=(SHOT, RECALLED)), made).events == made.found
