"""Reports that wear a wrong date."""

from datetime import date

from msgspec.structs import replace
from tests.across.test_events import claim

from dateline.across.event.seen import see
from dateline.across.news.misdated import misdated, undated
from dateline.model import Dates, Entities, Participant, Place, day

THEN, LATER = date(2024, 3, 4), date(2025, 1, 20)


def told(rep, when, *, dead=4.0, town="Ola", who="ruiz", basis="document"):
    """A killing by somebody with a name, as a report tells it that counts from its own day."""
    made = replace(
        claim(rep, 0, "kill", when, dead=dead),
        actors=(Participant(entity=who, start=0, end=2),),
        place=Place(name=town, country="NOR"),
        when=day(when, basis),
    )
    return see(made, Entities(of={who: who}), Dates(published={rep: day(when, "given")}))


def wrong(*seen):
    return misdated(seen, {"ruiz", "lind"})


def test_who_kills_as_many_in_one_town_half_a_year_later_killed_them_once():
    others = told("a", THEN), told("b", THEN)
    assert wrong(*others, told("c", LATER)) == {"c"}
    assert [seen.days for seen in undated([*others, told("c", LATER)], {"c"})][2:] == [None]


def test_what_may_have_been_done_again_is_not_doubted():
    others = told("a", THEN), told("b", THEN)
    assert wrong(*others, told("c", LATER, dead=3.0)) == set()
    assert wrong(*others, told("c", LATER, town="Lodi")) == set()
    assert wrong(*others, told("c", LATER, who="lind")) == set()
    assert wrong(*others, told("c", LATER, basis="stated")) == set()
    assert wrong(told("a", THEN), told("c", LATER)) == set()
    assert wrong(*others, told("c", date(2024, 3, 9))) == set()
