"""What somebody says of harm days after it is the news of a report that opens with it."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.across.test_events import FRIDAY, MONDAY, claim

from dateline.across.event.drafts import drafts
from dateline.across.event.seen import see
from dateline.across.news.avowals import avowal
from dateline.model import Dates, Entities, day


def news(lemma, *, out=FRIDAY, modality="happened", lead=None, dead=3.0):
    """Whether a report whose headline opens with a word and goes on with the raid was written for that word."""
    raid = claim("a", 0, "bomb", MONDAY, 1.0)
    told = [
        (claim("b", 0, lemma, None, 0.5, action="OTHER"), "headline"),
        (replace(claim("b", 10, "kill", MONDAY, dead=dead), modality=modality), "headline"),
        *([(claim("b", 30, "say", lead, 0.5, action="OTHER"), "lead")] if lead else []),
    ]
    dates = Dates(published={"a": day(MONDAY, "given"), "b": day(out, "given")})
    seen = [see(raid, Entities(), dates), *(replace(see(c, Entities(), dates), part=part) for c, part in told)]
    drawn = drafts(seen)
    root = next(draft for draft in drawn if "a" in draft.reports)
    found = avowal("b", [draft for draft in drawn if "b" in draft.reports], root)
    return found and sorted(seen.claim.id for seen in found.members)


@pytest.mark.parametrize(
    ("lemma", "given", "told"),
    [
        ("admit", {}, ["b:0"]),
        ("deny", {}, ["b:0"]),
        ("admit", {"out": date(2024, 3, 5)}, None),  # an account of the day
        ("say", {}, None),  # who says how many died only knows more of it
        ("say", {"modality": "denied", "dead": None}, ["b:0"]),
        ("admit", {"lead": FRIDAY}, ["b:30"]),
    ],
)
def test_who_owns_up_or_denies_it_days_later_makes_news(lemma, given, told):
    assert news(lemma, **given) == told
