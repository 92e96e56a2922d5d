"""Chains: from the report back to the root of a statement, each link with the words that say so."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.knowledge.outlets import outlets, seems_outlet
from dateline.knowledge.speakers import speaks_as
from dateline.model import Link, Report, Span
from dateline.within.mention_index import MentionIndex
from dateline.within.saying.clauses import Clauses, Draft, Range
from dateline.within.saying.source import QUOTING, source_range
from dateline.within.saying.speaker import Speaker, speaker

_TO = ("dobj", "dative", "oprd")  # how a parser reads whom somebody told: "told OLA"
_HEARD = ("to", "with", "on", "by", "in", "told")
_VOUCHES = ("say", "show")


class Spoken(msgspec.Struct, frozen=True):
    """A draft with its content in characters and its speaker made out."""

    draft: Draft
    content: tuple[Span, ...]
    speaker: Speaker | None
    via: tuple[Link, ...] = ()
    beyond: tuple[Link, ...] = ()


def link(clauses: Clauses, who: Speaker, source: Range) -> Link:
    """One step of a chain: the speaker and the words that name him."""
    span = clauses.parse.span(*source)
    return Link(
        entity=who.entity,
        name=who.outlet.name if who.outlet else who.words,
        kind=who.kind,
        start=span.start,
        end=span.end,
        field=span.field,
        body=who.body,
        family=who.outlet.family if who.outlet else "",
    )


def heard(
    report: Report, clauses: Clauses, index: MentionIndex, draft: Draft
) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Outlets that a speaker talked to ("told Reuters"), and whom an outlet cites ("citing officials")."""
    parse = clauses.parse
    sentence = parse.sentences[parse.sentence_at[draft.cue]]
    via: list[Link] = []
    beyond: list[Link] = []
    inside = {t for first, end in draft.content for t in range(first, end)}
    for token in range(sentence.first, sentence.end):
        above, dep = parse.heads[token], parse.deps[token]
        named = parse.pos[token] in ("NOUN", "PROPN") or (dep in _TO and parse.words[token].isupper())
        if token in inside or not named:
            continue
        aside = (
            parse.deps[above] == "relcl" and parse.heads[above] == draft.speaker
        )  # "according to AFP, which cited Ruiz"
        cites = parse.lowers[above] in ("citing", "quoting") or (aside and parse.lowers[above] in ("cited", "quoted"))
        if cites and dep == "dobj" and above not in inside:
            source = source_range(clauses, token)
            beyond.append(link(clauses, speaker(report, clauses, index, token, source), source))
        elif (_hears(clauses, above, dep, draft) or _quotes(clauses, token, draft)) and (
            step := _outlet(report, clauses, index, token)
        ):
            via.append(step)
    return tuple(via[:1]), tuple(beyond[:1])


def _hears(clauses: Clauses, above: int, dep: str, draft: Draft) -> bool:
    parse = clauses.parse
    if dep in _TO and above == draft.cue and parse.lemmas[above] == "tell":
        return True
    return dep == "pobj" and parse.lowers[above] in _HEARD


def _quotes(clauses: Clauses, token: int, draft: Draft) -> bool:
    """Whether a word is the subject that quotes the speaker of a draft: "the paper quoted the mayor as saying"."""
    parse = clauses.parse
    prep = parse.heads[draft.cue]
    quoting = parse.deps[draft.cue] == "pcomp" and parse.lemmas[parse.heads[prep]] in QUOTING
    return quoting and parse.heads[token] == parse.heads[prep] and parse.deps[token] == "nsubj"


def _outlet(report: Report, clauses: Clauses, index: MentionIndex, token: int) -> Link | None:
    """The outlet that a noun names, unless it is the report's own or "this newspaper", whose root is the speaker."""
    parse = clauses.parse
    source = source_range(clauses, token)
    words = [parse.words[t] for t in range(*source)]
    known = outlets().within(words)
    noun = parse.lowers[token]
    if noun == "network" and parse.lowers[token + 1 : token + 2] == ["of"] and not known:
        return None  # "a network of sources" is no station
    pair = f"{parse.lowers[token - 1]} {noun}" if token else noun
    by_look = seems_outlet(" ".join(words))
    generic = any(speaks_as(w, kind) for w in (noun, pair) for kind in ("outlet", "agency")) and noun != "media"
    if not (known or generic or by_look) or (words[0].lower() in ("this", "our", "the") and not (known or by_look)):
        return None
    own = report.outlet.name.casefold() if report.outlet else ""
    if known and own and own in (known[2].name.casefold(), *(a.casefold() for a in known[2].aliases)):
        return None
    return link(clauses, speaker(report, clauses, index, token, source), source)


def chains(clauses: Clauses, spoken: Sequence[Spoken]) -> list[tuple[Link, ...]]:
    """The chain of each statement: what stands over it, whom it came through, and who said it."""
    own = [_own(clauses, one) for one in spoken]
    found = []
    for place, steps in enumerate(own):
        over = _over(clauses, spoken, place)
        if over is None:
            over = _paragraph(clauses, spoken, place)
        made, seen = steps, {place}
        while over is not None and over not in seen:
            seen.add(over)
            made = _before(own[over], made)
            over = _over(clauses, spoken, over)
        found.append(made)
    return found


def _before(over: tuple[Link, ...], steps: tuple[Link, ...]) -> tuple[Link, ...]:
    named = {step.name for step in steps}
    return tuple(step for step in over if step.name not in named) + steps


def _own(clauses: Clauses, one: Spoken) -> tuple[Link, ...]:
    if one.speaker is None or not one.draft.source:
        return one.via + one.beyond
    said = link(clauses, one.speaker, one.draft.source[0])
    return (*(v for v in one.via if v.name != said.name), said, *one.beyond)


def _over(clauses: Clauses, spoken: Sequence[Spoken], place: int) -> int | None:
    """The smallest statement of somebody else that this one stands in."""
    cue = spoken[place].draft.cue
    at, field = clauses.parse.starts[cue], clauses.parse.block_of(cue).field
    around = [
        (sum(p.end - p.start for p in other.content), number)
        for number, other in enumerate(spoken)
        if number != place
        and other.speaker is not None
        and any(p.start <= at < p.end and p.field == field for p in other.content)
        and other.draft.kind in _VOUCHES
    ]
    return min(around)[1] if around else None


def _paragraph(clauses: Clauses, spoken: Sequence[Spoken], place: int) -> int | None:
    """An agency that the paragraph's next sentence names for what the same person "also" said."""
    parse = clauses.parse
    here = parse.sentence_at[spoken[place].draft.cue]
    if here + 1 >= len(parse.sentences) or parse.sentences[here + 1].block != parse.sentences[here].block:
        return None
    after = parse.sentences[here + 1]
    if parse.pos[after.first] != "PRON" or "also" not in parse.lowers[after.first : after.first + 4]:
        return None
    for number, other in enumerate(spoken):
        media = other.speaker is not None and other.speaker.kind in ("agency", "outlet", "document")
        if media and other.draft.kind in _VOUCHES and parse.sentence_at[other.draft.cue] == here + 1:
            return number
    return None
