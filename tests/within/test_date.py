"""Time expressions of whole sentences, through the real parser: words, type, value and the days they allow."""

from datetime import date
from pathlib import Path

import pytest

from builders import report
from dateline.model import Report, Time, day
from dateline.within.date import times
from dateline.within.parse import Parser, parses
from dateline.within.segment import segments

WRITTEN = date(2025, 12, 24)
ROWS = [
    [cell.strip() for cell in (line + " | | | |").split("|")][:6]
    for line in (Path(__file__).parent / "times.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
NOT_TIMES = [
    "The 26-year-old student was hurt.",
    "Two students, aged 21 and 22 years, were hurt.",
    "The army will march on the capital.",
    "It cost 2000 dollars.",
    "About 1990 people came.",
    "Two men in their early 20s were hurt.",
    "The Sunday Times reported it.",
    "0:45 Crews at the scene of the fire.",
    "About a quarter of the staff left.",
    "He drove 60 miles an hour.",
    "A theft of 5 may be put down to boys.",
    "It fell more than on Black Monday.",
    "The second half of the game was dull.",
    "The day-to-day work goes on.",
]


def read(texts: list[str], parser: Parser, written: date | None = WRITTEN) -> list[tuple[Time, ...]]:
    known = day(written, "given") if written else None
    made: list[Report] = [report(f"r{n}", text, published=known) for n, text in enumerate(texts)]
    marked = [(one, segments(one)) for one in made]
    return [times(one, cut, parse) for (one, cut), parse in zip(marked, parses(marked, parser), strict=True)]


@pytest.fixture(scope="module")
def found(parser: Parser) -> dict[str, tuple[Time, ...]]:
    texts = list(dict.fromkeys([*(row[0] for row in ROWS), *NOT_TIMES]))
    return dict(zip(texts, read(texts, parser), strict=True))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[1]} in {row[0][:30]}")
def test_an_expression_is_found_and_resolved(row, found):
    text, words, timex, value, early, late = row
    time = next(t for t in found[text] if t.text == words)
    assert (time.timex, time.value) == (timex, value)
    assert (time.earliest, time.latest) == tuple(date.fromisoformat(d) if d else None for d in (early, late))


@pytest.mark.parametrize("text", NOT_TIMES)
def test_what_is_no_time_is_left_alone(text, found):
    assert found[text] == ()


def test_words_are_those_at_the_offsets(found):
    assert all(text[t.start : t.end] == t.text for text, made in found.items() for t in made)


def test_an_interval_never_ends_before_it_begins_nor_is_narrower_than_its_words(found):
    for made in found.values():
        for time in made:
            if time.earliest is None or time.latest is None:
                continue
            assert time.earliest <= time.latest
            whole = {4: 70, 7: 10, 8: 3}.get(len(time.value), 0)  # late 2024, mid-October, this week
            cut = time.text.split()[0] in {"later", "earlier"}  # such a part ends, or begins, on the day of writing
            assert cut or (time.latest - time.earliest).days >= whole, time


UNDATED = [
    ("They met on Tuesday.", "XXXX-WXX-2"),
    ("They met on December 23.", "XXXX-12-23"),
    ("The regime fell last December.", "XXXX-12"),
    ("They met yesterday.", "XXXX-XX-XX"),
    ("They met last week.", "XXXX-WXX"),
]


def test_without_an_anchor_a_value_stays_open_and_no_day_is_given(parser):
    for (_, value), made in zip(UNDATED, read([text for text, _ in UNDATED], parser, None), strict=True):
        assert [(t.value, t.earliest, t.latest) for t in made] == [(value, None, None)]


def test_a_stamp_in_figures_is_a_time_that_the_report_wears(parser):
    text = "22-09-2019 14 Drown off Norvik. A ferry sank on Saturday. " + "It went down within an hour. " * 12
    (found,) = read([text], parser, date(2019, 9, 22))
    assert [(t.text, t.edtf, t.why) for t in found][:1] == [("22-09-2019", "2019-09-22", "byline")]
    assert "2019" not in [t.text for t in found]


def test_a_release_calls_the_night_before_overnight(parser):
    text = "Harbour Command\nFor Immediate Release\nOSLO, Norway (April 8, 2019) - Guards held two men overnight."
    ((*_, night),) = read([text], parser, None)
    assert (night.text, night.edtf, night.earliest, night.latest) == (
        "overnight", "2019-04-07?", date(2019, 4, 7), date(2019, 4, 7)
    )  # fmt: skip
