"""Which words count as happenings, and what kind each is, through the real parser."""

import pytest
from tests.within.test_claim import read

from dateline.model import Report
from dateline.within.claim import claims
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments


def told(text, parser):
    """What each claim's word is, with its class, as a set."""
    report, found = read(text, parser)
    return {(report.text[c.trigger.start : c.trigger.end], c.kind) for c in found}


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("A cyclist was killed in a hit-and-run on Monday.", "hit", "accident"),
        ("A cyclist was killed in a hit-and-run on Monday.", "run", "displacement"),
        ("A nurse was struck by a van in Porto on Monday.", "struck", "accident"),
        ("A drunken driver struck a nurse in Porto on Monday.", "struck", "accident"),
        ("Two guides died in a fall on Monday, rangers said.", "fall", "travel"),
        ("The brewery parted ways with its director on Monday.", "parted", "dismissal"),
        ("The League claimed the bombing of a mill in Porto.", "claimed", "responsibility"),
        ("Mr Okafor was recently let go from his job at the dairy, friends told the court.", "let", "dismissal"),
        ("The captain was shown the door after two voyages.", "shown", "dismissal"),
        ("The welder lost his job on Monday.", "lost", "dismissal"),
        ("The mayor removed Ana Ruiz as head of the harbour board.", "removed", "dismissal"),
        ("Ana Ruiz was ousted from her post on Monday.", "ousted", "dismissal"),
        ("The mayor faces fraud charges.", "faces", None),
        ("The mayor faces fraud charges.", "charges", None),
        ("The welder was offered the job on Monday.", "offered", None),
        ("They had gathered for a memorial service in Porto.", "service", "celebration"),
        ("The welder appeared before a judge on Monday.", "appeared", "court"),
        ("The welder was in court on Monday.", "was", "court"),
        ("Dockers drowned out the speech on Monday.", "drowned", None),
    ],
)
def test_words_of_one_kind_of_happening(text, word, kind, parser):
    assert (word, kind) in told(text, parser)


@pytest.mark.parametrize(
    ("title", "kind"), [("Ana Ruiz Fired After Two Weeks", "dismissal"), ("Ana Ruiz Fired at Gulls", None)]
)
def test_who_is_fired_in_a_headline_lost_a_post(title, kind, parser):
    report = Report(id="r", uri="r", title=title, text="The harbour was quiet.")
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert [c.kind for c in found if c.lemma == "fire"] == [kind]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The frigate was on an anti-piracy patrol off the cape on Monday.", "piracy"),
        ("She resigned on Monday following the vote of the guild.", "following"),
        ("The rivals of the mayor are dead wrong.", "dead"),
        ("The captain told them that the deal was dead.", "dead"),
        ("The welder appeared in many dramas.", "appeared"),
    ],
)
def test_words_that_are_no_happening(text, word, parser):
    assert word not in {found for found, _ in told(text, parser)}


def test_a_fall_that_nobody_was_hurt_in_is_no_happening(parser):
    assert not any(word == "fall" for word, _ in told("The guides walked home in the fall.", parser))


def test_who_is_chosen_to_do_something_has_yet_to_do_it(parser):
    _, found = read("A juggler from Porto was picked to host the summer games of the old river towns.", parser)
    assert {c.lemma: c.modality for c in found}["host"] == "planned"


def test_who_meant_to_do_something_has_not_done_it(parser):
    _, found = read("The warden had meant to leave the harbour board in May.", parser)
    assert {c.lemma: c.modality for c in found}["leave"] == "planned"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("He was on bail after a previous arrest.", True),
        ("Another attack hit the port.", True),
        ("The earlier attack hit the port.", False),
        ("The attack hit the port.", False),
    ],
)
def test_what_is_told_apart_by_its_words(text, other, parser):
    _, found = read(text, parser)
    assert any(c.other for c in found) is other


@pytest.mark.parametrize("text", ["“That is no plan of mine,” she shot back."])
def test_words_that_hand_words_on_tell_of_no_act(text, parser):
    assert "shot" not in {word for word, _ in told(text, parser)}
