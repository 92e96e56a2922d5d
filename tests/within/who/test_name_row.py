"""Children who are called by a given name alone beside their parents."""

import pytest

from dateline.model import Report
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments


def called(text, parser):
    report = Report(id="r", uri="r", title=None, text=text)
    marked = segments(report)
    found = mentions(report, marked, next(parses([(report, marked)], parser)))
    return {m.text: m.name for m in found if m.form == "name" and m.kind == "person"}


CASES = [
    ("Karl Lund, his wife, Maria Lund, and their children, 9-year-old Tilly and 2-year-old Adam, left.", "Lund"),
    ("Karl and Maria Lund and their sons, Adam, 5, and Peter, 4, were at home.", "Lund"),
    ("Karl Lund left the house with his son, Adam.", "Lund"),
    ("Maria Lund, 36, and her son, Adam, left. Karl Lund stayed.", "Lund"),
    ("Maria Lund, 36, and her son, Adam, left.", ""),
    ("Karl Lund and Maria Dunn left with their son, Adam.", ""),
]


@pytest.mark.parametrize("text, surname", CASES)
def test_children_bear_the_surname_of_their_parents(text, surname, parser):
    assert called(text, parser)["Adam"] == f"Adam {surname}".strip()
