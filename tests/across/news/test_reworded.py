"""What several reports only recall, each in words of its own."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.across.test_events import FRIDAY, MONDAY, claim
from tests.builders import report

from dateline.across.event.main_event import Tied
from dateline.across.event.seen import draft, see
from dateline.across.news.reworded import CROWDED, reworded
from dateline.model import Dates, Entities, Participant, Quantity, Reading

WORDS = {
    "a": "The harbour board invoked maritime privilege over the ferries, and 1,900 skippers signed.",
    "b": "The board, citing maritime privilege, kept its ledgers; the skippers who signed were 1,900.",
}
ENTITIES = Entities(of={"board": "board", "ruiz": "ruiz"})
PRIVILEGE = {"a": (26, 44), "b": (18, 36)}


def told(rep, lemma, when=None, who=(), counts=(), thing=None):
    """A claim over the whole text of a report; ``counts`` are pairs of what and how many."""
    one = claim(rep, 0, lemma, when, 0.4, action="OTHER")
    actors = tuple(Participant(entity=name, start=0, end=3) for name in who)
    things = (Participant(entity=None, start=thing[0], end=thing[1]),) if thing else ()
    numbers = tuple(Quantity(of=of, low=number, high=number, start=60, end=65) for of, number in counts)
    whole = replace(one, start=0, end=len(WORDS[rep]), actors=actors, recipients=things, quantities=numbers)
    return see(whole, ENTITIES, Dates())


def joined(left, right, main=None):
    readings = {name: Reading(report=report(identifier=name, text=text)) for name, text in WORDS.items()}
    drafts = [draft([left]), draft([right])]
    return len(reworded(drafts, Tied(root=None, main=main or {}, follows={}, part_of={}), readings)) == 1


VOTE = [("votes for", 52.0), ("votes against", 47.0)]
LOST = [("votes for", 47.0), ("votes against", 52.0)]


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        (told("a", "pass", counts=VOTE), told("b", "clear", counts=VOTE), True),
        (told("a", "pass", counts=VOTE), told("b", "clear", counts=LOST), False),
        (told("a", "pass", counts=VOTE), told("b", "confirm", counts=VOTE), True),
        (told("a", "sign", counts=[("skippers", 1900.0)]), told("b", "back", counts=[("skippers", 1900.0)]), False),
        (told("a", "flourish", counts=[("skippers", 1900.0)]), told("b", "sign", counts=[("skippers", 1900.0)]), True),
        (told("a", "flourish", counts=[("hours", 1900.0)]), told("b", "sign", counts=[("hours", 1900.0)]), False),
        (
            told("a", "invoke", MONDAY, ["board"], thing=PRIVILEGE["a"]),
            told("b", "cite", None, ["board"], thing=PRIVILEGE["b"]),
            True,
        ),
        (
            told("a", "invoke", MONDAY, ["board"], thing=PRIVILEGE["a"]),
            told("b", "cite", FRIDAY, ["board"], thing=PRIVILEGE["b"]),
            False,
        ),
        (told("a", "weep", MONDAY, ["ruiz"]), told("b", "linger", MONDAY, ["ruiz"]), True),
        (told("a", "weep", MONDAY, ["ruiz"]), told("b", "linger", MONDAY, ["board"]), False),
        (told("a", "marry", MONDAY, ["ruiz"]), told("b", "resign", MONDAY, ["ruiz"]), False),
    ],
)
def test_what_is_recalled_in_other_words(left, right, one):
    assert joined(left, right) is one


def test_what_a_report_was_written_to_tell_stays():
    weeps, lingers = told("a", "weep", MONDAY, ["ruiz"]), told("b", "linger", MONDAY, ["ruiz"])
    assert not joined(weeps, lingers, {"a": "a:0"})


def test_of_many_claims_of_a_speaker_only_the_figure_goes():
    readings = {name: Reading(report=report(identifier=name, text=text)) for name, text in WORDS.items()}
    said, other = (
        told(rep, "say", date(2024, 3, 4), counts=[("skippers", 1900.0)] if rep == "a" else ()) for rep in "aa"
    )
    beside = see(replace(other.claim, id="a:9", quantities=()), ENTITIES, Dates())
    theirs = told("b", "report", date(2024, 3, 4), counts=[("skippers", 1900.0)])
    tied = Tied(root=None, main={}, follows={}, part_of={})
    found = reworded([draft([said, beside]), draft([theirs])], tied, readings)
    assert sorted(len(one.members) for one in found) == [1, 2]


def test_whoever_takes_part_in_all_of_it_tells_nothing_apart():
    readings = {name: Reading(report=report(identifier=name, text=text)) for name, text in WORDS.items()}
    pair = [told(rep, lemma, FRIDAY, ["ruiz"]) for rep, lemma in (("a", "flourish"), ("b", "gleam"))]
    more = [told("a", "flourish", MONDAY, ["ruiz"]) for _ in range(CROWDED)]
    more = [replace(seen, claim=replace(seen.claim, id=f"a:{n + 100}")) for n, seen in enumerate(more)]
    tied = Tied(root=None, main={}, follows={}, part_of={})
    assert len(reworded([draft([seen]) for seen in pair], tied, readings)) == 1
    assert len(reworded([draft([seen]) for seen in (*pair, *more)], tied, readings)) == len(pair) + len(more)
