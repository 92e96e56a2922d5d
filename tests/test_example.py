"""The shipped example, held to the record that stands beside it in short form."""

import tomllib
from pathlib import Path

import pytest

from dateline.store.view import Record
from dateline.tell.verify import verify

pytestmark = pytest.mark.slow
EXPECTED = tomllib.loads(
    (Path(__file__).parents[1] / "examples" / "moscow-damascus" / "expected.toml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def record(example):
    with Record(example) as opened:
        yield opened


@pytest.mark.parametrize("wanted", EXPECTED["event"], ids=lambda e: e["name"])
def test_an_event_is_told_by_its_reports_on_its_day(record, wanted):
    mains = {record.kept(r).main_event for r in wanted["main_of"]}
    assert len(mains) == 1
    event = record.event(mains.pop())
    assert wanted["earliest"] <= event.when.earliest <= event.when.latest <= wanted["latest"]
    assert event.place.name == wanted["place"]
    if "origins" in wanted:
        names = " ".join(record.origin(o.origin).name for o in event.origins)
        assert event.independent_origins == len(wanted["origins"])
        assert all(name in names for name in wanted["origins"])


def test_no_two_of_them_are_one(record):
    mains = [record.kept(e["main_of"][0]).main_event for e in EXPECTED["event"]]
    assert len(set(mains)) == len(mains)


@pytest.mark.parametrize("wanted", EXPECTED["discrepancy"], ids=lambda d: d["slot"])
def test_where_accounts_part(record, wanted):
    found = [d for d in record.discrepancies(record.kept(wanted["event"]).main_event) if d.slot == wanted["slot"]]
    assert [(d.relation, sorted(r for v in d.values for r in v.reports)) for d in found] == [
        (wanted["relation"], wanted["reports"])
    ]


def bearers(record, spelling):
    return {e.id for e in record.entities() if spelling in {a.text for a in e.aliases} | {e.name}}


@pytest.mark.parametrize(("left", "right"), EXPECTED["names"]["same"])
def test_spellings_of_one(record, left, right):
    assert bearers(record, left) & bearers(record, right)


@pytest.mark.parametrize(("left", "right"), EXPECTED["names"]["different"])
def test_namesakes_are_kept_apart(record, left, right):
    assert bearers(record, left)
    assert not bearers(record, left) & bearers(record, right)


def test_copies(record):
    assert {r: k.copy_of for r in record.report_ids() if (k := record.kept(r)).copy_of} == EXPECTED["copies"]


@pytest.mark.parametrize(("report", "kinds"), EXPECTED["segments"].items())
def test_segments(record, report, kinds):
    assert set(kinds) <= {s.kind for s in record.reading(report).segments}


@pytest.mark.parametrize(("report", "kinds"), EXPECTED["warnings"].items())
def test_warnings(record, report, kinds):
    assert set(kinds) <= {w.kind for w in record.kept(report).warnings}


def test_the_teasers_of_other_stories_give_no_event(record):
    related = next(s for s in record.reading("brief-ai").segments if s.kind == "related")
    assert not [c for c in record.reading("brief-ai").claims if c.start >= related.start]


def test_the_record_proves_itself(record):
    assert verify(record).failures == ()
