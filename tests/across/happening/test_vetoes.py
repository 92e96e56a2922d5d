from datetime import date

import pytest
from msgspec.structs import replace

from dateline.across.happening.told import Told
from dateline.across.happening.vetoes import by_template, roundups, set_apart
from dateline.knowledge.numbering import Number
from dateline.model import Sketch

DAY = date(2024, 3, 5).toordinal()
KESTREL, OTTER = ("Kestrel", "Northmark"), ("Otterby", "Northmark")


def release(
    name,
    *,
    at=0,
    on=None,
    scene=KESTREL,
    outlet="Coast Command",
    family="",
    words=(),
    numbered=None,
    revisits=False,
    **sketched,
):
    """One release: published ``at`` days after the first (None: undated), its act set ``on`` so many days after."""
    names = sketched.pop("people", ())
    sketched.setdefault("names", dict.fromkeys(names, 5.0))
    return Told(
        id=name,
        sketch=Sketch(**sketched),
        published=None if at is None else DAY + at,
        days=frozenset(),
        incident=None if on is None else (DAY + on, DAY + on),
        family=family or name,
        words=frozenset(words),
        proper=frozenset(words),
        head=frozenset(),
        lead=frozenset(),
        foremost=(),
        outlet=outlet,
        hurt=frozenset(),
        held=frozenset(),
        people=frozenset(names),
        scenes=frozenset([scene] if scene else []),
        quotes=frozenset(),
        crowd=False,
        spoken=frozenset(words),
        release=numbered and Number(date(2024, 3, 1), "CC", numbered, 0, 7),
        revisits=revisits,
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"on": 0}, {"on": 2, "at": 2}),
        ({"on": 0}, {"on": 0, "scene": OTTER}),
        ({}, {"at": 9}),
        ({}, {"at": None}),
        ({"names": {"far kestrel": 5.0}}, {"at": None, "names": {"far kestrel": 5.0}}),
        ({"people": ["ada marsh"], "names": {}}, {"people": ["ada marsh"], "names": {}, "at": 9}),
        ({"family": "f", "on": 0}, {"family": "f", "on": 9, "at": 9, "scene": OTTER}),
        ({"on": 0, "numbered": 4}, {"on": 0, "numbered": 5}),
        ({"on": 0, "numbered": 4}, {"on": 0, "numbered": 4}),
    ],
    ids=[
        "another day",
        "another town",
        "weeks later",
        "undated",
        "undated, of one town",
        "one spokesman",
        "a form filled in anew",
        "two numbers",
        "two items under one number",
    ],
)
def test_releases_by_one_form_are_two(one, other):
    assert by_template(release("a", **one), release("b", **other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"outlet": "Coast Command"}, {"outlet": "Harbour Times", "at": 9}),
        ({"people": ["orla venning"]}, {"people": ["orla venning"], "at": 9}),
        ({"ages": (34,)}, {"ages": (34,), "at": 9}),
        ({"family": "f"}, {"family": "f", "at": 9}),
        ({"on": 0}, {"on": 0, "scene": ("Northmark", "Northmark")}),
        ({"on": 0}, {"on": 0, "scene": OTTER, "words": ("kestrel",)}),
        ({"on": 0, "numbered": 4}, {"on": 0, "numbered": 5, "revisits": True}),
        ({"on": 0, "numbered": 4, "family": "f"}, {"on": 0, "numbered": 5, "family": "f"}),
    ],
    ids=[
        "two outlets",
        "one person",
        "one age",
        "a copy",
        "a town and its division",
        "the town is spoken of",
        "told again",
        "a copy under another number",
    ],
)
def test_releases_that_may_be_one(one, other):
    assert by_template(release("a", **one), release("b", **other)) is None


@pytest.mark.parametrize(
    ("there", "more", "parted"),
    [
        (("Otterby", "Southmark"), {}, True),
        (("Otterby", "Northmark"), {}, False),
        (("Otterby", ""), {}, False),
        (("Otterby", "Southmark"), {"words": ("kestrel",)}, False),
        (("Otterby", "Southmark"), {"people": ("ada marsh",)}, False),
    ],
    ids=["another division", "the same division", "division unknown", "speaks of the other town", "one person in both"],
)
def test_harm_done_in_two_divisions_is_told_apart_whoever_tells_it(there, more, parted):
    one = replace(release("a", people=("ada marsh",)), struck=frozenset([KESTREL]))
    other = replace(release("b", outlet="Otter Post", **more), struck=frozenset([there]))
    assert bool(set_apart(one, other)) is parted


ROUND = {"ages": (17, 19, 24, 31, 40), "streets": ("elm", "mill", "weir")}
ANOTHER = {"ages": (17, 19, 22, 38, 51), "streets": ("bank", "dyke", "lock")}


@pytest.mark.parametrize(
    ("there", "parted"),
    [
        ({"on": 7}, True),
        ({"on": 1}, False),
        ({"on": 7, "people": ("ada marsh",)}, False),
        ({"on": 7, "streets": ("bank", "dyke", "weir")}, False),
        ({"on": 7, "ages": (17, 19)}, False),
        ({"on": 7, "streets": ("bank",)}, False),
        ({"on": None}, False),
    ],
    ids=["a week on", "the next night", "one person", "one street", "one act", "one scene", "no day"],
)
def test_rounds_of_a_towns_acts_on_two_nights_are_two_though_ages_are_the_same(there, parted):
    one = release("a", on=0, people=("ada marsh",), **ROUND)
    other = release("b", at=7, **(ANOTHER | there))
    assert bool(roundups(one, other)) is parted
