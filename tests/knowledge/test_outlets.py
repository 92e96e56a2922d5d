"""Outlets by name and domain."""

import pytest

from dateline.knowledge.outlets import outlets


@pytest.mark.parametrize(
    ("name", "known"),
    [("the AP", "Associated Press"), ("SANA", "SANA"), ("Washington Post", "The Washington Post"), ("National", None)],
)
def test_names(name, known):
    found = outlets().named(name)
    assert (found.name if found else None) == known


def test_a_domain_below_a_known_one():
    assert outlets().at("www.edition.cnn.com").name == "CNN"
    assert outlets().at("example.org") is None


def test_a_common_word_behind_the_article_is_no_paper():
    assert outlets().within(["the", "national", "rescue", "office"]) is None
    assert outlets().within(["The", "national", "rescue", "office"]) is None


def test_a_longer_name_is_not_that_of_the_paper_it_begins_with():
    assert outlets().within(["the", "National", "Rescue", "Committee"]) is None
    assert outlets().within(["the", "National"]) is not None


def test_a_body_that_is_called_as_a_paper_is_none():
    assert outlets().within(["the", "director", "of", "Guardian", "Hospital"]) is None
    assert outlets().within(["the", "editor", "of", "Guardian"]) is not None


def test_the_longest_name_in_a_row_of_words():
    start, end, found = outlets().within(["the", "state", "news", "agency", "Xinhua", "News", "Agency"])
    assert (start, end, found.name) == (4, 7, "Xinhua")
