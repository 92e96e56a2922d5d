"""Traces of copying between reports that are no copies."""

import pytest

from dateline.across.traces import traces
from dateline.model import Copies, Entities, Mention, Outlet, Reading, Report, Segment

LONG = "the ferry had left the harbour at dawn with forty people and two dogs on board in a light wind from the east"


def reading(name, text, outlet=None, names=()):
    report = Report(id=name, uri=name, title=None, text=text, outlet=Outlet(name=outlet or f"The {name} Post"))
    body = Segment(kind="body", start=0, end=len(text))
    mentions = tuple(
        Mention(
            id=f"{name}:{said}",
            report=name,
            start=text.index(said),
            end=text.index(said) + len(said),
            text=said,
            name=said,
            kind="person",
            form="name",
            entity=f"{name}:{said}",
        )
        for said in names
    )
    return Reading(report=report, segments=(body,), mentions=mentions)


def found(*readings, of=None, copies=None):
    made = traces(readings, copies or Copies(), Entities(of=of or {}))
    texts = {r.report.id: r.report.text for r in readings}
    for trace in made:
        assert texts[trace.report][trace.start : trace.end] == texts[trace.other][trace.other_start : trace.other_end]
    return [(t.kind, t.report, t.other, texts[t.report][t.start : t.end]) for t in made]


def test_a_passage_inside_two_reports():
    one, other = f"Nobody was hurt on Monday. He said {LONG}, too.", f"Rain fell over Ola. Today {LONG}. It came back."
    assert found(reading("a", one), reading("b", other)) == [("passage", "a", "b", LONG)]


@pytest.mark.parametrize(
    "other",
    [
        reading("b", f'She was told: "{LONG}." It came back.'),
        reading("b", f"Today {LONG}. It came back.", outlet="The a Post"),
    ],
)
def test_quoted_words_and_the_words_of_one_newsroom_are_no_trace(other):
    assert found(reading("a", f"He said {LONG}, too."), other) == []


def test_copies_are_told_apart_elsewhere():
    pair = reading("a", f"He said {LONG}, too."), reading("b", f"Today {LONG}.")
    assert found(*pair, copies=Copies(family={"a": "a", "b": "a"})) == []


def test_an_odd_phrase_is_one_unless_a_third_has_it():
    odd = "a crapulous zeppelin of a man who ran"
    texts = [f"The mayor, {odd}, lost.", f"He was {odd} for office.", f"They called him {odd} twice."]
    readings = [reading(name, text) for name, text in zip("abc", texts, strict=True)]
    assert found(*readings[:2]) == [("phrase", "a", "b", odd)]
    assert found(*readings) == []


def test_a_shared_slip():
    one, other = reading("a", "The man recieved a letter."), reading("b", "No letter was recieved by him.")
    assert found(one, other) == [("slip", "a", "b", "recieved")]


def test_a_spelling_that_only_two_have():
    names = {"a": "Marek Dvorsky", "b": "Marek Dvorsky", "c": "Marek Dvorskij", "d": "Marek Dvorskij"}
    readings = [reading(key, f"In {key}, {name} won.", names=(name,)) for key, name in names.items()]
    of = {f"{key}:{name}": "E1" for key, name in names.items()}
    assert found(*readings[:3], of=of) == []
    assert [(kind, a, b) for kind, a, b, _ in found(*readings, of=of)] == [
        ("spelling", "a", "b"),
        ("spelling", "c", "d"),
    ]
