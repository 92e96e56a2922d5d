"""Small made-up dossiers, through all stages: every kind of slot, every relation, and nothing where all agree."""

from datetime import date

import pytest

from dateline.model import Outlet, Report, When
from dateline.run.flow import decide, read_batch


def day(text):
    given = date.fromisoformat(text)
    return When(value=text, earliest=given, latest=given, basis="given")


def parted(parser, *told):
    """The discrepancies of reports given as (outlet, day, headline, text)."""
    reports = [
        Report(
            id=f"r{number}",
            uri=f"r{number}",
            title=title,
            text=text,
            published=day(published),
            outlet=Outlet(name=outlet),
        )
        for number, (outlet, published, title, text) in enumerate(told)
    ]
    readings = read_batch(reports, parser)
    return decide(readings, (), date(2026, 6, 1)).discrepancies


def shown(found):
    return {(d.slot, d.subject, d.relation): [_text(v.value) for v in d.values] for d in found}


def _text(value):
    return value.get("text") or value.get("name") or value.get("value") if isinstance(value, dict) else str(value)


FIRST = (
    "Harbour Post",
    "2024-03-05",
    "Two killed in Millbrook bar shooting",
    (
        "Two people were killed and three wounded in a shooting at the Anchor Tavern in Millbrook, Ohio, on "
        "Monday night, police said. The shooting happened at about 10 p.m. on Ferry Street. The dead were "
        "Tomas Brandvold, 41, and Orla Venning, 29, police said. A gunman opened fire on guests and fled."
    ),
)
AGREEING = (
    "Valley Ledger",
    "2024-03-05",
    "Millbrook tavern shooting leaves two dead",
    (
        "A couple were shot dead and three others were hurt at the Anchor Tavern in Millbrook, Ohio, at about 10 p.m. "
        "on Monday. Police said Tomas Brandvold, 41, and Orla Venning, 29, died at the scene on Ferry Street."
    ),
)
LATER = (
    "Valley Ledger",
    "2024-03-07",
    "Third victim of Millbrook tavern shooting dies",
    (
        "The toll of Monday's shooting at the Anchor Tavern in Millbrook, Ohio, rose to three. Three people "
        "were killed in the shooting on Ferry Street, police said. Tomas Brandvolt, 43, and Orla Venning, 29, "
        "died at the scene. Police said two gunmen had opened fire."
    ),
)


def test_nothing_is_raised_where_all_agree(parser):
    found = shown(parted(parser, FIRST, AGREEING))
    assert found == {}


def test_a_toll_an_age_a_name_and_the_number_of_gunmen(parser):
    found = shown(parted(parser, FIRST, LATER))
    assert found["quantity:killed", "", "updates"] == ["2", "3"]
    assert sorted(found["quantity:perpetrators", "", "updates"]) == ["1", "2"]
    assert any(slot == "quantity:age" and values == ["41", "43"] for (slot, _, _), values in found.items())
    assert any(slot == "name" and "Tomas Brandvolt" in values for (slot, _, _), values in found.items())


RAID = (
    "Coast Times",
    "2024-05-13",
    "Air strikes kill 24 in Idlib",
    (
        "At least 24 people were killed in 13 air strikes on the Syrian town of Saraqib on Sunday, the Syrian "
        "Observatory for Human Rights said. Six civilians were among the dead, it said. Dozens were wounded. "
        "A Syrian army spokesman said the strikes killed 40 militants."
    ),
)
OTHER_RAID = (
    "Plain Dealer",
    "2024-05-13",
    "Strikes on Saraqib kill 12",
    (
        "Warplanes carried out more than a dozen air strikes on the Syrian town of Saraqib on Sunday, killing "
        "12 people, rescue workers said. Nine civilians were among the dead. Rescue workers said 35 people "
        "were wounded."
    ),
)


def test_sources_of_one_report_groups_and_finer_numbers(parser):
    found = shown(parted(parser, RAID, OTHER_RAID))
    killed = found["quantity:killed", "", "disputes"]
    assert {"12", "40"} < set(killed)
    assert sorted(found["quantity:killed", "civilians", "disputes"]) == ["6", "9"]
    assert found["quantity:injured", "", "finer"] == ["dozens", "35"]
    assert found["quantity:strikes", "", "finer"] == ["more than 12", "13"]


def test_an_earlier_toll_is_an_update(parser):
    text = (
        "A car bomb killed 32 people in the Somali town of Baidoa on Friday, the hospital said, updating an "
        "earlier toll of 19. The bomb went off at a market."
    )
    other = "A car bomb killed 19 people at a market in the Somali town of Baidoa on Friday, the hospital said."
    found = parted(
        parser,
        ("Coast Times", "2024-02-03", "Car bomb in Baidoa kills 32", text),
        ("Plain Dealer", "2024-02-03", "Car bomb kills 19 in Baidoa", other),
    )
    assert shown(found) == {("quantity:killed", "", "updates"): ["19", "32"]}


def test_the_same_origin_takes_back(parser):
    first = (
        "Police in Lodi, California, arrested Marta Lopes, 31, on Tuesday over the killing of her neighbour Rui Alves."
    )
    later = (
        "Police in Lodi, California, arrested Marta Lopes, 34, on Tuesday over the killing of her neighbour "
        "Rui Alves. Police corrected her age."
    )
    found = parted(
        parser,
        ("Coast Times", "2024-02-07", "Woman arrested over killing in Lodi", first),
        ("Plain Dealer", "2024-02-09", "Lodi woman arrested over killing", later),
    )
    assert [(d.slot, d.relation) for d in found] == [("quantity:age", "corrects")]


def test_brother_or_sister(parser):
    first = (
        "Two toddlers, ages 2 and 4, and two teenagers were hit in Millbrook, Ohio, on Monday, police said. "
        "A 19-year-old porter and his 13-year-old sister were cut by splinters."
    )
    other = (
        "Two toddlers, 2 and 4 years old, were hit in Millbrook, Ohio, on Monday, police said. A "
        "19-year-old porter and his 13-year-old brother were also hurt."
    )
    found = parted(
        parser,
        ("Coast Times", "2024-02-07", "Four shot in Millbrook", first),
        ("Plain Dealer", "2024-02-07", "Children among four shot in Millbrook", other),
    )
    assert [(d.slot, d.subject) for d in found if d.slot == "who"] == [("who", "aged 13")]


def test_an_accident_or_a_crime(parser):
    first = (
        "A man was shot dead in a cabin near Millbrook, Ohio, on Monday. Police arrested a suspect and opened "
        "a homicide investigation."
    )
    other = (
        "The shooting of a man in a cabin near Millbrook, Ohio, on Monday was an accident, the county attorney said."
    )
    found = shown(
        parted(
            parser,
            ("Coast Times", "2024-02-07", "Man shot dead in Millbrook cabin", first),
            ("Plain Dealer", "2024-02-08", "Millbrook cabin shooting was accident", other),
        )
    )
    assert found["action", "", "updates"] == ["an accident", "a crime"]


QUOTES = [
    ("I am against the bridge", "I have always liked ferries and I am against the bridge", "finer"),
    (
        "we will build the bridge at any cost before the winter comes",
        "we will build the bridge at a fair cost before the winter comes",
        "disputes",
    ),
]


@pytest.mark.parametrize("one, other, relation", QUOTES)
def test_the_very_words(one, other, relation, parser):
    found = parted(
        parser,
        (
            "Coast Times",
            "2024-02-07",
            "Mayor of Millbrook speaks on bridge",
            f'Mayor Orla Venning of Millbrook spoke on Tuesday. "{one[0].upper()}{one[1:]}," Orla Venning said.',
        ),
        (
            "Plain Dealer",
            "2024-02-07",
            "Millbrook mayor speaks on bridge",
            f'Mayor Orla Venning of Millbrook spoke on Tuesday. "{other[0].upper()}{other[1:]}," Orla Venning said.',
        ),
    )
    assert [(d.slot, d.relation) for d in found] == [("quote", relation)]


def test_the_hand_and_the_deed(parser):
    first = (
        "Russian warplanes bombed a market in the Syrian town of Saraqib on Sunday, killing 12 people, residents said."
    )
    other = (
        "Turkish forces shelled a market in the Syrian town of Saraqib on Sunday, killing 12 people, residents said."
    )
    found = parted(
        parser,
        ("Coast Times", "2024-05-13", "Twelve killed in market in Saraqib", first),
        ("Plain Dealer", "2024-05-13", "Twelve killed at Saraqib market", other),
    )
    assert "who" in {d.slot for d in found}


def test_a_summit_that_was_only_planned(parser):
    first = "President Orla Venning will meet President Tomas Brandvold in Oslo on Friday, her office said on Monday."
    other = (
        "President Orla Venning met President Tomas Brandvold in Oslo on Friday, her office said. They signed a treaty."
    )
    found = parted(
        parser,
        ("Coast Times", "2024-05-06", "Venning to meet Brandvold in Oslo", first),
        ("Plain Dealer", "2024-05-10", "Venning meets Brandvold in Oslo", other),
    )
    assert {(d.slot, d.relation) for d in found} == {("modality", "updates")}


def test_an_address_and_an_hour(parser):
    first = "A man was shot on Ferry Street in Millbrook, Ohio, at about 6 p.m. on Monday, police said."
    other = "A man was shot in the 2100 block of Ferry Street in Millbrook, Ohio, at 6:10 p.m. on Monday, police said."
    found = parted(
        parser,
        ("Coast Times", "2024-02-06", "Man shot in Millbrook", first),
        ("Plain Dealer", "2024-02-06", "Man shot on Millbrook street", other),
    )
    assert {(d.slot, d.relation) for d in found} == {("where", "finer"), ("when", "finer")}


def _hit(age, more=""):
    outlet, day = ("Coast Times", "2024-02-06") if age == 15 else ("Plain Dealer", "2024-02-06")
    told = f"A {age}-year-old boy was hit by a stray bullet on Ferry Street in Millbrook, Ohio, on Monday, police said."
    return outlet, day, "Boy hit by stray bullet in Millbrook", f"{told} He is at home again.{more}"


def test_the_age_of_the_only_one_who_was_hurt(parser):
    found = [d for d in parted(parser, _hit(15), _hit(16)) if d.slot == "quantity:age"]
    assert [[v.value["text"] for v in d.values] for d in found] == [["15", "16"]]
    brother = " His brother, who is 15 years old, was not hit."
    assert not [d for d in parted(parser, _hit(15), _hit(16, brother)) if d.slot == "quantity:age"]


def test_a_month_and_its_day(parser):
    first = "President Orla Venning met President Tomas Brandvold in Oslo on 15 October 2023, her office said."
    other = "President Orla Venning met President Tomas Brandvold in Oslo in October 2023, the palace said."
    found = parted(
        parser,
        ("Coast Times", "2023-10-16", "Venning meets Brandvold in Oslo", first),
        ("Plain Dealer", "2023-11-02", "Brandvold and Venning met in Oslo", other),
    )
    assert ("when", "finer") in {(d.slot, d.relation) for d in found}


def test_a_correction_says_so(parser):
    first = "A man was shot dead by Tomas Brandvold in Millbrook, Ohio, on Monday, police said."
    other = (
        "A man was shot dead by Tomas Brandvolt in Millbrook, Ohio, on Monday, police said.\n\n"
        "Correction: an earlier version misspelled the name of the suspect, which was incorrect."
    )
    found = parted(
        parser,
        ("Coast Times", "2024-02-06", "Man shot dead in Millbrook", first),
        ("Plain Dealer", "2024-02-06", "Millbrook man shot dead", other),
    )
    assert ("name", "corrects") in {(d.slot, d.relation) for d in found}


def test_a_changing_toll_is_told_in_the_order_of_time(parser):
    found = next(d for d in parted(parser, FIRST, LATER) if d.slot == "quantity:killed")
    assert [v.value["text"] for v in found.values] == ["2", "3"]
    assert found.why.startswith("now 3: the latest report")


def test_who_died_of_an_earlier_raid_is_none_of_a_later_ones_dead(parser):
    first = ("Harbour Post", "2024-03-04", "Jets kill 31 in Omdurman market")
    toll = ("Valley Ledger", "2024-03-04", "Strike on Omdurman market leaves 37 dead")
    other = ("Harbour Post", "2024-03-08", "Air raids kill 16 in Omdurman")
    again = ("Post and Mail", "2024-03-08", "Omdurman bombed again, 15 killed")
    raid = "Jets bombed a residential quarter of Omdurman on Friday, killing 15 people, the health ministry said.\n"
    found = parted(
        parser,
        (*first, "Air strikes on a market in the Sudanese city of Omdurman killed 31 people on Monday, the army said."),
        (*toll, "At least 37 people were killed on Monday when jets hit a market in Omdurman, the ministry said."),
        (*other, "Sixteen people were killed in air raids on the Sudanese city of Omdurman on Friday, the army said."),
        (*again, raid + "Four days earlier 37 people died in a raid on a market in the city."),
    )
    figures = sorted(sorted(_text(v.value) for v in d.values) for d in found if d.slot == "quantity:killed")
    assert figures == [["15", "16"], ["31", "37"]]


def test_the_age_of_one_who_takes_part_is_compared_wherever_a_report_gives_it(parser):
    told = [
        (
            outlet,
            "2024-03-05",
            "Man held after Millbrook tavern shooting",
            f"Police in Millbrook, Ohio, arrested Wim Hake on Tuesday over a shooting. Wim Hake, {age}, is a smith.",
        )
        for outlet, age in (("Harbour Post", 26), ("Valley Ledger", 27))
    ]
    found = {key[:2]: values for key, values in shown(parted(parser, *told)).items()}
    assert found["quantity:age", "Wim Hake"] == ["26", "27"]


def test_forced_out_or_of_their_own_will(parser):
    lead = "Police Chief Ana Novak of Millbrook, Ohio, resigned on Monday after four years. "
    told = [
        (
            "Harbour Post",
            "2024-05-07",
            "Millbrook police chief resigns",
            lead + "The mayor asked her to go, aides said.",
        ),
        (
            "Valley Ledger",
            "2024-05-07",
            "Millbrook police chief Novak resigns",
            lead + "It was her own decision, she said.",
        ),
    ]
    found = {key[0]: values for key, values in shown(parted(parser, *told)).items()}
    assert found["action"] == ["forced to go", "of their own will"]
