import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.within.layout.casing import Evidence
from dateline.within.layout.recase import working_copy


@pytest.mark.parametrize(
    "text, kind, copy",
    [
        ("They said “no”.\nThen’s gone", "body", 'They said "no". Then\'s gone'),
        (
            "THE REBELS ATTACKED THE CITY ON 3 MAY.  POLICE FLED.",
            "body",
            "The rebels attacked the city on 3 May.  Police fled.",
        ),
        ("COL ARANDA SAID THE SALVADORAN ARMY MAY LEAVE.", "body", "Col Aranda said the Salvadoran Army may leave."),
        ("Gunman Shoots Two Outside Lisbon Restaurant", "headline", "Gunman shoots two outside Lisbon restaurant"),
        ("3 Killed, 2 Hurt In Shooting", "headline", "3 killed, 2 hurt in shooting"),
        ("Two men arrested after shooting in Porto", "headline", "Two men arrested after shooting in Porto"),
        ("PORTO, Portugal — Two men fled.", "body", "Porto, Portugal — Two men fled."),
        (
            "Police did NEVER say who the NATO soldiers were.",
            "body",
            "Police did never say who the NATO soldiers were.",
        ),
        ("He lives at the 21ST and 22ND houses.", "body", "He lives at the 21st and 22nd houses."),
        ("The U . S . sent Mr . Ruiz at 7 p . m . today .", "body", "The U.S.    sent Mr.  Ruiz at 7 p.m.    today ."),
        ("Lund , Ala . , is far from Oman . Ana left .", "body", "Lund , Ala.  , is far from Oman . Ana left ."),
    ],
)
def test_copies_read_like_sentences(text, kind, copy):
    assert working_copy(text, kind) == copy


def test_the_report_itself_says_how_a_word_is_written():
    seen = Evidence("THE POPULAR RURAL OAK RANKS (PROR) FLED. PROR MEN FOUGHT ON.")
    assert working_copy("PROR MEN FOUGHT ON AND FLED.", "body", seen) == "PROR men fought on and fled."
    seen = Evidence("It was Rose who came, and we saw Rose there. " + "plain small words fill up this long line " * 9)
    assert seen.form("rose") == "Rose"
    assert seen.form("plain") == "plain"


def test_what_is_abbreviated_in_capitals_is_a_name():
    text = "MEN OF THE OLIVE WORKERS\nUNION (UTO) LEFT. THE COO [HARBOR OWNERS' COUNCIL] MET THE OLIVE WORKERS UNION."
    copy = working_copy(text, "body", Evidence(text))
    assert copy == (
        "Men of the Olive Workers Union (UTO) left. The COO (Harbor Owners' Council) met the Olive Workers Union."
    )
    assert working_copy("THIS MAN (FAT) LEFT.", "body", Evidence("THIS MAN (FAT) LEFT.")) == "This man (fat) left."


@pytest.mark.parametrize(
    "text, copy", [("JAMES WAS ABDUCTED.", "James was abducted."), ("[THEY] LEFT TOWN.", "(They) left town.")]
)
def test_words_in_capitals(text, copy):
    assert working_copy(text, "body") == copy


@given(st.text(max_size=300), st.sampled_from(["body", "headline", "dateline"]))
def test_a_copy_is_as_long_as_its_text(text, kind):
    assert len(working_copy(text, kind, Evidence(text))) == len(text)


@given(st.text(alphabet="İıßŉǰΐﬁſA BCÄЖ'’.-1[]()\n", max_size=80))
def test_letters_that_change_length_keep_their_place(text):
    assert len(working_copy(text.upper(), "body", Evidence(text))) == len(text.upper())
