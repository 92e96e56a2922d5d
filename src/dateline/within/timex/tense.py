"""Which way the verb above a word looks: back at what was, ahead to what is planned."""

from __future__ import annotations

from dateline.knowledge import actions
from dateline.knowledge.calendar import table
from dateline.within.parse import Parse

_VERBAL = frozenset(("VERB", "AUX"))


def lean(parse: Parse, token: int) -> int:
    """Which way the verb above a token looks: -1 past, 1 future, 0 unclear; what is told since a day lies behind it."""
    return -1 if parse.lowers[max(0, token - 1)] == "since" else _above(parse, token)


def _above(parse: Parse, token: int) -> int:
    climbed = token
    found = 0
    noun = parse.heads[token]
    if parse.deps[token] in {"compound", "poss", "nmod"} and parse.pos[noun] in {"NOUN", "PROPN"}:
        if parse.deps[noun] in {"nsubj", "nsubjpass"} and _tense(parse, parse.heads[noun]) > 0:
            return 1
        if parse.lowers[token] in table("weekdays"):
            return -1
        month = parse.lowers[token].rstrip(".") in table("months") and not parse.lowers[noun][:1].isdigit()
        if month and parse.pos[noun] == "NOUN":  # the March attack, but not March 11th
            return -1 if harm(parse, noun) else 0
    harmed = False
    for _ in range(12):
        if _over(parse, climbed):
            return -1
        harmed = harmed or (climbed != token and parse.deps[climbed] == "pobj" and harm(parse, climbed))
        if parse.pos[climbed] in _VERBAL and (found := _tense(parse, climbed) or _scheduled(parse, climbed, token)):
            break
        head = parse.heads[climbed]
        if head == climbed:
            break
        climbed = head
    before = parse.lowers[token - 1] if token else ""
    if before in {"to", "until", "till"} and parse.lemmas[climbed] in table("lists")["put_off"]:
        return 1
    if harmed and not _modal(parse, climbed):
        return -1  # wanted for the shooting on June 20: nobody plans what he is wanted for
    if found < 0 and before in {"until", "till"} and _helpers(parse, climbed) & {"has", "have"}:
        return 1  # has been closed until Friday
    return 0 if found < 0 and before in {"until", "till", "by"} else found


def _helpers(parse: Parse, verb: int) -> set[str]:
    return {parse.lowers[kid] for kid in parse.kids[verb] if parse.deps[kid] in {"aux", "auxpass"}}


def _scheduled(parse: Parse, verb: int, token: int) -> int:
    """1 where a plain present tells what is planned for a day: "talks resume Thursday"; headlines tell the past so."""
    if parse.tags[verb] not in {"VBZ", "VBP"} or _helpers(parse, verb) or parse.block_of(verb).kind != "body":
        return 0
    if parse.lemmas[verb] not in table("lists")["scheduled"] or any(
        parse.deps[kid] == "dobj" for kid in parse.kids[verb]
    ):
        return 0
    if parse.lemmas[verb] == "be" and (parse.heads[parse.heads[token]] != verb or parse.lowers[token - 1] != "on"):
        return 0  # "the vote is on Tuesday", but not "Tuesday's vote is a test"
    between = range(min(verb, token), max(verb, token))
    return 0 if any(harm(parse, noun) for noun in between) else 1


def _tense(parse: Parse, verb: int) -> int:
    tag, lemma = parse.tags[verb], parse.lemmas[verb]
    words = _helpers(parse, verb)
    ahead = table("lists")["ahead"]
    if _modal(parse, verb):
        if {"would", "have"} <= words:
            return 0  # would have begun on Nov. 1: behind or ahead
        return -1 if "have" in words else 1
    if "to" in words and tag in {"VB", "VBN"}:
        return -1 if _done(parse, verb, ahead) else 1
    if lemma in ahead and tag not in {"VBD", "VBG"} and not words & {"had", "was", "were"}:
        return 1
    if tag == "VBD" or words & {"had", "was", "were", "did", "has", "have", "having"}:
        return 0 if lemma in ahead and tag == "VBN" else -1
    if tag == "VBN" and not words:
        return -1
    return _present(parse, verb, tag, lemma)


def _modal(parse: Parse, verb: int) -> bool:
    helpers = [kid for kid in parse.kids[verb] if parse.deps[kid] in {"aux", "auxpass"}]
    return any(parse.tags[word] == "MD" and not _may(parse, word) for word in (verb, *helpers))


def _may(parse: Parse, token: int) -> bool:
    """Whether a word is the month of May, taken for the verb: on 22 May he fell."""
    beside = (*parse.words[token - 1 : token], *parse.words[token + 1 : token + 2])
    return parse.words[token] == "May" and any(word[:1].isdigit() for word in beside)


def harm(parse: Parse, token: int) -> bool:
    """Whether a noun tells of violence or an accident, which is news only when it lies behind."""
    return parse.pos[token] == "NOUN" and harms(parse, token)


def harms(parse: Parse, token: int) -> bool:
    """Whether a word, as a noun or what it comes from, tells of violence or of what nobody plans."""
    frames = actions.nouns().get(parse.lowers[token], ()) or actions.nouns().get(parse.low_lemmas[token], ())
    if not frames:
        return False
    return frames[-1].action == "ASSAULT" or frames[-1].mode == "arrest" or frames[-1].kind in _UNPLANNED


_DUE = frozenset(("due", "set"))
_UNPLANNED = frozenset(("death", "injury", "accident", "crime", "incident", "disaster"))


def _done(parse: Parse, verb: int, ahead: list[str]) -> bool:
    """Whether an infinitive is as past as its verb: tried to enter, led a raid to free her; not agreed to enter."""
    head = parse.heads[verb]
    if parse.deps[verb] == "acl" and parse.lemmas[head] in table("lists")["attempts"]:
        return any(parse.pos[t] == "VERB" and _tense(parse, t) < 0 for t in parse.above(head))
    if parse.deps[verb] not in {"xcomp", "advcl"} or head == verb or parse.lemmas[head] in (*ahead, "go", "suppose"):
        return False
    if parse.lemmas[head] in table("lists")["chosen"] or parse.lemmas[head] == "be":
        return False  # was to begin on July 1
    if parse.deps[verb] == "xcomp":
        return parse.tags[head] == "VBD"
    return parse.pos[head] == "VERB" and _tense(parse, head) < 0


def _over(parse: Parse, token: int) -> bool:
    """Whether a gerund tells what somebody is to answer for, whatever tense stands above: on trial for shooting."""
    above = parse.heads[token]
    if parse.tags[token] != "VBG" or parse.deps[token] != "pcomp" or parse.lowers[above] not in {"for", "after", "of"}:
        return False
    governor = parse.heads[above]
    ahead = table("lists")["ahead"]
    return parse.pos[governor] in _VERBAL and parse.lemmas[governor] not in ahead


def _present(parse: Parse, verb: int, tag: str, lemma: str) -> int:
    going = lemma == "go" and any(parse.tags[kid] == "VB" for kid in parse.kids[verb])
    if lemma == "be" and any(parse.deps[k] == "acomp" and parse.lowers[k] in _DUE for k in parse.kids[verb]):
        return 1  # the vote is due in November
    return 1 if tag == "VBG" and (going or lemma in {"begin", "start"}) else 0
