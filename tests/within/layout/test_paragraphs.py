from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.within.layout.paragraphs import BLOCK_LIMIT, paragraphs, wrapped_at

WRAPPED = """The river rose over its banks on Monday
and flooded the lower streets of town.
Mayor Ana Lopes asked all who live near
the old bridge to leave their houses at
once, and most of them did so by noon.

Schools will stay shut until Thursday."""


def cut(text):
    return [text[a:b] for a, b in paragraphs(text, 0, len(text))]


def test_a_text_wrapped_at_a_column_is_joined():
    assert wrapped_at(WRAPPED, 0, len(WRAPPED)) > 0
    assert [part.split()[0] for part in cut(WRAPPED)] == ["The", "Schools"]


def test_the_rest_of_a_line_that_a_dateline_opened_is_joined_to_the_next():
    text = """OPORTO -- The river rose over its banks
on Monday and flooded the lower streets
of the town. Mayor Ana Lopes asked all
who live near the old bridge to leave
their houses at once, and so they did.

Schools will stay shut."""
    start = text.index("The river")
    assert [text[a:b].split(maxsplit=1)[0] for a, b in paragraphs(text, start, len(text))] == ["The", "Schools"]


@pytest.mark.parametrize(
    "text, parts",
    [
        ("One fell.\nTwo rose.", ["One fell.", "Two rose."]),
        ("it fell,’ said Dr.\nLena Braun.", ["it fell,’ said Dr.\nLena Braun."]),
        ("The men who\nwere there", ["The men who\nwere there"]),
        ("He said this\n- that it rained\n- that it snowed", ["He said this", "- that it rained", "- that it snowed"]),
        ("One.\u2028\u2028Two.\u2028Three.", ["One.", "Two.", "Three."]),
        ("One.\r\nTwo.\rThree.", ["One.", "Two.", "Three."]),
        ("They left the scene.The police came.", ["They left the scene.", "The police came."]),
        ("Mr.Smith went to St.Louis by www.Rail.com today.", ["Mr.Smith went to St.Louis by www.Rail.com today."]),
        ("  \n \n", []),
    ],
)
def test_paragraphs(text, parts):
    assert cut(text) == parts


@given(st.text(alphabet="ab A.\n\r\u2028-,1", max_size=200))
def test_paragraphs_are_in_order_apart_and_hold_all_words(text):
    edges = list(paragraphs(text, 0, len(text)))
    assert all(a < b for a, b in edges)
    assert all(b <= c for (_, b), (c, _) in pairwise(edges))
    assert "".join("".join(text[a:b] for a, b in edges).split()) == "".join(text.split())


def test_a_long_paragraph_is_handed_on_in_pieces():
    text = "word " * 10_000
    assert all(b - a <= BLOCK_LIMIT for a, b in paragraphs(text, 0, len(text)))


def test_a_telex_of_few_lines_is_wrapped_too():
    lines = [
        "PIRATES TOOK A FERRY NEAR THE OLD HARBOUR AND HELD ITS",
        "CREW OF NINE UNTIL THE OWNERS HAD PAID FOR THE RELEASE",
    ]
    text = "\n".join([*lines, "OF ALL OF THEM."])
    assert [text[a:b] for a, b in paragraphs(text, 0, len(text))] == [text]
