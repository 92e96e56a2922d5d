from dateline.across.identity.namekeys import body_keys, heard_apart, person_keys
from dateline.across.identity.placed import place_keys


def test_three_consonants_go_with_the_first_vowel():
    assert heard_apart("katar") == heard_apart("kater") != heard_apart("kutur")
    assert heard_apart("tartus") == heard_apart("tartous")


def test_short_bodies_of_other_vowels_are_no_pair():
    met = {*body_keys("Kator").sought} & {*body_keys("Kutir Holdings").filed}
    assert not met
    assert {*body_keys("Kator").sought} & {*body_keys("Kator Holdings").filed}


def test_places_of_two_consonants_meet_however_their_vowels_are_written():
    met = [{*place_keys("Wamouria").sought} & {*place_keys(other).filed} for other in ("Wammuriyeh", "Wemriya")]
    assert [bool(one) for one in met] == [True, False]


def test_strange_places_of_other_vowels_are_no_pair():
    assert not {*place_keys("Wobin").sought} & {*place_keys("Waben").filed}
    assert {*place_keys("Wobin").sought} & {*place_keys("Woben").filed}


def test_persons_whose_names_share_but_two_consonants_and_other_vowels_are_no_pair():
    assert not {*person_keys("Tabe Rudu").sought} & {*person_keys("Tobi Rida").filed}
    assert {*person_keys("Tabe Rudu").sought} & {*person_keys("Tabi Rodu").filed}


def test_a_district_meets_its_town_and_a_province_does_not():
    met = [
        {*place_keys("Tarva Khel").sought} & {*place_keys(other).filed}
        for other in ("Tarvakhel district", "Tarvakhel province")
    ]
    assert [bool(one) for one in met] == [True, False]
