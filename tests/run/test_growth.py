"""One more report touches as much of a long record as of a short one."""

from collections import Counter
from datetime import date
from itertools import islice

import pytest

from builders import EXAMPLE, report
from dateline.across.days import kept
from dateline.across.days.component import Component
from dateline.matching import Index
from dateline.model import Report, day
from dateline.read.sources import read
from dateline.run import growing
from dateline.run.flow import read_batch
from dateline.run.grow import grow
from dateline.store.file import connect, put_setting, transaction
from dateline.store.reports import put_readings
from growth import beside, copies

AS_OF = date(2030, 1, 1)


@pytest.fixture
def touched(monkeypatch):
    """How much was looked at: likely pairs, happenings decided, readings read."""
    found = Counter()

    def count(owner, name, what, size=lambda _: 1):
        function = getattr(owner, name)

        def run(*given, **more):
            result = function(*given, **more)
            found[what] += size(result)
            return result

        monkeypatch.setattr(owner, name, run)

    count(Index, "partners", "pairs", len)
    count(growing, "about", "happenings")
    count(growing.Growing, "_read", "readings")
    return found


def test_what_one_more_report_touches_does_not_grow_with_the_record(parser, tmp_path, touched):
    first = beside(read_batch([r for r in read([EXAMPLE]) if isinstance(r, Report) and r.published], parser))
    stream = copies(first)
    base = connect(tmp_path / "r.db", create=True)
    put_setting(base, "settings", "{}")

    def add(batch):
        with transaction(base):
            put_readings(base, batch, "x")
        grow(base, AS_OF)

    def singly():
        touched.clear()
        for reading in islice(stream, len(first)):
            add([reading])
        return Counter(touched)

    add(list(islice(stream, 2 * len(first))))
    short = singly()
    add(list(islice(stream, 9 * len(first))))
    long = singly()
    assert short["pairs"]
    assert {what: count for what, count in long.items() if count > 1.2 * short[what] + 3} == {}


def test_a_report_with_a_smaller_id_gives_an_entity_another_id_and_decides_nothing_anew(parser, tmp_path, touched):
    towns = ["Oslo", "Rome", "Turin", "Bergen"]
    texts = [f"Police in {town} arrested a man from Peru on {n + 3} May 2025." for n, town in enumerate(towns)]
    readings = read_batch([report(f"r{n}", text) for n, text in enumerate(texts)], parser)
    late = read_batch([report("a", "A cargo ship left Peru for Japan on 2 March 2024.")], parser)
    base = connect(tmp_path / "r.db", create=True)
    put_setting(base, "settings", "{}")

    def add(batch):
        touched.clear()
        with transaction(base):
            put_readings(base, batch, "x")
        grow(base, AS_OF)
        return base.execute("select id from entity where name = 'Peru'").fetchall()

    before, count = add(readings), touched["happenings"]
    after = add(late)
    assert before != after
    assert len(after) == 1
    assert touched["happenings"] < count
    assert base.execute("select count(*) from joined where entity = ?", after[0]).fetchone()[0] == len(texts) + 1
    assert not base.execute("select 1 from joined where entity = ?", before[0]).fetchall()


def test_a_new_report_leaves_the_puzzles_of_other_people_alone(parser, tmp_path, monkeypatch):
    texts = {
        "a": "Ola Berg met Ivan Petrov in Oslo on Tuesday.",
        "b": "Ann Lee met Max Frey in Rome on Friday.",
        "c": "Ivan Petrov met Ola Berg in Oslo on December 23.",
    }
    given = {"c": day(date(2025, 12, 24), "given")}
    readings = read_batch([report(name, text, published=given.get(name)) for name, text in texts.items()], parser)
    solved = []

    class Noted(Component):
        def __init__(self, readings, *given):
            solved.append([reading.report.id for reading in readings])
            super().__init__(readings, *given)

    monkeypatch.setattr(kept, "Component", Noted)
    base = connect(tmp_path / "r.db", create=True)
    put_setting(base, "settings", "{}")
    for reading in readings:
        with transaction(base):
            put_readings(base, [reading], "x")
        grow(base, AS_OF)
    assert solved == [["a"], ["b"], ["a"]]
    body = base.execute("select earliest, latest from kept where report = 'a'").fetchone()
    assert body == ("2025-12-23", "2025-12-29")
