"""Which names of single reports are one bearer's: under all spellings, and namesakes kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from dateline.across.attached import attached
from dateline.across.bearers import Bearer, Local, bearer, fold, is_full
from dateline.across.entity_rows import Joined, identifier
from dateline.across.families import FAMILY, compared, keys_of
from dateline.across.namekeys import place_key
from dateline.across.unnamed import by_phrase
from dateline.knowledge.countries import country_named
from dateline.knowledge.organisations import known_bodies
from dateline.matching import Comparison, Judged, cluster, decision, pairs
from dateline.matching.block import Pair, pair
from dateline.model import Decision, Entities

COMPANY = 60  # others named in a report that are kept as company
KEPT = 0.3  # comparisons below this score leave no row, unless a veto fell


def names(within: Mapping[str, Sequence[Local]], judgements: Sequence[Decision]) -> Entities:
    """Decide which named entities of single reports are one; ``within`` are those of each report."""
    found = list(chain.from_iterable(within[report] for report in sorted(within)))
    judged = Judged(judgements, "entity", _homes(found) if judgements else {})
    bearers = _bearers(found, judged)
    joined = _joined(bearers, judged)
    groups = [tuple(chain.from_iterable(bearers[member].locals for member in group)) for group in joined.groups]
    groups = attached(groups, found, {side for two in judged.verdicts for side in two})
    of = {local.id: identifier(group) for group in groups for local in group}
    return Entities(of=of | by_phrase(found, of), decisions=joined.decisions)


def _homes(found: Sequence[Local]) -> dict[str, str]:
    """Mention -> the entity of its report that it is of: judgements are kept on mentions."""
    return {mention.id: local.id for local in found for mention in local.mentions}


def _bearers(found: Sequence[Local], judged: Judged) -> dict[str, Bearer]:
    """What goes by one name is one bearer to begin with; two of one name that a person parted stand alone."""
    named = [local for local in found if local.names]
    company = _company(named)
    bucket = {local.id: _bucket(local) for local in named}
    alone = {s for two in judged.different if bucket.get(two[0]) == bucket.get(two[1]) for s in two}
    judged_bare = {side for two in judged.verdicts for side in two}
    buckets: dict[str, list[Local]] = defaultdict(list)
    for local in named:
        if local.id in alone or (local.id in judged_bare and not is_full(local)):
            buckets[f"judged {local.id}"].append(local)
        elif is_full(local):
            buckets[_bucket(local)].append(local)
    made = (
        bearer(members, company, frozenset(fold(n) for m in members for n in m.names)) for members in buckets.values()
    )
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
    found: dict[Pair, Comparison] = {
        (left, right): compared(bearers[left], bearers[right])
        for left, right in pairs({name: keys_of(one) for name, one in bearers.items()})
    }

    def score(left: str, right: str) -> float:
        return compared(bearers[left], bearers[right]).score

    scores = {two: seen.score for two, seen in found.items()}
    home = {local.id: name for name, one in bearers.items() for local in one.locals}
    same, different = (
        sorted({pair(home[a], home[b]) for a, b in said if a in home and b in home and home[a] != home[b]})
        for said in (judged.same, judged.different)
    )
    groups = cluster(sorted(bearers), scores, score, joined=same, parted=different)
    decisions = tuple(
        decision("entity", *two, seen) for two, seen in sorted(found.items()) if seen.score >= KEPT or seen.vetoed
    )
    return Joined(tuple(groups), decisions)
