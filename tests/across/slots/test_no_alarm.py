"""What two reports say of different things is no difference between them: ages of two men, an hour in another zone."""

import pytest
from msgspec.structs import replace

from across.test_discrepancies import FIRST, parted, shown
from across.test_events import FRIDAY, MONDAY, claim
from builders import report
from dateline.across.event.seen import see
from dateline.across.slots.accounts import Account
from dateline.across.slots.days import hours, rounded
from dateline.across.slots.deeds import deeds
from dateline.model import Dates, Entities, Reading, Time

OUTLET, DAY, HEADLINE, TEXT = FIRST


def slots(parser, *added, town="Millbrook"):
    """The slots on which FIRST and a second report part, which says nearly the same with other sentences added."""
    other = (
        "Two people were shot dead and three were hurt at the Anchor Tavern in Millbrook, Ohio, at about 10 p.m. on "
        "Monday. Tomas Brandvold, 41, and Orla Venning, 29, died there, police said. "
    )
    told = [FIRST, ("Valley Ledger", DAY, HEADLINE, other + " ".join(added))]
    told = [(outlet, on, title, text.replace("Millbrook", town)) for outlet, on, title, text in told]
    return {key[0] for key in shown(parted(parser, *told))}


QUIET = {
    "an hour of something else, with a day of its own": (
        "Blood will be given at noon on Thursday in memory of those killed in the shooting."
    ),
    "an hour by the clock of another zone": "The shooting happened at about 11 p.m. GMT on Monday.",
    "some of the hurt, told with the rest": (
        "Medics said that two of the three hurt were in a ward. Two suffered burns and one was cut, a nurse said."
    ),
    "one of the dead": "Guests ran. The coroner came at eight. Wardens looked about. A cook was found dead in a hut.",
    "the same hour by the clock of the capital": "Guests fled the shooting at 11 p.m. ET on Monday.",
    "two persons": "Two people were shot dead next to Ana Ruiz and Wim Hake, guests said.",
    "where a hearing is held": "Wim Hake was charged with the killing in Tarn County Court on Court Street.",
    "what is only hoped for": "Brandvold will be greatly missed, said a friend who tried to reach the tavern.",
    "a count of many happenings together": "Nine people were killed in the county since Friday, police said.",
    "that nobody was held": "No one was in custody on Tuesday.",
    "the age of another, who is named too": "A third guest, Piet Voss, 43, was not hurt.",
}


@pytest.mark.parametrize("added", QUIET.values(), ids=QUIET)
def test_quiet(added, parser):
    assert slots(parser, added) == set()


@pytest.mark.parametrize("zone", ["", " EST", " local time"])
def test_an_hour_of_the_same_clock_is_held_against_it(zone, parser):
    added = f"The shooting happened at about 11:20 p.m.{zone} on Monday."
    assert "when" in slots(parser, added, town="Columbus")


def test_a_quarter_to_midnight_is_just_before_it():
    given = [Account(report=key, claim=key, key=key, value={"value": key}) for key in ("T23:45", "T24:00", "T23:30")]
    assert rounded(given[:2])
    assert not rounded(given)


SAYINGS = [
    (
        "We realised that the bridge over the river was not safe",
        "We realized that the bridge over the river was not safe",
    ),
    ("We know that the town's bridge over it is not safe", "We know that the town ’ s bridge over it is not safe"),
]


@pytest.mark.parametrize("words", SAYINGS)
def test_marks_and_spelling_make_no_other_words(words, parser):
    told = [
        (
            outlet,
            DAY,
            "Mayor of Millbrook speaks",
            f'Mayor Orla Venning of Millbrook spoke. "{said}," Orla Venning said.',
        )
        for outlet, said in zip(("Harbour Post", "Valley Ledger"), words, strict=True)
    ]
    assert shown(parted(parser, *told)) == {}


@pytest.mark.parametrize(("on", "count"), [(MONDAY, 2), (FRIDAY, 0)])
def test_hours_of_other_days_are_of_other_things(on, count):
    first, other = at_hour("a", MONDAY, "22:00"), at_hour("b", on, "23:00")
    members = [see(one.claims[0], Entities(), Dates()) for one in (first, other)]
    assert len(hours(members, {"a": first, "b": other})) == count


def at_hour(name, on, clock):
    hour = Time(
        id=f"{name}:1-3", report=name, start=1, end=3, text="about 11 p.m.", timex="TIME",
        value=f"{on}T{clock}", earliest=on, latest=on,
    )  # fmt: skip
    return Reading(report=report(identifier=name), claims=(claim(name, 0, "shoot", on),), times=(hour,))


def test_moods_are_compared_of_what_is_told_of_one_person_or_day():
    planned = shot("a", "planned", recipients=frozenset({"V"}))
    of_one = shot("b", "happened", recipients=frozenset({"V"}))
    of_another = shot("b", "happened", recipients=frozenset({"H"}))
    assert moods(planned, of_one) == [{"planned", "happened"}]
    assert moods(planned, of_another) == []
    assert moods(replace(planned, days=(MONDAY, MONDAY)), replace(of_another, days=(MONDAY, MONDAY))) != []


def shot(name, modality, **rest):
    return replace(see(replace(claim(name, 0, "shoot"), modality=modality), Entities(), Dates()), **rest)


def moods(*members):
    readings = {seen.claim.report: Reading(report=report(identifier=seen.claim.report)) for seen in members}
    points = deeds(members, (), readings)
    return [{account.key for account in point.accounts} for point in points if point.slot == "modality"]
