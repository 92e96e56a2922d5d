import pytest

from dateline.knowledge.speakers import body_of, nobody, other_name, performs, saved, witnesses


@pytest.mark.parametrize(("cue", "done"), [("pledged", True), ("Thanked", True), ("said", False), ("recalled", False)])
def test_what_is_done_in_words_tells_of_nothing_else(cue, done):
    assert performs(cue) is done


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("An OPEC adviser", "OPEC"),
        ("an official in the Harbour Council of Ola", "Harbour Council of Ola"),
        ("a source in Tromsø", ""),
        ("a Danish diplomat", ""),
        ("a diplomat", ""),
    ],
)
def test_to_which_body_with_a_name_an_unnamed_source_belongs(words, whose):
    assert body_of(words) == whose


def test_who_is_called_a_witness_was_there():
    assert witnesses("two eyewitnesses")
    assert not witnesses("two residents")


def test_a_much_cited_body_is_filed_under_its_full_name_as_well():
    names = ("the Observatory", "The Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights")
    assert len({other_name(name) for name in names}) == 1


def test_not_every_court_is_nobody():
    assert nobody("Not every court")
    assert not nobody("Notre Dame")


def test_who_came_through_it_was_there():
    assert saved("We hid under the stairs until noon")
    assert not saved("The boat was hidden under the stairs")
