"""Headlines are parsed without what pages hang on them."""

from dateline.model import Report
from dateline.within.parse import blocks


def test_an_outlets_name_behind_a_headline_is_a_stretch_of_its_own():
    title = "Ferry owner sentenced over drownings - WXYZ Channel 4, Lakeside News"
    found = blocks(Report(id="a", uri="a", title=title, text=""), ())
    assert [title[block.start : block.end].strip() for block in found] == [
        "Ferry owner sentenced over drownings",
        "- WXYZ Channel 4, Lakeside News",
    ]
    assert {block.kind for block in found} == {"headline"}
