"""Terms of offices: who is meant by a name with a title, and when they held the office."""

from datetime import date

import pytest

from dateline.knowledge.holders import held, terms, titled

CASES = [
    (("Marhaf Abu Kassar",), ("Syria’s Minister of Defense", "General"), (), [date(2024, 12, 21)]),
    (("Murhaf Abu Qasra",), ("Defence Minister",), ("SYR",), [date(2024, 12, 21)]),
    (("Murhaf Abu Qasra",), ("Defence Minister",), (), []),
    (("Sergei Shoigu",), ("former Russian Defense Minister",), (), []),
    (("Sergey Shoigu",), ("Russian Foreign Minister",), (), []),
    (
        ("Benjamin Netanyahu",),
        ("Israeli Prime Minister",),
        (),
        [date(1996, 6, 18), date(2009, 3, 31), date(2022, 12, 29)],
    ),
    (("Netanyahu",), ("Israeli Prime Minister",), (), []),
]


@pytest.mark.parametrize("names, titles, elsewhere, begun", CASES)
def test_a_name_with_the_title_of_a_state_tells_the_terms(names, titles, elsewhere, begun):
    assert sorted(term.early for term in held(names, titles, elsewhere)) == begun


def test_a_title_gives_its_country_and_its_words():
    assert titled("Syria’s Minister of Defence") == ("SYR", frozenset({"minister", "defense"}))


def test_no_term_ends_before_it_begins_and_no_two_holders_share_an_office_for_long():
    for one in terms():
        assert one.until is None or one.early < one.until
        for other in terms():
            if (one.country, one.office) == (other.country, other.office) and one.early < other.early:
                assert one.until is not None
                assert one.until <= other.early
