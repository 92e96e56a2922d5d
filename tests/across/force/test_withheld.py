"""Whose name is told later; hours and addresses at which police were called, or at which it began."""

import pytest

from across.test_discrepancies import parted, shown

HEAD = "Man shot dead outside Corwen Heights garage"
LEAD = "A man was shot dead outside a garage in Tarnholt, Ohio, on Tuesday, police said. A van drove off. "
NAMED = (
    "Tarn Courier",
    "2024-05-09",
    "Victim of Corwen Heights garage shooting named",
    (
        "Edwin Marlowe, 44, was shot dead outside a garage in Tarnholt, Ohio, on Tuesday, police said. A van drove off "
        "after Marlowe was shot."
    ),
)


def both(parser, added, other=NAMED, lead=LEAD):
    """The points on which a first report, with something added, and another part."""
    return shown(parted(parser, ("Valley Ledger", "2024-05-08", HEAD, lead + added), other))


@pytest.mark.parametrize(
    "added",
    [
        "The victim's name had not been released.",
        "The identity of the man is being withheld until his family has been told.",
        "The victim was not immediately identified.",
        "Officers declined to name the man.",
        "Police have not yet identified the victim.",
        "His identity was not made public.",
        "No names were released on Wednesday.",
        "The coroner did not give the name of the dead man.",
    ],
)
def test_a_name_that_was_not_told_at_first_is_known_later(added, parser):
    assert both(parser, added)["who", "Edwin Marlowe", "updates"] == ["not named", "Edwin Marlowe"]


@pytest.mark.parametrize(
    "added",
    [
        "The names of the witnesses have not been released.",
        "The gunman has not been identified.",
        "Police did not name the street.",
        "The names of two people who were hurt have not been released.",
    ],
)
def test_a_name_of_others_that_is_not_told_is_none(added, parser):
    assert not any(slot == "who" for slot, _, _ in both(parser, added))


def test_who_did_it_is_known_later(parser):
    text = "A man was shot dead in Tarnholt, Ohio, on Tuesday. Liam Torrance, 30, was arrested and charged with murder."
    later = ("Tarn Courier", "2024-05-09", "Man charged with Corwen Heights garage shooting", text)
    found = both(parser, "Police have yet to release the name of the suspect.", later)
    assert found["who", "Liam Torrance", "updates"] == ["not named", "Liam Torrance"]


@pytest.mark.parametrize(
    ("added", "hour"),
    [
        ("Officers were called to the garage at 9:15 p.m. and found him.", "9:15 p.m"),
        ("Deputies arrived at 9:20 p.m., a spokesman said.", "9:20 p.m"),
        ("The incident was reported around 9:40 p.m.", "9:40 p.m"),
        ("The gunfire began at about 9:10 p.m.", "9:10 p.m"),
    ],
)
def test_who_was_called_and_when_it_began_say_when_it_was(added, hour, parser):
    outlet, out, head, text = NAMED
    other = (outlet, out, head, text.replace("on Tuesday, police", "at 8:30 p.m. on Tuesday, police"))
    found = {slot: sorted(told) for (slot, _, _), told in both(parser, added, other).items()}
    assert found["when"] == ["8:30 p.m. on Tuesday", hour]


@pytest.mark.parametrize(
    "added",
    [
        "A bakery next door shut at 9:15 p.m..",
        "He was pronounced dead at 9:15 p.m.",
    ],
)
def test_what_else_was_at_an_hour_says_nothing_of_when_it_was(added, parser):
    outlet, out, head, text = NAMED
    other = (outlet, out, head, text.replace("on Tuesday, police", "at 8:30 p.m. on Tuesday, police"))
    assert not any("9:15" in told for values in both(parser, added, other).values() for told in values)


def test_where_officers_were_called_to_is_held_against_its_street(parser):
    outlet, out, head, text = NAMED
    found = both(
        parser,
        "Officers were called to 412 Linden Street.",
        (outlet, out, head, text + " The shooting happened on Linden Street."),
    )
    assert sorted(found["where", "", "finer"]) == ["412 Linden Street", "Linden Street"]
