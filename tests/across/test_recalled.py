"""What is only recalled meets the same event elsewhere; what merely looks like it does not."""

from datetime import date
from itertools import permutations

import pytest
from msgspec.structs import replace

from dateline.across.recalled import RECALLED, grouping
from dateline.across.recollection import Recollection, block_keys
from dateline.matching import Heap, Judged
from dateline.model import Decision

NO_ONE = Judged((), "event")
VENNING, HOLT, BRANDVOLD = "Orla Venning", "Ira Holt", "Tomas Brandvold"


def trace(name, home, act="meet", when=None, until=None, **rest):
    """A trace of the day ``when``, or of the span between two days."""
    first, last = when if isinstance(when, tuple) else (when, when)
    given = {
        "news": False, "stage": act in ("meet", "visit", "pledge"), "month": None, "people": frozenset(),
        "whom": frozenset(), "bodies": frozenset(), "towns": frozenset(), "countries": frozenset(),
        "words": frozenset(), "counts": frozenset(),
    }  # fmt: skip
    given |= {key: value if key in ("news", "month") else frozenset(value) for key, value in rest.items()}
    last = last or until
    return Recollection(
        id=name, claim=name, home=str(home), act=act, first=first and first.toordinal(), last=last and last.toordinal(),
        exact=first is not None and first == last, **given,
    )  # fmt: skip


def groups(*found, said=NO_ONE):
    known = {one.id: one for one in found}
    fresh = grouping(Heap(), known.__getitem__, said).update({one.id: block_keys(one) for one in found}).fresh
    return tuple(group for group in fresh if len(group) > 1)


TENTH, AUGUST = date(2023, 8, 10), (date(2023, 8, 1), date(2023, 8, 31))
ULLSWICK = {("ullswick", "Cumbria")}
NEWS = trace("news", 0, when=TENTH, news=True, people=[VENNING, HOLT], towns=ULLSWICK)
SHOT = trace(
    "shot", 0, "harm", TENTH, news=True, whom=[VENNING], people=[VENNING], towns=ULLSWICK, words=["quillfeather"]
)


@pytest.mark.parametrize(
    ("recalled", "told", "one"),
    [
        (trace("r", 1, when=AUGUST, people=[VENNING, HOLT]), NEWS, True),
        (trace("r", 1, when=AUGUST, people=[VENNING], towns=ULLSWICK), NEWS, True),
        (trace("r", 1, month=8, people=[VENNING, HOLT], towns=ULLSWICK), NEWS, True),
        (trace("r", 1, month=7, people=[VENNING, HOLT]), NEWS, False),
        (trace("r", 1, when=AUGUST, people=[VENNING]), NEWS, False),
        (trace("r", 1, when=AUGUST, people=[BRANDVOLD], towns=ULLSWICK), NEWS, False),
        (trace("r", 1, when=date(2023, 8, 12), people=[VENNING, HOLT], towns=ULLSWICK), NEWS, False),
        (trace("r", 1, when=(date(2022, 8, 1), date(2022, 8, 31)), people=[VENNING, HOLT]), NEWS, False),
        (trace("r", 1, people=[VENNING, HOLT], until=date(2023, 8, 1)), NEWS, False),
        (replace(NEWS, id="r", home="1"), NEWS, False),
        (trace("r", 1, "harm", TENTH, towns=ULLSWICK, words=["quillfeather"]), SHOT, True),
        (trace("r", 1, "harm", until=date(2024, 1, 1), whom=[VENNING], people=[VENNING], towns=ULLSWICK), SHOT, True),
        (trace("r", 1, "harm", AUGUST, countries=["GBR"]), SHOT, False),
        (trace("r", 1, "harm", TENTH, whom=[HOLT], people=[HOLT], towns={("prestwater", "Kent")}), SHOT, False),
        (replace(SHOT, id="r", home="1", act="charge", news=False), replace(SHOT, act="charge"), True),
        (
            replace(SHOT, id="r", home="1", act="charge", news=False, whom=frozenset()),
            replace(SHOT, act="charge"),
            False,
        ),
    ],
)
def test_recalled_and_told(recalled, told, one):
    assert groups(recalled, told) == ((tuple(sorted((recalled.id, told.id))),) if one else ())


def test_an_event_recalled_in_five_stories_is_one():
    found = [trace(f"r{home}", home, when=AUGUST, people=[VENNING, HOLT]) for home in range(5)]
    for order in list(permutations(found))[::17]:
        assert groups(*order) == (("r0", "r1", "r2", "r3", "r4"),)


def test_no_third_one_joins_two_that_were_news():
    other = replace(NEWS, id="other", home="2")
    between = trace("between", 1, when=AUGUST, people=[VENNING, HOLT], towns=ULLSWICK)
    assert all(not {"news", "other"} <= set(group) for group in groups(NEWS, between, other))


def test_a_persons_word_parts_and_joins():
    recalled = trace("r", 1, when=AUGUST, people=[VENNING, HOLT])

    def said(verdict):
        row = Decision(
            id="D", about="event", left="news", right="r", verdict=verdict, score=1, reasons=(), by="A. Reader"
        )
        return Judged([row], "event")

    assert groups(NEWS, recalled, said=said("different")) == ()
    stranger = replace(recalled, people=frozenset())
    assert groups(NEWS, stranger) == ()
    assert groups(NEWS, stranger, said=said("same")) == (("news", "r"),)


def test_reasons_are_sentences():
    found = RECALLED.compare(NEWS, trace("r", 1, when=AUGUST, people=[VENNING, HOLT]))
    assert found.reasons[0].startswith("people +")
    assert any("one month" in reason for reason in found.reasons)
