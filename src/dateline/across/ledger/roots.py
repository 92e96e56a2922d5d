"""Roots: what a chain ends at, and which roots are one voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from dateline.knowledge.bodies import body_named
from dateline.knowledge.countries import country_in
from dateline.knowledge.outlets import Outlets, seems_outlet
from dateline.knowledge.speakers import body, body_of, other_name, proper_name, seated, sole, sole_service, speaks_as
from dateline.model import Attribution, Link

HOME = "state "  # key of the media of the state that a report speaks of without naming it: "state television"
MEDIA = ("agency", "outlet")
VOUCHING = ("say", "show", "think")
EVERYWHERE = ("police", "fire", "prosecution", "court", "coroner", "hospital")  # one of each to a place
REACTING = ("family", "neighbour", "school", "defence")
_BRACKET = re.compile(r"\(([A-Z][A-Za-z-]*[A-Z])\)")
_EMPTY = frozenset(("the", "a", "an", "of", "for", "in", "and", "statement", "report", "office", "department", "group"))


class Root(msgspec.Struct, frozen=True, order=True):
    """Who stands at the end of a chain; ``weak`` ones (nobody named, mere reactions) count only where no other does.

    ``person`` is the entity of an officer who lends a body his voice; empty where a root speaks for itself.
    ``short`` are the initials given in brackets behind its name.
    """

    key: str
    name: str
    kind: str
    entity: str | None
    weak: bool
    person: str = ""
    short: str = ""


def roots(attribution: Attribution, of: Mapping[str, str], known: Outlets, said: str = "") -> list[Root]:
    """The first link that is no medium, else the medium nearest to the statement; none where the text names nobody.

    "Police and a hospital official said" has two roots; ``said`` are the words of the source.
    """
    if not attribution.chain:
        return []
    media = [step for step in attribution.chain if _is_medium(step, known)]
    link = next((step for step in attribution.chain if step not in media), attribution.chain[-1])
    entity = of.get(link.entity or "")
    if link.body == "own":  # what an outlet saw itself, or passes on without a word from whom
        seen = any(speaks_as(word.lower(), "newsroom") for word in link.name.split())
        return [replace(_eyes(link), entity=entity, weak=not seen)]
    if link in media:
        own = any(speaks_as(word, "newsroom") for word in said.lower().replace(",", " ").split())
        return [_eyes(link) if own and link.kind in MEDIA else _medium(link, known, entity)]
    if link.body in EVERYWHERE:
        return _local(link, entity)
    if link.body and link.body not in (*REACTING, "military"):
        who = (entity or "") if link.kind == "person" else ""
        return [Root(f"name {other_name(link.body)}", link.body, "institution", None, weak=False, person=who)]
    return [_unnamed(link, media, known, of) or _by_name(link, entity, said)]


def _unnamed(link: Link, media: Sequence[Link], known: Outlets, of: Mapping[str, str]) -> Root | None:
    """The root of a source without a name: the body that it belongs to, else the outlet that it spoke to."""
    if link.kind not in ("anonymous", "collective") or (link.kind == "collective" and link.body):
        return None
    if link.kind == "anonymous" and (whose := body_of(link.name)):  # "an adviser of the Ola Council"
        return Root(f"name {other_name(whose)}", whose, "institution", None, weak=False)
    if not (media and (known.named(media[-1].name) or seems_outlet(media[-1].name))):
        return None
    if (state := _medium(media[-1], known, of.get(media[-1].entity or ""))).key.startswith("state "):
        return None if link.body in REACTING else state  # a resident whom it met is no voice of the state
    name = f"a source of {media[-1].name}"  # whom the outlet alone knows
    return Root(f"source {other_name(media[-1].name)}", name, "anonymous", None, weak=False)


def _by_name(link: Link, entity: str | None, said: str) -> Root:
    """The root that goes by the words of a link; weak where they name nobody."""
    if link.kind == "institution" and (land := _state(link.name)):  # its agency speaks for it
        return Root(f"state {land}", link.name, link.kind, entity, weak=False)
    if common := sole_service(link.name if link.kind != "person" else said):
        who = (entity or "") if link.kind == "person" else ""
        return Root(f"name {common}", common, "institution", None, weak=False, person=who)
    bare = link.name.removeprefix("the ").removeprefix("The ")
    # a body that many cite, whatever it is called here, or one whose name says that it is many: "the Taliban"
    filed = proper_name(other_name(link.name)) != "" or (link.kind == "collective" and body_named(bare) is not None)
    several = link.kind in ("anonymous", "collective", "document")
    nobody = not filed and (several or not (named(link.name) or _one_of_a_kind(link)))
    weak = nobody or link.body in REACTING
    short = _BRACKET.search(said)
    key = f"name {other_name(link.name)}"
    return Root(key, link.name, link.kind, entity, weak=weak, short=short[1] if short else "")


def _eyes(link: Link) -> Root:
    """What an outlet's own people saw: "an AFP correspondent said"."""
    return Root(f"own {link.name.lower()}", link.name, "outlet", None, weak=False)


def _is_medium(step: Link, known: Outlets) -> bool:
    if step.kind in MEDIA or step.body or step.kind == "document":
        return step.kind in MEDIA
    return seems_outlet(step.name) or known.named(step.name) is not None


def _local(link: Link, entity: str | None) -> list[Root]:
    """Police, a hospital and the like: one root for each body that the words name."""
    parts = link.name.split(" and ")
    bodies = {whose: part for part in reversed(parts) if (whose := body(part.split())) in EVERYWHERE}
    bodies = bodies or {link.body: link.name}
    bodies.setdefault(link.body, link.name)
    who = (entity or "") if link.kind == "person" and len(bodies) == 1 else ""
    found = []
    for name, part in sorted(bodies.items()):
        said = part.split()
        nobody = not (name == "police" or seated(said) or (named(part) and not body(said)))
        found.append(Root(f"body {name}", part, "institution", None, weak=nobody, person=who))
    return found


def _one_of_a_kind(link: Link) -> bool:
    """Whether a body or an office is told from all others without a name: "the transport ministry", "the mayor"."""
    *before, last = link.name.lower().split()
    told = [word for word in before if word not in _EMPTY]
    if before == ["the"] and speaks_as(last, "national"):
        return True  # of which a country has one: "the army"
    if link.kind == "person":
        return sole(link.name)
    if link.kind != "institution" or not told or before[0] in ("a", "an"):
        return False
    if any(country_in(word.removesuffix("-led")) for word in link.name.split()):
        return True  # "the Syrian army", "the Norwegian-led fleet"
    return speaks_as(last, "public") and not speaks_as(before[-1], "press")


def _state(name: str) -> str:
    """The country whose government a name is: "the Syrian government"; empty for other names."""
    said = [word for word in name.split() if word.lower() not in _EMPTY]
    ruling = len(said) == 2 and speaks_as(said[1].lower(), "ruling")  # its country and what rules it
    return (country_in(said[0]) or "") if ruling else ""


def named(words: str) -> bool:
    """Say whether words are a name, by their capitals; a description that begins a sentence has only one."""
    rest = [w for w in words.split() if w.lower() not in _EMPTY]
    capitals = [w for w in rest if _capital(w)]
    return 2 * len(capitals) > len(rest) and any(_capital(w) for w in rest[1:] or rest)


def _capital(word: str) -> bool:
    """Whether a word is written as part of a name: "Ruiz", "al-Hassan"."""
    return word[0].isupper() or any(part[:1].isupper() for part in word.split("-")[1:2])


def _medium(link: Link, outlets: Outlets, entity: str | None) -> Root:
    """A medium as the root: a state's media are one voice; others pass on what they were told."""
    known = outlets.named(link.name)
    words = link.name.lower()
    if known and known.control == "state":
        return Root(f"state {known.country or known.family}", known.name, known.kind, entity, weak=False)
    if known and known.control == "armed group":
        return Root(f"name {other_name(known.family)}", known.family, "institution", None, weak=False)
    if "state" in words and (country := next((c for w in link.name.split() if (c := country_in(w))), None)):
        return Root(f"state {country}", link.name, link.kind, entity, weak=False)
    if known is None and words.removeprefix("the ").startswith("state "):
        return Root(HOME, link.name, link.kind, entity, weak=False)
    name = known.name if known else link.name
    return Root(f"name {other_name(name)}", name, link.kind if known else "outlet", entity, weak=True)


def merged(roots: Iterable[Root]) -> dict[Root, Root]:
    """Each root with the one it is counted under: same key, same bearer, or a name that is part of a longer one."""
    rows = sorted(set(roots), key=_rank)
    up = {each: each for each in rows}

    def top(each: Root) -> Root:
        while up[each] != each:
            each = up[each]
        return each

    for test in (_same, _part):
        for place, each in enumerate(rows):
            twin = next((other for other in rows[:place] if test(each, other)), None)
            if twin is not None and (test is _same or top(each) == each):
                one, other = sorted((top(each), top(twin)), key=_rank)
                up[other] = one
    return {each: top(each) for each in rows}


def _rank(each: Root) -> tuple[object, ...]:
    """Whose name a group goes by: the longest key, then a name that says what body it is, with most capitals."""
    capitals = sum(word[0].isupper() for word in each.name.split())
    own = (each.name, each.kind, each.entity or "", each.person)  # down to the last field: the roots come out of a set
    return each.weak, -len(_words(each)), each.key, not body(each.name.split()), -capitals, *own


def _same(left: Root, right: Root) -> bool:
    ours, theirs = {left.entity, left.person} - {None, ""}, {right.entity, right.person} - {None, ""}
    return left.key == right.key or bool(ours & theirs)


def _part(left: Root, right: Root) -> bool:
    if not (left.key.startswith("name ") and right.key.startswith("name ")):
        return False
    ours, theirs = _words(left), _words(right)
    part = bool(ours) and bool(theirs) and (ours <= theirs or theirs <= ours)
    return part or _ministry(ours, theirs) or _short_of(left, right) or _short_of(right, left)


def _ministry(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two ministries have one portfolio, and are not those of two countries."""
    portfolio = {word for word in ours & theirs if speaks_as(word, "portfolio")}
    lands = [{word for word in words if word.isupper()} for words in (ours, theirs)]
    return bool(portfolio) and "ministry" in ours & theirs and not (lands[0] and lands[1] and lands[0] != lands[1])


def _short_of(one: Root, other: Root) -> bool:
    """Whether one name is the short form of the other: TBI and the Tennessee Bureau of Investigation."""
    short = one.name.removeprefix("the ").removeprefix("The ")
    said = [word for word in other.name.split() if word.lower() != "the"]
    letters = ("".join(word[0] for word in said if word[0].isupper()), "".join(word[0] for word in said))
    return short == other.short or (len(short) > 2 and short in letters)  # two letters are anybody's


def _words(each: Root) -> frozenset[str]:
    plain = each.key.removeprefix("name ").replace(".", "").replace("’s", "").replace("'s", "").replace("-", " ")
    plain = plain.replace("united nations", "un")
    return frozenset(country_in(word) or word for word in plain.split()) - _EMPTY


def independent(roots: Sequence[Root]) -> int:
    """How many voices there are; weak ones count once together, and only where nobody else vouches."""
    strong = [each for each in roots if not each.weak]
    return len(strong) or min(len(roots), 1)


def bare(each: Root) -> Root:
    """A root that no longer counts beside others."""
    return replace(each, weak=True)
