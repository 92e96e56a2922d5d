"""Entities across reports; the readings are put together by hand, the names stand in any encyclopedia."""

import pytest

from dateline.across.entities import entities, gathered
from dateline.across.identity.bearers import within
from dateline.across.names import names
from dateline.model import (
    Attribution,
    Claim,
    Decision,
    Entities,
    Events,
    Link,
    Mention,
    Participant,
    Reading,
    Report,
    Span,
)


def mentioned(report, at, text, **rest):
    name = f"{report}:{at}-{at + len(text)}"
    given = {"kind": "person", "form": "name", "entity": name, "name": text, **rest}
    if given["form"] != "name":
        given |= {"name": "", "head": (at + text.rfind(" ") + 1, at + len(text))}
    return Mention(id=name, report=report, start=at, end=at + len(text), text=text, **given)


def reading(report, *words, **attributes):
    """A report that consists of its mentions; a word is a name, or a name with what is known of it."""
    found, text = [], ""
    for word in words:
        name, rest = word if isinstance(word, tuple) else (word, {})
        found.append(mentioned(report, len(text), name, **rest))
        text += name + ", "
    return Reading(report=Report(id=report, uri=report, title=None, text=text), mentions=tuple(found), **attributes)


def decided(*readings, events=None, judgements=()) -> Entities:
    known = within(readings)
    named = names(known, judgements)
    part = entities(readings, known, named, events or Events())
    return gathered(known, named, [part])


def spelled(found: Entities) -> list[list[str]]:
    return sorted(sorted(alias.text for alias in entity.aliases) for entity in found.found)


SYRIAN = {"role": "Syrian defense minister", "country": "SYR"}
RUSSIAN = {"role": "Russian defence minister", "country": "RUS"}


def test_two_spellings_of_one_minister_are_one():
    found = decided(
        reading("a", ("Murhaf Abu Qasra", SYRIAN), "Andrei Belousov"),
        reading("b", ("Marhaf Abu Kassar", SYRIAN), "Andrey Belousov"),
    )
    assert spelled(found) == [["Andrei Belousov", "Andrey Belousov"], ["Marhaf Abu Kassar", "Murhaf Abu Qasra"]]
    assert all("name" in entity.same_because[0] for entity in found.found)


@pytest.mark.parametrize(
    "left, right",
    [
        ("Ahmed al-Sharaa", "Maher al-Sharaa"),
        ("Bashar al-Assad", "Maher al-Assad"),
        ("George Bush", "Laura Bush"),
        ("Hillary Clinton", "Bill Clinton"),
    ],
)
def test_brothers_and_spouses_are_two(left, right):
    assert spelled(decided(reading("a", left, right), reading("b", left), reading("c", right))) == sorted(
        [[left], [right]]
    )


def test_a_bare_surname_needs_company():
    full = reading("a", "Ahmed al-Sharaa", "Vladimir Putin", "Sergei Lavrov")
    near = reading("b", "al-Sharaa", "Vladimir Putin", "Sergei Lavrov")
    far = reading("c", "al-Sharaa", "Angela Merkel", "Emmanuel Macron")
    assert ["Ahmed al-Sharaa", "al-Sharaa"] in spelled(decided(full, near))
    assert ["al-Sharaa"] in spelled(decided(full, far))


def test_places_meet_in_the_gazetteer_and_by_sound():
    place = {"kind": "place"}
    found = decided(
        reading("a", ("Tartus", place), ("Hmeimim", {"kind": "facility"}), ("Idlib", place)),
        reading(
            "b", ("Tartous", place), ("Khmeimim", {"kind": "facility"}), ("Iraq", {"kind": "place", "country": "IRQ"})
        ),
    )
    assert spelled(found) == [["Hmeimim", "Khmeimim"], ["Idlib"], ["Iraq"], ["Tartous", "Tartus"]]


def test_an_agency_and_its_acronym_are_one():
    body = {"kind": "organization"}
    found = decided(
        reading("a", ("SANA", body)),
        reading("b", ("Syrian Arab News Agency", body)),
        reading("c", ("SANA news agency", {"kind": "person"})),
    )
    assert len(found.found) == 1


def test_a_persons_word_is_final():
    one, other = reading("a", "Ahmed al-Sharaa"), reading("b", "Abu Mohammad al-Julani")
    left, right = one.mentions[0].id, other.mentions[0].id
    assert len(decided(one, other).found) == 2
    assert len(decided(one, other, judgements=[word("same", left, right)]).found) == 1
    twin = reading("b", "Ahmed al-Sharaa")
    assert len(decided(one, twin).found) == 1
    assert len(decided(one, twin, judgements=[word("different", left, twin.mentions[0].id)]).found) == 2


def word(verdict, left, right):
    return Decision(
        id="J", about="entity", left=left, right=right, verdict=verdict, score=1.0, reasons=(), by="an editor"
    )


def test_the_order_of_reports_makes_no_difference():
    reports = [
        reading("a", ("Murhaf Abu Qasra", SYRIAN), "Vladimir Putin"),
        reading("b", ("Marhaf Abu Kassar", SYRIAN), "Putin", "Andrei Belousov"),
        reading("c", "Abu Kassar", ("Andrey Belousov", RUSSIAN), "Vladimir Putin"),
    ]
    assert decided(*reports) == decided(*reports)
    assert {e.id for e in decided(*reports).found} == {e.id for e in decided(*reports[:2], reports[2]).found}


def attacked(report, mentions, event):
    """A claim that the first mention attacked the second."""
    actor, victim = mentions[:2]
    return Claim(
        id=f"{report}:claim",
        report=report,
        start=0,
        end=9,
        trigger=Span(start=0, end=9),
        lemma="attack",
        action="ASSAULT",
        mode=None,
        actors=(Participant(entity=actor.entity, start=actor.start, end=actor.end),),
        recipients=(Participant(entity=victim.entity, start=victim.start, end=victim.end),),
        place=None,
        when=None,
        modality="happened",
    )


def test_the_unnamed_are_joined_by_their_part_in_one_event():
    first = reading("a", ("the gunman", {"form": "nominal"}), "Maria Keller")
    second = reading("b", "Jonas Weber", ("the victim", {"form": "nominal"}))
    made = [
        Reading(report=r.report, mentions=r.mentions, claims=(attacked(r.report.id, r.mentions, "E1"),))
        for r in (first, second)
    ]
    events = Events(of={"a:claim": "E1", "b:claim": "E1"}, main={"a": "E1", "b": "E1"}, found=())
    of = decided(*made, events=events).of
    assert of[first.mentions[0].entity] == of[second.mentions[0].entity]
    assert of[first.mentions[1].entity] == of[second.mentions[1].entity]
    apart = decided(*made).of
    assert first.mentions[0].entity not in apart


def test_who_harms_is_not_who_is_harmed():
    first = reading("a", ("the suspect", {"form": "nominal"}), "Maria Keller")
    second = reading("b", "Jonas Weber", "Maria Keller")
    made = [
        Reading(report=r.report, mentions=r.mentions, claims=(attacked(r.report.id, r.mentions, "E1"),))
        for r in (first, second)
    ]
    events = Events(of={"a:claim": "E1", "b:claim": "E1"}, main={"a": "E1", "b": "E1"}, found=())
    of = decided(*made, events=events).of
    assert of[first.mentions[0].entity] == of[second.mentions[0].entity]
    assert of[first.mentions[0].entity] != of[second.mentions[1].entity]


def told(*readings):
    """The entities of reports in each of which the first mention attacked the second."""
    made = [
        Reading(report=r.report, mentions=r.mentions, claims=(attacked(r.report.id, r.mentions, "E1"),))
        for r in readings
    ]
    ids = [r.report.id for r in readings]
    events = Events(of={f"{name}:claim": "E1" for name in ids}, main=dict.fromkeys(ids, "E1"), found=())
    return decided(*made, events=events).of


def of_one_attack(first, second, said):
    """The entities where two reports tell of one attack, and the first says something of it."""
    made = [
        Reading(
            report=r.report,
            mentions=r.mentions,
            claims=(attacked(r.report.id, r.mentions, "E1"),),
            attributions=(said,) if r is first else (),
        )
        for r in (first, second)
    ]
    events = Events(of={"a:claim": "E1", "b:claim": "E1"}, main={"a": "E1", "b": "E1"}, found=())
    return decided(*made, events=events).of


def test_two_who_speak_of_one_thing_are_two():
    first = reading("a", ("the suspect", {"form": "nominal"}), "Maria Keller")
    second = reading("b", "Jonas Weber", "Maria Keller")
    words = (Span(start=0, end=9),)
    said = Attribution(
        id="a:0a",
        report="a",
        source=(),
        cue=words,
        content=words,
        quoted="indirect",
        speaker=None,
        speaker_kind="person",
    )
    of = of_one_attack(first, second, said)
    assert of.get(first.mentions[0].entity) != of[second.mentions[0].entity]


def test_who_speaks_for_the_police_is_not_the_one_who_shot():
    first = reading("a", "Maria Keller", "Bo Lind")
    second = reading("b", ("the customer", {"form": "nominal"}), "Bo Lind")
    for body in ("", "police"):
        link = Link(entity=first.mentions[0].entity, name="Keller", kind="person", start=0, end=5, body=body)
        span = (Span(start=30, end=35),)
        said = Attribution(
            id="a:0a",
            report="a",
            source=(),
            cue=span,
            content=span,
            quoted="direct",
            speaker=None,
            speaker_kind="person",
            chain=(link,),
        )
        of = of_one_attack(first, second, said)
        assert (of.get(second.mentions[0].entity) == of[first.mentions[0].entity]) is (body == "")


def test_ministers_of_two_portfolios_are_two():
    office = {"form": "role", "role": "minister"}
    first, second = reading("a", ("the prime minister", office)), reading("b", ("the finance minister", office))
    third = reading("c", ("the finance minister", office))
    of = decided(first, second, third, events=Events(main=dict.fromkeys("abc", "E1"))).of
    assert of[second.mentions[0].entity] == of[third.mentions[0].entity]
    assert of.get(first.mentions[0].entity) != of[second.mentions[0].entity]


def test_of_two_named_the_one_whose_age_agrees_is_meant():
    first = reading("a", ("the gunman", {"form": "nominal"}), ("Maria Keller", {"age": 30}))
    second = reading("b", ("the gunman", {"form": "nominal"}), ("Jonas Weber", {"age": 61}))
    third = reading("c", ("the gunman", {"form": "nominal"}), ("a 61-year-old", {"form": "nominal", "age": 61}))
    of = told(first, second, third)
    assert of[third.mentions[1].entity] == of[second.mentions[1].entity]


def test_as_many_hurt_in_two_reports_are_the_same():
    several = {"form": "nominal", "kind": "group", "plural": True}
    first = reading("a", "Jonas Weber", ("two guards", several))
    second = reading("b", "Jonas Weber", ("2 others", several))
    third = reading("c", "Jonas Weber", ("three clerks", several))
    of = told(first, second, third)
    assert of[first.mentions[1].entity] == of[second.mentions[1].entity]
    assert third.mentions[1].entity not in of


def test_an_office_that_nobody_holds_yet_is_nobody():
    first = reading("a", "Jonas Weber", ("trade minister", {"form": "role", "role": "trade minister", "vacant": True}))
    second = reading("b", "Jonas Weber", "Maria Keller")
    assert first.mentions[1].entity not in told(first, second)


def test_a_given_name_that_is_a_mans_here_and_a_womans_there_parts_nobody():
    found = decided(
        reading("a", ("Michèle A. Tarvik", {"gender": "female"}), "Oslo Union", "Karl Solberg"),
        reading("b", ("Michele Tarvik", {"gender": "male"}), "Oslo Union", "Karl Solberg"),
    )
    assert ["Michele Tarvik", "Michèle A. Tarvik"] in spelled(found)


def test_a_name_with_its_courtesy_is_a_spelling_of_it():
    found = decided(reading("a", "Karl Solberg", "Oslo Union"), reading("b", ("Karl Solberg", {"courtesy": "Mr."})))
    assert ["Karl Solberg", "Mr. Karl Solberg"] in spelled(found)
