"""Capitalised words that look like names and are none, and names that were cut or called wrongly, read for real."""

import pytest

from dateline.model import Mention, Report
from dateline.within.mention import mentions
from dateline.within.parse import Parser, parses
from dateline.within.segment import segments


def named(text: str, parser: Parser, title: str | None = None) -> dict[str, str]:
    """The names found in a report: their words and kinds."""
    report = Report(id="r", uri="r", title=title, text=text)
    marked = segments(report)
    found: tuple[Mention, ...] = mentions(report, marked, next(parses([(report, marked)], parser)))
    return {one.text: one.kind for one in found if one.form == "name"}


NO_NAMES = [
    ("The ministers of Norway met in Oslo on August 1st, 2019.", "August 1st, 2019"),
    ("The ministers met again in June, at 6:30 PM CET, in Oslo.", "June"),
    ("Police in Lund took rifle AK-47 from the car.", "AK-47"),
    ("The port changed hands in the Post-Tito years.", "Post-Tito"),
    ("Photo: The bridge at Lund. (Source: Lund police)", "Source"),
]


@pytest.mark.parametrize(("text", "words"), NO_NAMES)
def test_is_no_name(text, words, parser):
    assert words not in named(text, parser)


def test_common_words_of_a_headline_are_no_name(parser):
    found = named("Two drivers were charged in Lund on Monday.", parser, title="Drunken Driver Charged, Police Say")
    assert "Driver Charged" not in found


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Troops left the border town of Kel Dabra on Monday.", "Kel Dabra", "place"),
        ("The wounded man was taken to Brannock General on Monday.", "Brannock General", "facility"),
        ("They were received in the Grand Kremlin Palace on Monday.", "the Grand Kremlin Palace", "facility"),
        ("The ships crossed the Gulf of Aden on Monday.", "the Gulf of Aden", "place"),
        ("The doctor, Jana B . Novak , spoke on Monday.", "Jana B . Novak", "person"),
        ("They honoured Kent surgeon Dr. Ana Ruiz on Monday.", "Ana Ruiz", "person"),
        ("The mother, Ana K. Ruiz, left on Monday.", "Ana K. Ruiz", "person"),
        ("The coach of the Denver Broncos left on Monday.", "the Denver Broncos", "organization"),
        ("Teams of the 76ers and the Jazz met in Utah.", "the 76ers", "organization"),
    ],
)
def test_name_is_whole_and_of_its_kind(text, words, kind, parser):
    assert named(text, parser).get(words) == kind


def test_a_new_country_is_the_country(parser):
    found = named("Our reporter writes about life in a New Syria. New Zealand and New Guinea sent help.", parser)
    assert found.get("Syria") == "place"
    assert found.get("New Zealand") == "place"


def test_we_of_nobody_is_no_entity(parser):
    report = Report(id="r", uri="r", title=None, text="Errors may occur. We recommend the original.")
    marked = segments(report)
    found = mentions(report, marked, next(parses([(report, marked)], parser)))
    assert all(not one.entity for one in found if one.text == "We")
