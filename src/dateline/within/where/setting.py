"""Which toponyms tell where something happened, and which only name a home, a hospital, a court or a speaker."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.knowledge.placewords import words
from dateline.model import Span
from dateline.within.parse import Parse
from dateline.within.where.geocode import Sense
from dateline.within.where.toponym import Toponym

TOLD = 1.0  # strength from which a sentence is taken to place what it tells
PLAIN = 1.5  # strength of a place that something is set in, not merely near
_HOME = 0.25  # of a place where somebody lives: less than that of a mere name
_DASHES = frozenset({"-", "--", "–", "—", "―", "−", ">>", "|", "---"})


class Setting(msgspec.Struct, frozen=True):
    """A toponym as the scene of something: how strongly its sentence says so, and the tokens it hangs from.

    ``strength`` is 2 for a plain locative, under `TOLD` for what merely names a body, a home or a destination;
    ``dateline`` marks the town that opens a report before a dash.
    """

    toponym: int
    first: int
    strength: float
    heads: frozenset[int]
    relation: str | None
    dateline: bool = False


def settings(
    parse: Parse,
    found: Sequence[Toponym],
    senses: Sequence[Sense | None],
    inside: dict[int, int],
    media: Sequence[Span] = (),
) -> dict[int, list[Setting]]:
    """The settings of every sentence, by its number, without containers ("Ghazni province" of "Andar district").

    Where one of the cited ``media`` sits, nothing happened: "according to a station in Oman".
    """
    outer = set(inside.values())
    told: dict[int, list[Setting]] = {}
    opened = [_opening(parse, sentence.first, sentence.end) for sentence in parse.sentences]
    for number, toponym in enumerate(found):
        if number in outer or toponym.street or (senses[number] is None and toponym.matches):
            continue
        at, field = parse.starts[toponym.first], parse.block_of(toponym.first).field
        if any(span.start <= at < span.end and span.field == field for span in media):
            continue
        sentence = parse.sentence_at[toponym.first]
        dateline = toponym.first < opened[sentence]
        if dateline:
            strength, relation = _dateline(number, senses, inside), None
        else:
            strength, relation = _strength(parse, toponym)
            if strength < TOLD and (joined := _joined(parse, toponym, told.get(sentence, ()), found)):
                strength, relation = joined.strength * 0.9, joined.relation
        if strength > 0:
            heads = frozenset(_heads(parse, toponym))
            made = Setting(number, toponym.first, strength, heads, relation, dateline)
            told.setdefault(sentence, []).append(made)
    return told


def _dateline(number: int, senses: Sequence[Sense | None], inside: dict[int, int]) -> float:
    """How much a dateline's town says of the scene: of an agency's report from abroad only where it was written."""
    outer = senses[inside[number]] if number in inside else None
    abroad = outer is not None and outer.entry is not None and outer.entry.kind == "country"
    return 0.05 if abroad else 1.2


def _joined(parse: Parse, toponym: Toponym, told: Sequence[Setting], found: Sequence[Toponym]) -> Setting | None:
    """The setting that a name is coordinated with ("in Zabul and Kandahar provinces")."""
    for setting in reversed(told):
        other = found[setting.toponym]
        gap = parse.lowers[other.end : toponym.first]
        if 0 < len(gap) <= 3 and setting.strength >= TOLD and all(word in (",", "and", "or", "&") for word in gap):
            return setting
    return None


def _opening(parse: Parse, first: int, end: int) -> int:
    """Where the sentence proper begins after a dateline ("KABUL, Afghanistan (Oct. 3) - "): the token past its dash."""
    block = parse.block_of(first)
    if block.kind == "dateline" or block.field == "title":
        return end if block.kind == "dateline" else first
    if parse.pos[first] not in ("PROPN", "NOUN", "ADJ", "X", "VERB") and not parse.words[first].isupper():
        return first
    for token in range(first, min(end, first + 16)):
        if parse.words[token] in _DASHES and token > first and parse.starts[token] > parse.ends[token - 1]:
            return token + 1 if all(parse.pos[t] not in ("AUX", "PRON", "DET") for t in range(first, token)) else first
    return first


def _heads(parse: Parse, toponym: Toponym) -> list[int]:
    """The words that a toponym hangs from, up to and including the first verb."""
    found = []
    for token in parse.above(toponym.end - 1):
        found.append(token)
        if parse.pos[token] == "VERB":
            break
    return found


def _strength(parse: Parse, toponym: Toponym) -> tuple[float, str | None]:
    """How strongly the words about a name make it a scene, and the relation that they keep ("near", "south of")."""
    lowers, before = parse.lowers, toponym.first - 1
    sentence = parse.sentences[parse.sentence_at[toponym.first]]
    while before >= sentence.first and (lowers[before] in ("the", "a", "an") or lowers[before] in words("direction")):
        before -= 1
    before = _past_title(parse, toponym, before, sentence.first)
    word = lowers[before] if before >= sentence.first else ""
    head = parse.heads[toponym.end - 1]
    modifies = head >= toponym.end and parse.sentence_at[head] == parse.sentence_at[toponym.first]
    if word in words("locative"):
        return _locative(parse, toponym, before, modifies=modifies, head=head)
    if word == "of":
        return _of(lowers[before - 1] if before > sentence.first else "")
    if word in ("from", "to", "for", "by") and not toponym.civic:
        return 0.2, None
    if modifies and lowers[head] in words("site"):
        return 1.3 * toponym.weight, None
    if modifies and lowers[head] in words("event"):
        return 1.2 * toponym.weight, None
    if toponym.civic:
        resident = parse.lowers[toponym.end : toponym.end + 1] and parse.lowers[toponym.end] in words("person")
        return (0.5 if resident else 0.6), None
    return 0.3 * toponym.weight, None


def _past_title(parse: Parse, toponym: Toponym, before: int, first: int) -> int:
    """The token before what a town is called by: the "in" of "in the Omani capital Muscat"."""
    if before != toponym.first - 1 or before < first or parse.words[before] not in words("town"):
        return before
    opened = before - 1
    while opened >= first and before - opened < 3 and parse.pos[opened] in ("ADJ", "PROPN", "NOUN"):
        opened -= 1
    return opened - 1 if opened >= first and parse.pos[opened] == "DET" else before


def _at_home(parse: Parse, of: int) -> bool:
    """Whether "of" gives somebody's address: "Ana Ruiz of Elm Street in Reno"."""
    return parse.pos[parse.heads[of]] == "PROPN" and any(
        parse.lowers[kid] in words("street") or parse.lowers[kid] in words("crossing") for kid in parse.kids[of]
    )


def _of(head: str) -> tuple[float, str | None]:
    """The strength of a name after "of": "north of X", "the city of X", and else whose home it is."""
    if head in words("direction"):
        return 1.8, f"{head} of"
    if head in words("near"):
        return 1.5, head  # "outside of X"
    return (1.6 if head in words("site") | words("town") | words("admin2") | words("portion") else 0.2), None


def _locative(parse: Parse, toponym: Toponym, before: int, *, modifies: bool, head: int) -> tuple[float, str | None]:
    """The strength of a name after in, at, near: little where the phrase tells of a home, a hospital or a court."""
    word = parse.lowers[before]
    relation = word if word in words("near") else None
    typed = words("site") | words("admin1") | words("admin2") | words("town")
    if modifies and parse.lowers[head] in ("border", "line", "frontier"):
        return 0.8 * toponym.weight, relation
    if modifies and parse.lowers[head] in words("event"):
        return 1.2 * toponym.weight, relation
    if modifies and parse.lowers[head] not in typed and not toponym.kind:
        return 0.5 * toponym.weight, relation
    for token in _heads(parse, toponym):
        lemma = parse.lowers[token]
        if lemma in words("event"):
            break  # "flown from the ruins of a fire in Reno"
        if lemma == "of" and _at_home(parse, token):
            return _HOME, relation
        if lemma in words("dwell") or (lemma in words("moved") and word in ("to", "in", "at")):
            return _HOME, relation
        if lemma in words("ward") or any(parse.lowers[k] in words("medical") for k in parse.kids[token]):
            return 0.4, relation
    return (1.5 if relation else 2.0) * toponym.weight, relation
