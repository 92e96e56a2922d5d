"""Where each entity of a report is put when names are grouped, by its name and by what people said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from msgspec.structs import replace

from dateline.across.identity.bearers import Local, fold, is_bare, is_full
from dateline.across.identity.families import FAMILY
from dateline.across.identity.namekeys import place_key
from dateline.across.identity.unnamed import phrase_of
from dateline.knowledge.countries import country_named
from dateline.knowledge.organisations import known_bodies
from dateline.knowledge.places import named
from dateline.matching import Judged
from dateline.matching.block import Pair, pair
from dateline.model import Decision, report_of

LARGE = 150_000  # people of a town that is no mere namesake of somebody
COMPANY = 60  # others named in a report that are kept as company


class Around(msgspec.Struct, frozen=True):
    """Folded names of one report: ``company`` are those of persons, bodies and towns, as far as they count."""

    names: frozenset[str]
    company: frozenset[str]


class Placed(msgspec.Struct, frozen=True):
    """An entity of a report without its mentions: ``bucket`` holds all that go by its name, "" where it has none or
    only a part of one; ``phrase`` is what an unnamed one may be the name of; a ``bare`` one may be part of a name."""

    local: Local
    bucket: str
    phrase: str
    bare: bool


def around_of(found: Sequence[Local]) -> Around:
    """The names of one report."""
    company: set[str] = set()
    for local in found:
        if local.names and not country_named(local.name) and len(company) < COMPANY:
            company.update(fold(name) for name in local.names)
    return Around(frozenset(fold(name) for local in found for name in local.names), frozenset(company))


class Word:
    """People's word on entities, brought to the buckets that it is on; two of one name that it parts stand alone."""

    def __init__(self, judgements: Sequence[Decision], within: Callable[[str], Sequence[Local]]) -> None:
        asked = [word for word in judgements if word.about == "entity"]
        known = [
            local
            for report in sorted({report_of(side) for word in asked for side in (word.left, word.right)})
            for local in within(report)
        ]
        judged = Judged(asked, "entity", {mention.id: local.id for local in known for mention in local.mentions})
        own = {local.id: bucket_of(local) for local in known if local.names}
        self._alone = {side for two in judged.different if own.get(two[0]) == own.get(two[1]) for side in two}
        self.sides = {side for two in judged.verdicts for side in two}
        home = {local.id: self.placed(local).bucket for local in known}
        self.same = self._buckets(judged.same, home)
        self.different = self._buckets(judged.different, home)

    @staticmethod
    def _buckets(said: Sequence[Pair], home: dict[str, str]) -> list[Pair]:
        both = ((home.get(left, ""), home.get(right, "")) for left, right in said)
        return sorted({pair(one, other) for one, other in both if one and other and one != other})

    def placed(self, local: Local) -> Placed:
        """Where an entity of a report goes."""
        bucket = ""
        if local.id in self._alone or (local.names and local.id in self.sides and not is_full(local)):
            bucket = f"judged {local.id}"
        elif local.names and is_full(local):
            bucket = bucket_of(local)
        return Placed(replace(local, mentions=()), bucket, phrase_of(local), is_bare(local) or may_be_surname(local))


def may_be_surname(local: Local) -> bool:
    """Whether one word read as a body or a place may rather be somebody's surname ("Assad ORG")."""
    name = local.name
    if local.kind == "person" or not local.names or " " in name or name.isupper() or local.country or local.metonym:
        return False
    large = any(match.entry.population > LARGE for match in named(name))
    return not (known_bodies(name) or country_named(name) or large)


def bucket_of(local: Local) -> str:
    """What all that go by the same name share; a state is one, whether as a land or as who rules it."""
    family = FAMILY.get(local.kind, "body")
    if local.metonym:
        return f"state {local.country}"
    if family == "place":
        code = country_named(local.name)
        return f"state {code}" if code else f"place {place_key(local.name)} {local.country}"
    if bodies := family == "body" and known_bodies(local.name):
        return f"body {min(bodies)}"
    return f"{family} {fold(local.name)}"
