"""No day is ever given that the words do not fix: counted over all sets."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from dateline.model import Report, Time, day
from dateline.within.date import times
from dateline.within.parse import Parser, parses
from dateline.within.segment import segments

BENCH = Path(__file__).parents[3] / "shared" / "bench"
SETS = ("dates", "isaf_press_releases", "muc4", "gva_incidents")
# what fixes a day: a digit, a weekday, a holiday, a word for a day or a part of one
FIXING = re.compile(
    r"\d|day\b|days\b|day.?s\b|night|morning|evening|afternoon|noon|dawn|dusk|today|yesterday|tomorrow|tonight|christmas|easter|"
    r"thanksgiving|halloween|new year|eve\b|pentecost|ramadan|july|mayo|[ap]\.?m\b|o.clock|hour|minute|second|"
    r"\b(?:mon|tues?|weds?|thur?s?|fri|sat|sun)\b|first|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth",
    re.IGNORECASE,
)


def reports(folder: str, most: int) -> list[Report]:
    rows = [json.loads(line) for line in (BENCH / folder / "input.jsonl").read_text("utf-8").splitlines()[:most]]
    return [
        Report(
            id=row["id"],
            uri=folder,
            title=row.get("title"),
            text=row["text"],
            published=day(date.fromisoformat(row["published"][:10]), "given") if row.get("published") else None,
        )
        for row in rows
    ]


def invented(time: Time) -> bool:
    single = time.earliest is not None and time.earliest == time.latest
    unknown = time.formula.startswith(("month", "year", "quarter", "m:", "season", "ago:-1Y"))
    return single and (not FIXING.search(time.text) or unknown)


@pytest.mark.bench
@pytest.mark.parametrize("folder", SETS)
def test_no_day_is_invented(folder: str, parser: Parser):
    batch = [(report, segments(report)) for report in reports(folder, 120)]
    found = [t for (r, s), p in zip(batch, parses(batch, parser), strict=True) for t in times(r, s, p)]
    assert found
    assert [time for time in found if invented(time)] == []
