"""The tables of frames: well-formed, and asked in the right order."""

import pytest

from dateline.knowledge.actions import adjectives, classes, intensity, nouns, quad, roots, verbs

STEPS = {"obj", "subj", "poss", "dative", "comp", "subjof", "inner", "party", "mod"}


def test_the_lexicon_is_broad():
    frames = [frame for table in (verbs(), nouns(), adjectives()) for group in table.values() for frame in group]
    assert len(frames) > 1500
    assert {frame.action for frame in frames} == set(roots())


@pytest.mark.parametrize("table", [verbs, nouns, adjectives])
def test_slots_are_known_steps_or_words(table):
    for group in table().values():
        for frame in group:
            for path in (*frame.recipients, *frame.actors):
                for steps in path:
                    assert all(step in STEPS or step.isalpha() for step in steps), frame


def test_exacting_frames_come_first():
    frames = verbs()["lift"]
    assert [bool(frame.conditions) for frame in frames] == sorted((bool(f.conditions) for f in frames), reverse=True)


def test_classes_are_lower_case():
    assert all(word == word.lower() for words in classes().values() for word in words)


def test_scales():
    assert (quad("AID"), quad("OTHER"), intensity("ASSAULT")) == (2, 0, -9)
