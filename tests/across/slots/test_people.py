"""Ages of one person in reports of one event."""

import pytest
from tests.across.test_discrepancies import parted, shown

TOLD = (
    "{} Mayor Orla Venning, {}, resigned from the harbour board of Millbrook, Ohio, on May 6, 2024, over a ferry loan."
)


@pytest.mark.parametrize(("later", "age", "differs"), [("2026-05-20", 53, False), ("2024-05-09", 53, True)])
def test_who_is_two_years_older_two_years_later_has_one_age(later, age, differs, parser):
    told = [
        ("Harbour Post", "2024-05-07", "Mayor Orla Venning resigns from harbour board", TOLD.format("", 51)),
        ("Valley Ledger", later, "Mayor Orla Venning resigned from harbour board", TOLD.format("Then as now:", age)),
    ]
    assert any(key[0] == "quantity:age" for key in shown(parted(parser, *told))) is differs
