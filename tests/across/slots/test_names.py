import pytest
from tests.builders import report

from dateline.across.event.seen import Seen
from dateline.across.slots.figures import figure
from dateline.across.slots.names import (
    _full,
    _fuller,
    _of_a_country,
    _otherwise,
    _respelled,
    _rewritten,
    spellings,
    told_spellings,
)
from dateline.across.slots.people import left_over
from dateline.model import Alias, Claim, Entities, Entity, Quantity, Reading, Report, Span


@pytest.mark.parametrize(
    ("one", "other", "respelled"),
    [
        ("Tomas Brandvold", "Tomas Brandvolt", True),
        ("Tomas J. Brandvold", "Tommas Brandvold", True),
        ("Tom Brandvold", "Tomas Brandvold", False),
        ("Tomas Elias Brandvold", "Tomas Brandvold", False),
        ("Orla Venning", "Tomas Brandvold", False),
        ("Orla Brandvold", "Tomas Brandvold", False),
        ("General Marhaf Abu Nassar", "Murhaf Abu Nasra", True),
        ("James Brandvold", "Jim Brandvold", False),
        ("Erik Brandvold", "Eric Brandvold", True),
        ("Russel Brandvold", "Russell Brandvold", True),
        ("Sam Brandvold", "Samuel Brandvold", False),
        ("Bashar al-Tamim", "Bashar Tamim", False),
        ("Nora O’Dell", "Nora Odell", False),
        ("ZOË MARÉ", "Zoe Mare", False),
    ],
)
def test_spellings(one, other, respelled):
    assert _respelled(one, other) is respelled


PORTS = ("Velmar", "Velmaar")
ARREST = {
    "trigger": Span(start=0, end=5),
    "lemma": "hold",
    "action": "COERCE",
    "mode": "arrest",
    "actors": (),
    "recipients": (),
    "place": None,
    "when": None,
    "modality": "happened",
    "quantities": (),
    "weight": 1.0,
}


def seen(claim, whom=frozenset()):
    return Seen(
        claim=claim, act="arrest", family="after", when=None, days=None, said=False, actors=frozenset(), recipients=whom
    )


def test_a_name_is_a_point_of_the_event_that_is_most_about_its_bearer():
    spelled = (Alias(text="Tomas Brandvold", reports=("r",)), Alias(text="Tomas Brandvolt", reports=("s",)))
    bearer = Entity(id="T", kind="person", name="Tomas Brandvold", aliases=spelled)
    texts = {name: report(identifier=name, text="Tomas Brandvold Tomas Brandvolt was there.") for name in "rs"}
    readings = {name: Reading(report=one) for name, one in texts.items()}

    def room(*whom):
        told = [
            seen(Claim(id=f"{name}:{n}", report=name, start=0, end=32, **ARREST), who)
            for n, who in enumerate(whom)
            for name in "rs"
        ]
        (point,) = spellings(told, readings, Entities(found=(bearer,)))
        return point.room

    own, nobody = frozenset({"T"}), frozenset[str]()
    assert room(own) > room(own, nobody, nobody) > 2


def test_an_event_only_recalled_has_the_spellings_of_its_own_words():
    port = Entity(id="P", kind="place", name="Velmar", aliases=tuple(Alias(text=t, reports=(t,)) for t in PORTS))
    readings = {t: Reading(report=report(identifier=t, text=f"The port of {t} is kept. It rains.")) for t in PORTS}
    kept = [seen(Claim(id=f"{t}:1", report=t, start=0, end=24, **ARREST)) for t in PORTS]
    rains = [seen(Claim(id=f"{t}:2", report=t, start=26, end=35, **ARREST)) for t in PORTS]
    (point,) = told_spellings(kept, readings, Entities(found=(port,)))
    assert (point.subject, {account.value for account in point.accounts}) == ("Velmar", {"Velmar", "Velmaar"})
    assert not list(told_spellings(rains, readings, Entities(found=(port,))))


def test_a_fuller_name():
    assert _fuller("Tomas Elias Brandvold", "Tomas Brandvold")
    assert not _fuller("Bashar al-Tamim", "Bashar Tamim")
    assert not _fuller("Tomas Brandvold Lund", "Tomas Brandvold")


def test_places_in_other_letters():
    assert _rewritten("khanabad", "hanabad")
    assert not _rewritten("millbrook", "millbrooks")
    assert not _rewritten("lodi", "oslo")


def test_whose_something_is_is_no_name_of_it():
    assert [_of_a_country(name) for name in ("Norwegian School", "Norway Mill", "Ola School", "Norway")] == [
        True,
        True,
        False,
        False,
    ]


def test_a_part_of_a_places_name_is_no_other_spelling():
    firsts = {"East Molo Olto": "east", "Molo": "molo", "Olto": "olto", "Khanabad": "khanabad", "Hanabad": "hanabad"}
    assert not _otherwise("Molo", "East Molo Olto", firsts)
    assert _otherwise("Khanabad", "Hanabad", firsts)


WORDS = [
    ("At least 31 people", 9, 31, None, ("least", 31, "at least 31")),
    ("more than a dozen strikes", 10, 13, None, ("more", 12, "more than 12")),
    ("nearly 50 rebels", 0, 0, 50, ("upto", 50, "nearly 50")),
    ("dozens of them", 0, 24, None, ("vague", 24, "dozens")),
    ("around 40 people", 7, 36, 44, ("about", 40, "about 40")),
    ("two men", 0, 2, 2, ("", 2, "2")),
]


@pytest.mark.parametrize(("text", "start", "low", "high", "wanted"), WORDS)
def test_figures_as_stated(text, start, low, high, wanted):
    end = Span(start=0, end=len(text))
    claim = Claim(
        id="r:0", report="r", start=0, end=len(text), trigger=end, lemma="kill", action="ASSAULT", mode=None,
        actors=(), recipients=(), place=None, when=None, modality="happened",
    )  # fmt: skip
    quantity = Quantity(of="killed", low=low, high=high, start=start, end=len(text))
    found = figure(quantity, claim, Reading(report=Report(id="r", uri="r", title=None, text=text)))
    assert (found.hedge, found.stated, found.words) == wanted


def test_a_description_is_no_full_name():
    assert _full("Tomas Brandvold")
    assert not _full("a Millbrook man")


def test_the_one_age_left_over_is_of_one_person():
    lists = {"a": (6, 11, 16), "b": (6, 11, 18), "c": (30, 40)}
    assert left_over(lists) == [[("a", 16), ("b", 18)]]
    assert left_over({"a": (6, 11), "b": (6, 50)}) == []
