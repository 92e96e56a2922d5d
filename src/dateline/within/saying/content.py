"""What a cue hands to its source: the clause, infinitive or noun phrase that its frame asks for."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.within.saying.clauses import Clauses, Range
from dateline.within.saying.source import agent

_BELONGING = ("for", "as", "of", "to", "from", "with", "against", "over", "about", "in", "into", "toward", "between")
_TENSED = ("VB", "VBD", "VBZ", "VBP", "MD")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_CLAUSES = ("ccomp", "xcomp")
_ADDRESSEE = ("dobj", "dative")


def complement(clauses: Clauses, verb: int, frames: Mapping[str, str]) -> tuple[str, str, tuple[Range, ...]] | None:
    """The frame that a verb's right-hand side fills, its kind, and the content; None where nothing fits."""
    if "of" in frames and (found_of := preposition(clauses, verb, {"of": frames["of"]})):
        return found_of
    for frame, find in _FRAMES.items():
        if frame in frames and (found := find(clauses, verb)):
            return frame, frames[frame], found
    if "that" in frames and clauses.kids(verb, "neg") and (found := _open(clauses, verb)):
        return "that", frames["that"], found
    return preposition(clauses, verb, frames)


def _that(clauses: Clauses, verb: int) -> tuple[Range, ...]:
    found = tuple(
        (clauses.low[kid], _short_of_contrast(clauses, kid))
        for kid in clauses.kids(verb, *_CLAUSES)
        if kid > verb and _finite(clauses, kid) and clauses.low[kid] > verb
    )[:1]
    return found or _garbled(clauses, verb)


def _short_of_contrast(clauses: Clauses, verb: int) -> int:
    """The end of a clause, before a ", while" that goes on with what somebody else does."""
    parse, end = clauses.parse, clauses.high[verb]
    for token in range(verb + 1, end):
        contrast = parse.lowers[token] in ("while", "whereas") and parse.words[token - 1] == ","
        if contrast and parse.deps[token] == "mark" and clauses.high[parse.heads[token]] >= end - 1:
            return token
    return end


def _garbled(clauses: Clauses, verb: int) -> tuple[Range, ...]:
    """A clause that the parser took for an object with something hanging on it: "said that claim smacked of ..."."""
    if clauses.parse.lemmas[verb] not in ("say", "add"):
        return ()
    for kid in clauses.kids(verb, "dobj"):
        if kid > verb and any(clauses.parse.tags[k][0] == "V" for k in clauses.kids(kid, "acl", "relcl", "ccomp")):
            return ((clauses.low[kid], clauses.parse.sentences[clauses.parse.sentence_at[verb]].end),)
    return ()


def _open(clauses: Clauses, verb: int) -> tuple[Range, ...]:
    """ "would not say when ...": a question word's clause that the parser takes for an adverbial."""
    for kid in clauses.kids(verb, "advcl"):
        if kid > verb and clauses.parse.lowers[clauses.low[kid]] in ("when", "where", "how", "why", "whether", "if"):
            return (clauses.range(kid),)
    return ()


def _told(clauses: Clauses, verb: int) -> tuple[Range, ...]:
    return _that(clauses, verb) or tuple(clauses.range(k) for k in clauses.kids(verb, "ccomp") if k > verb)[:1]


def _infinitive(clauses: Clauses, verb: int) -> tuple[Range, ...]:
    return tuple(
        (clauses.low[kid], _with_bare(clauses, verb, clauses.high[kid]))
        for kid in clauses.kids(verb, "xcomp")
        if kid > verb and any(clauses.parse.tags[k] == "TO" for k in clauses.kids(kid, "aux"))
    )[:1]


def _with_bare(clauses: Clauses, verb: int, end: int) -> int:
    """The end of an infinitive with the bare verbs that go on with it: "wants to raise fees and build homes".

    The parser hangs them on the verb before the infinitive, whose own form they lack.
    """
    if clauses.parse.tags[verb] in ("VB", "VBP"):
        return end
    for kid in clauses.parse.kids[verb]:
        bare = clauses.parse.deps[kid] == "conj" and clauses.parse.tags[kid] in ("VB", "VBP")
        if kid >= end and bare and not clauses.kids(kid, *_SUBJECTS):
            end = clauses.high[kid]
    return end


def _object_infinitive(clauses: Clauses, verb: int) -> tuple[Range, ...]:
    parse = clauses.parse
    for kid in clauses.kids(verb, "ccomp", "xcomp", "advcl"):
        if kid > verb and any(parse.tags[k] == "TO" for k in clauses.kids(kid, "aux")):
            objects = [k for k in clauses.kids(verb, *_ADDRESSEE) if verb < k < kid]
            if objects or clauses.kids(kid, *_SUBJECTS):
                return ((clauses.low[objects[0]] if objects else clauses.low[kid], clauses.high[kid]),)
    return ()


def _object(clauses: Clauses, verb: int) -> tuple[Range, ...]:
    parse = clauses.parse
    for kid in clauses.kids(verb, "dobj"):
        if kid > verb and parse.tags[kid] not in ("WP", "WDT"):
            first, end = clauses.range(kid)
            for more in parse.kids[verb]:  # "criticised him for leaving": what follows the object belongs to it
                follows = parse.deps[more] == "prep" and clauses.low[more] == end
                if follows and parse.lowers[more] in _BELONGING:
                    end = clauses.high[more]
            return ((first, end),)
    return ()


def _as(clauses: Clauses, verb: int) -> tuple[Range, ...]:
    objects = [k for k in clauses.kids(verb, "dobj") if k > verb]
    for prep in clauses.kids(verb, "prep"):
        if clauses.parse.lowers[prep] == "as" and prep > verb:
            return ((clauses.low[objects[0]] if objects else clauses.low[prep], clauses.high[prep]),)
    return ()


def _predicate(clauses: Clauses, verb: int) -> tuple[Range, ...]:
    objects = [k for k in clauses.kids(verb, "dobj", "nsubj") if k > verb]
    for kid in clauses.kids(verb, "oprd", "ccomp", "xcomp", "acomp"):
        if kid > verb and not any(clauses.parse.tags[k] == "TO" for k in clauses.kids(kid, "aux")):
            return ((min([clauses.low[kid], *(clauses.low[k] for k in objects)]), clauses.high[kid]),)
    return ()


_FRAMES = {
    "told": _told,
    "that": _that,
    "toobj": _object_infinitive,
    "inf": _infinitive,
    "pred": _predicate,
    "as": _as,
    "np": _object,
}


def passive(clauses: Clauses, verb: int, frames: Mapping[str, str]) -> tuple[str, str, tuple[Range, ...]] | None:
    """What was said, ordered or thought of a passive verb's subject; its complement where it was told something."""
    subjects = clauses.kids(verb, "nsubjpass")
    told = "told" in frames and (_told(clauses, verb))
    if told:
        return "told", frames["told"], told
    if not subjects:
        return None
    rest = [
        clauses.range(k)
        for k in clauses.kids(verb, "xcomp", "oprd", "prep", "ccomp", "advcl")
        if k > verb and (clauses.parse.deps[k] not in ("prep", "advcl") or clauses.parse.lowers[k] in frames)
    ][:1]
    frame = next((f for f in ("np", "toobj", "pred", "as", "that", "of", "for") if f in frames), None)
    if frame is None or (not rest and (frame != "np" or agent(clauses, verb) is None)):
        return None
    return frame, frames[frame], (clauses.range(subjects[0]), *rest)


def preposition(clauses: Clauses, word: int, frames: Mapping[str, str]) -> tuple[str, str, tuple[Range, ...]] | None:
    """The object of the first preposition that a cue's frames name."""
    parse = clauses.parse
    for prep in clauses.kids(word, "prep"):
        name = parse.lowers[prep]
        if prep > word and name in frames and (inside := clauses.kids(prep, "pobj", "pcomp")):
            return name, frames[name], ((clauses.low[inside[0]], clauses.high[inside[0]]),)
    return None


def _finite(clauses: Clauses, verb: int) -> bool:
    """A clause with a subject of its own, a "that" or "if", or the mark of a direct quotation before it."""
    parse = clauses.parse
    if any(parse.tags[k] == "TO" for k in clauses.kids(verb, "aux")):
        return False
    if clauses.kids(verb, *_SUBJECTS, "mark", "auxpass"):
        return True
    return parse.deps[verb] == "ccomp" and (parse.tags[verb] in _TENSED or parse.pos[verb] != "VERB")
