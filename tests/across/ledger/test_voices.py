"""Voices: what a statement counts for once it is known who else vouches for the event."""

import pytest
from msgspec.structs import replace
from tests.across.test_events import claim as told

from dateline.across.ledger.roots import Root, merged
from dateline.across.ledger.voices import Vouched, doers, harmful, met, settled, shown
from dateline.knowledge.speakers import body, seated, voice
from dateline.model import (
    Attribution,
    Event,
    Link,
    Mention,
    Outlet,
    Participant,
    Place,
    Quantity,
    Reading,
    Report,
    Span,
)

TEXT = "Ruiz heard four shots from the yard. The man is in stable condition. It is a sad day for Ola."
HEARD, CARED, SAD = (0, 36), (37, 69), (70, 93)


def vouched(key, name, kind="person", content=SAD, frame="that", speaker="m1", person=""):
    root = Root(key, name, kind, None, weak=False, person=person)
    said = Attribution(
        id=f"r:{key}",
        report="r",
        source=(),
        cue=(),
        content=(Span(start=content[0], end=content[1]),),
        quoted="indirect",
        speaker=speaker,
        speaker_kind="person",
        frame=frame,
    )
    return Vouched(said, root, ())


POLICE = vouched("body police", "Ola police", "institution", person="E7")


def reading(role=""):
    mention = Mention(
        id="m1", report="r", start=0, end=4, text="Ruiz", kind="person", form="name", entity="m1", role=role
    )
    report = Report(id="r", uri="r", title=None, text=TEXT, outlet=Outlet(name="The Ola Post"))
    return Reading(report=report, mentions=(mention,))


def event(*actors):
    return Event(
        id="E",
        title="talks",
        action="CONSULT",
        mode=None,
        actors=tuple(Participant(entity=name, start=0, end=0) for name in actors),
        recipients=(),
        place=None,
        when=None,
        quantities=(),
        modality="happened",
        claims=(),
        reports=("r",),
        outlets=1,
    )


def counted(*said, role=""):
    found = settled(event(), [POLICE, *said], {"r": reading(role)}, {})
    return {each.root.key for each in found if not each.root.weak} - {"body police"}


@pytest.mark.parametrize(
    ("said", "role", "keys"),
    [
        (vouched("name ana ruiz", "Ana Ruiz"), "", set()),
        (vouched("name ana ruiz", "Ana Ruiz", content=HEARD), "", {"witness the ola post"}),
        (vouched("name ana ruiz", "Ana Ruiz"), "Commander", set()),
        (vouched("name ana ruiz", "Ana Ruiz"), "Mayor", set()),
        (vouched("name st. vitus", "St. Vitus", "institution", CARED, person="E2"), "", {"body hospital"}),
        (vouched("body court", "Court documents", "institution"), "", set()),
        (vouched("name ola", "Ola", "institution", frame="colon"), "", set()),
        (vouched("body coroner", "the coroner", "institution"), "", {"body coroner"}),
    ],
)
def test_who_counts_beside_the_police(said, role, keys):
    assert counted(said, role=role) == keys


def test_an_eyewitness_whom_two_outlets_met_is_one_and_two_are_two():
    other = Report(id="s", uri="s", title=None, text=TEXT, outlet=Outlet(name="The Ola Mail"))
    there = {"r": reading(), "s": Reading(report=other, mentions=reading().mentions)}
    for entity, count in (("E1", 1), ("E2", 2)):
        here, again = vouched("name ana ruiz", "Ana Ruiz", content=HEARD), vouched("name x", "Ruiz", content=HEARD)
        here = Vouched(here.attribution, replace(here.root, entity="E1"), ())
        again = Vouched(replace(again.attribution, report="s"), replace(again.root, entity=entity), ())
        found = settled(event(), [POLICE, here, again], there, {})
        roots = {each.root for each in found if each.root.key.startswith("witness ")}
        assert len(set(merged(roots).values())) == count


def test_state_television_is_that_of_the_country_of_the_event():
    place = Place(name="Ola", country="NOR")
    said = vouched("state ", "State television", "outlet")
    (found,) = settled(replace(event(), place=place), [said], {"r": reading()}, {})
    assert found.root.key == "state NOR"


def test_who_denies_harm_and_nobody_at_all_vouch_for_nothing():
    report = Report(id="r", uri="r", title=None, text="No group denied it. Ruiz denied it.")
    harm = replace(event(), action="ASSAULT")
    for source, count in (((0, 8), 0), ((20, 24), 0), ((25, 29), 1)):
        said = vouched("name ana ruiz", "Ana Ruiz")
        cue = (25, 31) if count == 0 else (0, 2)
        spans = {name: (Span(start=at[0], end=at[1]),) for name, at in (("source", source), ("cue", cue))}
        said = Vouched(replace(said.attribution, **spans), said.root, ())
        assert len(settled(harm, [said], {"r": Reading(report=report)}, {})) == count


def test_who_counts_the_wounded_of_a_war_is_no_hospital():
    said = [
        vouched(f"name {name.lower()}", name, "institution", CARED, person="N2")
        for name in ("Ola Ward", "Ola Watchdog")
    ]
    found = settled(event(), [POLICE, *said], {"r": reading()}, {})
    assert [each.root.key for each in found[1:]] == ["body hospital", "name ola watchdog"]


def test_who_only_condemns_the_harm_that_others_tell_vouches_for_nothing():
    text = "The Ola Front condemned the massacre. The Ola Front spoke of the killing. Sail Watch said four died."
    spans = [((0, 13), (14, 23)), ((38, 51), (52, 57)), ((74, 84), (85, 89))]
    said = [
        replace(
            vouched("", "", content=cue).attribution,
            id=f"r:{cue[0]}a",
            source=(Span(start=source[0], end=source[1]),),
            cue=(Span(start=cue[0], end=cue[1]),),
        )
        for source, cue in spans
    ]
    report = Reading(report=Report(id="r", uri="r", title=None, text=text), attributions=tuple(said))
    roots = [Root(f"name {name}", name, "institution", None, weak=False) for name in ("Ola Front", "Sail Watch")]
    given = [Vouched(said[1], roots[0], ("c",)), Vouched(said[2], roots[1], ("c",))]
    found = settled(replace(event(), action="ASSAULT"), given, {"r": report}, {})
    assert [each.root.weak for each in found] == [True, False]
    alone = settled(replace(event(), action="ASSAULT"), given[:1], {"r": report}, {})
    assert [each.root.weak for each in alone] == [False]


def test_whose_act_it_is_hangs_on_what_the_reports_dwell_on():
    low, high = (
        replace(told("r", at, "resign", weight=weight), actors=(Participant(entity=who, start=0, end=1),))
        for at, who, weight in ((0, "m1", 0.2), (9, "m2", 0.9))
    )
    held = {claim.id: claim for claim in (low, high)}
    assert doers(replace(event(), claims=tuple(held)), held, {"m1": "N1", "m2": "N2"}) == {"N2"}


def test_a_toll_makes_no_harm_of_who_resigns():
    hurt = (Quantity(of="injured", low=1, high=1, start=0, end=1),)
    harms = [harmful(replace(event(), action=action, mode=mode, quantities=hurt)) for action, mode in ACTS]
    assert harms == [False, False, True]


ACTS = (("CONSULT", None), ("RETREAT", "resign"), ("RETREAT", "withdraw"))


def test_a_person_alone_is_a_root():
    found = settled(event(), [vouched("name ana ruiz", "Ana Ruiz")], {"r": reading()}, {})
    assert [each.root.weak for each in found] == [False]


def test_who_only_reacts_to_what_another_says_he_did_counts_for_nothing():
    said = [vouched("name ana ruiz", "Ana Ruiz", person="N1"), vouched("name ben holt", "Ben Holt", person="N2")]
    for actors, strong in (((), {"Ana Ruiz", "Ben Holt"}), (("N1",), {"Ana Ruiz"})):
        found = settled(event(), said, {"r": reading()}, {}, frozenset(actors))
        assert {each.root.name for each in found if not each.root.weak} == strong


def test_a_voice_goes_by_the_proper_name_of_its_body():
    said = [("Police", ""), ("Sgt. Ana Ruiz", "E1"), ("the Ola County Sheriff’s Office", ""), ("2 Ola police cars", "")]
    rows = [Root("body police", name, "institution", None, weak=False, person=person) for name, person in said]
    assert shown(rows, {}) == "Ola County Sheriff’s Office"
    assert shown([Root("body coroner", "Ana Ruiz", "institution", None, weak=False, person="E1")], {}) == (
        "coroner (Ana Ruiz)"
    )


@pytest.mark.parametrize(
    ("words", "whose", "what"),
    [
        ("Syria’s Minister of Defense, General", "Syria’s Ministry of Defense", ""),
        ("Turkish Foreign Minister", "Turkish Foreign Ministry", ""),
        ("Syrian President", "", ""),
        ("the new fisheries minister", "fisheries Ministry", ""),
        ("the third minister", "", ""),
        ("former Latvian Justice Minister", "", ""),
        ("Kremlin spokesman", "Kremlin", ""),
        ("an Ola senator who was among the president", "", ""),
        ("Col. Ruiz of the State Police", "", "police"),
        ("the suspect’s attorney", "", "defence"),
        ("Ola County Attorney", "", "prosecution"),
        ("Office of the Medical Investigator", "", "coroner"),
        ("Sgt. Ruiz", "", "police"),
        ("the Ola police union", "", ""),
        ("District chief Ana Ruiz", "", ""),
        ("Fire Capt. Ruiz", "", "fire"),
        ("police Capt. Ruiz", "", "police"),
    ],
)
def test_whose_voice_an_office_lends(words, whose, what):
    assert voice(words.split()) == whose
    assert body(words.split()) == what


def test_a_body_is_named_by_its_seat():
    assert seated(["hospital", "officials"])
    assert not seated(["Doctors"])


def test_whose_bearer_a_shared_name_goes_by_is_no_chance():
    roots = [Root("name berg", "Berg", "person", entity, weak=False) for entity in ("E2", "E1", None)]
    assert {chosen.entity for chosen in merged(roots).values()} == {
        chosen.entity for chosen in merged(roots[::-1]).values()
    }
    assert {chosen.entity for chosen in merged(roots).values()} == {None}


@pytest.mark.parametrize(
    ("kind", "whose", "words", "count"),
    [
        ("anonymous", "neighbour", HEARD, 1),
        ("person", "", HEARD, 1),
        ("person", "", SAD, 0),
        ("collective", "", HEARD, 0),
    ],
)
def test_an_eyewitness_needs_no_name(kind, whose, words, count):
    said = vouched("name x", "somebody", kind, words)
    link = Link(entity=None, name="somebody", kind=kind, start=0, end=4, body=whose)
    said = Vouched(replace(said.attribution, chain=(link,)), replace(said.root, weak=True), ())
    assert len(counted(said)) == count


def test_beside_a_hospital_alone_any_body_may_tell_of_it():
    hospital = vouched("body hospital", "Ola hospital", "institution")
    club = Vouched(
        vouched("name ola rescue club", "Ola Rescue Club", "institution").attribution,
        Root("name ola rescue club", "Ola Rescue Club", "institution", None, weak=False),
        ("c",),
    )
    for beside, weak in ((hospital, False), (POLICE, True)):
        found = settled(event(), [beside, club], {"r": reading()}, {})
        assert found[1].root.weak is weak


def test_two_witnesses_who_told_an_outlet_need_not_say_what_they_saw():
    text = "The yard burned down, two witnesses told Reuters."
    report = Report(id="r", uri="r", title=None, text=text)
    said = replace(
        vouched("name x", "two witnesses", content=(0, 20)).attribution,
        cue=(Span(start=36, end=40),),
        chain=(Link(entity=None, name="two witnesses", kind="collective", start=22, end=35, body="neighbour"),),
    )
    assert met(said, Reading(report=report))
    assert not met(replace(said, cue=(Span(start=4, end=8),)), Reading(report=report))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("A man who was at the fair said a bomb went off.", True),
        ("A man who was late said a bomb went off.", False),
    ],
)
def test_who_says_where_he_was_when_shots_fell_was_there(text, says):
    report = Report(id="r", uri="r", title=None, text=text)
    at = text.index(" said")
    said = replace(
        vouched("name x", "A man", content=(at + 6, len(text) - 1)).attribution,
        source=(Span(start=0, end=at),),
        cue=(Span(start=at + 1, end=at + 5),),
        chain=(Link(entity=None, name="A man", kind="person", start=0, end=5),),
    )
    assert met(said, Reading(report=report)) is says


def test_all_that_an_eyewitness_tells_is_taken_together():
    text = "Ruiz said she saw a van. Ruiz said a bomb fell on it"
    report = Report(id="r", uri="r", title=None, text=text)
    rows = [
        replace(
            vouched("name x", "Ruiz", content=content).attribution,
            cue=(Span(start=content[0] - 5, end=content[0] - 1),),
            chain=(Link(entity="m1", name="Ruiz", kind="person", start=0, end=4),),
        )
        for content in ((10, 23), (35, 51))
    ]
    assert not met(rows[1], Reading(report=report))
    assert met(rows[1], Reading(report=report, attributions=tuple(rows)))


def test_who_was_hit_was_there_and_who_is_held_for_it_was_not_met():
    text = "Ruiz said it came out of nowhere."
    report = Report(id="r", uri="r", title=None, text=text)
    said = replace(
        vouched("name x", "Ruiz", content=(10, 32)).attribution,
        cue=(Span(start=5, end=9),),
        chain=(Link(entity="m1", name="Ruiz", kind="person", start=0, end=4),),
    )
    arrest = replace(told("r", 0, "arrest"), mode="arrest", recipients=(Participant(entity="m1", start=0, end=4),))
    assert met(said, Reading(report=report), {"m1"})
    assert not met(said, Reading(report=report))
    assert not met(said, Reading(report=report, claims=(arrest,)), {"m1"})


def test_a_judge_who_was_there_speaks_for_himself():
    text = "Judge Ruiz told Radio Ola that she saw the flash."
    report = Report(id="r", uri="r", title=None, text=text)
    said = replace(
        vouched("body court", "Judge Ruiz", content=(26, 48)).attribution,
        cue=(Span(start=11, end=15),),
        chain=(
            Link(entity=None, name="Radio Ola", kind="outlet", start=16, end=25),
            Link(entity="m1", name="Ruiz", kind="person", start=6, end=10, body="court"),
        ),
    )
    assert met(said, Reading(report=report))
    papers = replace(said.chain[1], name="Court papers", kind="document")
    assert not met(replace(said, chain=(papers,)), Reading(report=report))


def test_who_was_hit_may_tell_an_outlet():
    text = "Ruiz told Radio Ola it came out of nowhere."
    said = replace(
        vouched("name x", "Ruiz", content=(20, 42)).attribution,
        cue=(Span(start=5, end=9),),
        chain=(
            Link(entity=None, name="Radio Ola", kind="outlet", start=10, end=19),
            Link(entity="m1", name="Ruiz", kind="person", start=0, end=4),
        ),
    )
    assert met(said, Reading(report=Report(id="r", uri="r", title=None, text=text)), {"m1"})


def test_who_speaks_of_patients_without_an_office_is_of_the_hospital_that_vouches():
    clinic = vouched("body hospital", "Ola Hospital", "institution")
    said = vouched("name bo lind", "Bo Lind", content=CARED)
    found = settled(event(), [clinic, said], {"r": reading()}, {})
    assert {each.root.key for each in found if not each.root.weak} == {"body hospital"}
    assert counted(said) == set()


def test_a_body_condemns_by_whoever_speaks_for_it():
    text = "The Fjord Pact condemned it. Ruiz said that the raid was cruel. Ola Watch said that four died."
    rows = [
        ("The Fjord Pact", (0, 14), (15, 24), (25, 27), "name fjord pact"),
        ("Fjord Pact", (29, 33), (34, 38), (39, 62), "name fjord pact"),
        ("Ola Watch", (64, 73), (74, 78), (79, 93), "name ola watch"),
    ]
    found = []
    for name, source, cue, content, key in rows:
        one = vouched(key, name, "institution", content=content)
        spans = {"source": (Span(start=source[0], end=source[1]),), "cue": (Span(start=cue[0], end=cue[1]),)}
        found.append(Vouched(replace(one.attribution, id=f"r:{source[0]}", **spans), one.root, ()))
    told = Reading(
        report=Report(id="r", uri="r", title=None, text=text), attributions=tuple(each.attribution for each in found)
    )
    harm = replace(event(), action="ASSAULT")
    kept = settled(harm, found[1:], {"r": told}, {})
    assert {each.root.key for each in kept if not each.root.weak} == {"name ola watch"}


def test_what_somebody_told_the_police_he_told_nobody_else():
    text = "A woman told police she saw the man fire shots."
    report = Report(id="r", uri="r", title=None, text=text)
    said = replace(
        vouched("name x", "A woman", content=(20, 46)).attribution,
        cue=(Span(start=8, end=12),),
        chain=(Link(entity=None, name="A woman", kind="person", start=0, end=7),),
    )
    assert not met(said, Reading(report=report))
    assert met(replace(said, cue=(Span(start=15, end=19),)), Reading(report=report))


def test_a_suspect_is_no_eyewitness():
    arrest = replace(told("r", 0, "arrest"), mode="arrest", recipients=(Participant(entity="m1", start=0, end=4),))
    held = replace(reading(), claims=(arrest,))
    said = vouched("name ana ruiz", "Ana Ruiz", content=HEARD)
    assert [each.root.weak for each in settled(event(), [POLICE, said], {"r": held}, {})] == [False, True]
