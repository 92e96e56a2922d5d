import pytest

from dateline.knowledge.gazetteer import PACKED
from dateline.knowledge.homes import of_area_code, of_url
from dateline.knowledge.placekeys import bare, key
from dateline.knowledge.places import abbreviated, city_of, division, named, spelt, standing_alone


@pytest.mark.parametrize(
    "left, right",
    [
        ("Deir ez-Zor", "Deir Ezzor"),
        ("Saint Louis", "St. Louis"),
        ("Fort Worth", "Ft. Worth"),
        ("Ţarţūs", "Tartus"),
        ("The Hague", "Hague"),
        ("Qal‘at Sukkar", "Qal'at Sukkar"),
    ],
)
def test_key_joins_spellings(left, right):
    assert key(left) == key(right)


def test_bare_drops_an_article_but_no_word():
    assert bare("al-Hasakah") == "Hasakah"
    assert bare("Alabama") == "Alabama"


@pytest.mark.parametrize(
    "name, country, own",
    [
        ("Damascus", "SYR", "Damascus"),
        ("Tartous", "SYR", "Tartus"),
        ("Kiev", "UKR", "Kyiv"),
        ("Київ", "UKR", "Kyiv"),
        ("دمشق", "SYR", "Damascus"),
        ("al-Hasakah", "SYR", None),
    ],
)
def test_named_finds_the_place(name, country, own):
    first = named(name)[0].entry
    assert first.country == country
    assert own is None or first.admin1 == own


def test_named_keeps_all_namesakes():
    assert {"Illinois", "Missouri", "Massachusetts"} <= {m.entry.admin1 for m in named("Springfield")}
    assert named("Nosuchplacename") == ()


@pytest.mark.parametrize(
    "text, name",
    [
        ("Fla.", "Florida"),
        ("La.", "Louisiana"),
        ("Calif.", "California"),
        ("NSW", "New South Wales"),
        ("Ont.", "Ontario"),
    ],
)
def test_abbreviated_divisions(text, name):
    assert abbreviated(text).name == name


def test_abbreviated_is_exact_in_case():
    assert abbreviated("la") is None


def test_sites_regions_and_sounds():
    hmeimim = named("Hmeimim")[0].entry
    assert (hmeimim.kind, hmeimim.country, round(hmeimim.latitude, 1)) == ("site", "SYR", 35.4)
    assert named("Donbass")[0].entry.name == "Donbas"
    assert spelt("Maiwand")[0].entry.admin1 == "Kandahar"


def test_divisions_have_their_english_names():
    assert division("AF-WAR").name == "Wardak"
    assert division("RU-CE").name == "Chechnya"
    assert division("SYR").name == "Syria"
    assert standing_alone("St. Louis").name == "Missouri"
    assert standing_alone("Springfield") is None
    assert city_of(division("US-DC")) == "Washington"


def test_the_file_of_the_gazetteer_is_small():
    assert PACKED.stat().st_size < 12_000_000


@pytest.mark.parametrize(
    "url, town, state",
    [
        ("http://www.wbrc.com:80/story/1", "Birmingham", "Alabama"),
        ("https://www.ocala.com/news", "Ocala", "Florida"),
        ("http://stlouis.example.com/2016", "Saint Louis", "Missouri"),
    ],
)
def test_outlets_are_at_home(url, town, state):
    home = of_url(url)
    assert home.division.name == state
    assert key(home.town) == key(town)


def test_area_codes_and_unknown_outlets():
    assert of_area_code("816").name == "Missouri"
    assert of_url("http://news.example.org/") is None
