"""Names kept from build to build: whatever the batches, they end up as if all had come at once, and meet few others."""

import random

import pytest

from dateline.across import names as layer
from dateline.across.identity.bearers import locals_of
from dateline.across.identity.placed_names import Word
from dateline.across.names import Names
from dateline.matching import Heap
from dateline.model import Mention, Reading, Report

POOL = (
    ("Murhaf Abu Qasra", {"role": "Syrian defense minister", "country": "SYR"}),
    ("Marhaf Abu Kassar", {"role": "Syrian defense minister", "country": "SYR"}),
    ("Qasra", {}),
    ("Qasra", {"kind": "organization"}),
    ("Andrei Belousov", {"role": "Russian defence minister", "country": "RUS"}),
    ("Andrey Belousov", {}),
    ("Belousov", {}),
    ("Sergei Lavrov", {"age": 75}),
    ("Sergey Lavrov", {"age": 34}),
    ("Lavrov", {"gender": "female"}),
    ("Maher al-Sharaa", {}),
    ("Ahmed al-Sharaa", {"role": "president", "country": "SYR"}),
    ("Syrian Arab News Agency", {"kind": "organization"}),
    ("SANA", {"kind": "organization"}),
    ("Defense Ministry", {"kind": "organization", "country": "SYR"}),
    ("Damascus", {"kind": "place", "country": "SYR"}),
)


def reading(report, chosen):
    found, at = [], 0
    for name, more in chosen:
        own = f"{report}:{at}-{at + len(name)}"
        given = {"kind": "person", "form": "name", "entity": own, "name": name, **more}
        found.append(Mention(id=own, report=report, start=at, end=at + len(name), text=name, **given))
        at += len(name) + 2
    text = ", ".join(name for name, _ in chosen)
    return Reading(report=Report(id=report, uri=report, title=None, text=text), mentions=tuple(found))


def reports(count, seed):
    drawn = random.Random(seed)
    return {f"r{n:02}": locals_of(reading(f"r{n:02}", drawn.sample(POOL, 5))) for n in range(count)}


def grown(batches):
    work = Names(Heap(), Word((), lambda _: ()))
    for batch in batches:
        work.update(batch)
    return work


def told(work, found):
    of = {report: work.of(report) for report in found}
    entities = sorted({entity for one in of.values() for entity in one.values()})
    return of, [(work.public(entity), work.called(entity), work.because(entity)) for entity in entities]


@pytest.mark.parametrize("sample", [2, 64])
@pytest.mark.parametrize("seed", range(6))
def test_any_order_and_batches_give_the_names_of_all_at_once(monkeypatch, seed, sample):
    monkeypatch.setattr(layer, "SAMPLE", sample)
    found = reports(24, seed)
    order = random.Random(-seed).sample(sorted(found), len(found))
    batches = [{name: found[name] for name in order[at : at + 5]} for at in range(0, len(order), 5)]
    assert told(grown(batches), found) == told(grown([found]), found)


def test_a_name_that_comes_again_is_not_compared_again_with_what_it_cannot_be(monkeypatch):
    seen = []
    compared = layer.compared

    def noted(one, other):
        seen.append(compared(one, other))
        return seen[-1]

    monkeypatch.setattr(layer, "compared", noted)
    body = {"kind": "organization"}
    first = {
        name: locals_of(reading(name, [(name, body), ("Oslo", {"kind": "place"})])) for name in ("Aggbel", "Kabale")
    }
    work = grown([first])
    assert [one.hopeless for one in seen] == [True]
    work.update({"x": locals_of(reading("x", [("Kabale", body)]))})
    assert len(seen) == 1
    work.update({"y": locals_of(reading("y", [("Kaballe", body)]))})
    assert len(seen) > 1


class Noting(Heap):
    """A shelf that notes what is asked for."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def get(self, table, key, kind):
        self.asked.append((table, key))
        return super().get(table, key, kind)


def noting(found):
    shelf = Noting()
    work = Names(shelf, Word((), lambda _: ()))
    work.update(found)
    shelf.asked.clear()
    return shelf, work


def test_who_is_known_by_enough_is_not_read_again_for_one_that_comes_after_them(monkeypatch):
    monkeypatch.setattr(layer, "SAMPLE", 2)
    found = {name: locals_of(reading(name, [("Orla Venning", {})])) for name in "bcd"}
    shelf, work = noting(found)
    later = {"e": locals_of(reading("e", [("Orla Venning", {})]))}
    work.update(later)
    assert {table for table, _ in shelf.asked}.isdisjoint({"names.bucket", "names.bearer", "names.home"})
    assert [*work.of("e").values()] == [*work.of("b").values()]
    work.update({"a": locals_of(reading("a", [("Orla Venning", {})]))})
    assert ("names.bucket", "person orlavenning") in shelf.asked
    assert [*work.of("e").values()] == [*work.of("b").values()]


def test_what_was_read_as_a_place_is_held_against_those_alone_who_bear_that_very_word():
    company = [(name, {"kind": "organization"}) for name in ("Ullswick Works", "Otterby Mill", "Kestrel Guild")]
    full = {"a": locals_of(reading("a", [("Orla Taraq", {}), *company]))}
    shelf, work = noting(full)
    work.update({"b": locals_of(reading("b", [("Tarack", {"kind": "organization"}), *company]))})
    assert ("names.home", "person orlataraq") not in shelf.asked
    work.update({"c": locals_of(reading("c", [("Taraq", {"kind": "organization"}), *company]))})
    assert {*work.of("a").values()} == {*work.of("c").values()} != {*work.of("b").values()}


def test_what_a_name_is_told_beside_is_not_read_where_it_is_compared_with_none():
    found = {"a": locals_of(reading("a", [("Orla Venning", {}), ("Kestrel Guild", {"kind": "organization"})]))}
    shelf, work = noting(found)
    work.update({"b": locals_of(reading("b", [("Orla Venning", {})]))})
    assert ("names.around", "a") not in shelf.asked
    work.update({"c": locals_of(reading("c", [("Orla Vening", {})]))})
    assert ("names.around", "a") in shelf.asked


def test_a_state_is_one_bearer_as_a_land_and_as_who_rules_it():
    land = ("Norway", {"kind": "place", "country": "NOR"})
    ruler = ("Oslo", {"kind": "place", "country": "NOR", "metonym": "government"})
    town = ("Oslo", {"kind": "place", "country": "NOR"})
    given = {"a": land, "b": ruler, "c": town}
    work = grown([{name: locals_of(reading(name, [one]))} for name, one in given.items()])
    entities = [set(work.of(name).values()) for name in "abc"]
    assert entities[0] == entities[1] != entities[2]
