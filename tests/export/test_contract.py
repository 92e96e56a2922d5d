"""Every line of an export keeps what docs/export.md promises: its keys, its values, its spans and its ids."""

import json
import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from builders import built, write_jsonl
from dateline.export.jsonl import lines
from dateline.store.view import Record

pytestmark = pytest.mark.slow

DOCS = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")
ENTITY_KINDS = {"person", "organization", "place", "facility", "group", "document"}
SPEAKERS = {"person", "institution", "agency", "outlet", "document", "anonymous", "collective"}
MODALITIES = {"happened", "ongoing", "planned", "possible", "denied", "hypothetical"}
ROOTS = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"} | {
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
}  # fmt: skip
BASES = {"stated", "document", "reports", "context", "given"}
CHOICES = {
    ("entity", "kind"): ENTITY_KINDS,
    ("mention", "kind"): ENTITY_KINDS,
    ("mention", "form"): {"name", "role", "nominal", "pronoun"},
    ("time", "timex"): {"DATE", "TIME", "DURATION", "SET"},
    ("attribution", "quoted"): {"direct", "indirect", "mixed"},
    ("attribution", "speaker_kind"): SPEAKERS,
    ("claim", "action"): ROOTS,
    ("claim", "modality"): MODALITIES,
    ("event", "action"): ROOTS,
    ("event", "modality"): MODALITIES,
    ("origin", "kind"): SPEAKERS | {"unresolved"},
    ("discrepancy", "relation"): {"disputes", "corrects", "updates", "finer"},
    ("decision", "about"): {"entity", "event", "copy"},
    ("decision", "verdict"): {"same", "different", "unsure"},
}
REFERS = {  # key -> the type of what it names
    "entity": "entity", "speaker": "entity", "report": "report", "reports": "report", "copy_of": "report",
    "event": "event", "events": "event", "main_event": "event", "part_of": "event", "follows": "event",
    "origin": "origin", "claims": "claim", "cause": "claim", "attributions": "attribution", "story": "story",
}  # fmt: skip


def promised():
    """What the page says: type or part -> keys that are there, keys that may be."""
    found = {}
    for names, cells in re.findall(r"^\| (`[^|]+`) \| (.+) \|$", DOCS, re.MULTILINE):
        keys = cells.rsplit(" | ", 1)[-1].partition(";")[0]
        may = {k for part in re.findall(r"\((`[^)]*`)\)", keys) for k in re.findall(r"`(\w+)`", part)}
        for name in re.findall(r"`([\w.]+)`", names):
            found[name] = ({*re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", keys))}, may)
    return found


@pytest.fixture(scope="module")
def exports(example, tmp_path_factory, parses):
    folder = tmp_path_factory.mktemp("contract")
    rows = write_jsonl(
        folder / "rows.jsonl",
        {
            "id": "t/1", "title": "Two miners die as shaft floods near Lugano", "published": "2025-03-04",
            "outlet": "Coast Post",
            "text": "Two miners died on Monday when a shaft flooded near Lugano, the canton's police said. "
            "“We heard water,” said Ana Ruiz, 40, a foreman. Four others were injured.",
        },
        {
            "id": "t/2", "title": "Three die in flooded shaft", "published": "2025-03-05", "outlet": "Hill Notes",
            "text": "Three miners died when a shaft flooded near Lugano on Monday, police said on Wednesday.",
        },
        {"id": "de", "text": "Vier Arbeiter wurden am Montag in einer Fabrik bei Linz verletzt, sagte die Polizei."},
        {"id": "emoji", "text": "🚒🚒 Firemen rescued Ana Ruiz in Basel on 4 March 2025, police said. 🚒"},
    )  # fmt: skip
    own = built([rows], folder / "r.db", parses=parses)
    with Record(example) as record:
        return [[json.loads(line) for line in found] for found in (list(lines(record)), own.splitlines())]


def walk(path, thing):
    if isinstance(thing, dict):
        yield path, thing
        for key, value in thing.items():
            yield from walk(f"{path}.{key}", value)
    elif isinstance(thing, list):
        for value in thing:
            yield from walk(path, value)


def test_the_keys_are_those_of_the_page(exports):
    told = promised()
    seen = set()
    for export in exports:
        assert export[0]["type"] == "record"
        assert export[0]["version"] == 1
        for item in export[1:]:
            for path, part in walk(item["type"], item):
                if path not in told:
                    continue
                seen.add(path)
                must, may = told[path]
                assert must <= part.keys(), (path, must - part.keys())
                assert part.keys() - {"type"} <= must | may, (path, part.keys() - must - may)
    assert {"report", "claim", "claim.actors", "claim.place", "event.quantities", "discrepancy.values"} <= seen


def test_values_are_of_their_kinds(exports):
    for item in (item for export in exports for item in export):
        for (kind, key), allowed in CHOICES.items():
            if item["type"] == kind:
                assert item[key] in allowed, (item["type"], key, item[key])
        for path, part in walk(item["type"], item):
            if "basis" in part and "earliest" in part:
                assert part["basis"] in BASES, (path, part)
                early, late = (date.fromisoformat(d) if d else None for d in (part["earliest"], part["latest"]))
                assert early is None or late is None or early <= late
                assert part["value"]
            if part.get("country"):
                assert re.fullmatch("[A-Z]{3}", part["country"]), (path, part["country"])
            if part.get("latitude") is not None:
                assert -90 <= part["latitude"] <= 90
                assert -180 <= part["longitude"] <= 180


def test_spans_hold_words_and_ids_resolve(exports):
    for export in exports:
        by = defaultdict(dict)
        for item in export[1:]:
            by[item["type"]][item["id"]] = item
        for item in export[1:]:
            report = by["report"].get(item["id"] if item["type"] == "report" else item.get("report"))
            for path, part in walk(item["type"], item):
                for key, kind in REFERS.items():
                    named = part.get(key)
                    for name in named if isinstance(named, list) else [named]:
                        if isinstance(name, str) and not path.startswith("report.shares"):
                            assert name in by[kind], (path, key, name)
                if part.get("start") is None:
                    continue
                assert report is not None, path
                field = part.get("field") or "text"
                words = (report[field] or "")[part["start"] : part["end"]]
                assert part["start"] < part["end"] <= len(report[field] or ""), path
                assert words.strip(), path
                assert part.get("text") in (None, words) or path == "report", path
                if path.startswith("claim") and path != "claim.place":
                    assert field == item["field"], path


def test_an_event_counts_what_it_holds(exports):
    for export in exports:
        by = defaultdict(dict)
        for item in export[1:]:
            by[item["type"]][item["id"]] = item
        outlets = {r["id"]: (r["outlet"] or {}).get("name") for r in by["report"].values()}
        for event in by["event"].values():
            assert event["claims"], event["id"]
            assert {by["claim"][c]["event"] for c in event["claims"]} == {event["id"]}
            assert {by["claim"][c]["report"] for c in event["claims"]} <= {*event["reports"]}
            resolved = [o for o in event["origins"] if by["origin"][o["origin"]]["kind"] != "unresolved"]
            assert event["independent_origins"] <= len(resolved)
            assert event["outlets"] <= len({outlets[r] or r for r in event["reports"]})
        for parted in by["discrepancy"].values():
            assert len(parted["values"]) > 1
            assert all(value["claims"] and value["reports"] for value in parted["values"])
        for story in by["story"].values():
            assert {by["event"][e]["id"] for e in story["events"]} == {*story["events"]}
