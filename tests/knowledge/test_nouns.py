import pytest

from dateline.knowledge.nouns import goes_by, noun, plural


@pytest.mark.parametrize(
    "word, kind, many",
    [
        ("rebels", "person", True),
        ("policemen", "person", True),
        ("city", "place", False),
        ("naval base", "facility", False),
        ("agency", "organization", False),
        ("affidavit", "document", False),
        ("bread", None, False),
    ],
)
def test_what_a_noun_denotes(word, kind, many):
    found = noun(word)
    assert (found.kind if found else None) == kind
    assert bool(found and found.plural) == many


def test_a_phrase_is_known_by_its_last_word():
    found = noun("retired postal clerk")
    assert found is not None
    assert found.word == "clerk"
    assert found.office


@pytest.mark.parametrize(
    "one, many", [("city", "cities"), ("woman", "women"), ("witness", "witnesses"), ("boy", "boys")]
)
def test_plural(one, many):
    assert plural(one) == many


@pytest.mark.parametrize(
    ("noun", "name", "does"),
    [
        ("army", "The Harlow Rovers", False),
        ("army", "Danish Armed Forces", True),
        ("government", "GNU", True),
        ("company", "The Harlow Rovers", True),
    ],
)
def test_which_names_a_body_can_have_that_goes_by_a_noun(noun, name, does):
    assert goes_by(noun, name) is does
