"""Texts without commas and apostrophes: what copies of them are given back."""

import pytest

from dateline.model import Report
from dateline.run.flow import read_batch
from dateline.within.layout.stripped import lost, restored


def marked(text, whole=""):
    copy = restored(text, whole or text)
    assert len(copy) == len(text)
    return "".join(
        f"{new}{old if new != chr(39) else ''}" if new != old else new for old, new in zip(text, copy, strict=True)
    )


CLOSED = [
    (
        "Nine millers drowned when the old ferry sank off Ola the port office said.",
        "Nine millers drowned when the old ferry sank off Ola, the port office said.",
    ),
    (
        "The ferry sank near the lighthouse of Ola on Monday night two fishermen and a nurse said on Tuesday.",
        "The ferry sank near the lighthouse of Ola on Monday night, two fishermen and a nurse said on Tuesday.",
    ),
    (
        "Boats searched the whole coast of northern Norland until dawn rescue workers said.",
        "Boats searched the whole coast of northern Norland until dawn, rescue workers said.",
    ),
    (
        "The wreck was seen by many people in Norland Danish navy spokesman Ib Holm said Monday.",
        "The wreck was seen by many people in Norland, Danish navy spokesman Ib Holm said Monday.",
    ),
    (
        "The ferry sank within an hour of leaving port the mayor said adding that it was too old.",
        "The ferry sank within an hour of leaving port, the mayor said, adding that it was too old.",
    ),
    (
        "Eleven millers most of them women were hurt in Ola a town on the coast.",
        "Eleven millers, most of them women, were hurt in Ola, a town on the coast.",
    ),
    ("It is old. On Dec. 30 ferries sank.", "It is old. On Dec. 30: ferries sank."),
    ("On Monday two ferries sank. In Ola a bridge fell.", "On Monday, two ferries sank. In Ola, a bridge fell."),
    (
        "He said that some of them drowned and that 40 people of whom 12 were nuns had left.",
        "He said that some of them drowned and that 40 people, of whom 12 were nuns, had left.",
    ),
    ("Ib Holm a spokesman for the port told Reuters.", "Ib Holm, a spokesman for the port, told Reuters."),
    (
        "It was closed after the storm of March 3 police spokesman Ib Holm said.",
        "It was closed after the storm of March 3: police spokesman Ib Holm said.",
    ),
    (
        "The ferry sank off Norland on April 8 the Danish Bureau for Wrecks of Old Ships said in a bulletin.",
        "The ferry sank off Norland on April 8: the Danish Bureau for Wrecks of Old Ships said in a bulletin.",
    ),
    (
        "No boats had left the harbour of Norvik Danish Navy Ministry spokesman Maj. Gen. Ib Holm said Friday.",
        "No boats had left the harbour of Norvik, Danish Navy Ministry spokesman Maj. Gen. Ib Holm said Friday.",
    ),
    (
        "Boats searched the whole coast near Ola a harbour master said two days before the feast.",
        "Boats searched the whole coast near Ola, a harbour master said two days before the feast.",
    ),
    (
        "Divers searched the wreck until the evening the spokesman in the town Ib Holm told Reuters.",
        "Divers searched the wreck until the evening, the spokesman in the town Ib Holm told Reuters.",
    ),
    (
        "In a statement issued on Sunday Deputy Mayor Ida Holm said that the ferry was old.",
        "In a statement issued on Sunday, Deputy Mayor Ida Holm said that the ferry was old.",
    ),
    (
        "The port office citing divers said that five of them were sailors.",
        "The port office, citing divers, said that five of them were sailors.",
    ),
    (
        "The number of the drowned rose to six when two of them died a source at Norvik Port Command told NTB.",
        "The number of the drowned rose to six when two of them died, a source at Norvik Port Command told NTB.",
    ),
    (
        "The old ferry sank off the coast on Monday night drowning nine people state radio said.",
        "The old ferry sank off the coast on Monday night drowning nine people, state radio said.",
    ),
    (
        '"It sank within an hour without a single cry" Holm said.',
        '"It sank within an hour without a single cry" Holm said.',
    ),
    ("The mayor of the port said that the ferry was old.", "The mayor of the port said that the ferry was old."),
]


@pytest.mark.parametrize(("text", "copy"), CLOSED)
def test_a_comma_stands_before_whoever_closes_a_sentence(text, copy):
    assert marked(text) == copy


def test_names_own_what_follows_them():
    assert (
        marked("Norways king met Ruizs crew.", "Ruiz came. Norways king met Ruizs crew.")
        == "Norway' king met Ruiz' crew."
    )
    assert marked("Paris mayors met the Swiss.") == "Paris mayors met the Swiss."


def test_only_long_texts_without_any_lost_them():
    assert lost("The ferry sank off the coast. " * 12)
    assert not lost("The ferry sank off the coast.")
    assert not lost("The ferry sank, they said. " * 12)


def test_what_was_given_back_stands_in_the_parse_and_not_in_the_text(parser):
    text = (
        "Nine millers drowned when the old ferry sank off Ola the port office said. " + "The sea was calm there. " * 12
    )
    (found,) = read_batch([Report(id="r", uri="r", title=None, text=text.strip())], parser)
    assert [found.report.words(s) for s in found.attributions[0].source] == ["the port office"]
    assert (
        found.report.words(found.attributions[0].content[0]) == "Nine millers drowned when the old ferry sank off Ola"
    )


def test_an_owner_in_small_letters_is_told_by_its_plural():
    assert marked("The citys mayor met the countrys king.") == "The city' mayor met the country' king."
