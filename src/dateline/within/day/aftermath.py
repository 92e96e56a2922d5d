"""What is done about a deed later, arrests, charges and searches, keeps its day from the deed that it names."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.knowledge.calendar import table
from dateline.within.once import once_a_token
from dateline.within.parse import Parse

_DURING = frozenset(("during", "amid", "as", "while", "when", "where"))
_TOPIC = frozenset(("into", "about", "regarding", "concerning"))
_REASON = frozenset(("for", "with"))
_CALLED = {"receive": ("dobj",), "get": ("dobj",), "come": ("nsubj",), "call": ("dobj", "oprd"), "dial": ("dobj",)}
_BLAME = frozenset(("over", "for", "with"))
_HOLDING = frozenset(("hold",))
_SUBJECT = frozenset(("nsubj", "nsubjpass"))


@once_a_token
def follows_up(parse: Parse, token: int) -> bool:
    """Say whether a word tells of justice done: arrested, pleaded guilty, was back in court, his arrest."""
    lists = table("lists")
    if parse.low_lemmas[token] in lists["justice"]:
        return True
    if parse.lemmas[token] == "appearance":  # made an appearance in court
        return any(
            parse.low_lemmas[kid] in lists["courtly"] for prep in _preps(parse, token) for kid in parse.kids[prep]
        )
    if parse.pos[token] not in {"VERB", "AUX"}:
        return False
    near = [kid for kid in parse.kids[token] if parse.deps[kid] in {"dobj", "attr", "prep", "advmod"}]
    near = [kid for kid in near if parse.lowers[kid] != "according"]  # a call came in, according to the warrant
    near += [kid for noun in near if parse.lemmas[noun] == "appearance" for kid in _preps(parse, noun)]
    near += [kid for prep in near if parse.deps[prep] != "dobj" for kid in parse.kids[prep]]
    near += [kid for prep in near if parse.deps[prep] == "prep" for kid in parse.kids[prep]]  # walked out of jail
    near += [
        kid for noun in near if parse.deps[noun] == "dobj" for kid in parse.kids[noun] if parse.deps[kid] == "amod"
    ]
    return any(parse.low_lemmas[kid] in lists["courtly"] for kid in near)


def of_the_deed(parse: Parse, trigger: int, owner: int | None, downs: Sequence[int]) -> bool:
    """Whether a time is that of the deed for which somebody is arrested or charged, not of the arrest.

    ``owner``: the noun before which it stands ("held in Monday's shooting"); ``downs``: the steps from where both paths
    meet to the time ("held for shooting a man on Monday"). What is done over a deed of a named day is done later,
    whatever it is: "questioned over Monday's fire".
    """
    told_of = owner is not None and owner not in (trigger, *parse.above(trigger))
    if told_of and owner is not None and parse.lowers[parse.heads[owner]] == "over":
        return True
    if not follows_up(parse, trigger):
        return False
    if owner is not None and owner != trigger and not follows_up(parse, owner):
        blamed = parse.lowers[parse.heads[owner]] in _BLAME  # held over Monday's raid, but in Monday's raid
        return blamed or parse.low_lemmas[owner] not in table("lists")["attempts"]
    return any(parse.deps[step] == "pcomp" and parse.lowers[parse.heads[step]] in _REASON for step in downs)


def told_to(parse: Parse, token: int, kind: tuple[str, str | None] | None) -> bool:
    """Say whether a word, of this kind, tells of talk or thanks alone, on whose day no deed was done."""
    if kind is None or is_scene(parse, token):
        return False
    return kind[0] in {"CONSULT", "SUPPORT"} or kind[1] == "statement"


def is_scene(parse: Parse, token: int) -> bool:
    """Say whether a word tells where and when the thing was: it happened at, police got a call, a man called 911."""
    lists = table("lists")
    place = parse.lemmas[token] == "take" and "place" in parse.lowers[token + 1 : token + 2]
    if place or parse.lemmas[token] in lists["scenes"]:
        return True
    parts = _CALLED.get(parse.lemmas[token], ())
    return any(parse.deps[kid] in parts and parse.lemmas[kid] in lists["calls"] for kid in parse.kids[token])


def _preps(parse: Parse, noun: int) -> list[int]:
    return [kid for kid in parse.kids[noun] if parse.deps[kid] == "prep"]


def spoken_of(parse: Parse, climbed: Sequence[int]) -> bool:
    """Whether a trigger is a topic alone: an inquiry was under way on Tuesday into the shooting, he wrote about it."""
    return any(parse.lowers[token] in _TOPIC for token in climbed[1:])


def elsewhere(parse: Parse, trigger: int, climbed: Sequence[int], meet: int, first: int) -> bool:
    """Whether a time that opens at ``first`` is that of a later act, not of the trigger which that act only names.

    ``climbed`` are the tokens from the trigger up to below ``meet``, where its path and the time's come together.
    """
    if not climbed or meet == trigger or any(_meanwhile(parse, token) for token in climbed):
        return False
    above = [token for token in (*climbed[1:], meet) if follows_up(parse, token)]
    if _after(parse, climbed):
        return False  # arrested on Tuesday after he shot: as a rule on one day; "a day after" is told apart elsewhere
    deep = len(climbed) > 1 and parse.deps[climbed[-1]] in _SUBJECT
    if above and (deep or first < trigger):
        return True
    if above and parse.low_lemmas[trigger] in table("lists")["charges"]:
        return True
    if _counted(parse, climbed) or (deep and any(parse.deps[token] == "relcl" for token in climbed)):
        return True
    if parse.deps[climbed[-1]] == "ccomp":
        return False
    answered = parse.pos[meet] == "VERB" and parse.lemmas[meet] in table("lists")["responses"]
    answered = answered and not _held(parse, trigger, meet)
    return answered and first < trigger and all(parse.deps[token] != "conj" for token in climbed)


def _held(parse: Parse, trigger: int, verb: int) -> bool:
    """Whether a verb only says that its object took place: "held talks", not "held a man for the attack"."""
    return parse.lemmas[verb] in _HOLDING and parse.heads[trigger] == verb and parse.deps[trigger] == "dobj"


def _counted(parse: Parse, climbed: Sequence[int]) -> bool:
    """Whether a trigger belongs to a toll, which rises on the day of the count: "the toll of the fire rose Tuesday"."""
    return any(parse.low_lemmas[token] in table("lists")["tolls"] for token in climbed)


def behind(parse: Parse, trigger: int, time: int) -> int | None:
    """The dated act behind whose "after" a trigger stands: died Monday after a shot, arrested Monday after he shot."""
    ups, over = [trigger, *parse.above(trigger)], {time, *parse.above(time)}
    meet = next((place for place, token in enumerate(ups) if token in over), 0)
    return ups[meet] if trigger > time and meet and _after(parse, ups[:meet]) else None


def _after(parse: Parse, climbed: Sequence[int]) -> bool:
    """Whether the trigger stands in a clause behind "after": after he shot, after having shot."""
    last = climbed[-1]
    if parse.deps[last] == "advcl":
        return any(parse.lowers[kid] == "after" for kid in parse.kids[last])
    return parse.lowers[last] == "after" and any(parse.deps[token] == "pcomp" for token in climbed)


def _meanwhile(parse: Parse, token: int) -> bool:
    """Whether a step up says that both were at once: during the clash, as shots were fired."""
    if parse.lowers[token] in _DURING:
        return True
    return any(parse.deps[kid] in {"mark", "advmod"} and parse.lowers[kid] in _DURING for kid in parse.kids[token])
