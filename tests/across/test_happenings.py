from datetime import date
from itertools import permutations

import pytest
from tests.builders import report

from dateline.across.happenings import happenings
from dateline.model import Claim, Copies, Dates, Decision, Mention, Reading, Segment, Span, day
from dateline.within.sketch import sketch

TEXTS = {
    "a": ("Teacher hurt in Ullswick", "Orla Venning, 34, was shot on Quillfeather Lane in Ullswick on Monday."),
    "b": ("Arrest over Ullswick shooting", "Tomas Brandvold was arrested over the shooting of Orla Venning, 34."),
    "c": ("Two hurt in Prestwater", "Two men, 19 and 22, were shot on Harrow Street in Prestwater on Monday."),
}


def people(report_id):
    return tuple(
        Mention(id=n, report=report_id, start=0, end=1, text=n, kind="person", form="name", entity=n, name=n)
        for n in ("Orla Venning", "Tomas Brandvold")
    )


def reading(name):
    title, text = TEXTS[name]
    one = report(identifier=name, title=title, text=text, published=day(date(2024, 3, 5), "given"))
    body = (Segment(kind="body", start=0, end=len(text)),)
    said = Claim(
        id=f"{name}:0", report=name, start=0, end=1, trigger=Span(start=0, end=1), lemma="shoot", action="ASSAULT",
        mode=None, actors=(), recipients=(), place=None, when=None, modality="happened", weight=1.0,
    )  # fmt: skip
    return Reading(report=one, claims=(said,), segments=body, sketch=sketch(one, body, people(name)))


def groups(names, said=()):
    readings = [reading(name) for name in names]
    return happenings(readings, Copies(), Dates(), said).groups


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_one_victim_is_one_happening(order):
    assert groups(order) == (("a", "b"), ("c",))


def test_a_persons_word_outweighs():
    def said(left, right, verdict):
        return Decision(
            id="D",
            about="event",
            left=f"{left}:0",
            right=f"{right}:0",
            verdict=verdict,
            score=1,
            reasons=(),
            by="A. Reader",
        )

    assert groups("abc", [said("a", "b", "different")]) == (("a",), ("b",), ("c",))
    assert groups("abc", [said("a", "c", "same")]) == (("a", "b", "c"),)


def test_decisions_say_why():
    readings = [reading(name) for name in "abc"]
    rows = happenings(readings, Copies(), Dates(), ()).decisions
    assert [(d.left, d.right, d.verdict) for d in rows] == [("a", "b", "same")]
    assert any("orla venning" in reason for reason in rows[0].reasons)
