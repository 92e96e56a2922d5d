import pytest

from dateline.knowledge.speakers import body_of, performs, witnesses


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
