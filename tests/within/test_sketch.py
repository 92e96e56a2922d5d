from tests.builders import report

from dateline.knowledge.rarity import RAREST, rarity
from dateline.model import Mention, Segment
from dateline.within.sketch import sketch

TEXT = (
    "MILLBROOK - Police say 34-year-old Orla Venning was hurt on Quillfeather Lane. Tomas Brandvold, 51, was arrested, "
    'Sheriff Ada Pruitt said. "We have never seen anything like this in our valley," a neighbor said.\nRelated: Zebras.'
)
BODY = (Segment(kind="body", start=0, end=TEXT.index("\nRelated")),)

PEOPLE = tuple(
    Mention(id=n, report="a", start=0, end=1, text=n, kind="person", form="name", entity=n, name=n)
    for n in ("Orla Venning", "Tomas Brandvold")
)


def drawn(title=None):
    return sketch(report(text=TEXT, title=title, url="https://www.millerpost.example/a"), BODY, PEOPLE)


def test_who_takes_part_and_who_speaks():
    found = drawn()
    assert {"orla venning", "tomas brandvold"} <= found.names.keys()
    assert "ada pruitt" in found.speakers


def test_a_place_marks_a_report_less_than_a_person():
    text = "Orla Venning was hurt."
    body = (Segment(kind="body", start=0, end=len(text)),)
    as_person = sketch(report(text=text), body, PEOPLE).names["orla venning"]
    assert as_person > sketch(report(text=text), body, ()).names["orla venning"]


def test_ages_of_infants_are_months_below_zero():
    text = "Baker Saves 9-Month-Old Boy. The 9-month-old was found beside a 62-year-old sailor."
    body = (Segment(kind="body", start=0, end=len(text)),)
    assert sketch(report(text=text), body, ()).ages == (-9, 62)


def test_ages_and_streets():
    found = drawn()
    assert found.ages == (34, 51)
    assert {"venning 34", "brandvold 51"} <= set(found.aged)
    assert found.streets == ("quillfeather",)


def test_words_are_a_unit_vector_of_what_is_told():
    found = drawn()
    assert abs(sum(weight**2 for weight in found.words.values()) - 1) < 0.001
    assert "zebras" not in found.words
    assert "police" not in found.words
    assert "milbrok" in found.proper  # doubled letters are made single


def test_doubled_letters_of_words_that_are_no_names_stay_and_names_stay_as_rare_as_they_are():
    text = "MISSOULA - A sailor was fatally stabbed in a boathouse in Missoula, deputies told reporters."
    body = (Segment(kind="body", start=0, end=len(text)),)
    found = sketch(report(text=text, title="Sailor fatally stabbed"), body, ())
    assert found.head == ("sailor", "stabbed")  # "fatally" is of everybody's news, however it is spelled
    assert "misoula" in found.proper
    assert rarity("misoula") == rarity("missoula") < RAREST


def test_the_outlet_is_no_headline_word():
    assert drawn("Woman hurt in Millbrook - KXYZ Channel 12").head == ("milbrok",)


def test_quotes_are_runs_of_six_words():
    assert len(drawn().quotes) == 5


def test_in_a_text_in_capitals_names_are_told_from_other_words():
    text = "POLICE SAY ORLA VENNING WAS HURT WHEN THE FERRY STRUCK THE HARBOUR WALL."
    found = sketch(report(text=text), (Segment(kind="body", start=0, end=len(text)),), PEOPLE)
    assert set(found.names) == {"orla venning"}
    assert "orla" in found.proper
    assert "harbour" not in found.proper


def test_the_sender_in_a_dateline_marks_nothing():
    text = "MILBROK, 4 MAY 92 (HARBOUR VOICE CHANNEL 1) -- Orla Venning was hurt."
    end = text.index("Orla")
    marked = (Segment(kind="dateline", start=0, end=end), Segment(kind="body", start=end, end=len(text)))
    found = sketch(report(text=text), marked, PEOPLE)
    assert "milbrok" in found.words
    assert "harbour" not in found.words
