"""What somebody is charged with is no happening; through the real parser."""

import pytest

from dateline.model import Report
from dateline.within.claim import claims
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments

CASES = [
    ("A docker was charged with second-degree murder on Monday.", "murder", True),
    ("A ferryman was indicted on charges of manslaughter.", "manslaughter", True),
    ("She pleaded guilty to two counts of attempted murder.", "murder", True),
    ("A docker was charged in the murder of a nun.", "murder", False),
    ("A docker was charged with the murder of a nun.", "murder", False),
    ("The murder shook the harbour.", "murder", False),
    ("A docker was charged with theft for a murder that happened on Monday.", "murder", False),
    ("A count of theft was upgraded to murder on Friday.", "murder", True),
    ("The lodge was reduced to rubble by the murder of its host.", "murder", False),
]


@pytest.mark.parametrize(("text", "word", "offence"), CASES)
def test_an_offence_is_no_happening(text, word, offence, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    (told,) = (claim for claim in found if claim.lemma == word)
    assert (told.kind == "offence", told.action == "OTHER") == (offence, offence)


def test_who_is_pulled_over_is_not_held_yet(parser):
    report = Report(id="r", uri="r", title=None, text="Wardens pulled over a ferryman for speeding.")
    marked = segments(report)
    parse = next(parses([(report, marked)], parser))
    found = claims(report, marked, parse, mentions(report, marked, parse), (), ())
    assert ("COERCE", "arrest") not in {(claim.action, claim.mode) for claim in found}
    assert "COERCE" in {claim.action for claim in found}
