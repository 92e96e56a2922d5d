"""Members of bodies whose names hold an "of", in parses of our own making."""

import pytest

from dateline.within.layout.bodies import reattach


def hung(rows, names=()):
    """The words with their labels and heads after reattaching; a row is word, tag, label and head."""
    words, tags, deps, heads = (list(column) for column in zip(*rows, strict=True))
    reattach([word.lower() for word in words], tags, deps, heads, names)
    return {word: (dep, words[head]) for word, dep, head in zip(words, deps, heads, strict=True)}


HELD = [
    ("Police", "NNP", "nsubj", 1),
    ("held", "VBD", "ROOT", 1),
    ("two", "CD", "nummod", 4),
    ("Free", "NNP", "compound", 4),
    ("League", "NNP", "dobj", 1),
    ("of", "IN", "prep", 4),
    ("Sarn", "NNP", "compound", 7),
    ("cooks", "NNS", "pobj", 5),
    ("in", "IN", "prep", 4),
    ("Ost", "NNP", "pobj", 8),
]
IN_BRACKETS = [
    *HELD[:6],
    ("Sarn", "NNP", "pobj", 5),
    ("(", "-LRB-", "punct", 4),
    ("FLS", "NNP", "nmod", 10),
    (")", "-RRB-", "punct", 8),
    ("cooks", "NNS", "appos", 4),
]


@pytest.mark.parametrize("rows", [HELD, IN_BRACKETS])
def test_who_was_held_are_cooks_of_the_league(rows):
    found = hung(rows)
    assert found["cooks"] == ("dobj", "held")
    assert found["two"] == ("nummod", "cooks")
    assert found["League"] == ("nmod", "cooks")
    assert found["Free"] == ("compound", "League")
    assert found["Sarn"] == ("pobj", "of")


def test_what_hangs_behind_goes_with_the_member():
    assert hung(HELD)["in"] == ("prep", "cooks")


RELEASE = [("Release", "NNP", "ROOT", 0), ("of", "IN", "prep", 0), ("Sarn", "NNP", "compound", 3)]


@pytest.mark.parametrize("last", ["cooks", "cheese"])
def test_a_capital_at_the_head_of_a_headline_is_no_body(last):
    rows = [*RELEASE, (last, "NNS", "pobj", 1)]
    assert hung(rows)["Release"] == ("ROOT", "Release")


def test_a_body_that_the_parser_named_needs_no_count():
    assert hung([*RELEASE, ("cooks", "NNS", "pobj", 1)], [(0, 3, "ORG")])["cooks"] == ("ROOT", "cooks")


def test_no_member_nothing_moved():
    rows = [*HELD[:7], ("cheeses", "NNS", "pobj", 5)]
    assert hung(rows)["League"] == ("dobj", "held")
