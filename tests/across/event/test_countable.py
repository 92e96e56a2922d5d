"""Whose counts are an event's."""

from datetime import date

from msgspec.structs import replace
from tests.across.test_events import FRIDAY, MONDAY, claim

from dateline.across.event.countable import countable
from dateline.across.event.drafts import drafts
from dateline.across.event.seen import see
from dateline.across.event.tally import tallies
from dateline.model import Dates, Entities, Quantity

SATURDAY = date(2024, 3, 9)


def counted(main, root, *claims):
    """What is counted for the event of the claim ``main``, with the happening that of ``root``."""
    drawn = drafts([see(one, Entities(of={"r:a": "A", "r:b": "B"}), Dates()) for one in claims])
    of = {seen.claim.id: one for one in drawn for seen in one.members}
    told = {one.report: of[main].id for one in claims if one.report == claims[0].report}
    told |= {one.report: of[one.id].id for one in claims if one.report != claims[0].report}
    return {q.of: q.low for q in tallies(countable(of[main], of[root].id, drawn, told))}


def taken(rep, start, of, many, lemma, when=MONDAY, weight=0.9):
    quantity = Quantity(of=of, low=many, high=many, start=start, end=start + 1)
    mode, action = ("arrest", "COERCE") if of == "captured" else (None, "ASSAULT")
    return replace(claim(rep, start, lemma, when, weight, action=action), mode=mode, quantities=(quantity,))


def test_whom_forces_killed_where_they_took_others():
    held, dead = taken("r", 0, "captured", 3, "detain"), taken("r", 40, "killed", 2, "kill", weight=0.7)
    assert counted("r:0", "r:40", held, dead) == {"captured": 3, "killed": 2}
    aside = taken("r", 40, "killed", 2, "kill", weight=0.5)
    assert counted("r:0", "r:40", held, aside) == {"captured": 3}
    before = taken("r", 40, "killed", 2, "kill", FRIDAY)
    assert counted("r:0", "r:40", held, before) == {"captured": 3}
    by_police = taken("r", 0, "captured", 1, "arrest")
    assert counted("r:0", "r:40", by_police, dead) == {"captured": 1}


def test_all_held_on_the_spot_are_counted():
    fight = taken("r", 0, "killed", 2, "kill")
    one, two = taken("r", 40, "captured", 1, "arrest"), taken("r", 60, "captured", 2, "arrest")
    two = replace(two, quantities=(replace(two.quantities[0], sense="more"),))
    assert counted("r:0", "r:0", fight, one, two) == {"killed": 2, "captured": 3}
    assert counted("r:0", "r:0", fight, one) == {"killed": 2}


def test_who_is_taken_in_the_sentence_that_tells_the_force_is_counted():
    fight, taken_then = taken("r", 0, "killed", 2, "kill"), taken("r", 40, "captured", 1, "arrest")
    assert counted("r:0", "r:0", fight, replace(taken_then, start=fight.start, end=fight.end)) == {
        "killed": 2,
        "captured": 1,
    }


def test_a_later_death_of_wounds_is_the_happenings():
    hurt = replace(claim("a", 0, "shoot", MONDAY, whom=("r:a",)), quantities=taken("a", 0, "shot", 1, "x").quantities)
    died = replace(claim("b", 0, "die", SATURDAY, dead=1.0, whom=("r:a",)), kind="death")
    recalled = claim("b", 40, "shoot", MONDAY, 0.4, whom=("r:a",))
    assert counted("a:0", "a:0", hurt, died, recalled) == {"killed": 1}
    other = replace(died, report="c", id="c:0", recipients=(replace(died.recipients[0], entity="r:b"),))
    told_else = claim("c", 40, "protest", SATURDAY, 1.0, action="PROTEST")
    assert "killed" not in counted("a:0", "a:0", hurt, told_else, replace(other, weight=0.3, report="a", id="a:90"))
