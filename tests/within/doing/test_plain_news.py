"""Everyday words of courts, sport, business, disasters and elections, through the real parser."""

import pytest
from tests.within.test_claim import read, sides

DEEDS = [
    ("The jury found the cook not guilty.", "find", "CONCEDE", None),
    ("A thief, armed with a hammer, robbed a bakery.", "arm", "OTHER", None),
    ("The baker was cited for trespassing.", "cite", "ACCUSE", None),
    ("The fugitive was recaptured in Turin.", "recapture", "COERCE", None),
    ("A glider crashed near Linz.", "crash", "OTHER", "accident"),
    ("A landslide buried nine shepherds.", "bury", "OTHER", "accident"),
    ("The ceiling of a chapel caved in.", "cave", "OTHER", "accident"),
    ("Dundee beat Elgin 4-2.", "beat", "OTHER", "sport"),
    ("Lugano drew 1-1 with Basel.", "draw", "OTHER", "sport"),
    ("The brewer reported a net loss of $9 million.", "loss", "OTHER", "business"),
    ("Two sisters died when a tram hit their taxi.", "die", "OTHER", "death"),
    ("Two sisters were killed when a tram hit their taxi.", "kill", "OTHER", "death"),
    ("Protests erupted in Minsk.", "protest", "PROTEST", None),
]


@pytest.mark.parametrize("text, lemma, action, kind", DEEDS)
def test_what_was_done(text, lemma, action, kind, parser):
    _, found = read(text, parser)
    assert [(c.action, c.kind) for c in found if c.lemma == lemma] == [(action, kind)]


SIDES = [
    ("The airline was fined 900 euros for the delay.", "fine", (), ("The airline",)),
    ("Guards used water cannon to disperse the farmers.", "disperse", ("Guards",), ("the farmers",)),
    ("Firefighters brought the blaze under control.", "blaze", (), ()),
    ("Agents uncovered a plot to bomb a cinema.", "bomb", (), ("a cinema",)),
    ("Guards held the clerk on suspicion of arson.", "suspicion", (), ()),
    ("Ten were evacuated and dozens treated for burns.", "treat", (), ("dozens",)),
]


@pytest.mark.parametrize("text, lemma, actors, recipients", SIDES)
def test_by_whom_and_to_whom(text, lemma, actors, recipients, parser):
    report, found = read(text, parser)
    claim = next(c for c in found if c.lemma == lemma)
    assert sides(report, claim) == (actors, recipients)


NONE = [
    ("The ruling party won nine of the 30 seats.", "party"),
    ("The election commission closed two offices.", "election"),
    ("The opposition leader conceded defeat.", "defeat"),
    ("A flood left 40 families homeless.", "leave"),
]


@pytest.mark.parametrize("text, lemma", NONE)
def test_what_tells_of_nothing(text, lemma, parser):
    assert [c for c in read(text, parser)[1] if c.lemma == lemma and c.kind] == []


MOODS = [
    ("There was no evidence that the bishop robbed the bank.", "rob", "denied"),
    ("There were no reports of injuries.", "injury", "denied"),
    ("Officers foiled a plot to bomb a cinema.", "bomb", "denied"),
    ("The council is due to vote on the tax.", "vote", "planned"),
    ("The strike is due to begin in June.", "strike", "planned"),
    ("A judge signed a warrant for the arrest of the banker.", "arrest", "planned"),
]


@pytest.mark.parametrize("text, lemma, modality", MOODS)
def test_whether_it_happened(text, lemma, modality, parser):
    assert {c.modality for c in read(text, parser)[1] if c.lemma == lemma} == {modality}


COUNTS = [
    ("A fall left four climbers hurt.", "injured", 4, 4),
    ("Two men were killed and another seven were hurt.", "injured", 7, 7),
    ("All but one of the five climbers died.", "killed", 4, 4),
    ("Half of the 40 guests were killed.", "killed", 20, 20),
    ("As many as 30 were taken to hospital.", "treated", 0, 30),
    ("Neither rider was hurt.", "injured", 0, 0),
    ("The blaze claimed five lives.", "killed", 5, 5),
    ("A total of 17 arrests were made.", "captured", 17, 17),
]


@pytest.mark.parametrize("text, of, low, high", COUNTS)
def test_how_many(text, of, low, high, parser):
    _, found = read(text, parser)
    assert (low, high) in [(q.low, q.high) for c in found for q in c.quantities if q.of == of]
