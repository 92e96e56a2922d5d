"""Whom a word of harm is said of, through the real parser: rows in which one is dead and another hurt."""

import pytest

from dateline.model import Report
from dateline.within.claim import claims
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments


def counts(text, parser, *, title=None):
    report = Report(id="r", uri="r", title=title, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    return {(q.of, q.low, q.sense) for c in found for q in c.quantities}


BODY = [
    ("A blast near the quay left three sailors injured and one docker dead.", {("injured", 3), ("killed", 1)}),
    ("Wardens said four hikers were shot and one ranger killed on Sunday.", {("shot", 4), ("killed", 1)}),
    ("A nun was killed and three other nuns and a monk injured in the attack.", {("killed", 1), ("injured", 4)}),
    ("Two guards were killed, and a third critically injured, at the ford.", {("killed", 2), ("injured", 1)}),
    ("A 15-year-old was killed.", {("killed", 1)}),
    ("The lodger shot and killed his aunt, son and daughter.", {("killed", 3)}),
    ("His uncle shot him and killed his sister.", {("shot", 1), ("killed", 1)}),
    ("He shot into a house.", set()),
    (
        "The grim sinking in January outside of Ola that left a boy and girl dead appears to have been planned.",
        {("killed", 2)},
    ),
    (
        "He is held over a stabbing in east Brannock on Friday that left one dead and four wounded.",
        {("killed", 1), ("injured", 4)},
    ),
    ("The three wounded people were taken to Sedgemoor for treatment.", {("injured", 3)}),
    ("Detectives came to a triple homicide.", {("killed", 3)}),
    ("A quarrel at the mill left one miller dead and three others in the hospital.", {("killed", 1)}),
    ("Nine were shot -- 3 killed and 6 wounded -- at the ferry.", {("shot", 9), ("killed", 3), ("injured", 6)}),
    ("Seven people were injured - none fatally - at the fair.", {("injured", 7)}),
    ("Masked men shot five people, one fatally, at a wake.", {("shot", 5), ("killed", 1)}),
    ("The lodger, Omar Bell, and his elderly aunt were each shot in the leg.", {("shot", 2)}),
    ("Three people, a 20-year-old man, a 31-year-old man and a girl, were hit.", {("shot", 3)}),
    ("Both men were taken to a ward where the 19-year-old later died.", {("killed", 1)}),
    ("Wardens have released the names of two people found dead in a barn.", {("killed", 2)}),
    ("Surgeons were not able to save the boy.", {("killed", 1)}),
    ("Medics could not revive her.", {("killed", 1)}),
    ("The cook was flown to a ward but did not survive.", {("killed", 1)}),
    ("The cook may not survive.", set()),
    ("Surgeons have declared her brain dead.", {("killed", 1)}),
    ("Her father died from cancer.", set()),
    ("“They killed me,” the girl cried.", set()),
    ("A nun was killed, and two monks and a cook injured.", {("killed", 1), ("injured", 3)}),
    ("Ines Vale and Omar Bell both suffered what appeared to be gunshot wounds.", {("shot", 2)}),
    ("Another 14 nuns were wounded by the blast.", {("injured", 14)}),
    ("Six guards of a shipping firm and four sailors were killed at the quay.", {("killed", 10)}),
    ("Eight raiders were killed, among them their leader called Bozo, and three civilians.", {("killed", 11)}),
    ("The relief office recorded the killing of 17 monks at the ford.", {("killed", 17)}),
    ("The raid led to the martyrdom of nine nuns and the injury of 12 others.", {("killed", 9), ("injured", 12)}),
    ("The navy said that 13 pirates were neutralised.", {("killed", 13)}),
    ("The storm cost the lives of five pilots.", {("killed", 5)}),
    ("Two monks died and three received wounds.", {("killed", 2), ("shot", 3)}),
    ("The blast ripped through the mill, killing at least six people, wardens and a priest said.", {("killed", 6)}),
]


@pytest.mark.parametrize("text, wanted", BODY)
def test_rows_in_sentences(text, wanted, parser):
    assert {(of, low) for of, low, _ in counts(text, parser) if of in {"killed", "injured", "shot"}} == wanted


HEADLINES = [
    ("One dead, three wounded in harbour shooting", {("killed", 1), ("injured", 3)}),
    ("Driver detained after ranger killed, 2 ranger's aides hurt", {("killed", 1), ("injured", 2)}),
    ("Three questioned after farmer shot", {("shot", 1)}),
    ("Girl, 6, shot in arm with flare pistol", {("shot", 1)}),
    ("Woman, nurse found dead at ferry", {("killed", 2)}),
    ("Teen girl dies after fire", {("killed", 1)}),
    ("Sailor shot outside cinema", {("shot", 1)}),
    ("Two men, one woman wounded in blast", {("injured", 3)}),
    ("Man shot, killed near mill in north Aldham", {("shot", 1), ("killed", 1)}),
    ("Wardens confirm boy shot at quay", {("shot", 1)}),
    ("Investigation into Fatal Shooting at 3500 Harlow", set()),
    ("3 dead, 2 injured in hit-and-run crash near Aldham mill", {("killed", 3), ("injured", 2)}),
    ("Mother, Father, Toddler Dead Following Fire", {("killed", 3)}),
    ("Coroner confirms murder-suicide of niece, uncle in Larch", {("killed", 2)}),
]


@pytest.mark.parametrize("title, wanted", HEADLINES)
def test_rows_in_headlines(title, wanted, parser):
    found = counts("It rained in the north.", parser, title=title)
    assert {(of, low) for of, low, _ in found if of in {"killed", "injured", "shot"}} == wanted


def test_a_label_before_a_headline_counts_nobody_besides(parser):
    assert ("shot", 4, "new") in counts("MORE: 4 shot at Aldham mill.", parser)


def test_what_was_done_since_a_day_is_of_many_happenings(parser):
    assert ("killed", 12, "spread") in counts("Twelve people killed in the valley since Friday were farmers.", parser)


def test_what_a_headline_counts_since_an_hour_is_of_several_happenings(parser):
    found = counts("It rained in the north.", parser, title="12 shot, one fatally, since 9 p.m., including 5 at a bar")
    assert ("shot", 12, "spread") in found


OWN = [
    "He then turned the gun on himself.",
    "She took her own life.",
    "The father committed suicide.",
    "Officers shot the gunman dead.",
    "His accomplice was killed.",
]


@pytest.mark.parametrize("text", OWN)
def test_the_attackers_own_death(text, parser):
    assert ("killed", 1, "self") in counts(text, parser)


def test_a_boy_who_shot_another_boy_shot_one(parser):
    assert ("killed", 1, "new") in counts("A teenage boy shot and killed another boy.", parser)


def test_a_text_that_is_cut_off_behind_among_is_read(parser):
    report = Report(id="r", uri="r", title=None, text="Gunmen killed nine people, two cooks among")
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert "kill" in {claim.lemma for claim in found}
