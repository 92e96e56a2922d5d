"""Sentences with their claims marked."""

from dateline.model import Claim, Participant, Quantity, Reading, Report, Span
from dateline.tell.claims import marked

TEXT = "Police arrested two men. They may meet."


def claim(start, end, trigger, **rest):
    given = {
        "action": "COERCE",
        "mode": "arrest",
        "lemma": "arrest",
        "actors": (),
        "recipients": (),
        "modality": "happened",
        "weight": 0.9,
    }
    span = Span(start=trigger[0], end=trigger[1])
    return Claim(
        id=f"r:{trigger[0]}", report="r", start=start, end=end, trigger=span, place=None, when=None, **given | rest
    )


def test_a_sentence_stands_above_its_claims():
    arrest = claim(
        0,
        24,
        (7, 15),
        actors=(Participant(entity=None, start=0, end=6),),
        recipients=(Participant(entity=None, start=16, end=23),),
        quantities=(Quantity(of="captured", low=2, high=2, start=16, end=23),),
    )
    meet = claim(25, 39, (34, 38), action="CONSULT", mode=None, modality="possible")
    reading = Reading(report=Report(id="r", uri="r", title=None, text=TEXT), claims=(meet, arrest))
    assert list(marked(reading)) == [
        "Police «arrested» two men.",
        "    arrested: COERCE arrest; by Police; to two men; captured 2; weight 0.90",
        "They may «meet».",
        "    meet: CONSULT; by nobody named; to nobody named; possible; weight 0.90",
    ]
