import pytest

from dateline.knowledge.countries import (
    countries,
    country_in,
    country_named,
    country_of_adjective,
    country_of_capital,
    country_of_people,
    country_of_seat,
    plural,
)


def test_codes_are_three_letters_and_names_are_given():
    assert len(countries()) > 195
    assert all(len(code) == 3 and code.isupper() and country.name for code, country in countries().items())


@pytest.mark.parametrize(
    "words, code",
    [("Syria", "SYR"), ("the Syrian Arab Republic", "SYR"), ("UAE", "ARE"), ("U.S.", "USA"), ("Atlantis", None)],
)
def test_country_by_name(words, code):
    assert country_named(words) == code


def test_country_by_other_words():
    assert country_of_adjective("Dutch") == "NLD"
    assert country_of_people("Frenchmen") == "FRA"
    assert country_of_people("Turks") == "TUR"
    assert country_of_capital("Moscow") == "RUS"
    assert country_of_seat("the Kremlin") == "RUS"
    assert country_in("Iraqis") == "IRQ"
    assert country_in("table") is None


@pytest.mark.parametrize(
    "one, many", [("Syrian", "Syrians"), ("Englishman", "Englishmen"), ("Chinese", "Chinese"), ("Dane", "Danes")]
)
def test_plural_of_a_people(one, many):
    assert plural(one) == (many,)
