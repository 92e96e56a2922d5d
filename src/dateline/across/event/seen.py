"""Claims as events are drawn from them: with their act, their days and whom they name; and events as drafts of them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import msgspec

from dateline.across.days.calendar import Days, apart, days, fresh
from dateline.knowledge.actions import classes, rejects
from dateline.knowledge.acts import Family, act, family, known, of_trial, of_warrant, stem
from dateline.model import Claim, Dates, Entities, Participant, When

BY_KIND = {
    "dismissal": "sack",
    "death": "harm",
    "injury": "harm",
    "bail": "bail",
}  # classes of claims that say more than their words
FIGURES = frozenset({None, "conflict", "dispute", "sport"})  # classes of words of force that are none
HURT = frozenset({"casualty", "medical"})  # who was hurt, and where they were taken: told of what hurt them
EMPTY = "be"  # the act of words that say too little for two of them to be one event: "make", "take", "become"
ACCUSING = frozenset({"accuse", "accusation"})  # of which persons make what is no charge
ACCORDING = "accord"
OFFENCE = "offence"  # what somebody is charged with: the day beside it is that of the charge
ARRIVED = frozenset({"enter", "reach"})  # of who goes somewhere: a plea is entered, a deal reached
SPARED = frozenset({"destroy", "abduct"})  # modes of assault that hurt nobody: by another word than those of harm
TOLD = 0.6  # of the weight of what tells it most: what says less only names it ("wanted for the raid")
BELOW = 0.8  # of its weight: what stands below the lead
HEADLINE = 0.8  # of the room: what the headline tells counts at least so much


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as it is grouped: what kind of act, between which days (where near enough to tell two apart), on whom.

    ``said``: the days are in the words; not so those counted from a day of publication that was itself inferred.
    ``incident``: the one it belongs to, where that is another than its report tells first. ``fresh``: told as news,
    ``out`` the day on which its report came out, where it came with it. ``part``: "headline" or "lead" where it stands
    there; ``heads``: it is what its headline tells most.
    """

    claim: Claim
    act: str
    family: Family
    when: When | None
    days: Days | None
    said: bool
    actors: frozenset[str]
    recipients: frozenset[str]
    incident: str = ""
    fresh: bool = False
    out: date | None = None
    heads: bool = False
    part: str = ""

    @property
    def denied(self) -> bool:
        """Whether it tells of what was not done, by act and day: harm denied is still somebody's account of it."""
        return self.family in ("base", "after") and self.claim.modality == "denied"


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Claims decided to tell of one event.

    ``id`` is the smallest of its claims' ids, which stays while claims come and go behind it; ``days`` are those that
    most of its dated claims allow.
    """

    act: str
    family: Family
    id: str
    reports: tuple[str, ...]
    days: Days | None
    members: tuple[Seen, ...]

    @property
    def cast(self) -> frozenset[str]:
        """The named entities on either side."""
        return frozenset(name for seen in self.members for name in (*seen.actors, *seen.recipients))

    def weight(self, report: str) -> float:
        """How much a report was written to tell this: the greatest weight of its claims, one in the headline first."""
        own = [seen for seen in self.members if seen.claim.report == report]
        return max((max(s.claim.weight, HEADLINE if s.heads else 0.0) for s in own), default=0.0)

    def prominence(self, report: str) -> float:
        """How much headline and text together were written to tell this, the lead above all."""
        return prominence([self], report)

    def heads(self, report: str) -> bool:
        """Say whether a report's headline tells this."""
        return any(s.part == "headline" for s in self.members if s.claim.report == report)

    def is_news_in(self, report: str) -> bool:
        """Say whether words of a report's headline or lead set this on the days right before it."""
        return any(s.said and s.fresh and s.part for s in self.members if s.claim.report == report)

    def place_in(self, report: str) -> tuple[bool, int]:
        """Where a report first tells it, not merely names it; the headline comes before the text."""
        own = [seen.claim for seen in self.members if seen.claim.report == report]
        told = TOLD * max((claim.weight for claim in own), default=0.0)
        places = ((claim.field == "text", claim.trigger.start) for claim in own if claim.weight >= told)
        return min(places, default=(True, sys.maxsize))

    def fresh_days(self, report: str | None = None) -> list[Days]:
        """The days on which it was done as fresh news, of all its reports or of one."""
        return [s.days for s in self.members if s.fresh and s.days and report in (None, s.claim.report)]

    def days_in(self, report: str, *, said: bool = False) -> Days | None:
        """The days that one report gives for it; with ``said`` only those that its words give."""
        own = [seen for seen in self.members if seen.claim.report == report and seen.days]
        votes: dict[Days, float] = {}
        for seen in own:
            if seen.days and (seen.said or not said):
                votes[seen.days] = votes.get(seen.days, 0.0) + seen.claim.weight
        return min(votes, key=lambda given: (-round(votes[given], 3), given), default=None)


def prominence(drafts: Iterable[Draft], report: str) -> float:
    """How much a report's headline and text together were written to tell some drafts, its lead above all."""
    own = [seen for draft in drafts for seen in draft.members if seen.claim.report == report]
    head = max((seen.claim.weight for seen in own if seen.part == "headline"), default=0.0)
    parts = {"lead": 1.0, "": BELOW}
    return head + max((parts[seen.part] * seen.claim.weight for seen in own if seen.part in parts), default=0.0)


def days_apart(one: Draft, other: Draft) -> int:
    """The days between two events, 0 where they meet or one has none."""
    if one.days is None or other.days is None:
        return 0
    return apart(one.days, other.days)


def _said(when: When, published: When | None) -> bool:
    if when.basis == "document":
        return published is not None and published.basis == "given"
    return when.basis != "context"


class _Told(NamedTuple):
    """What a claim says by its word and its classes; ``suffered``: it tells to whom, and not by whom."""

    lemma: str
    action: str
    kind: str | None
    mode: str | None
    suffered: bool


@lru_cache(1 << 14)  # all that is told in the same word is of one act
def _act(claim: _Told) -> tuple[str, Family]:
    """What kind of act a claim tells of: by its verb or noun, by its class where those are of many kinds."""
    if claim.lemma == ACCORDING and claim.action == "OTHER":
        return "say", "say"  # "according to the mayor": what an accord is called is no OTHER
    if claim.action == "OTHER" and claim.kind in FIGURES and claim.lemma in classes()["attack"]:
        return "contest", "base"  # "an attack on inflation", "an offensive for peace": no force was used
    if claim.kind == "travel" and claim.lemma in ARRIVED:
        return "arrive", "base"
    if claim.action == "REJECT" and known(act(claim.lemma)) and not rejects(claim.lemma):
        return act("refuse"), "base"  # who "won't quit" refuses to
    name = _of_justice(claim, act(claim.lemma))
    return (name, "after") if claim.mode == "arrest" else _of_kind(claim, name)


def _of_kind(claim: _Told, name: str) -> tuple[str, Family]:
    """The act that a word tells of where its claim's class, action or mode says more than the word."""
    if claim.mode == "seize" and name == "arrest":  # goods are seized; who is, is arrested or abducted
        return "confiscate", family("confiscate")
    if claim.kind in BY_KIND:
        name = BY_KIND[claim.kind or ""]
    elif claim.mode == "convict":  # "found guilty"
        name = claim.mode
    elif claim.mode == "abduct" and (name == EMPTY or not known(name)):  # "taken hostage", "held by rebels"
        name = "abduct"
    elif claim.action == "ASSAULT" and (claim.lemma == "fire" or (claim.mode not in SPARED and _says_little(name))):
        name = "harm"
    elif name == "harm" and claim.kind == "accident":  # "struck by a car"
        name = "collide"
    elif claim.action == "PROTEST" and name == "harm":  # dockers strike, too
        name = "protest"
    elif claim.action == "ACCUSE" and name == "harm":  # blasted in words
        name = "condemn"
    elif claim.action == "RETREAT" and (name == "release" or (claim.mode == "release" and not known(name))):
        return "let-go", "base"  # hostages and ships are let go, prisoners swapped and handed over
    elif name == "receive" and claim.action == "CONSULT":  # who is received is met
        name = "meet"
    elif name == EMPTY and claim.action != "OTHER":  # a light verb with a telling noun: the action says what is done
        return claim.action, "base"
    return name, family(name)


def _says_little(name: str) -> bool:
    """Say whether an act is none of the table's but that of a light verb, so that action and mode say more."""
    return name == EMPTY or not known(name)


def _of_justice(claim: _Told, name: str) -> str:
    """What an arrest, a trial and the like is told as; one counts, tries and catches many other things."""
    if claim.mode == "arrest":
        return name if family(name) == "after" else "warrant" if of_warrant(claim.lemma) else "arrest"
    if (claim.mode == "allege" and of_trial(claim.lemma)) or (name == EMPTY and claim.kind == "court"):
        return "trial"  # "stand trial", "appeared before a judge"
    sure = claim.action != "OTHER" or claim.kind or claim.suffered
    return name if sure or family(name) != "after" else stem(claim.lemma.lower())


def draft(members: Sequence[Seen]) -> Draft:
    """The event that these claims tell of, named after the first of them."""
    ordered = tuple(sorted(members, key=lambda seen: seen.claim.id))
    return Draft(
        act=members[0].act,
        family=members[0].family,
        id=ordered[0].claim.id,
        reports=tuple(sorted({seen.claim.report for seen in ordered})),
        days=_usual(ordered),
        members=ordered,
    )


def _usual(members: Sequence[Seen]) -> Days | None:
    counts = Counter(seen.days for seen in members if seen.days)
    return min(counts, key=lambda given: (-counts[given], given)) if counts else None


def see(claim: Claim, entities: Entities, dates: Dates, people: Set[str] = frozenset()) -> Seen:
    """Look at a claim with its entities and its date as decided; ``people`` are the entities that are persons."""
    suffered = bool(claim.recipients) and not claim.actors
    name, kind = _act(_Told(claim.lemma, claim.action, claim.kind, claim.mode, suffered))
    actors = _named(claim.actors, entities)
    if claim.lemma in ACCUSING and actors & people:
        name, kind = "condemn", family("condemn")  # one person of another, and no charge
    when = None if claim.kind == OFFENCE else dates.claims.get(claim.id) or claim.when
    out = dates.published.get(claim.report)
    given = out.earliest if out is not None and out.basis == "given" and out.exact else None
    return Seen(
        claim=claim,
        act=name,
        family=kind,
        when=when,
        days=days(when),
        said=when is not None and _said(when, out),
        actors=actors,
        recipients=_named(claim.recipients, entities),
        incident=f"{claim.report} {claim.incident}" if claim.incident else "",
        fresh=claim.modality == "happened" and fresh(days(when), given),
        out=given,
    )


def _named(people: Sequence[Participant], entities: Entities) -> frozenset[str]:
    """The named entities of a side: those without a name were joined by events, and must not decide them in turn."""
    return frozenset(entities.of[p.entity] for p in people if p.entity in entities.of) - entities.unnamed
