"""Groups of full names as homes of bare ones: what a surname that a report never spells out may belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from dateline.across.identity.bearers import Local, fold, is_full
from dateline.across.identity.namekeys import bare_keys, part_keys
from dateline.across.identity.rows import named_after
from dateline.knowledge.name_parts import personal
from dateline.knowledge.persons import is_given_name
from dateline.knowledge.sounds import alike
from dateline.model import Called

BORNE = 4  # a name read as a body's is a surname where every fourth report at least ends the full name with it
ALIKE = 0.85  # a bare surname and the part of a full name that it may be


class Home(msgspec.Struct, frozen=True):
    """A group of full names: ``parts`` are keys of the parts of its persons' names, ``words`` its names and those parts
    of them that go alone, ``spelled`` bodies and places in several words.

    ``id`` is made of the first of the names, and seldom changes; the record shows ``public``, made of the first member.
    """

    key: str
    id: str
    public: str
    buckets: tuple[str, ...]
    parts: tuple[str, ...]
    reports: tuple[str, ...]
    offices: frozenset[tuple[str, str]]
    genders: frozenset[str]
    full: tuple[str, ...]
    words: frozenset[str]
    spelled: tuple[str, ...]
    size: int

    @property
    def called(self) -> Called | None:
        """What who goes by these names is called, where somebody gives him an office."""
        return Called(self.full, frozenset(land for _, land in self.offices if land)) if self.offices else None

    def shared(self, local: Local, company: frozenset[str]) -> int:
        """How much the company says that a bare name shares with the home; a shared office counts as three."""
        company -= {fold(local.name)}
        return len(company) + 3 * (not self.offices.isdisjoint(local.offices))

    def bears(self, local: Local) -> bool:
        """Whether a bare name may be short for one of the home's."""
        if local.gender and self.genders and local.gender not in self.genders:
            return False
        if local.kind != "person":
            return local.name in self.words
        said = personal(local.name).joined
        return any(alike(said, part.text) >= ALIKE for name in self.full for part in personal(name).parts)


def home_of(group: tuple[str, ...], members: Sequence[Local]) -> Home:
    """The home that the names of a group are."""
    people = [local for local in members if local.kind == "person" and is_full(local)]
    bodies = {local.name for local in members if local.kind != "person" and " " in local.name}
    words, sounds = _alone(members), {key for local in people for name in local.names[:3] for key in part_keys(name)}
    alone = (word for word in words if " " not in word and not sounds.isdisjoint(part_keys(word)))
    exact = {key for word in alone for key in bare_keys(word, person=False)}
    return Home(
        key=group[0],
        id=named_after(min(group, key=_steady)),
        public=named_after(min(local.id for local in members)),
        buckets=group,
        parts=tuple(sorted(sounds | exact)),
        reports=tuple(sorted({local.report for local in members})),
        offices=frozenset(held for local in members for held in local.offices),
        genders=frozenset(local.gender for local in members if local.gender),
        full=tuple(sorted({local.name for local in members})),
        words=words,
        spelled=tuple(sorted({fold(name) for name in bodies})),
        size=len(members),
    )


def _steady(bucket: str) -> tuple[bool, str]:
    """States first: under whatever names they come, their own never change."""
    return not bucket.startswith("state "), bucket


def _alone(members: Sequence[Local]) -> frozenset[str]:
    """The names, surnames and given names that enough reports give: one that read `Lakers Novak` makes no surname."""
    counts: Counter[str] = Counter()
    for local in members:
        given, last = local.name.partition(" ")[0], local.name.rpartition(" ")[2]
        counts.update({*local.names, last, *({given} if is_given_name(given) else ())})
    return frozenset(word for word, count in counts.items() if BORNE * count >= len(members))
