"""Marks that a tokeniser set apart from their words."""

import pytest

from dateline.within.layout.spaced import dated


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("Posted March 3rd , 2014 at 6 : 05 pm", "Posted March 3rd,  2014 at 6:05   pm"),
        ("14 / 09 / 2014 , 7 p . m . local", "14/09/2014    ,  7 p.m.    local"),
        ("FEB . 2 , 2014", "FEB.  2,  2014"),
        ("On March 3, 2014 at 6:05 pm", "On March 3, 2014 at 6:05 pm"),
    ],
)
def test_figures_of_days_and_hours_close_up_in_as_many_characters(text, closed):
    assert dated(text) == closed
    assert len(closed) == len(text)
