"""The numbers of releases."""

from datetime import date

import pytest

from dateline.knowledge.numbering import number


@pytest.mark.parametrize(
    ("text", "month", "series", "serial"),
    [
        ("Harbour Command 2019-04-PR-017 For release", date(2019, 4, 1), "PR", 17),
        ("019-4-PR-017", date(2019, 4, 1), "PR", 17),
        ("The harbour opened on 2019-04-17.", None, "", 0),
    ],
)
def test_a_number(text, month, series, serial):
    found = number(text)
    assert (found and (found.month, found.series, found.serial)) == (month and (month, series, serial))
