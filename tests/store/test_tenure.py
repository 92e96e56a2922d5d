"""The time for which reports give an office."""

from datetime import date

from dateline.model import Entity, Role, When, day
from dateline.store.tenure import with_times

DAYS = {"a": day(date(2024, 3, 1), "document"), "b": day(date(2024, 5, 2), "document"), "c": None}


def timed(*roles: Role) -> list[When | None]:
    entity = Entity(id="n", kind="person", name="Kari Solberg", aliases=(), roles=roles)
    return [role.when for role in with_times(entity, DAYS.get).roles]


def test_an_office_lasts_over_the_reports_that_give_it():
    (found,) = timed(Role(text="Norwegian Defence Minister", reports=("b", "a", "c")))
    assert found is not None
    assert (found.value, found.source) == ("2024-03-01/2024-05-02", ("a", "b"))


def test_a_single_day_and_none():
    one, none = timed(Role(text="Minister", reports=("b",)), Role(text="Envoy", reports=("c",)))
    assert one is not None
    assert one.value == "2024-05-02"
    assert none is None


def test_a_former_office_was_over_by_the_first_report():
    (found,) = timed(Role(text="former Defence Minister", reports=("b", "a")))
    assert found is not None
    assert (found.value, found.earliest, found.latest) == ("../2024-03-01", None, date(2024, 3, 1))
