"""The full stop of a rank ends no sentence."""

import pytest

from builders import report
from dateline.within.layout.ranks import ranked
from dateline.within.parse import parses
from dateline.within.segment import segments


@pytest.mark.parametrize(
    "text",
    [
        "Two bakers were hurt, said police Sgt. Tom Novak.",
        "The mill burned down on Monday, Capt. Ana Novak of the county office said.",
        "Second Lt. Ivan Petrak was killed by the mob.",
        "THE MOB KILLED CPL. IVAN PETRAK AND TWO COOKS ON MONDAY.",
    ],
)
def test_a_rank_stands_in_the_sentence_of_its_name(text, parser):
    made = report(text=text)
    parse = next(parses([(made, segments(made))], parser))
    assert len(parse.sentences) == 1
    assert " ".join(parse.words).replace(" .", ".").replace(" ,", ",") == text  # the words are the report's


def test_words_that_are_no_rank_stay_as_they_are():
    assert ranked("He lives on Elm St. Ana came at 5 sec. Then Dr. Novak left.") == (
        "He lives on Elm St. Ana came at 5 sec. Then Dr. Novak left."
    )
