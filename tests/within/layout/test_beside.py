from dateline.within.layout.beside import numbered, pictures, teasers, told_below

SHOT = "A man was held on Friday in the shooting of a baker."
FERRY = "The ferry to the outer islands will stay in port until its new engine arrives."
HARVEST = "Growers of the valley expect the best harvest of pears in a decade."
REPORT = [SHOT, "He is 31.", "Police found a rifle.", "He is in jail."]


def test_sentences_given_twice_above_a_report_announce_other_stories():
    page = [FERRY, FERRY, HARVEST, f"(KXYZ) - {HARVEST} Some have hired more hands.", *REPORT]
    assert teasers(page) == [0, 1, 2, 3]


def test_what_names_the_places_of_the_text_below_is_of_the_report_itself():
    lead = "Two people were hurt at the Harbour Inn on Wexcombe Street"
    below = ["It burned at the Harbour Inn.", "Wexcombe Street is shut.", "Crews left.", "No one was held."]
    assert teasers([FERRY, FERRY, lead, f"{lead}, where a fire broke out.", *below]) == [0, 1, 2]


def test_one_sentence_twice_is_no_list():
    assert teasers([FERRY, FERRY, *REPORT]) == []


def test_a_row_of_pictures_ends_where_its_page_says_so():
    lines = ["Thief held", "Photo: A. Bee Image 1 of / 2 Caption Close", "An orchard.", "Back to Gallery", "He ran."]
    assert list(pictures(lines)) == [1, 2, 3]


def test_counters_are_no_words_of_a_caption():
    line = "Image 1 of 2 An orchard. Image 2 of 2 A rifle."
    assert [(what, line[a:b].strip()) for what, a, b in numbered(line) if line[a:b].strip()] == [
        ("navigation", "Image 1 of 2"),
        ("caption", "An orchard."),
        ("navigation", "Image 2 of 2"),
        ("caption", "A rifle."),
    ]
    assert told_below(["Image 1 of 2 An orchard.", "An orchard."]) == {"An orchard."}
