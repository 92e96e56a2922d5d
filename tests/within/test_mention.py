"""What is found in sentences of our own, with the real parser."""

import pytest

from dateline.model import Mention, Report
from dateline.within.mention import mentions
from dateline.within.parse import Parser, parses
from dateline.within.segment import segments


def read(text: str, parser: Parser, title: str | None = None) -> tuple[Mention, ...]:
    report = Report(id="r", uri="r", title=title, text=text)
    marked = segments(report)
    return mentions(report, marked, next(parses([(report, marked)], parser)))


def seen(found: tuple[Mention, ...]) -> dict[str, tuple[str, str]]:
    return {m.text: (m.kind, m.form) for m in found}


CASES = [
    ("Norwegian Defence Minister Kari Solberg met the rebels.", "Kari Solberg", ("person", "name")),
    ("Norwegian Defence Minister Kari Solberg met the rebels.", "the rebels", ("group", "nominal")),
    ("A 26-year-old student was hurt near the Tarva air base.", "A 26-year-old student", ("person", "nominal")),
    ("A 26-year-old student was hurt near the Tarva air base.", "the Tarva air base", ("facility", "nominal")),
    ("The people of Ghana voted on Sunday.", "The people of Ghana", ("group", "nominal")),
    ("She told police that two men had fled.", "police", ("group", "nominal")),
    ("She told police that two men had fled.", "She", ("person", "pronoun")),
]


@pytest.mark.parametrize("text, words, expected", CASES)
def test_words_kinds_and_forms(text, words, expected, parser):
    assert seen(read(text, parser)).get(words) == expected


def test_role_and_country_stand_beside_the_name(parser):
    found = {m.text: m for m in read(CASES[0][0], parser)}
    name = found["Kari Solberg"]
    assert name.role == "Norwegian Defence Minister"
    assert name.country == "NOR"
    assert "Defence" not in found


def test_age_of_a_nominal(parser):
    assert {m.text: m.age for m in read(CASES[2][0], parser)}["A 26-year-old student"] == 26


def test_offsets_hold_the_words(parser):
    text = "Kari Solberg, the minister, spoke.\nShe left."
    for mention in read(text, parser):
        assert text[mention.start : mention.end] == mention.text
