"""Contexts, sectors and numbers of states."""

import pytest

from dateline.knowledge.countries import countries
from dateline.knowledge.topics import contexts, cow_number, sectors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The foreign minister received the envoys for talks.", ["diplomatic"]),
        ("Refugees crossed the river after the floods.", ["refugee", "disaster"]),
        ("Nothing of note was said.", []),
    ],
)
def test_contexts_by_their_words(text, expected):
    found = contexts([text])
    assert sorted(found) == sorted(expected)


def test_contexts_of_several_sentences_stand_once_in_the_order_of_the_table():
    assert contexts(["The court met.", "Soldiers left.", "A judge spoke."]) == ["military", "legal"]


@pytest.mark.parametrize(
    ("called", "expected"),
    [
        (["Norwegian Defence Minister", "Kari Solberg"], ["GOV"]),
        (["Lund police officers"], ["COP"]),
        (["the gunmen"], ["CRM"]),
        (["Kari Solberg", "student"], ["EDU"]),
        (["Kari Solberg"], []),
    ],
)
def test_sectors_by_titles_and_names(called, expected):
    assert sectors(called)[: len(expected) or 1] == expected


def test_every_cow_number_is_a_states_and_stands_once():
    numbers = [cow_number(code) for code in sorted(countries()) if cow_number(code) is not None]
    assert len(numbers) == len(set(numbers)) == 195
    assert cow_number("NOR") == 385
    assert cow_number("GRL") is None
