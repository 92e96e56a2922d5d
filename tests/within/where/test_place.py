"""Where claims are set, through the real parser, on sentences of our own."""

import pytest

from dateline.model import Report
from dateline.run.flow import read_batch
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments
from dateline.within.where.place import Places


def placed(text, parser, trigger, title=None, url=None):
    report = Report(id="r", uri="r", title=title, text=text, url=url)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    places = Places(report, marked, parse, mentions(report, marked, parse))
    token = max(t for t, word in enumerate(parse.lowers) if word == trigger)
    sentence = parse.sentences[parse.sentence_at[token]]
    return places.for_claim(token, sentence.first, sentence.end)


CASES = [
    ("Two men were wounded in Springfield, Ill., on Monday.", "wounded", "Springfield", "Illinois", "USA"),
    ("A bridge collapsed in Lafayette, Louisiana.", "collapsed", "Lafayette", "Louisiana", "USA"),
    ("The army killed three rebels in Maiwand district, Kandahar province.", "killed", "Maiwand", "Kandahar", "AFG"),
    ("Troops seized a depot in Nosuchvil district, Helmand province.", "seized", "Nosuchvil", "Helmand", "AFG"),
    ("Rockets killed four people in Tartous, Syria.", "killed", "Tartous", "Tartus", "SYR"),
    ("The president signed the treaty in Kyiv.", "signed", "Kyiv", "Kyiv", "UKR"),
    ("Rockets killed four people in parts of Kandahar province.", "killed", "Kandahar", "Kandahar", "AFG"),
    ("Rockets killed four people in the countryside of Aleppo.", "killed", "Aleppo", "Aleppo", "SYR"),
    ("A bomb killed four people at the Palace of Justice in Tartous, Syria.", "killed", "Tartous", "Tartus", "SYR"),
    ("Fans were injured in Chicago on Sunday.", "injured", "Chicago", "Illinois", "USA"),
]


@pytest.mark.parametrize("text, trigger, name, admin1, country", CASES)
def test_a_claim_is_set_where_its_sentence_says(text, trigger, name, admin1, country, parser):
    place = placed(text, parser, trigger)
    assert (place.name, place.admin1, place.country) == (name, admin1, country)
    assert place.basis == "stated"


def test_a_town_behind_what_it_is_called_by_is_the_scene(parser):
    text = "A trade envoy met bankers in Bergen on the day that a minister held talks in the Omani capital Muscat."
    assert (placed(text, parser, "met").name, placed(text, parser, "talks").name) == ("Bergen", "Muscat")


def test_a_home_town_is_not_the_scene(parser):
    text = "Police arrested a man in Reno, Nev., on Friday. John Doe, 30, of Denver, was charged with theft."
    assert placed(text, parser, "charged").name == "Reno"


def test_the_dateline_of_a_home_report_places_what_nothing_else_places(parser):
    text = "OCALA, Fla. (AP) — A man was shot to death on Sunday night, and two others were hurt."
    place = placed(text, parser, "shot")
    assert (place.name, place.admin1, place.basis) == ("Ocala", "Florida", "context")


def test_an_agency_dateline_gives_way_to_the_text(parser):
    text = "DAMASCUS, Syria (AP) — The airport was closed for a day. Shells killed two people near Idlib."
    place = placed(text, parser, "killed")
    assert (place.name, place.relation) == ("Idlib", "near")


NAMESAKES = [
    ("A fire killed two people in Savannah, Georgia.", "killed", "Savannah", "Georgia", "USA"),
    ("A fire killed two people in Rustavi, Georgia.", "killed", "Rustavi", "Kvemo Kartli", "GEO"),
    ("Gunmen wounded six traders in Minna, Niger.", "wounded", "Minna", "Niger", "NGA"),
    ("Gunmen wounded six traders in Zinder, Niger.", "wounded", "Zinder", "Zinder", "NER"),
    (
        "A fire hurt a man in Savannah, Georgia. Hail killed two in Rustavi, Georgia.",
        "killed",
        "Rustavi",
        "Kvemo Kartli",
        "GEO",
    ),
    (
        "A fire hurt a man in Savannah, Georgia. Hail killed two in Rustavi, Georgia.",
        "hurt",
        "Savannah",
        "Georgia",
        "USA",
    ),
    (
        "Hail hurt a man in Savannah, Georgia, and killed two in Nosuchvil, Georgia.",
        "killed",
        "Nosuchvil",
        "Georgia",
        "USA",
    ),
]


@pytest.mark.parametrize("text, trigger, name, admin1, country", NAMESAKES)
def test_a_state_called_like_a_country_is_meant_by_the_town_said_to_lie_there(
    text, trigger, name, admin1, country, parser
):
    place = placed(text, parser, trigger)
    assert (place.name, place.admin1, place.country) == (name, admin1, country)


def test_a_namesake_that_nothing_explains_stays_open(parser):
    place = placed("A fire killed two people in Springfield.", parser, "killed")
    assert place.name == "Springfield"
    assert place.admin1 is None
    assert place.latitude is None


def test_the_outlet_tells_which_namesake_a_local_report_means(parser):
    text = "A fire killed two people in Springfield on Monday."
    assert placed(text, parser, "killed", url="http://www.masslive.com/news/1").admin1 == "Massachusetts"


def test_an_address_is_a_site_and_its_town_the_name(parser):
    place = placed("A man was shot in the 200 block of Elm Street in Toledo, Ohio.", parser, "shot")
    assert (place.name, place.admin1) == ("Toledo", "Ohio")
    assert place.site == "200 block of Elm Street"


def test_a_base_is_a_site_with_coordinates(parser):
    place = placed("Two drones were shot down over Syria. A third struck the base at Hmeimim.", parser, "struck")
    assert place.country == "SYR"
    assert place.latitude == pytest.approx(35.4, abs=0.1)


def test_where_people_met_is_a_place_though_its_spokesman_is_named_after_it(parser):
    text = "Envoys of Norway met ministers in the Kremlin on Tuesday, Kremlin spokesman Dmitry Peskov said."
    place = placed(text, parser, "met")
    assert (place.name, place.site, place.basis) == ("Moscow", "Kremlin", "stated")


def test_no_place_at_all_is_none(parser):
    assert placed("They met and signed the contract.", parser, "signed") is None


def test_a_sentence_that_tells_where_it_happened_places_the_harm(parser):
    text = (
        "TOLEDO, Ohio (AP) — A boy was wounded on Sunday. His father was charged. "
        "The shooting happened in Sandusky, police said. The boy was shot in the leg."
    )
    assert placed(text, parser, "wounded").name == "Sandusky"


def test_a_first_word_is_written_out(parser):
    assert placed("Two men were wounded in St. Louis, Mo., on Monday.", parser, "wounded").name == "Saint Louis"


def test_initials_in_a_headline_are_no_town(parser):
    place = placed("He was shot in Denver, Colo.", parser, "shot", title="Man Wounded at Office of NARA")
    assert place.name == "Denver"


def test_the_state_of_the_outlet_settles_a_name_that_stays_open(parser):
    place = placed("Two men were shot in Fremont on Monday.", parser, "shot", url="https://www.sfgate.com/x")
    assert (place.name, place.admin1) == ("Fremont", "California")


def test_a_place_inside_the_country_that_the_sentence_opens_with(parser):
    text = "In a separate raid in southern Chad, two rebels were captured during a search in Moundou, police said."
    assert placed(text, parser, "captured").name == "Moundou"


def test_where_somebody_is_used_to_act_is_not_where_it_goes_on(parser):
    text = (
        "Troops detained a rebel in Helmand province on Monday. He also directs attacks in Kabul province. "
        "Troops seized two rifles."
    )
    assert placed(text, parser, "seized").name == "Helmand"


def test_a_quarter_that_no_town_explains_is_a_site_without_a_name(parser):
    place = placed("Two men were shot in Northeast on Monday.", parser, "shot")
    assert place is None or place.name is None


def test_an_unknown_village_lies_in_the_province_it_is_said_to(parser):
    place = placed("Troops killed two rebels in Nosuchvil village of Helmand province.", parser, "killed")
    assert (place.name, place.admin1) == ("Nosuchvil", "Helmand")


ROUNDABOUT = [
    # the scene of an event is its place, though its victims were flown away
    ("BOISE, Idaho (AP) — Hugo Brandt was flown out of the ruins of an explosion in Emmett.", "flown", "Emmett"),
    ("VALLEY, Neb. (AP) — A clerk was stabbed on Sunday, police said.", "stabbed", "Valley"),
    ("NOSUCHBY, Ada County — A rider was stabbed on Sunday, deputies said.", "stabbed", "Nosuchby"),
    ("KING COUNTY, Wash. — A Renton woman was stabbed at home on Sunday.", "stabbed", "Renton"),
    ("A guard was stabbed in Spokane's Upper Ashby neighborhood on Sunday.", "stabbed", "Spokane"),
    ("SPOKANE, Wash. — Police went to a house on North Idaho, where a guard was stabbed.", "stabbed", "Spokane"),
    ("SPOKANE, Wash. — A guard was stabbed off Dover Heath Road on Sunday.", "stabbed", "Spokane"),
    ("SPOKANE, Wash. — Hugo Brandt, of Cedar Street in Tacoma, was stabbed on Sunday.", "stabbed", "Spokane"),
]


@pytest.mark.parametrize("text, trigger, name", ROUNDABOUT)
def test_the_town_of_the_scene(text, trigger, name, parser):
    assert placed(text, parser, trigger).name == name


def test_a_quarter_that_is_called_after_a_city_far_away(parser):
    text = "NASHVILLE, Tenn. (WKRN) — A guard was stabbed in Tampa on Sunday. Nashville police arrested a man."
    place = placed(text, parser, "stabbed", url="http://wkrn.com/1")
    assert (place.name, place.site) == ("Nashville", "Tampa")


def test_a_place_in_no_table_that_lies_in_a_state_is_no_part_of_a_town(parser):
    text = "A guard was stabbed in Nosuchby, Idaho, on Sunday. A man was arrested in Boise, Idaho, and charged."
    assert placed(text, parser, "stabbed").name == "Nosuchby"


def test_a_station_in_the_title_is_at_home_somewhere(parser):
    place = placed("A guard was stabbed in Fremont.", parser, "stabbed", title="Guard Stabbed - WTVG News, Weather")
    assert (place.name, place.admin1) == ("Fremont", "Ohio")


ELSEWHERE = [
    "The hunted smuggler manages raids in Homs.",
    "The hunted smuggler was planning attacks in Homs.",
]


@pytest.mark.parametrize("aside", ELSEWHERE)
def test_where_somebody_is_busy_is_not_where_he_was_shot(aside, parser):
    text = f"Troops searched a mill near Tartous, Syria, on Monday. {aside} A guard shot him."
    assert placed(text, parser, "shot").name == "Tartous"


def test_where_somebody_has_an_office_is_not_the_scene(parser):
    text = "Troops shot a guard near Tartous, Syria. A cook was hit. They hunted the foreman for operations in Homs."
    assert placed(text, parser, "hit").name == "Tartous"


def test_a_headline_over_news_from_several_towns_sets_none_of_it(parser):
    text = "Two cooks met in Tartous, Syria. A guard was shot."
    assert placed(text, parser, "shot", title="Raids in Homs, Aleppo and Tartous").name == "Tartous"


PARTS = [
    # a part that the post counts to a town is a site in it, unless the report names police of its own
    ("A fire killed two people in Kearns, and Salt Lake City firemen helped.", "killed", "Salt Lake City", "Kearns"),
    ("SALT LAKE CITY (AP) — A fire killed two people in Kearns on Sunday.", "killed", "Salt Lake City", "Kearns"),
    ("Kearns police said a fire killed two people in Kearns, near Salt Lake City.", "killed", "Kearns", None),
    (
        "KEARNS, Utah — A fire killed two people in Kearns, Salt Lake City police said.",
        "killed",
        "Salt Lake City",
        "Kearns",
    ),
    ("A fire killed two people in Kearns, Utah, on Sunday.", "killed", "Kearns", None),
    ("Two people were killed by a falling wall in Boston's Hillsdale district.", "killed", "Boston", "Hillsdale"),
    ("A fire killed two people in Albany, New York, on Sunday.", "killed", "Albany", None),
]


@pytest.mark.parametrize("text, trigger, name, site", PARTS)
def test_a_part_of_a_town_is_a_site_in_it(text, trigger, name, site, parser):
    place = placed(text, parser, trigger)
    assert (place.name, place.site) == (name, site)


def test_a_dateline_is_a_quarter_where_police_of_a_city_far_away_speak(parser):
    told = "A cook was killed on the West Side on Sunday. A Chicago Police spokeswoman said nobody was held."
    assert placed(f"AUSTIN — {told}", parser, "killed").name == "Chicago"
    assert placed(f"AUSTIN, Texas — {told}", parser, "killed").name == "Austin"


OFFICES = [
    # hamlets that only the post knows are places where the words make places of them
    ("OTTERVILLE, Mo. — A fire killed two people on Sunday.", "killed", "Otterville", "Missouri"),
    ("A fire killed two people in Otterville, Mo., on Sunday.", "killed", "Otterville", "Missouri"),
    ("A fire killed Ann Otterville of Reno, Nev., in Elko, Nev., on Sunday.", "killed", "Elko", "Nevada"),
]


@pytest.mark.parametrize("text, trigger, name, admin1", OFFICES)
def test_a_post_office_is_a_place_where_the_words_make_one_of_it(text, trigger, name, admin1, parser):
    place = placed(text, parser, trigger)
    assert (place.name, place.admin1) == (name, admin1)


WIDE = [
    ("A fire killed two people on a farm in southern Maine. They were found in Saco, firemen said.", "killed", "Saco"),
    ("A fire killed two people on a farm in southern Maine. One lived in Saco, firemen said.", "killed", "Maine"),
    ("A fire killed a cook near a college in Iowa on Sunday. Ames police sought witnesses.", "killed", "Ames"),
    ("A fire killed a cook near a college in Iowa. Ames police and Boone police sought witnesses.", "killed", "Iowa"),
    (
        "A wall killed a mason, the Story County sheriff said. A friend of his met him in Boston.",
        "killed",
        "Story County",
    ),
    ("Ames police found a boy hurt in a barn in Story County.", "hurt", "Ames"),
    ("A fire in Aiken Co. killed two people on Sunday.", "killed", "Aiken"),
    ("A fire hurt two men just outside of Elko, Nev., on Sunday.", "hurt", "Elko"),
    ("ELKO, Nev. — A Reno man was hurt in a fire on Sunday.", "hurt", "Elko"),
    ("WASHINGTON — A fire hurt two men in Northeast, D.C., on Sunday.", "hurt", "Washington"),
    ("A boy was hurt in the 4700 block of North Bremen, Toledo, Ohio, police said.", "hurt", "Toledo"),
    ("RENO, Nev. — A man was arrested in Elko on Sunday. The fire killed a clerk.", "killed", "Reno"),
    ("A fire killed a man in LaSalle, Colo., on Sunday.", "killed", "La Salle"),
    ("ELKO, Nev. — Two people were killed on Dover near Heath on Sunday.", "killed", "Elko"),
]


@pytest.mark.parametrize("text, trigger, name", WIDE)
def test_the_words_for_a_wider_place_yield_to_the_town(text, trigger, name, parser):
    assert placed(text, parser, trigger).name == name


def test_where_a_medium_sits_is_not_where_it_happened(parser):
    text = "A mill burned in Lisbon. According to Reuters in Oslo, the mayor met the millers."
    (reading,) = read_batch([Report(id="r", uri="r", title=None, text=text)], parser)
    assert {c.place.name for c in reading.claims if c.place} == {"Lisbon"}


def test_a_text_that_breaks_off_behind_a_name_and_a_comma_is_read(parser):
    report = Report(id="r", uri="r", title=None, text="TURNHOF,")
    (reading,) = read_batch([report], parser)
    assert reading.report is report
