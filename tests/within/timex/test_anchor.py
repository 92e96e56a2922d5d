"""The date that a report wears, in its dateline, its byline or a line of its own."""

from datetime import date

import pytest

from dateline.model import Span
from dateline.within.layout.run_on import opens
from dateline.within.timex.anchor import worn

CASES = [
    ("OSLO, Norway (Jan. 22, 2013)\nTwo ships collided.", None, date(2013, 1, 22), "dateline"),
    ("OSLO, Norway (Jan. 22) - Two ships collided.", date(2013, 1, 23), date(2013, 1, 22), "dateline"),
    ("Release 2011-07-A-12\nOSLO, Norway (July 2) - Two ships collided.", None, date(2011, 7, 2), "dateline"),
    ("Release 2011-01-A-12\nOSLO, Norway (Dec. 30) - Two ships collided.", None, date(2010, 12, 30), "dateline"),
    ("  LIMA (PERU), 30 AUG 89 (RADIO) -- [TEXT] A BUS FELL.", None, date(1989, 8, 30), "dateline"),
    ("OSLO, March 3 (Reuters) - Two ships collided.", date(2014, 3, 4), date(2014, 3, 3), "dateline"),
    (
        "Two ships collide\nPosted: Tuesday, January 28, 2014 8:18 PM\nText.",
        date(2016, 1, 1),
        date(2014, 1, 28),
        "byline",
    ),
    ("February 4, 2013 11:14 AM\n\nTwo ships collided.", None, date(2013, 2, 4), "byline"),
    ("Updated: 03/05/2014 4:26 PM\nCreated: 03/04/2014 5:14 AM\nText.", None, date(2014, 3, 4), "byline"),
    ("Updated: 03/05/2014 4:26 PM\nText.", None, date(2014, 3, 5), "byline"),
    ("Two ships collided on March 3, 2014 near Oslo.", None, None, ""),
    ("OSLO (Jan. 22) - Two ships collided.", None, None, ""),
    ("OSLO, Norway (May 31,2011)\nTwo ships collided.", None, date(2011, 5, 31), "dateline"),
    ("June 5: Two Ships Collide\n2010-06-CA–033\nTwo ships collided.", None, date(2010, 6, 5), "dateline"),
    ("June 5: Two Ships Collide\nTwo ships collided.", None, None, ""),
    ("Coast Command Evening Update June 5, 2010\nTwo ships collided.", None, date(2010, 6, 5), "dateline"),
    ("OSLO, NO DATE (RADIO) -- [TEXT]", None, None, ""),
]


@pytest.mark.parametrize("text, published, expected, kind", CASES)
def test_the_date_that_a_report_wears(text, published, expected, kind):
    found = worn(text, published)
    assert (found.day if found else None, found.kind if found else "") == (expected, kind)


RUN_IN = [
    ("Two ships collide Posted: March 3, 2014 A ferry sank.", None, date(2014, 3, 3)),
    ("Two ships collide Updated March 5, 2014 Posted March 3, 2014 A ferry sank.", None, date(2014, 3, 3)),
    ("Two ships collide Last updated 17:41 14/09/2013 A ferry sank.", None, date(2013, 9, 14)),
    ("Two ships collide Sun, 15 Sep 2013 A ferry sank.", date(2013, 9, 15), date(2013, 9, 15)),
    ("Two ships collide Sun, 15 Sep 2013 A ferry sank.", date(2013, 9, 18), None),  # what came with it goes before
]


@pytest.mark.parametrize("text, published, expected", RUN_IN)
def test_the_date_of_a_byline_that_was_run_into_the_text(text, published, expected):
    found = worn(text, published, [Span(start=18, end=text.index(" A ferry"))])
    assert (found.day if found else None) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Mon 02 Sep 2013 Ferry sinks off Brannock", date(2013, 10, 2), date(2013, 9, 2)),
        ("Sat 02 Sep 2013 Ferry sinks off Brannock", date(2013, 10, 2), None),
        ("Mon 02 Sep 2013 Ferry sinks off Brannock", date(2013, 8, 2), None),
        ("22-09-2013 19 Drown off Brannock", date(2013, 9, 22), date(2013, 9, 22)),
        ("03-09-2013 Ferry Sinks off Brannock", date(2013, 9, 3), date(2013, 9, 3)),
    ],
)
def test_a_day_that_a_text_opens_with(text, published, expected):
    stamp = opens(text)
    found = _in_bylines_of(text, stamp, published)
    assert (found.day if found else None) == expected


def _in_bylines_of(text, stamp, published):
    whole = f"{text}. {'It went down within an hour. ' * 12}"
    return worn(whole, published, [Span(start=stamp[0], end=stamp[1])])


def test_the_day_under_which_a_blog_files_a_report():
    found = worn("Two ships collide. Posted in Harbour News on Friday, March 7, 2014. A ferry sank.", None)
    assert found is not None
    assert found.day == date(2014, 3, 7)
