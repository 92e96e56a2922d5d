"""Voices: what each statement about one event counts for, once all that is said of the event is known.

Where police, a hospital or a court vouch for a happening, a private person counts as an eyewitness, or as nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from math import ceil

import msgspec
from msgspec.structs import replace

from dateline.across.ledger.roots import EVERYWHERE, HOME, MEDIA, Root, bare, named
from dateline.knowledge.persons import is_courtesy
from dateline.knowledge.speakers import (
    body,
    denies,
    nobody,
    of_patients,
    of_violence,
    perceived,
    proper_name,
    ranks,
    reacts,
    saved,
    speaks_as,
    stood,
    witnesses,
)
from dateline.model import Attribution, Claim, Event, Reading

_LOCAL = tuple(f"body {name}" for name in EVERYWHERE)
_CARING = ("body coroner", "body hospital")
_TOLL = ("killed", "injured", "captured", "displaced")
MET = ("", "neighbour", "family")  # for whom those speak whom a report meets on the street
SUSPECTED = ("arrest", "allege")  # modes of what is done to a suspect
_SEVERAL = 2  # what a plural alone tells: "the killing of fishermen"
_PEACEFUL = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "REQUEST",
    "REJECT",
)  # a toll is none of theirs
_HUNDRED = 100  # parts of a claim's weight
_WHOM = 40  # characters behind "told" in which the police are named
_LONG = 6  # words: a longer name of a body is a description


class Vouched(msgspec.Struct, frozen=True):
    """That one attribution of a report stands over some claims of an event; ``own``: it tells of a deed of its own."""

    attribution: Attribution
    root: Root
    claims: tuple[str, ...]
    own: bool = False


def settled(
    event: Event,
    vouched: Sequence[Vouched],
    readings: Mapping[str, Reading],
    claims: Mapping[str, Claim],
    doing: Set[str] = frozenset(),
) -> list[Vouched]:
    """The statements of one event with the roots that they count for; slugs of headlines are left out.

    ``doing`` are the entities whose act it is.
    """
    kept = [each for each in vouched if each.attribution.frame != "colon" or _said_elsewhere(each, vouched)]
    kept = [_at_home(each, event) for each in kept if _speaks(each, readings, harmed=harmful(event))]
    bodies = {each.root.key for each in kept if each.root.key in _LOCAL and not each.root.weak}
    policed = not bodies <= set(_CARING)
    officers = _officers(kept)
    moved = _moved(kept, readings, claims) if harmful(event) else set()
    found = []
    for each in kept:
        root = _filed(each.root, bodies, officers)
        if bodies and root.key not in _LOCAL:
            reading = readings[each.attribution.report]
            weak = _there(each, root, reading) if root.weak else None
            settled_by_itself = root.weak or each.own
            root = _nursing(each, root, reading, bodies)
            root = weak or (root if settled_by_itself else _beside(each, root, reading, claims, policed=policed))
        elif harmful(event) and root.weak:
            root = _there(each, root, readings[each.attribution.report]) or root
        elif harmful(event) and root.kind == "person":
            root = _bystander(each, root, readings[each.attribution.report])
        found.append(replace(each, root=bare(root) if each.root.key in moved and root == each.root else root))
    return found if bodies or harmful(event) else _without_reactions(doing, found)


def _moved(vouched: Sequence[Vouched], readings: Mapping[str, Reading], claims: Mapping[str, Claim]) -> set[str]:
    """Keys of those who only say what they feel about harm: "condemned the massacre", with no toll."""
    found: dict[str, bool] = {}
    for each in vouched:
        if each.root.weak or each.root.key in _LOCAL or each.root.kind in MEDIA:
            continue
        mine = [claims[name] for name in each.claims if name in claims]
        told = any(
            quantity.of in _TOLL and (quantity.low or 0) > _SEVERAL for one in mine for quantity in one.quantities
        )
        felt = not told and _feels(each, readings[each.attribution.report])
        found[each.root.key] = felt and found.get(each.root.key, True)
    moved = {key for key, only in found.items() if only}
    return moved if len(moved) < len(found) else set()


def _feels(each: Vouched, reading: Reading) -> bool:
    """Whether a report has somebody condemn or welcome something."""
    own = {*_name_words(reading, each.attribution), *_capitals([each.root.name])}
    return any(
        reacts(reading.report.words(one.cue[-1])) and bool(own & set(_name_words(reading, one)))
        for one in reading.attributions
        if one.cue
    )


def _name_words(reading: Reading, attribution: Attribution) -> list[str]:
    """The words with capitals of a source."""
    return _capitals(reading.report.words(span) for span in attribution.source)


def _capitals(names: Iterable[str]) -> list[str]:
    return [word for text in names for word in text.split()[-4:] if word[:1].isupper() and word.lower() != "the"]


def harmful(event: Event) -> bool:
    """Whether somebody was harmed in an event."""
    told = event.action in _PEACEFUL or event.mode == "resign"
    return event.action == "ASSAULT" or (not told and any(quantity.of in _TOLL for quantity in event.quantities))


def _speaks(each: Vouched, readings: Mapping[str, Reading], *, harmed: bool) -> bool:
    """Whether somebody says that it was so: not nobody, and not who denies harm."""
    report = readings[each.attribution.report].report
    cue = " ".join(report.words(span) for span in each.attribution.cue)
    return not any(nobody(report.words(span)) for span in each.attribution.source[:1]) and not (harmed and denies(cue))


def _at_home(each: Vouched, event: Event) -> Vouched:
    """The media of a state that is not named as those of the country of the event."""
    country = event.place.country if event.place else None
    return replace(each, root=replace(each.root, key=HOME + (country or ""))) if each.root.key == HOME else each


def doers(event: Event, claims: Mapping[str, Claim], of: Mapping[str, str]) -> set[str]:
    """Whose act an event mostly is, by the claims that tell of it as done; ``of`` gives entities of the record."""
    told = [claims[name] for name in event.claims if name in claims and claims[name].modality == "happened"]
    count: Counter[str] = Counter()
    for claim in told:
        for name in (of.get(one.entity, "") for one in claim.actors if one.entity):
            count[name] += ceil(_HUNDRED * claim.weight)  # whole numbers: the same sum in any order
    most = max(count.values(), default=0)
    return {name for name, times in count.items() if 2 * times >= most} - {""}


def _without_reactions(parts: Set[str], vouched: list[Vouched]) -> list[Vouched]:
    """Where somebody speaks of what he did himself, others who have no part in it only react."""
    own = [each for each in vouched if not each.root.weak and {each.root.entity, each.root.person} & parts]
    if not own:
        return vouched
    return [each if each in own or not _reacts(each) else replace(each, root=bare(each.root)) for each in vouched]


def _reacts(each: Vouched) -> bool:
    """Whether somebody speaks for himself, or for a body in words that hold nothing of the event."""
    return each.root.kind == "person" or bool(each.root.person) or not each.claims


def _bystander(each: Vouched, root: Root, reading: Reading) -> Root:
    """Who saw it counts as an eyewitness of the outlet that met him."""
    if _offices(reading, each.attribution.speaker) or not perceived(_all_said(each.attribution, reading)):
        return root
    return witness(root, reading)


def _said_elsewhere(each: Vouched, vouched: Sequence[Vouched]) -> bool:
    """Whether who stands before the colon of a headline speaks in the text too: "San Leandro: Four shot" names none."""
    if each.root.key in _LOCAL:
        return True
    words = set(each.root.key.split()[1:])
    return any(
        other.attribution.frame != "colon"
        and (
            other.root.key == each.root.key
            or (each.root.entity and each.root.entity in (other.root.entity, other.root.person))
            or words < set(other.root.key.split()[1:])
        )
        for other in vouched
    )


def _officers(vouched: Iterable[Vouched]) -> dict[str, str]:
    """Entity, and last word of the name, of whoever speaks for a body of the place -> the body's key."""
    found: dict[str, str] = {}
    for each in sorted(vouched, key=lambda one: one.attribution.id):
        root = each.root
        if root.key in _LOCAL and root.person:
            found.setdefault(root.person, root.key)
            if named(root.name) and not body(root.name.split()):
                found.setdefault(root.name.split()[-1].lower(), root.key)
    return found


def _filed(root: Root, bodies: set[str], officers: Mapping[str, str]) -> Root:
    """The root under the body it belongs to: an officer under his, papers of a court under who brought the case."""
    if root.key == "body court":
        over = next((key for key in ("body prosecution", "body police") if key in bodies), root.key)
        return replace(root, key=over)
    if root.key in _LOCAL or root.kind in MEDIA:
        return root
    last = root.name.split()[-1].lower() if root.name and root.kind in ("person", "institution") else ""
    key = officers.get(root.entity or root.person) or (officers.get(last) if len(root.name.split()) == 1 else None)
    return replace(root, key=key, kind="institution", entity=None, weak=False, person="") if key else root


def _beside(each: Vouched, root: Root, reading: Reading, claims: Mapping[str, Claim], *, policed: bool) -> Root:
    """What somebody counts for where police and the like vouch too; where only hospitals do, any body may tell it."""
    if root.kind in MEDIA or root.key.startswith("witness "):
        return root
    text = " ".join(reading.report.words(piece) for piece in each.attribution.content)
    if root.kind == "institution" and root.person and of_patients(text) and not _watches(root):
        return replace(root, key="body hospital", entity=None)
    if root.kind != "person" and (" " in root.name or root.name.isupper()):
        return root if (each.claims and not policed) or _tells(each, claims) else bare(root)
    offices = _offices(reading, each.attribution.speaker)
    soldier = any(link.body == "military" for link in each.attribution.chain)
    if not soldier and any(ranks(office) for office in offices):
        return replace(root, key="body police", kind="institution", entity=None, person=root.entity or "")
    if _struck(each.attribution, reading):
        return bare(root)
    if perceived(text if offices else _all_said(each.attribution, reading)):
        return witness(root, reading)
    if not policed:
        return root if offices and each.claims else bare(root)
    return root if offices and _tells(each, claims) else bare(root)


def _nursing(each: Vouched, root: Root, reading: Reading, bodies: Set[str]) -> Root:
    """The hospital, where one vouches, behind a person without an office who speaks of those in its care."""
    text = " ".join(reading.report.words(piece) for piece in each.attribution.content)
    alone = root.kind == "person" and not root.weak and not _offices(reading, each.attribution.speaker)
    if "body hospital" not in bodies or not alone or not of_patients(text):
        return root
    return replace(root, key="body hospital", kind="institution", entity=None, person=root.entity or "")


def _watches(root: Root) -> bool:
    """Whether a body that speaks of the wounded is no hospital: a ministry, or one that counts the dead."""
    said = [word.lower() for word in root.name.split()]
    public = bool(said) and speaks_as(said[-1], "public")
    return public or bool(proper_name(root.key.removeprefix("name "))) or any(speaks_as(w, "group") for w in said)


def _there(each: Vouched, root: Root, reading: Reading) -> Root | None:
    """The eyewitness whom a report met, though it gives no name, or calls him but a neighbour or a friend."""
    if not met(each.attribution, reading):
        return None
    return witness(replace(root, weak=False), reading)


def met(attribution: Attribution, reading: Reading, hit: Set[str | None] = frozenset()) -> bool:
    """Say whether a private person tells a report, not the police, of the harm that he saw or heard.

    Whoever was ``hit`` need not say that he saw it.
    """
    link = attribution.chain[-1] if attribution.chain else None
    if link is None or link.body not in (*MET, "court") or not (link.kind == "person" or link.body in MET[1:]):
        return False
    words = _all_said(attribution, reading)
    named = " ".join(reading.report.words(piece) for piece in attribution.source)
    seen = (perceived(words) or stood(f"{named} {words}")) and of_violence(words)
    cue = " ".join(reading.report.words(piece) for piece in attribution.cue)
    seen = seen or saved(words)
    told = cue.endswith("told") and witnesses(link.name)  # "two witnesses told the paper"
    there = attribution.speaker in hit and all(before.kind in MEDIA for before in attribution.chain[:-1])
    told_it = (seen or told or there) and not _to_body(attribution, reading)
    return bool(told_it) and not _struck(attribution, reading)


def _to_body(attribution: Attribution, reading: Reading) -> bool:
    """Whether a statement was made to police, a court or a group that looks into it: "told deputies that"."""
    end = max((piece.end for piece in attribution.cue if piece.field == "text"), default=0)
    after = (piece.start for piece in attribution.content if piece.field == "text" and piece.start >= end)
    start = min(after, default=None)
    text = reading.report.text
    whom = text[end:start].split() if start is not None else text[end : end + _WHOM].split()[:2]
    whom = [word.strip(".,;:") for word in whom]
    return body(whom) in EVERYWHERE or any(speaks_as(word.lower(), "group") for word in whom)


def _all_said(attribution: Attribution, reading: Reading) -> str:
    """The words of all that somebody tells a report; of one whom it does not tell apart, of this statement."""
    who = attribution.speaker
    own = [one for one in reading.attributions if who and one.speaker == who and not _to_body(one, reading)]
    return " ".join(reading.report.words(piece) for one in own or [attribution] for piece in one.content)


def witness(root: Root, reading: Reading) -> Root:
    """The root that those whom an outlet met are counted under."""
    outlet = reading.report.outlet.name if reading.report.outlet else reading.report.id
    return replace(root, key=f"witness {outlet.lower()}", person="", weak=False)


def _offices(reading: Reading, entity: str | None) -> list[str]:
    roles = {mention.role for mention in reading.mentions if entity and mention.entity == entity and mention.role}
    return sorted(role for role in roles if not all(is_courtesy(word) for word in role.split()))


def _struck(attribution: Attribution, reading: Reading) -> bool:
    """Whether a report has the speaker do the harm, or held or charged: a suspect's word is none of an eyewitness."""
    who = attribution.speaker
    return who is not None and any(
        (claim.action == "ASSAULT" and any(one.entity == who for one in claim.actors))
        or (claim.mode in SUSPECTED and any(one.entity == who for one in claim.recipients))
        for claim in reading.claims
    )


def _tells(each: Vouched, claims: Mapping[str, Claim]) -> bool:
    """Whether a statement tells of harm done to somebody, or of a toll; a word for the event is neither."""
    told = [claims[name] for name in each.claims if name in claims]
    toll = any(quantity.of in _TOLL for claim in told for quantity in claim.quantities)
    return toll or any(claim.action == "ASSAULT" and claim.recipients for claim in told)


def shown(group: Iterable[Root], names: Mapping[str, str]) -> str:
    """The name that one voice goes by: whole and proper, of a body before its officers."""
    rows = sorted(group, key=lambda one: (one.weak, one.name, one.key, one.kind, one.entity or "", one.person))
    strong = [one for one in rows if not one.weak] or rows
    if strong[0].key.startswith("witness "):
        return " and ".join(dict.fromkeys(one.name for one in strong[:3]))
    if filed := proper_name(strong[0].key.removeprefix("name ")):
        return filed
    bodies = [one for one in strong if one.kind != "person" and named(one.name)] or strong
    said = [_plain(_whole(one, names)) for one in bodies]
    local = next((one.key for one in rows if one.key in _LOCAL), None)
    if local:
        return _local_name(local.removeprefix("body "), said)
    agencies = [name for one, name in zip(bodies, said, strict=True) if one.kind == "agency"]
    return _best(agencies or said)


def _best(said: Sequence[str]) -> str:
    """The proper name among those given, else the one given most."""
    return max(said, key=lambda name: (_proper(name), said.count(name), named(name), len(name), name))


def _whole(one: Root, names: Mapping[str, str]) -> str:
    """A name as the record has it for persons and for descriptions ("the monitoring group"), else as it is written."""
    if one.kind == "person" or not named(one.name):
        return names.get(one.entity or "", "") or one.name
    return one.name


def _local_name(kind: str, said: Sequence[str]) -> str:
    """What police, a hospital ... are called: the proper name of the body, else the body and who speaks for it."""
    of_body = [name for name in said if _proper(name) and body(name.split()) == kind]
    if of_body:
        return max(of_body, key=lambda name: (len(name.split()), said.count(name), name))
    people = [name for name in said if " " in name and named(name) and not body(name.split())]
    return f"{kind} ({min(people)})" if people else min(said, key=lambda name: (len(name), name))


def _plain(name: str) -> str:
    words = name.split()
    return " ".join(words[1:]) if len(words) > 1 and words[0].lower() == "the" else name


def _proper(name: str) -> bool:
    """Whether a name is that of a body, not a sentence about it: capitals but for small words, no figures or marks."""
    words = name.split()
    small = ("of", "for", "and", "the", "in", "al", "police")
    return (
        1 < len(words) <= _LONG
        and name[0].isupper()
        and all(word[0].isupper() or word.lower() in small for word in words)
        and not any(mark.isdigit() or mark in ":()/" for mark in name)
    )
