from datetime import date

import pytest

from dateline.across.happening.template import by_template
from dateline.across.happening.told import Told
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
        whom=frozenset(),
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
