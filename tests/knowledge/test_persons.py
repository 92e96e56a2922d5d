from dateline.knowledge.persons import (
    gender_of_given,
    gender_of_honorific,
    is_courtesy,
    is_given_name,
    is_honorific,
    is_particle,
    pronouns,
)


def test_given_names_and_honorifics():
    assert is_given_name("Maria")
    assert gender_of_given("Maria") == "female"
    assert gender_of_given("Robin") is None
    assert is_honorific("Gen.")
    assert gender_of_honorific("Mrs.") == "female"
    assert is_courtesy("Dr.")
    assert not is_courtesy("Sgt.")
    assert is_particle("Abu")


def test_pronouns():
    assert pronouns()["her"].gender == "female"
    assert pronouns()["they"].plural
    assert pronouns()["our"].person == 1
