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
