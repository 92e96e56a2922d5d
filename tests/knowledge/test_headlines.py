import pytest

from dateline.knowledge.headlines import plain_headline, shortened


@pytest.mark.parametrize(
    ("headline", "outlet", "plain"),
    [
        ("Ferry sinks off Ardnish | The Ardnish Herald", "", "Ferry sinks off Ardnish"),
        ("Ferry sinks off Ardnish - The Ardnish Herald", "", "Ferry sinks off Ardnish"),
        ("Ferry sinks off Ardnish - QARD 9 - Ardnish, Moray", "qard9.com", "Ferry sinks off Ardnish"),
        ("Ferry sinks off Ardnish - WQXZ Ardnish", "", "Ferry sinks off Ardnish"),
        ("Ferry sinks off Ardnish - ardnishonline.com", "", "Ferry sinks off Ardnish"),
        ("WQXZ 9 - Ferry sinks off Ardnish", "", "Ferry sinks off Ardnish"),
        ("Ferry sinks off Ardnish - two missing", "ardnish.example", "Ferry sinks off Ardnish - two missing"),
        ("Ardnish - a town and its news", "", "Ardnish - a town and its news"),
        ("Ferry sinks: what we know", "", "Ferry sinks: what we know"),
        ("Minister quits – report", "", "Minister quits – report"),
        ("Ardnish Herald", "ardnishherald.example", ""),
        ("Ardnish mourns its ferry", "ardnish.example", "Ardnish mourns its ferry"),
    ],
)
def test_an_outlet_is_no_part_of_a_headline(headline, outlet, plain):
    assert plain_headline(headline, outlet) == plain


def test_words_are_cut_between_words():
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("one two", 12) == "one two"
