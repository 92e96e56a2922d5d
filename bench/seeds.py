"""Hold the record of the five seed reports to ../shared/bench/dossiers/seeds.json: groups, dates, names, marks, quotes.

    python bench/seeds.py [--verbose]

Prints how many expectations of each sort hold, and with --verbose those that do not. Exits with 1 where a report's main
event, or the visit that three reports recall, is not the one expected. Skips with a word where ../shared is absent.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

from dateline.knowledge.names import compare
from dateline.run.build import build
from dateline.run.settings import Settings
from dateline.store.view import Record

SHARED = Path(__file__).parents[2] / "shared"
ASKED = {"alsharaa-putin"}  # the mid-October visit that three reports recall must be one event


class Tally:
    """Expectations that hold and that do not, by sort."""

    def __init__(self) -> None:
        self.count: dict[str, Counter[bool]] = defaultdict(Counter)
        self.missed: list[str] = []

    def __call__(self, sort: str, holds: object, what: str) -> None:
        """Count an expectation of a sort; ``what`` is shown where it does not hold."""
        self.count[sort][bool(holds)] += 1
        if not holds:
            self.missed.append(f"{sort}: {what}")


def spans_meet(one: tuple[int, int], other: tuple[int, int], share: float) -> bool:
    """Whether two spans share so much of the shorter one."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common >= share * min(one[1] - one[0], other[1] - other[0])


def check_groups(record: Record, label: dict, tally: Tally) -> None:
    """Main events by report; no two labelled events in one; days inside the labelled interval."""
    mains = {}
    for event in label["events"]:
        found = {record.kept(r).main_event for r in event["main_of"]}
        if event["main_of"]:
            tally("main events", len(found) == 1 and None not in found, f"{event['key']}: {found}")
            mains[event["key"]] = min(map(str, found))
    tally("main events", len(set(mains.values())) == len(mains), f"told apart: {mains}")
    for event in label["events"]:
        if event["key"] in mains and mains[event["key"]] != "None":
            when = record.event(mains[event["key"]]).when
            first, last = (date.fromisoformat(event["when"][k]) for k in ("earliest", "latest"))
            good = when and when.earliest and when.latest and when.earliest <= last and first <= when.latest
            tally("days meet", bool(good), f"{event['key']}: {when and when.value}")
            exact = good and when.earliest >= first and when.latest <= last
            tally("days inside", bool(exact), f"{event['key']}: {when and when.value}")


def check_recalled(record: Record, label: dict, tally: Tally) -> None:
    """What several reports only recall is one event, with claims of just those reports, on a day as labelled."""
    for event in label["events"]:
        if event["main_of"] or len(event["told_by"]) < 2:
            continue
        first, last = (date.fromisoformat(event["when"][k]) for k in ("earliest", "latest"))
        found = [
            e
            for e in record.events()
            if e.when and e.when.earliest and e.when.latest and first <= e.when.earliest and e.when.latest <= last
        ]
        told = [{claim.report for claim in record.claims_of(e.id)} for e in found]
        tally(
            "recalled" if event["key"] in ASKED else "recalled, too",
            set(event["told_by"]) in told,
            f"{event['key']}: {[sorted(r[:3] for r in reports) for reports in told]}",
        )


def check_names(record: Record, label: dict, tally: Tally) -> None:
    """Spellings of one bearer share an entity."""
    of = defaultdict(set)
    for entity in record.entities():
        for text in {entity.name, *(a.text for a in entity.aliases)}:
            of[text].add(entity.id)
    for group in label["names"]["same"]:
        for other in group[1:]:
            whole = {e for text in of for e in of[text] if text.endswith(other)}  # a title may stand before it
            tally("names", bool(of[group[0]] & (of[other] or whole)), f"{group[0]} = {other}")
    tally("names", not of["Ahmed al-Sharaa"] & of["Maher al-Sharaa"], "Ahmed and Maher al-Sharaa are two")


def check_marks(record: Record, label: dict, tally: Tally) -> None:
    """Segments and warnings at the labelled spans."""
    for wanted in label["segments"]:
        span = wanted["start"], wanted["end"]
        found = [(s.start, s.end) for s in record.reading(wanted["doc"]).segments if s.kind == wanted["kind"]]
        tally("segments", any(spans_meet(span, s, 0.9) for s in found), f"{wanted['doc']} {wanted['kind']}: {found}")
    for wanted in label["warnings"]:
        given = [w for w in record.kept(wanted["doc"]).warnings if w.kind == wanted["kind"]]
        if wanted["start"] is not None:
            span = wanted["start"], wanted["end"]
            given = [w for w in given if w.start is None or spans_meet(span, (w.start, w.end), 0.3)]
        tally("warnings", bool(given), f"{wanted['doc']} {wanted['kind']} {wanted['why']}")


def check_quotes(record: Record, label: dict, tally: Tally) -> None:
    """Attributions over the labelled quotes, with their speaker, its kind, and the end of the chain."""
    names = {e.id: [e.name, *(a.text for a in e.aliases)] for e in record.entities()}
    for wanted in label["attributions"]:
        reading = record.reading(wanted["doc"])
        span = wanted["start"], wanted["end"]
        over = [a for a in reading.attributions if any(spans_meet(span, (c.start, c.end), 0.5) for c in a.content)]
        what = f"{wanted['doc'][:3]} {wanted['speaker']}: {wanted['quote'][:40]}"
        tally("quotes", bool(over), what)

        def said_by(a: object, reading: object = reading, wanted: dict = wanted) -> bool:
            words = [*names.get(a.speaker or "", []), *(reading.report.words(s) for s in a.source)]
            words += [link.name for link in a.chain[-1:]]
            return any(
                wanted["speaker"].lower() in w.lower() or (w.lower() in wanted["speaker"].lower() and len(w) > 3)
                or compare(w, wanted["speaker"], "person").score >= 0.5
                for w in words
            )  # fmt: skip

        tally("speakers", any(said_by(a) for a in over), what)
        tally("speaker kinds", any(a.speaker_kind == wanted["speaker_kind"] for a in over), what)
        ends = " ".join(link.name for a in over for link in a.chain) + " ".join(
            reading.report.of(link.field)[link.start : link.end]
            for a in over
            for link in a.chain
            if link.start is not None
        )
        via = wanted["chain"][1]
        tally("chains", via.split()[-1].lower() in ends.lower(), f"{what} via {via}: {ends}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--verbose", action="store_true")
    given = options.parse_args()
    labels = SHARED / "bench" / "dossiers" / "seeds.json"
    if not labels.exists():
        print("skipped: ../shared is not there, so there are no seeds to hold the record to")
        return
    label, tally = json.loads(labels.read_text(encoding="utf-8")), Tally()
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "seeds.db"
        build([SHARED / "seeds"], path, Settings(as_of=date(2026, 1, 15)))
        with Record(path) as record:
            for check in (check_groups, check_recalled, check_names, check_marks, check_quotes):
                check(record, label, tally)
    for sort, count in tally.count.items():
        print(f"{sort:<16} {count[True]:>3} of {count.total()}")
    if given.verbose:
        print("\n".join(tally.missed))
    sys.exit(1 if tally.count["main events"][False] or tally.count["recalled"][False] else 0)


if __name__ == "__main__":
    main()
