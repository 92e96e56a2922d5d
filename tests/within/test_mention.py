"""What is found in sentences of our own, with the real parser."""

import pytest

from dateline.model import Mention, Report
from dateline.within.mention import mentions
from dateline.within.parse import Parser, parses
from dateline.within.segment import segments


def read(text: str, parser: Parser, title: str | None = None) -> tuple[Mention, ...]:
    report = Report(id="r", uri="r", title=title, text=text)
    marked = segments(report)
    return mentions(report, marked, next(parses([(report, marked)], parser)))


def seen(found: tuple[Mention, ...]) -> dict[str, tuple[str, str]]:
    return {m.text: (m.kind, m.form) for m in found}


CASES = [
    ("Norwegian Defence Minister Kari Solberg met the rebels.", "Kari Solberg", ("person", "name")),
    ("Norwegian Defence Minister Kari Solberg met the rebels.", "the rebels", ("group", "nominal")),
    ("A 26-year-old student was hurt near the Tarva air base.", "A 26-year-old student", ("person", "nominal")),
    ("A 26-year-old student was hurt near the Tarva air base.", "the Tarva air base", ("facility", "nominal")),
    ("The people of Ghana voted on Sunday.", "The people of Ghana", ("group", "nominal")),
    ("She told police that two men had fled.", "police", ("group", "nominal")),
    ("She told police that two men had fled.", "She", ("person", "pronoun")),
    ("A Norwegian and two Danes were found.", "A Norwegian", ("person", "nominal")),
    ("He was hit by an ex-teacher at noon.", "an ex-teacher", ("person", "nominal")),
    ("She is to be the next surgeon general of the army.", "the next surgeon general", ("person", "role")),
    ("The victim, Karl Solberg, Jr., 31, was hurt.", "Karl Solberg, Jr.", ("person", "name")),
    ('Karl "Jay" North was hurt.', 'Karl "Jay" North', ("person", "name")),
    ('Karl "Jay" de la Cruz III, 30, was hurt.', 'Karl "Jay" de la Cruz III', ("person", "name")),
    ("They met in the apartments off Max Luther Drive.", "Max Luther Drive", ("place", "name")),
    ("Hezb-e-Islami denied it.", "Hezb-e-Islami", ("organization", "name")),
    ("Al-Shabaab denied it.", "Al-Shabaab", ("organization", "name")),
    ("She told WXYZ.com that it was late.", "WXYZ.com", ("organization", "name")),
    ("Karl Solberg met Ana de la Cruz-Lund at noon.", "Ana de la Cruz-Lund", ("person", "name")),
    ("A man pleaded guilty to the murder of Jarl Keyon Batist, a clerk.", "Jarl Keyon Batist", ("person", "name")),
    ("Troops of the 4th Armoured Division left.", "the 4th Armoured Division", ("organization", "name")),
    ("A mill burned in Karl Tarvik in Norway.", "Karl Tarvik", ("place", "name")),
    ("Shells fell on a clinic in al-Zahriyeh neighborhood in Lund.", "al-Zahriyeh", ("place", "name")),
    ("The militant group Liwa al-Tarv said it had left.", "Liwa al-Tarv", ("organization", "name")),
    ("The activist-run group Deir Ezzor 31 said that four boats sank.", "Deir Ezzor 31", ("organization", "name")),
    ("Among the hurt was the teacher Lina Tarvour 31 who fell.", "Lina Tarvour", ("person", "name")),
    ("Two soldiers died in Tarvik, where a Tarvik man was held.", "Tarvik", ("place", "name")),
]


def test_what_is_painted_and_what_is_an_office_is_nobody(parser):
    text = "Police looked for a white Ford Transit. County Circuit Judge Karl Solberg spoke."
    assert [m.text for m in read(text, parser) if m.form == "name" and m.kind == "person"] == ["Karl Solberg"]


@pytest.mark.parametrize(
    "text",
    [
        "Shiela waved. The neighbour Sheila Tarvik saw it. Shiela owns the mill.",
        "Karma Tarvik was shot. Karma had left.",
    ],
)
def test_a_given_name_is_of_who_bears_it_however_two_letters_stand(text, parser):
    assert len({m.entity for m in read(text, parser) if m.form == "name" and m.kind == "person"}) == 1


def test_a_surname_with_an_article_opens_a_sentence_as_somebody(parser):
    found = read("Talal al-Tarvi told reporters that the buses had left. Al-Tarvi said the deal would hold.", parser)
    assert {m.kind for m in found if m.text.endswith("al-Tarvi") or m.text == "Al-Tarvi"} == {"person"}
    assert len({m.entity for m in found if m.text in ("Talal al-Tarvi", "Al-Tarvi")}) == 1


def test_courtesy_is_kept_beside_the_name(parser):
    assert [(m.text, m.courtesy) for m in read("Mrs. Tarvik said so.", parser)] == [("Tarvik", "Mrs.")]


def test_a_body_is_called_without_its_article(parser):
    assert [m.name for m in read("The FBI said so.", parser)] == ["FBI"]


def test_a_suffix_tells_a_son_from_his_father(parser):
    text = "Karl Solberg Jr., 24, was hurt. Solberg left with his father, Karl Solberg Sr., at noon."
    found = {m.text: m.entity for m in read(text, parser)}
    assert found["Solberg"] == found["Karl Solberg Jr."] != found["Karl Solberg Sr."]


def test_who_is_named_as_somebody_is_nobody_else_with_a_name(parser):
    text = "Minister Karl Solberg said the man was held. Police named him as Jonas Berg, 25."
    found = {m.text: m.entity for m in read(text, parser)}
    assert found["Jonas Berg"] != found["Karl Solberg"]


@pytest.mark.parametrize("text, words, expected", CASES)
def test_words_kinds_and_forms(text, words, expected, parser):
    assert seen(read(text, parser)).get(words) == expected


def test_role_and_country_stand_beside_the_name(parser):
    found = {m.text: m for m in read(CASES[0][0], parser)}
    name = found["Kari Solberg"]
    assert name.role == "Norwegian Defence Minister"
    assert name.country == "NOR"
    assert "Defence" not in found


def test_age_of_a_nominal(parser):
    assert {m.text: m.age for m in read(CASES[2][0], parser)}["A 26-year-old student"] == 26


def test_a_baby_is_in_its_first_year(parser):
    text = "A 6-month-old girl and a two-year-old boy were hurt with 17-month-old Jana Novak."
    found = {m.text: m.age for m in read(text, parser) if m.age is not None}
    assert found == {"A 6-month-old girl": 0, "a two-year-old boy": 2, "Jana Novak": 1}


def test_who_speaks_of_the_man_is_not_he(parser):
    text = "“It is a sad day,” said Mayor Karl Solberg. “We pray for the family of the young man.”"
    found = {m.text: m.entity for m in read(text, parser)}
    assert found["the young man"] != found["Karl Solberg"]


def test_offsets_hold_the_words(parser):
    text = "Kari Solberg, the minister, spoke.\nShe left."
    for mention in read(text, parser):
        assert text[mention.start : mention.end] == mention.text


def entities(found: tuple[Mention, ...]) -> dict[str, set[str]]:
    chains: dict[str, set[str]] = {}
    for mention in found:
        chains.setdefault(mention.entity, set()).add(mention.text)
    return chains


def together(found: tuple[Mention, ...], *texts: str) -> bool:
    return any(set(texts) <= chain for chain in entities(found).values())


CHAINS = [
    ("Jana Novak resigned. Novak, the mayor, said she was tired.", ("Jana Novak", "Novak", "the mayor", "she")),
    ("The Lund Broadcasting Corporation (LBC) closed. LBC had 90 staff.", ("The Lund Broadcasting Corporation", "LBC")),
    ("Ghanaian President Kofi Asare left Accra. The president flew to Oslo.", ("Kofi Asare", "The president")),
    ("Two men robbed a bank. The men escaped before they were seen.", ("Two men", "The men", "they")),
    ('"I saw smoke," said Jana Novak, a teacher.', ("I", "Jana Novak", "a teacher")),
    ("The U.S. protested. The United States wants talks.", ("The U.S.", "The United States")),
    ("Moscow appears keen on talks. The Kremlin denied it.", ("Moscow", "The Kremlin")),
    ("Ann Horn met the Ghanaian trade minister. Horn thanked her.", ("Ann Horn", "Horn")),
    ("The Harlow Rovers lost again on Friday. The team left at night.", ("The Harlow Rovers", "The team")),
    ("A guard fired at Paul Berg and hit him twice.", ("Paul Berg", "him")),
    ("Dr . Ana Ruiz spoke . Ruiz was glad .", ("Ana Ruiz", "Ruiz")),
]


@pytest.mark.parametrize("text, texts", CHAINS)
def test_words_that_stand_for_one(text, texts, parser):
    assert together(read(text, parser), *texts), entities(read(text, parser))


APART = [
    ("Karl Solberg, 12, was hurt. Police held the man.", "Karl Solberg", "the man"),
    ("Man held\n\nA man was held over a fire that left one man dead.", "A man", "one man"),
    ("Ahmed Karimi met Maher Karimi.", "Ahmed Karimi", "Maher Karimi"),
    ("Moscow denied it. They met in Moscow.", "Moscow", "in Moscow"),
    ("The foreign minister met the defence minister.", "The foreign minister", "the defence minister"),
    ("Jana Novak told Paul Berg that he was late.", "Jana Novak", "he"),
    ("Paul Berg was arrested for hitting a waiter who tried to stop him.", "a waiter", "him"),
    ("Paul Berg was nominated as trade minister.", "Paul Berg", "trade minister"),
    ("The Harlow Rovers lost on Friday. The army closed the road.", "The Harlow Rovers", "The army"),
]


@pytest.mark.parametrize("text, one, other", APART)
def test_words_that_stand_for_two(text, one, other, parser):
    assert not together(read(text, parser), one, other)


def test_a_capital_that_acts_is_its_government_and_else_a_city(parser):
    first, second = (m for m in read("Moscow appears keen. They met in Moscow.", parser) if m.text == "Moscow")
    assert (first.kind, first.metonym, first.country) == ("organization", "government", "RUS")
    assert (second.kind, second.metonym) == ("place", "")
    assert first.entity != second.entity


def test_an_empty_it_is_no_mention(parser):
    assert "It" not in seen(read("It is clear that the company failed.", parser))


def test_every_entity_is_the_id_of_its_first_mention(parser):
    found = read(" ".join(text for text, _ in CHAINS), parser, title="Novak and Berg meet")
    first: dict[str, str] = {}
    for mention in found:
        assert first.setdefault(mention.entity, mention.id) == mention.entity


def test_all_capitals_are_read_as_names(parser):
    found = seen(read("PRESIDENT KOFI ASARE MET THE GUERRILLAS TODAY IN ACCRA.", parser))
    assert found["KOFI ASARE"] == ("person", "name")
    assert "TODAY" not in found


def test_an_office_that_is_only_sought_is_vacant(parser):
    found = {m.text: m.vacant for m in read("Ruiz, a lawyer, was offered the post of Trade Minister.", parser)}
    assert found["Trade Minister"]
    assert not found["a lawyer"]


def test_letters_set_apart_keep_their_place(parser):
    text = "The U . S . army and Ana M . Ruiz agreed ."
    found = read(text, parser)
    assert {"U . S .", "Ana M . Ruiz"} <= {m.text.removeprefix("The ") for m in found}
    assert all(text[m.start : m.end] == m.text for m in found)


WHOLE = [
    ("Police named the dead as Vendrik T. Osei, 26, and Ida Novak, 30.", "Vendrik T. Osei"),
    ("A fire killed Georgia Berlin, 16, of Elko.", "Georgia Berlin"),
    ("The dead were 23-year-old Tom Hale and 46-year-old Merry Dean Hale.", "Merry Dean Hale"),
    ('The dead were 15-year-old Tom Hale and 22-year-old Ottavo "Otto" Lund.', 'Ottavo "Otto" Lund'),
    ("Jimmy Hale, Svenja Palmgrove, and Ida Novak all fell ill.", "Svenja Palmgrove"),
    ("Those hurt, 18 year old Ottavo Lund, 18 year old Tom Hale and a guest, were there.", "Ottavo Lund"),
    ("Tom Hale, 12, and Ida Novak,3, were there.", "Ida Novak"),
    ("Ingvilda Ann Moore-Hill was a nurse in Reno.", "Ingvilda Ann Moore-Hill"),
]


@pytest.mark.parametrize("text, name", WHOLE)
def test_a_name_is_whole(text, name, parser):
    assert seen(read(text, parser)).get(name) == ("person", "name")


SHARED = [
    ("Police named the dead as Adam and Ida Novak.", "Adam", "Adam Novak"),
    ("Police named the dead as Adam, Ethan and Ida Novak.", "Adam", "Adam Novak"),
    ("Ida Adam spoke first. Adam and Tom Novak followed.", "Adam", "Adam"),
    ("Adam Hale spoke first. Adam and Tom Novak followed.", "Adam", "Adam"),
]


@pytest.mark.parametrize("text, words, name", SHARED)
def test_a_surname_is_shared_by_those_before_it(text, words, name, parser):
    assert next(m for m in read(text, parser) if m.text == words).name == name


def test_whoever_is_taken_to_a_hospital_is_somebody(parser):
    found = read("Palmgrove was taken to a hospital. Svenja Irsa Palmgrove is a cook.", parser)
    assert seen(found).get("Svenja Irsa Palmgrove") == ("person", "name")


def who(found: tuple[Mention, ...], text: str) -> str:
    """Whom words stand for, by the fullest name of all that stands for them."""
    entity = next(m.entity for m in found if m.text == text)
    return max((m.name for m in found if m.entity == entity and m.form == "name"), key=len, default="")


AGES = [
    (
        "A 16-year-old girl fell from a cliff on Sunday. Ida Novak, 16, was a student.",
        "A 16-year-old girl",
        "Ida Novak",
    ),
    ("A 16-year-old boy fell from a cliff on Sunday. Ida Novak, 16, was a student.", "A 16-year-old boy", ""),
    ("A 16-year-old girl was arrested on Sunday. Ida Novak, 16, saw it.", "A 16-year-old girl", ""),
    ("A 16-year-old girl fell. A 16-year-old student helped. Ida Novak, 16, saw it.", "A 16-year-old student", ""),
    ("A 16-year-old girl fell. Ida Novak, 16, and Eva Lund, 16, saw it.", "A 16-year-old girl", ""),
]


@pytest.mark.parametrize("text, words, name", AGES)
def test_the_one_name_of_an_age_is_that_of_whoever_was_told_of_by_it(text, words, name, parser):
    assert who(read(text, parser), words) == name


SHORT = [
    ("Alexander Ruiz fell on Sunday. Friends of Alex were there.", "Alex", "Alexander Ruiz"),
    ("Alexander Ruiz fell. Alexandra Berg saw it. Friends of Alex were there.", "Alex", "Alex"),
]


@pytest.mark.parametrize("text, words, name", SHORT)
def test_a_given_name_cut_short_is_that_of_the_only_one_who_has_it(text, words, name, parser):
    assert who(read(text, parser), words) == name
