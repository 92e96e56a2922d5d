import pytest

from dateline.knowledge.placekeys import bare, key
from dateline.knowledge.places import named


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
