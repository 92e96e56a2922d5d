"""One row an event in POLECAT's columns, with ours behind them; docs/codebook.md says what stands in each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from dateline.knowledge.actions import intensity, quad
from dateline.knowledge.countries import country_named
from dateline.knowledge.places import named
from dateline.knowledge.topics import contexts, cow_number, sectors
from dateline.model import Claim, Entity, Event, Kept, Participant, Reading
from dateline.store.view import Record

VERSION = "dateline-1"
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
POLECAT = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
)
OURS = (
    "Modality",
    "Date Earliest",
    "Date Latest",
    "Quantities",
    "Title",
    "Sentence",
    "Sentence Report",
    "Report IDs",
    "Outlets",
    "Independent Origins",
    "Part Of",
    "Follows",
)
COLUMNS = (*POLECAT, *OURS)
FEATURES = {"country": "PCLI", "admin1": "ADM1", "admin2": "ADM2", "town": "PPL", "site": "FAC", "region": "RGN"}
TOLD = 5  # claims, those that the reports were most written to tell, whose sentences give an event's contexts
_encode = msgspec.json.Encoder().encode


def lines(record: Record) -> Iterator[bytes]:
    """Give the rows as JSON Lines: lists stay lists, what is unknown is null."""
    for row in rows(record):
        yield _encode(row) + b"\n"


def tsv(record: Record) -> Iterator[bytes]:
    """Give the rows as tab-separated values under a head: lists joined by "; ", no tab or line break inside a value."""
    yield _line(COLUMNS)
    for row in rows(record):
        yield _line([_cell(row[name]) for name in COLUMNS])


def rows(record: Record) -> Iterator[dict[str, Any]]:
    """Give one row for each event with a PLOVER root, sorted by id; OTHER has no place in these columns."""
    entities = {entity.id: entity for entity in record.entities()}
    for event in sorted(record.events(), key=lambda e: e.id):
        if event.action != "OTHER":
            yield _row(record, event, entities)


def _row(record: Record, event: Event, entities: dict[str, Entity]) -> dict[str, Any]:
    claims = record.claims_of(event.id)
    best = max(claims, key=lambda c: (c.weight, c.id), default=None)
    kept = [found for name in event.reports if (found := record.kept(name))]
    first = min(kept, key=lambda k: (_day(k) or "9999", k.report), default=None)
    source = record.reading(first.report).report if first else None
    row: dict[str, Any] = dict.fromkeys(COLUMNS)
    row |= {
        "Event ID": event.id,
        "Event Date": event.when.earliest.isoformat() if event.when and event.when.earliest else None,
        "Event Type": event.action,
        "Event Mode": event.mode,
        "Intensity": intensity(event.action),
        "Quad Code": QUADS[quad(event.action)],
        "Source": source.outlet.name if source and source.outlet else None,
        "Publication Date": _day(first) if first else None,
        "Language": source.language if source else None,
        "Version": VERSION,
        "Modality": event.modality,
        "Date Earliest": event.when.earliest.isoformat() if event.when and event.when.earliest else None,
        "Date Latest": event.when.latest.isoformat() if event.when and event.when.latest else None,
        "Quantities": [msgspec.to_builtins(quantity) for quantity in event.quantities],
        "Title": event.title,
        "Report IDs": list(event.reports),
        "Outlets": event.outlets,
        "Independent Origins": event.independent_origins,
        "Part Of": event.part_of,
        "Follows": event.follows,
    }
    row["Contexts"] = contexts(_sentences(record, claims, event))
    if best:
        reading = record.reading(best.report)
        row |= {"Sentence": " ".join(reading.report.words(best.span).split()), "Sentence Report": best.report}
        row |= _story(reading)
    row |= _side("Actor", event.actors, _raw(record, claims, "actors"), entities)
    row |= _side("Recipient", event.recipients, _raw(record, claims, "recipients"), entities)
    return row | _place(event)


def _sentences(record: Record, claims: Sequence[Claim], event: Event) -> list[str]:
    chosen = sorted(claims, key=lambda c: (-c.weight, c.id))[:TOLD]
    return [event.title, *(record.reading(claim.report).report.words(claim.span) for claim in chosen)]


def _story(reading: Reading) -> dict[str, list[str]]:
    """The people, organisations and places that the report of the sentence names."""
    columns = {"person": "Story People", "organization": "Story Organizations", "place": "Story Locations"}
    names: dict[str, list[str]] = {column: [] for column in columns.values()}
    for mention in reading.mentions:
        if mention.form == "name" and mention.kind in columns and mention.name not in names[columns[mention.kind]]:
            names[columns[mention.kind]].append(mention.name)
    return names


def _day(kept: Kept) -> str | None:
    return kept.published.earliest.isoformat() if kept.published and kept.published.earliest else None


def _raw(record: Record, claims: Sequence[Claim], side: str) -> list[str]:
    """The very words that name one side, each once."""
    found = []
    for claim in claims:
        text = record.reading(claim.report).report.of(claim.field)
        found += [" ".join(text[one.start : one.end].split()) for one in getattr(claim, side)]
    return list(dict.fromkeys(found))


def _side(name: str, people: Iterable[Participant], raw: list[str], entities: dict[str, Entity]) -> dict[str, Any]:
    known = [entities[one.entity] for one in people if one.entity in entities]
    lands = list(dict.fromkeys(entity.country for entity in known if entity.country))
    sorts = list(dict.fromkeys(sector for entity in known for sector in _sectors(entity)))
    return {
        f"{name} Name": [entity.name for entity in known],
        f"{name} Country": lands,
        f"{name} COW": [number for land in lands if (number := cow_number(land)) is not None],
        f"Primary {name} Sector": sorts[0] if sorts else None,
        f"{name} Sectors": sorts,
        f"{name} Title": [entity.roles[0].text for entity in known if entity.roles],
        f"{name} Name Raw": raw,
        f"Wikipedia {name} ID": [q for entity in known if (q := entity.identifiers.get("wikidata"))],
    }


def _sectors(entity: Entity) -> list[str]:
    """By titles first, then by names; a state itself has no sector."""
    if country_named(entity.name):
        return []
    return sectors([*(role.text for role in entity.roles), entity.name, *(alias.text for alias in entity.aliases)])


def _place(event: Event) -> dict[str, Any]:
    place = event.place
    if place is None:
        return {}
    return {
        "Placename": place.name or place.site,
        "City": place.name,
        "Province": place.admin1,
        "Country": place.country,
        "Latitude": place.latitude,
        "Longitude": place.longitude,
        "GeoNames ID": place.geoname,
        "Raw Placename": place.site or place.name,
        "Feature Type": _feature(event),
    }


def _feature(event: Event) -> str | None:
    """The GeoNames class of what the place name stands for; a finer site is a spot."""
    place = event.place
    if place is None or not (place.name or place.country):
        return None
    if place.name is None:
        return "ADM1" if place.admin1 else "PCLI"
    entries = [match.entry for match in named(place.name)]
    towns = [entry for entry in entries if entry.kind == "town"]
    same = [entry for entry in entries if entry.geoname == place.geoname and place.geoname] or towns or entries
    return FEATURES.get(same[0].kind) if same else None


def _cell(value: Any) -> str:  # noqa: ANN401 - a cell of any column
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_encode(one).decode() if isinstance(one, dict) else _cell(one) for one in value)
    return " ".join(str(value).split())


def _line(cells: Sequence[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerow(cells)
    return out.getvalue().encode()
