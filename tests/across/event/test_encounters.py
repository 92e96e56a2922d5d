"""Stages of one encounter that are only recalled."""

from datetime import date

from msgspec.structs import replace
from tests.across.test_events import claim

from dateline.across.event.encounters import encounters
from dateline.across.event.main_event import Tied
from dateline.across.event.seen import draft, see
from dateline.model import Dates, Entities, Participant

DAY, OTHER_DAY = date(2024, 3, 4), date(2024, 5, 6)
ENTITIES = Entities(of={name: name for name in ("ira", "una")})


def seen(rep, start, lemma, who="ira", when=None, sentence=(0, 90)):
    one = claim(rep, start, lemma, when, action="CONSULT")
    actor = Participant(entity=who, start=0, end=1)
    return see(replace(one, start=sentence[0], end=sentence[1], actors=(actor,)), ENTITIES, Dates())


def joined(*drafts, main=None):
    tied = Tied(root=None, main=main or {}, follows={}, part_of={drafts[0].id: "root"})
    found, ties = encounters(drafts, tied)
    return {frozenset(s.claim.id for s in one.members) for one in found}, ties


MET, PLEDGED = draft([seen("a", 0, "meet")]), draft([seen("a", 20, "pledge")])


def test_stages_in_one_breath_are_one():
    found, ties = joined(PLEDGED, MET)
    assert found == {frozenset(("a:0", "a:20"))}
    assert ties.part_of == {"a:0": "root"}


def test_another_person_another_sentence_or_news_is_another():
    for other in (draft([seen("a", 20, "pledge", "una")]), draft([seen("a", 95, "pledge", sentence=(91, 120))])):
        assert len(joined(MET, other)[0]) == 2
    assert len(joined(MET, PLEDGED, main={"a": "a:20"})[0]) == 2
    assert len(joined(MET, draft([seen("a", 20, "shoot")]))[0]) == 2


def test_a_report_that_dates_nothing_leaves_anothers_visit():
    visit = draft([seen("a", 10, "visit"), seen("b", 10, "visit", "una", OTHER_DAY)])
    met = draft([seen("a", 0, "meet", when=DAY)])
    assert joined(visit, met)[0] == {frozenset(("a:0", "a:10")), frozenset(("b:10",))}


def test_stages_on_two_days_are_not_joined_by_a_third():
    first, second = draft([seen("a", 0, "meet", when=DAY)]), draft([seen("a", 10, "visit", when=OTHER_DAY)])
    assert len(joined(first, second, PLEDGED)[0]) == 3


def test_what_has_a_day_by_another_stage_is_no_part_of_another_day():
    root = draft([seen("b", 0, "meet", "una", OTHER_DAY)])
    tied = Tied(root=root.id, main={"b": root.id}, follows={}, part_of={"a:20": root.id})
    assert encounters([root, PLEDGED], tied)[1].part_of == {"a:20": "b:0"}
    met = draft([seen("a", 0, "meet", when=DAY)])
    assert encounters([root, PLEDGED, met], tied)[1].part_of == {}
