"""What a cue hands to its source: the clause, infinitive or noun phrase that its frame asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dateline.knowledge.cues import nouns
from dateline.within.saying.clauses import Clauses, Range
from dateline.within.saying.source import agent

_BELONGING = ("for", "as", "of", "to", "from", "with", "against", "over", "about", "in", "into", "toward", "between")
_TENSED = ("VB", "VBD", "VBZ", "VBP", "MD")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_CLAUSES = ("ccomp", "xcomp")
_ADDRESSEE = ("dobj", "dative")
_FELT = ("about", "at", "by", "over", "with")
_CONTRASTS = ("while", "whereas", "although", "though")
_DASHES = ("—", "–", "--")
_QUESTIONS = ("how", "what", "when", "where", "whether", "which", "who", "whom", "whose", "why")


def complement(clauses: Clauses, verb: int, frames: Mapping[str, str]) -> tuple[str, str, tuple[Range, ...]] | None:
    """The frame that a verb's right-hand side fills, its kind, and the content; None where nothing fits."""
    found = _filled(clauses, verb, frames)
    if found is None or found[0] in ("that", "told"):
        return found
    return found[0], found[1], (*found[2][:-1], _short_of_dash(clauses, found[2][-1]))


def _short_of_dash(clauses: Clauses, piece: Range) -> Range:
    """A noun phrase or an infinitive up to the one dash behind which the report says what it makes of it."""
    dashes = [token for token in range(piece[0] + 2, piece[1]) if clauses.parse.words[token] in _DASHES]
    return (piece[0], dashes[0]) if len(dashes) == 1 else piece


def _filled(clauses: Clauses, verb: int, frames: Mapping[str, str]) -> tuple[str, str, tuple[Range, ...]] | None:
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
        if kid > verb and _finite(clauses, kid) and clauses.low[kid] > verb and not _inverted(clauses, kid)
    )[:1]
    return found or _garbled(clauses, verb) or _past_adverbial(clauses, verb, _that_clause)


def _short_of_contrast(clauses: Clauses, verb: int) -> int:
    """The end of a clause, before a ", while" or ", although" that goes on with what somebody else does."""
    parse, end = clauses.parse, clauses.high[verb]
    for token in range(verb + 1, end):
        contrast = parse.lowers[token] in _CONTRASTS and parse.words[token - 1] == ","
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
    told = (kid for kid in clauses.kids(verb, "ccomp") if kid > verb and not _inverted(clauses, kid))
    found = _that(clauses, verb) or tuple(clauses.range(kid) for kid in told)[:1]
    return found or _told_bare(clauses, verb)


def _told_bare(clauses: Clauses, verb: int) -> tuple[Range, ...]:
    """A clause which the parser hangs on whom it was told: "told the host he was against it", "told Radio Ola that he
    saw it"."""
    for whom in clauses.kids(verb, *_ADDRESSEE):
        for kid in clauses.kids(whom, "relcl", "acl", "ccomp"):
            own = clauses.kids(kid, "nsubj", "nsubjpass", "expl")
            bare = bool(own) and clauses.low[kid] == clauses.low[own[0]]
            if whom > verb and own and (bare or _that_clause(clauses, kid)) and _plain(clauses, own[0]):
                return (clauses.range(kid),)
    return ()


def _plain(clauses: Clauses, subject: int) -> bool:
    """Say whether a subject is no relative word."""
    return clauses.parse.tags[subject] not in ("WP", "WDT", "WP$")


def _infinitive(clauses: Clauses, verb: int) -> tuple[Range, ...]:
    return tuple(
        (clauses.low[kid], _with_bare(clauses, verb, clauses.high[kid]))
        for kid in clauses.kids(verb, "xcomp", "advcl")
        if kid > verb and _to(clauses, kid) and (clauses.parse.deps[kid] == "xcomp" or clauses.low[kid] == verb + 1)
    )[:1] or _past_adverbial(clauses, verb, _to)


def _to(clauses: Clauses, verb: int) -> bool:
    return any(clauses.parse.tags[k] == "TO" for k in clauses.kids(verb, "aux"))


def _that_clause(clauses: Clauses, verb: int) -> bool:
    """Say whether a clause opens with a "that" which is neither its subject nor its object."""
    parse, first = clauses.parse, clauses.low[verb]
    relative = parse.deps[first] in ("nsubj", "nsubjpass", "dobj", "pobj")
    return parse.lowers[first] == "that" and not relative and bool(clauses.kids(verb, *_SUBJECTS))


def _past_adverbial(clauses: Clauses, verb: int, fits: Callable[[Clauses, int], bool]) -> tuple[Range, ...]:
    """A content that the parser hangs on an adverbial before it: "decided after a review to close it"."""
    preps = [prep for prep in clauses.kids(verb, "prep") if prep > verb]
    heads = [noun for prep in preps for noun in clauses.kids(prep, "pobj")]
    for noun in (*heads, *(k for k in clauses.kids(verb, "npadvmod") if k > verb)):
        inside = (
            clauses.parse.lowers[clauses.parse.heads[noun]] == "in" and fits is _that_clause
        )  # "said in a report that"
        adverbial = inside or clauses.parse.lemmas[noun] not in nouns()
        for kid in clauses.kids(noun, "acl", "relcl") if adverbial else ():
            if kid > noun and fits(clauses, kid):
                return (clauses.range(kid),)
    return ()


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
                at = clauses.low[more]
                follows = parse.deps[more] == "prep" and end <= at <= end + 1
                follows = follows and (at == end or parse.deps[end] == "advmod")
                if follows and parse.lowers[more] in _BELONGING:
                    end = clauses.high[more]
            return ((first, end),)
    return _asked(clauses, verb) or _gerund(clauses, verb)


def _asked(clauses: Clauses, verb: int) -> tuple[Range, ...]:
    """A question in the place of an object: "questioned why they had waited", "discussed whether to go"."""
    for kid in clauses.kids(verb, "ccomp", "advcl", "csubj", "xcomp"):
        if kid > verb and clauses.parse.lowers[clauses.low[kid]] in _QUESTIONS:
            return (clauses.range(kid),)
    return ()


def _gerund(clauses: Clauses, verb: int) -> tuple[Range, ...]:
    """What somebody speaks for or against doing: "recommended leaving early"."""
    for kid in clauses.kids(verb, "xcomp"):
        if kid > verb and clauses.parse.tags[kid] == "VBG":
            return (clauses.range(kid),)
    return ()


def _as(clauses: Clauses, verb: int) -> tuple[Range, ...]:
    """What is held to be what, in either order: "saw the plan as risky", "saw as risky the plan of the board"."""
    objects = [k for k in clauses.kids(verb, "dobj") if k > verb][:1]
    for prep in clauses.kids(verb, "prep"):
        if clauses.parse.lowers[prep] == "as" and prep > verb:
            if not objects:
                return (clauses.range(prep),)
            parts = (objects[0], prep)
            first = clauses.low[objects[0]] if objects[0] < prep else clauses.low[prep] + 1
            return ((first, max(clauses.high[part] for part in parts)),)
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
    if "felt" in frames:
        return _felt(clauses, verb, frames["felt"])
    rest = [
        clauses.range(k)
        for k in clauses.kids(verb, "xcomp", "oprd", "prep", "ccomp", "advcl")
        if k > verb and (clauses.parse.deps[k] not in ("prep", "advcl") or clauses.parse.lowers[k] in frames)
    ][:1]
    frame = next((f for f in ("np", "toobj", "pred", "as", "that", "of", "for") if f in frames), None)
    if frame is None or (not rest and (frame != "np" or agent(clauses, verb) is None)):
        return None
    return frame, frames[frame], (clauses.range(subjects[0]), *rest)


def _felt(clauses: Clauses, verb: int, kind: str) -> tuple[str, str, tuple[Range, ...]] | None:
    """What the subject of a passive verb of feeling feels it about: "were outraged by the plan"."""
    for kid in clauses.kids(verb, "ccomp", "agent", "prep", "xcomp"):
        name = clauses.parse.lowers[kid]
        inside = clauses.kids(kid, "pobj", "pcomp") if clauses.parse.deps[kid] in ("agent", "prep") else [kid]
        if kid > verb and inside and (inside[0] == kid or name in _FELT):
            return "felt", kind, (clauses.range(inside[0]),)
    return None


def preposition(clauses: Clauses, word: int, frames: Mapping[str, str]) -> tuple[str, str, tuple[Range, ...]] | None:
    """The object of the first preposition that a cue's frames name."""
    parse = clauses.parse
    if "for" in frames and (wish := _for_to(clauses, word)):
        return "for", frames["for"], wish
    for prep in clauses.kids(word, "prep"):
        name = parse.lowers[prep]
        if prep > word and name in frames and (inside := clauses.kids(prep, "pobj", "pcomp")):
            return name, frames[name], ((clauses.low[inside[0]], clauses.high[inside[0]]),)
    return None


def governed(
    clauses: Clauses, verb: int, prep: int, frames: Mapping[str, str]
) -> tuple[str, str, tuple[Range, ...]] | None:
    """What a verb's own preposition brings: whom it calls on to do something, or what it speaks of."""
    inside = [k for k in clauses.kids(prep, "pobj", "pcomp") if k > prep]
    if not inside:
        return None
    if "toobj" in frames:
        ends = [clauses.high[k] for k in clauses.kids(verb, "xcomp", "advcl", "ccomp") if k > prep and _to(clauses, k)]
        ends += [clauses.high[k] for k in clauses.kids(inside[0], "acl", "relcl") if _to(clauses, k)]
        if ends:
            return "toobj", frames["toobj"], ((clauses.low[inside[0]], ends[0]),)
    if "np" in frames:
        return "np", frames["np"], (clauses.range(inside[0]),)
    return None


def _for_to(clauses: Clauses, word: int) -> tuple[Range, ...]:
    """What somebody wants done: "called for the depot to be reopened"."""
    parse = clauses.parse
    for kid in clauses.kids(word, "advcl", "ccomp", "xcomp", "acl"):
        first = clauses.low[kid]
        if first > word and parse.lowers[first] == "for" and parse.heads[first] == kid and _to(clauses, kid):
            return ((first + 1, clauses.high[kid]),)
    return ()


def _inverted(clauses: Clauses, verb: int) -> bool:
    """Say whether a verb says who said the whole, at its end: "He told them of it on Friday, said a clerk." """
    parse = clauses.parse
    after = clauses.kids(verb, "nsubj")
    return parse.words[verb - 1] == "," and clauses.low[verb] == verb and bool(after) and after[0] > verb


def _finite(clauses: Clauses, verb: int) -> bool:
    """A clause with a subject of its own, a "that" or "if", or the mark of a direct quotation before it."""
    parse = clauses.parse
    if any(parse.tags[k] == "TO" for k in clauses.kids(verb, "aux")):
        return False
    if clauses.kids(verb, *_SUBJECTS, "mark", "auxpass"):
        return True
    return parse.deps[verb] == "ccomp" and (parse.tags[verb] in _TENSED or parse.pos[verb] != "VERB")
