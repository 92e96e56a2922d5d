"""What lies ahead of a report has not happened."""

from datetime import date

import pytest

from dateline.model import Report, When
from dateline.run.flow import read_batch

FRIDAY = date(2019, 5, 10)
CASES = [
    ("The summit in Bern opens on Monday.", "summit", "planned", "2019-05-13"),
    ("The match is on Tuesday.", "match", "planned", "2019-05-14"),
    ("The bishop told a choir that the chapel would reopen on Monday.", "tell", "happened", None),
    ("Guards arrested the thief two days later.", "arrest", "happened", None),
]


@pytest.mark.parametrize("text, lemma, modality, day", CASES)
def test_ahead(text, lemma, modality, day, parser):
    published = When(value=FRIDAY.isoformat(), earliest=FRIDAY, latest=FRIDAY, basis="given")
    found = read_batch([Report(id="r", uri="r", title=None, text=text, published=published)], parser)[0].claims
    claim = next(c for c in found if c.lemma == lemma)
    assert claim.modality == modality
    assert day is None or (claim.when and claim.when.value == day)
    assert day or claim.when is None or (claim.when.latest or FRIDAY) <= FRIDAY
