"""One person, organisation, place under all spellings, and namesakes kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from dateline.across.attached import attached
from dateline.across.bearers import Bearer, Local, bearer, fold, is_full, locals_of
from dateline.across.entity_rows import Joined, identifier, rows
from dateline.across.likeness import BODIES, PERSONS
from dateline.across.namekeys import body_keys, person_keys, place_key
from dateline.across.placed import PLACES, place_keys
from dateline.knowledge.organisations import known_bodies
from dateline.knowledge.countries import country_named
from dateline.matching import Comparison, Judged, Table, cluster, decision, pairs
from dateline.matching.block import Pair, evenly, pair
from dateline.model import Copies, Decision, Entities, Events, Reading

FAMILY = {"person": "person", "place": "place", "facility": "place"}
COMPANY = 60  # others named in a report that are kept as company


def entities(
    readings: Sequence[Reading],
    copies: Copies,  # noqa: ARG001
    events: Events,
    judgements: Sequence[Decision],
) -> Entities:
    """Decide which entities of single reports are one."""
    found = list(chain.from_iterable(locals_of(reading) for reading in readings))
    local_of = {mention.id: local.id for local in found for mention in local.mentions}
    judged = Judged(judgements, "entity", local_of)
    bearers = _bearers(found, judged)
    joined = _joined(bearers, judged)
    groups = [tuple(chain.from_iterable(bearers[member].locals for member in group)) for group in joined.groups]
    groups = attached(groups, found, {side for two in judged.verdicts for side in two})
    of = {local.id: identifier(group) for group in groups for local in group}
    return Entities(of=of, found=rows(groups, joined), decisions=joined.decisions)


def _bearers(found: Sequence[Local], judged: Judged) -> dict[str, Bearer]:
    """What goes by one name is one bearer to begin with; what a person judged stands alone."""
    named = [local for local in found if local.names]
    company = _company(named)
    alone = {side for two in judged.verdicts for side in two}
    buckets: dict[str, list[Local]] = defaultdict(list)
    for local in named:
        if local.id in alone:
            buckets[f"judged {local.id}"].append(local)
        elif is_full(local):
            buckets[_bucket(local)].append(local)
    made = (bearer(members, company, frozenset(fold(n) for m in members for n in m.names)) for members in buckets.values())
    return {one.id: one for one in made}


def _bucket(local: Local) -> str:
    family = FAMILY.get(local.kind, "body")
    if local.metonym:
        return f"government {local.country}"
    if family == "place":
        code = country_named(local.name)
        return f"place {code}" if code else f"place {place_key(local.name)} {local.country}"
    if bodies := family == "body" and known_bodies(local.name):
        return f"body {min(bodies)}"
    return f"{family} {fold(local.name)}"


def _company(named: Sequence[Local]) -> dict[str, frozenset[str]]:
    """Report -> folded names of the persons, bodies and towns named in it."""
    around: dict[str, set[str]] = defaultdict(set)
    for local in named:
        if not country_named(local.name) and len(around[local.report]) < COMPANY:
            around[local.report].update(fold(name) for name in local.names)
    return {report: frozenset(names) for report, names in around.items()}


def _joined(bearers: Mapping[str, Bearer], judged: Judged) -> Joined:
    """Compare the bearers that share a key, and cluster them."""
    scores: dict[Pair, float] = {}
    compared: dict[Pair, Comparison] = {}
    for family, table in _TABLES.items():
        keys = {name: evenly(_keys(one, family)) for name, one in bearers.items() if _family(one) == family}
        for left, right in pairs(keys):
            compared[left, right] = found = table.compare(bearers[left], bearers[right])
            scores[left, right] = found.score

    def score(left: str, right: str) -> float:
        one, other = bearers[left], bearers[right]
        return _TABLES[_family(one)].compare(one, other).score if _family(one) == _family(other) else 0.0

    groups = cluster(sorted(bearers), scores, score, joined=judged.same, parted=judged.different)
    decisions = tuple(
        decision("entity", *two, found) for two, found in sorted(compared.items()) if found.score >= 0.3 or found.vetoed
    )
    return Joined(tuple(groups), decisions)


def _family(one: Bearer) -> str:
    return FAMILY.get(one.kind, "body")


def _keys(one: Bearer, family: str) -> list[str]:
    if family == "person":
        return person_keys(one.name)
    return place_keys(one.name) if family == "place" else body_keys(one.name)


_TABLES: dict[str, Table[Bearer]] = {"person": PERSONS, "body": BODIES, "place": PLACES}
