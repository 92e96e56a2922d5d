"""Which side of violence a bearer stands on."""

from dateline.across.identity.harmed import side, sides
from dateline.model import Claim, Participant, Reading, Report, Span


def claim(action, actor, recipient, **rest):
    return Claim(
        id=f"{action}{actor}{recipient}",
        report="r",
        start=0,
        end=1,
        trigger=Span(start=0, end=1),
        lemma="do",
        action=action,
        mode=None,
        actors=(Participant(entity=actor, start=0, end=1),) if actor else (),
        recipients=(Participant(entity=recipient, start=0, end=1),) if recipient else (),
        place=None,
        when=None,
        **{"modality": "happened", **rest},
    )


def counted(*claims, nouns=None):
    return sides([Reading(report=Report(id="r", uri="r", title=None, text="x"), claims=claims)], nouns or {})


def test_who_shoots_and_who_is_charged_harm():
    found = counted(claim("ASSAULT", "a", "b"), claim("COERCE", "police", "a"))
    assert found["a"] == (2, 0)
    assert found["b"] == (0, 1)
    assert "police" not in found


def test_what_is_denied_counts_for_nobody():
    assert counted(claim("ASSAULT", "a", "b", modality="denied")) == {}


def test_who_shoots_himself_suffers():
    assert counted(claim("ASSAULT", "a", "a")) == {"a": (0, 1)}


def test_the_dead_suffer_and_nouns_tell():
    found = counted(claim("OTHER", "a", None, kind="death"), nouns={"a": ["victim"], "b": ["gunman"]})
    assert found == {"a": (0, 2), "b": (1, 0)}


def test_a_side_must_be_clear():
    assert side((1, 0)) == "harms"
    assert side((0, 3)) == "suffers"
    assert side((2, 1)) == ""
    assert side((0, 0)) == ""
