"""Origins: roots behind an event, counted once however many repeat them."""

import pytest
from msgspec.structs import replace

from dateline.across.ledger.credit import newsroom
from dateline.across.ledger.roots import Root, independent, merged, roots
from dateline.across.origins import origins
from dateline.knowledge.outlets import outlets
from dateline.model import (
    Attribution,
    Claim,
    Entities,
    Event,
    Events,
    Link,
    Mention,
    Outlet,
    Participant,
    Quantity,
    Reading,
    Report,
    Span,
)


def _link(name, kind="institution", body=""):
    return Link(entity=None, name=name, kind=kind, start=0, end=5, body=body)


def _attribution(*chain, report="r", start=0, manner="say", **rest):
    return Attribution(
        id=f"{report}:{start}a",
        report=report,
        source=(Span(start=start, end=start + 5),),
        cue=(Span(start=start + 5, end=start + 9),),
        content=(Span(start=start + 10, end=start + 30),),
        quoted="indirect",
        speaker=None,
        speaker_kind=chain[-1].kind if chain else "anonymous",
        chain=chain,
        manner=manner,
        **rest,
    )


def _reading(name, *attributions, outlet=None):
    claims = [
        Claim(
            id=f"{name}:c{place}",
            report=name,
            start=0,
            end=30,
            trigger=Span(start=12, end=16),
            lemma="flood",
            action="OTHER",
            mode="flood",
            actors=(),
            recipients=(),
            place=None,
            when=None,
            modality="happened",
            attributions=(each.id,),
            weight=0.8,
        )
        for place, each in enumerate(attributions)
    ]
    report = Report(id=name, uri=name, title=None, text="x" * 60, outlet=Outlet(name=outlet) if outlet else None)
    return Reading(report=report, attributions=attributions, claims=tuple(claims))


def _ledger(*readings, of=None, **given):
    claims = given.pop("claims", tuple(claim.id for reading in readings for claim in reading.claims))
    event = Event(
        id="E1",
        title="flood",
        action=given.pop("action", "OTHER"),
        mode=None,
        actors=(),
        recipients=(),
        place=None,
        when=None,
        quantities=(),
        modality="happened",
        claims=claims,
        reports=tuple(sorted(reading.report.id for reading in readings)),
        outlets=len(readings),
        main=True,
        **given,
    )
    events = Events(main={reading.report.id: "E1" for reading in readings}, found=(event,))
    return origins(readings, (), Entities(of=of or {}), events, None)


def _count(*chains):
    return _ledger(*[_reading(f"r{n}", _attribution(*chain, report=f"r{n}")) for n, chain in enumerate(chains)])


@pytest.mark.parametrize(
    ("chains", "count"),
    [
        ([(_link("Reuters", "agency"), _link("Ana Ruiz", "person"))] * 2, 1),
        ([(_link("The police", body="police"),), (_link("Sgt. Ana Ruiz", "person", "police"),)], 1),
        ([(_link("The police", body="police"),), (_link("the coroner", "person", "coroner"),)], 2),
        ([(_link("SANA", "agency"),), (_link("Syrian state television", "outlet"),)], 1),
        ([(_link("TASS", "agency"),), (_link("SANA", "agency"),)], 2),
        ([(_link("the Bridge Authority of Ola"),), (_link("the Bridge Authority"),)], 1),
        ([(_link("officials", "anonymous"),), (_link("residents", "collective"),)], 1),
        ([(_link("officials", "anonymous"),), (_link("the river ministry"),)], 1),
        ([()], 0),
        ([(_link("the army"),), (_link("the Danish army"),)], 1),
        ([(_link("the Danish army"),), (_link("the Swedish army"),)], 2),
        ([(_link("the General Staff"),), (_link("the army"),)], 1),
        ([(_link("the health ministry"),), (_link("the Ola-based cabinet's Health Ministry"),)], 1),
        ([(_link("the Danish health ministry"),), (_link("the Swedish health ministry"),)], 2),
        ([(_link("MoD"),), (_link("the Ministry of Defence"),)], 1),
        (
            [
                (_link("the Norwegian government"),),
                (_link("NRK", "outlet"),),
                (_link("Norwegian state television", "outlet"),),
            ],
            1,
        ),
        ([(_link("an adviser of the Ola Council", "anonymous"),), (_link("the Ola Council"),)], 1),
        ([(_link("the mayor of Ola", "person"),), (_link("residents", "anonymous"),), (_link("Fjord Watch"),)], 2),
        ([(_link("the Taliban", "collective"),), (_link("Fjord Watch"),)], 2),
        ([(_link("Swedes", "collective"),), (_link("Fjord Watch"),)], 1),
        ([(_link("Fjord Watch in Norway"),), (_link("the UK-based Fjord Watch"),)], 1),
    ],
)
def test_voices(chains, count):
    assert _count(*chains).events[0].independent_origins == count


def test_a_report_that_names_nobody_is_unresolved_and_never_counts():
    found = _ledger(
        _reading("a", outlet="The Ola Post"), _reading("b", _attribution(_link("police", body="police"), report="b"))
    )
    assert found.events[0].independent_origins == 1
    assert [o.kind for o in found.found if o.name == "The Ola Post"] == ["unresolved"]


def test_plans_and_denied_words_vouch_for_nothing():
    plan, kept = _attribution(_link("the mayor"), manner="plan"), _attribution(_link("the mayor"), negated=True)
    assert _ledger(_reading("r", plan)).events[0].independent_origins == 0
    assert _ledger(_reading("r", kept)).events[0].independent_origins == 0


def test_what_may_have_been_is_on_nobodys_word():
    told, feared = (
        _reading(name, _attribution(_link(whose), report=name))
        for name, whose in (("r", "the Ola Harbour Council"), ("s", "the Port Authority"))
    )
    perhaps = replace(feared, claims=tuple(replace(claim, modality="possible") for claim in feared.claims))
    assert [_ledger(told, one).events[0].independent_origins for one in (feared, perhaps)] == [2, 1]


def test_initials_in_brackets_are_the_same_body():
    long, short = _attribution(_link("Group for Rivers")), _attribution(_link("GFRL"))
    found = [*roots(long, {}, outlets(), "the Group for Rivers and Lakes (GFRL)"), *roots(short, {}, outlets(), "GFRL")]
    assert len(set(merged(found).values())) == 1


def test_an_open_question_vouches_for_nothing():
    asked = _reading("r", _attribution(_link("the mayor")))
    text = f"{'x' * 10}whether it rains here.{'x' * 28}"
    asked = replace(asked, report=replace(asked.report, text=text))
    assert _ledger(asked).events[0].independent_origins == 0


@pytest.mark.parametrize(("whose", "count"), [("coroner", 1), ("school", 0)])
def test_a_coroner_who_names_the_dead_vouches_for_the_death(whose, count):
    named = _attribution(_link(f"the Ola {whose}", body=whose), frame="that")
    reading = _reading("r", named)
    dead = Mention(
        id="m", report="r", start=12, end=16, text="Ruiz", kind="person", form="name", entity="m", gender="female"
    )
    harm = replace(
        reading.claims[0],
        action="ASSAULT",
        recipients=(Participant(entity="m", start=40, end=44),),
        attributions=(),
        weight=0.9,
    )
    reading = replace(reading, mentions=(dead,), claims=(harm,))
    assert _ledger(reading).events[0].independent_origins == count


def test_two_speakers_in_one_breath_are_two_roots():
    both = _attribution(_link("police and a hospital official", body="police"))
    assert [root.key for root in roots(both, {}, outlets())] == ["body hospital", "body police"]


def test_what_rests_on_one_agency_is_warned_of():
    found = _ledger(_reading("a", _attribution(_link("SANA", "agency"), report="a")))
    assert [warning.kind for warning in found.warnings["a"]] == ["sole_origin"]


def test_outlets_that_cite_one_another():
    one = _reading("a", _attribution(_link("The Hill", "outlet"), report="a"), outlet="Politico")
    other = _reading("b", _attribution(_link("Politico", "outlet"), report="b"), outlet="The Hill")
    found = _ledger(one, other).warnings
    assert {name: [w.kind for w in given if w.kind == "circular_citation"] for name, given in found.items()} == {
        "a": ["circular_citation"],
        "b": ["circular_citation"],
    }


def test_of_roots_that_differ_in_their_entity_alone_always_the_same_one_counts():
    rows = [Root("name officials", "Officials", "anonymous", of, weak=True) for of in ("E2", None, "E1")]
    assert {one.entity for one in merged(rows).values()} == {None}
    assert {one.entity for one in merged(rows[::2]).values()} == {"E1"}


def test_merging_keeps_strangers_apart():
    rows = [Root(f"name {name}", name, "person", None, weak=False) for name in ("ana ruiz", "ben ruiz")]
    assert independent(sorted(set(merged(rows).values()))) == 2


def test_an_agency_that_a_text_is_credited_to_is_its_root():
    reading = _reading("a", outlet="The Ola Post")
    report = Report(
        id="a", uri="a", title=None, text="OLA (Reuters) - Four bridges were closed.", outlet=reading.report.outlet
    )
    found = _ledger(Reading(report=report, claims=_reading("a", _attribution(report="a")).claims))
    assert [(o.name, o.kind) for o in found.found] == [("Reuters", "agency")]
    assert found.events[0].independent_origins == 1


def test_circles_of_three_among_outlets_that_no_table_knows():
    def cites(name, own, other):
        return _reading(name, _attribution(_link(other), report=name), outlet=own)

    around = [
        cites("a", "The Ola Post", "Cedar Wire"),
        cites("b", "Cedar Wire", "Lakeside"),
        cites("c", "Lakeside", "the Ola Post"),
    ]
    why = {w.why for given in _ledger(*around).warnings.values() for w in given if w.kind == "circular_citation"}
    assert (
        "Cedar Wire has it from Lakeside; Lakeside has it from The Ola Post; The Ola Post has it from Cedar Wire" in why
    )
    assert len(why) == 3
    straight = _ledger(*around[:2]).warnings.values()
    assert not [w for given in straight for w in given if w.kind == "circular_citation"]


def test_an_outlet_is_known_by_initials_written_small():
    report = Report(id="a", uri="a", title=None, text="", outlet=Outlet(name="saba"))
    assert newsroom(report, outlets()).name == "Saba"


@pytest.mark.parametrize(("event", "count"), [({"action": "COERCE", "follows": "E0"}, 1), ({"action": "ASSAULT"}, 2)])
def test_what_came_of_it_is_on_the_word_of_who_tells_that(event, count):
    act_of, named = _link("Ola police", body="police"), _link("the Ola coroner", body="coroner")
    reading = _reading("r", _attribution(act_of, frame="that"), _attribution(named, start=30, frame="that"))
    claims = tuple(replace(claim, action=event["action"]) for claim in reading.claims)
    found = _ledger(replace(reading, claims=claims), claims=(claims[0].id,), **event)
    assert found.events[0].independent_origins == count


def test_outlets_of_one_owner_count_once():
    told = [_reading("a", outlet="TASS"), _reading("b", outlet="RIA Novosti"), _reading("c", outlet="The Ola Post")]
    assert _ledger(*told).events[0].outlets == 2


@pytest.mark.parametrize(
    ("chain", "said", "key", "weak"),
    [
        ([_link("Reuters", "agency")], "a Reuters correspondent", "own reuters", False),
        ([_link("Reuters", "agency")], "Reuters", "name reuters", True),
        ([_link("SANA", "agency"), _link("a military source", "anonymous")], "a source", "state SYR", False),
        ([_link("Reuters", "agency"), _link("a diplomat", "anonymous")], "a diplomat", "source reuters", False),
        (
            [_link("Ola Radio", "outlet"), _link("three porters", "collective")],
            "three porters",
            "source ola radio",
            False,
        ),
        ([_link("Ola Radio", "outlet"), _link("residents", "collective", "neighbour")], "", "name residents", True),
        ([_link("SANA", "agency"), _link("a resident", "anonymous", "neighbour")], "", "name resident", True),
        ([_link("Ana Ruiz", "person")], "Ana Ruiz a member of the civil defence", "name civil defence", False),
        ([_link("The Ola Gazette", "institution")], "The Ola Gazette", "name ola gazette", True),
        ([_link("Amaq", "agency")], "Amaq", "name islamic state", False),
        ([_link("State television", "outlet")], "State television", "state ", False),
    ],
)
def test_media_as_roots(chain, said, key, weak):
    assert [(root.key, root.weak) for root in roots(_attribution(*chain), {}, outlets(), said)] == [(key, weak)]


@pytest.mark.parametrize(
    ("name", "weak"),
    [
        ("the harbour authority", False),
        ("the interior ministry", False),
        ("the Danish navy", False),
        ("the US-led fleet", False),
        ("civil defence workers", False),
        ("The civil defense office in the town", False),
        ("the ministry", True),
        ("a union", True),
        ("the news agency", True),
        ("the firm", True),
    ],
)
def test_a_body_of_which_a_place_has_one_needs_no_name(name, weak):
    (found,) = roots(_attribution(_link(name)), {}, outlets())
    assert found.weak is weak


def test_what_somebody_does_himself_is_on_his_word():
    doer, other = Link(entity="m1", name="Ana Ruiz", kind="person", start=0, end=5), _link("Bo Lind", "person")
    reading = _reading("r", _attribution(other, frame="that"), _attribution(doer, start=20, frame="that"))
    acts = tuple(replace(c, actors=(Participant(entity="m1", start=0, end=5),)) for c in reading.claims)
    found = _ledger(replace(reading, claims=acts), of={"m1": "N1"})
    assert [o.name for o in found.found if o.why == "named in the text"] == ["Ana Ruiz"]
    assert found.events[0].independent_origins == 1


def test_who_denies_an_attack_lends_it_no_word_by_what_else_he_says():
    body = _link("the Ola Front")
    reading = _reading("r", _attribution(body, frame="quote"), _attribution(body, start=20, frame="that"))
    denied, other = (replace(claim, action="ASSAULT") for claim in reading.claims)
    for modality, count in (("denied", 0), ("happened", 1)):
        claims = (replace(denied, modality=modality), other)
        found = _ledger(replace(reading, claims=claims), claims=(denied.id,), action="ASSAULT")
        assert found.events[0].independent_origins == count


@pytest.mark.parametrize(
    ("name", "count"),
    [("The Norwegian authorities", 0), ("Norwegian authorities", 0), ("Authorities", 1), ("Police", 1)],
)
def test_rulers_of_a_people_speak_of_much_else_than_police_do(name, count):
    other = _attribution(_link("Ola Hospital", body="hospital"), start=20, frame="that")
    said = _reading("r", _attribution(_link(name, body="police"), frame="that"), other)
    claims = (replace(said.claims[0], weight=0.1, attributions=()), said.claims[1])
    found = _ledger(replace(said, claims=claims), claims=(claims[1].id,), action="ASSAULT")
    assert found.events[0].independent_origins == 1 + count


def test_who_says_that_he_did_it_vouches_for_it_beside_the_police():
    text = "Police Bulletin The Ola Front said that one of its men had struck the mill."
    police = _attribution(_link("Police", body="police"), frame="that")
    front = replace(
        _attribution(_link("the Ola Front"), start=16, frame="that"), content=(Span(start=35, end=len(text)),)
    )
    read = _reading("r", police, front)
    read = replace(read, report=replace(read.report, text=text))
    claims = (replace(read.claims[0], action="ASSAULT"), replace(read.claims[1], weight=0.1))
    for words, count in ((text, 2), (text.replace("one of its men", "two of the men"), 1)):
        told = replace(read, report=replace(read.report, text=words), claims=claims)
        assert _ledger(told, claims=(claims[0].id,), action="ASSAULT").events[0].independent_origins == count


def test_what_somebody_answers_he_does_not_vouch_for():
    front, watch = _attribution(_link("the Ola Front"), frame="that"), _attribution(_link("Sail Watch"), start=20)
    reading = _reading("r", front, watch)
    text = "They acted in revenge for the bombing of Ola."
    at = Span(start=text.index("bombing"), end=text.index(" of Ola"))
    own = replace(reading.claims[0], trigger=at)
    felt = text.replace("in revenge for", "a silence over")
    for said, count in ((text, 1), (felt, 1), (text.replace("in revenge for", "while Ola saw "), 2)):
        told = replace(reading, report=replace(reading.report, text=said), claims=(own, reading.claims[1]))
        assert _ledger(told).events[0].independent_origins == count


def test_who_was_killed_is_nobody_who_told_of_it():
    said = _attribution(replace(_link("Ana Ruiz", "person"), entity="m1"), frame="that")
    reading = _reading("r", said)
    toll = Quantity(of="killed", low=1.0, high=1.0, start=40, end=44)
    for whom, count in (("m1", 0), ("m2", 1)):
        hit = Participant(entity=whom, start=40, end=44)
        harm = replace(reading.claims[0], action="ASSAULT", recipients=(hit,), quantities=(toll,))
        found = _ledger(replace(reading, claims=(harm,)), of={"m1": "E1", "m2": "E2"}, action="ASSAULT")
        assert found.events[0].independent_origins == count
