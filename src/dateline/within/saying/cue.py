"""Cues: every word that can hand a statement to somebody, with the source and content that the parse gives it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.knowledge.actions import classes
from dateline.knowledge.cues import adjectives, given, light, nouns, verbs
from dateline.within.saying.clauses import Clauses, Draft, Range
from dateline.within.saying.content import complement, governed, passive, preposition
from dateline.within.saying.inserted import before, inserted
from dateline.within.saying.source import QUOTING, agent, closing, holder, source_range, subject

_THAT = ("that", "how", "what", "when", "where", "whether", "which", "who", "why", "if")
_OUTWARD = ("amod", "compound", "nmod", "poss")


def drafts(clauses: Clauses) -> Iterator[Draft]:
    """Give every attribution that the grammar alone shows, in the order of the cues."""
    for token in range(len(clauses.parse)):
        if found := _draft(clauses, token):
            yield found


def _draft(clauses: Clauses, token: int) -> Draft | None:
    parse = clauses.parse
    tag, lemma = parse.tags[token], parse.lemmas[token]
    if parse.lowers[token] == "according":
        return _according(clauses, token)
    if tag[0] == "V" and parse.deps[token] not in _OUTWARD:
        found = _onto(clauses, token) or _resulting(clauses, token) or _figure(clauses, token)
        return found or _of_lemma(clauses, token, lemma)
    if tag in ("NN", "NNS"):
        kind = nouns().get(lemma) or ("say" if lemma in given() and _is_given(clauses, token) else None)
        return _noun(clauses, token, kind) if kind else None
    kind = adjectives().get(parse.lowers[token]) if tag[0] == "J" else None
    return _adjective(clauses, token, kind) if kind else None


def _of_lemma(clauses: Clauses, verb: int, lemma: str) -> Draft | None:
    if lemma in QUOTING and any(
        clauses.parse.lowers[as_] == "as" and clauses.kids(as_, "pcomp") for as_ in clauses.kids(verb, "prep")
    ):
        return None  # "quoted Ruiz as saying": the cue is what he did
    frames = verbs().get(_lemma(clauses, verb)) or verbs().get(lemma)
    return _verb(clauses, verb, frames) if frames else None


def _onto(clauses: Clauses, verb: int) -> Draft | None:
    """A verb that is a cue only with its preposition: "called on them to go", "lashed out at the plan"."""
    parse = clauses.parse
    for prep in clauses.kids(verb, "prep"):
        frames = verbs().get(f"{_lemma(clauses, verb)} {parse.lowers[prep]}")
        near = verb < prep <= cue_range(clauses, verb)[1] + 1
        if frames and near and (found := governed(clauses, verb, prep, frames)):
            speaker = subject(clauses, verb)
            if speaker is None or _nobody(clauses, speaker, found[1], found[0]):
                return None
            words = cue_range(clauses, verb)[0], prep + 1
            negated = bool(clauses.kids(verb, "neg"))
            return Draft(
                verb, found[1], found[0], (words,), (source_range(clauses, speaker),), found[2], speaker, negated
            )
    return None


def _figure(clauses: Clauses, verb: int) -> Draft | None:
    """ "Put the toll at 31": a figure that somebody gives."""
    parse = clauses.parse
    told = [k for k in clauses.kids(verb, "dobj") if parse.lemmas[k] in given()] if parse.lemmas[verb] == "put" else []
    at = [k for k in parse.kids[verb] if told and k > told[0] and parse.lowers[k] == "at"]
    at = at or [k for what in told for k in clauses.kids(what, "prep") if parse.lowers[k] == "at"]
    speaker = subject(clauses, verb) if at else None
    if speaker is None:
        return None
    words, content = cue_range(clauses, verb), (clauses.low[told[0]], clauses.high[at[0]])
    return Draft(verb, "say", "np", (words,), (source_range(clauses, speaker),), (content,), speaker)


def _resulting(clauses: Clauses, verb: int) -> Draft | None:
    """A verb that is a cue only with what it makes of its object: "made clear that", "made it plain why"."""
    parse = clauses.parse
    for word in clauses.kids(verb, "acomp", "oprd", "ccomp", "xcomp"):
        kind = verbs().get(f"{parse.lemmas[verb]} {parse.lowers[word]}", {}).get("that")
        clause = clauses.kids(word, "ccomp", "csubj", "advcl", "acl") + clauses.kids(verb, "ccomp", "advcl")
        told = [k for k in clause if k > word and parse.lowers[clauses.low[k]] in _THAT]
        speaker = subject(clauses, verb) if kind and word > verb and told else None
        if kind and speaker is not None:
            words = cue_range(clauses, verb)[0], word + 1
            content = (clauses.range(told[0]),)
            return Draft(verb, kind, "that", (words,), (source_range(clauses, speaker),), content, speaker)
    return None


def _is_given(clauses: Clauses, noun: int) -> bool:
    return clauses.parse.deps[noun] == "dobj" and clauses.parse.lemmas[clauses.parse.heads[noun]] in light()


def _lemma(clauses: Clauses, verb: int) -> str:
    parse, particle = clauses.parse, clauses.kids(verb, "prt")
    return f"{parse.lemmas[verb]} {parse.lowers[particle[0]]}" if particle else parse.lemmas[verb]


def _verb(clauses: Clauses, verb: int, frames: Mapping[str, str]) -> Draft | None:
    words = cue_range(clauses, verb)
    if clauses.kids(verb, "auxpass"):
        frame, kind, content = passive(clauses, verb, frames) or ("", "", ())
        speaker = agent(clauses, verb) if frame != "felt" else clauses.kids(verb, "nsubjpass")[-1]
    else:
        frame, kind, content = complement(clauses, verb, frames) or ("", "", ())
        speaker = subject(clauses, verb)
        if _nobody(clauses, speaker, kind, frame) or _struck(clauses, verb, speaker):
            return _closing(clauses, verb, words, frames) if not content else None
    source = source_range(clauses, speaker) if speaker is not None else None
    if "quote" in frames or "that" in frames:
        around = inserted(clauses, verb, words, source, found=bool(content) and frame != "told")
        if around:
            frame, kind, content = "quote", frames.get("quote", "say"), around
    if not content:
        return _closing(clauses, verb, words, frames)
    negated = bool(clauses.kids(verb, "neg"))
    return Draft(verb, kind, frame, (words,), (source,) if source else (), content, speaker, negated)


def _closing(clauses: Clauses, verb: int, words: Range, frames: Mapping[str, str]) -> Draft | None:
    """A cue that closes its sentence, whose speaker hangs elsewhere: "..., sailors and a nurse said." """
    if "quote" not in frames or (last := closing(clauses, verb, words[0])) is None:
        return None
    source = clauses.low[last], words[0]
    told = before(clauses, source, verb)
    return Draft(verb, frames["quote"], "quote", (words,), (source,), told, last) if told else None


def _struck(clauses: Clauses, verb: int, speaker: int | None) -> bool:
    """Say whether a verb of blows tells of a real one: by what is thrown or blows, or on a thing or a place."""
    parse, words = clauses.parse, classes()
    if parse.low_lemmas[verb] not in words["blow"]:
        return False
    by = words["weaponry"] | words["thing"] | words["mishap"] | words["vehicle"] | words["force"] | words["warlike"]
    on = (
        words["territory"] | words["property"] | words["vehicle"] | words["built"] | words["weaponry"] | words["ground"]
    )
    struck = any(parse.low_lemmas[k] in on for k in clauses.kids(verb, "dobj"))
    return struck or (speaker is not None and parse.low_lemmas[speaker] in by)


def _nobody(clauses: Clauses, speaker: int | None, kind: str, frame: str) -> bool:
    """Say whether an active cue lacks a subject that it needs, or has the writer or the reader for one."""
    if speaker is None:
        return frame in ("inf", "np") or (kind != "say" and frame != "quote")
    own = clauses.parse.lowers[speaker] in ("i", "we", "you", "us", "me")
    return own and kind != "say"


def cue_range(clauses: Clauses, verb: int) -> Range:
    """A verb with its auxiliaries, negation, particle and the adverbs between them."""
    near = [k for k in clauses.kids(verb, "aux", "auxpass", "neg", "prt", "advmod") if abs(k - verb) <= 3]
    first = end = verb
    for token in range(verb - 1, min(near, default=verb) - 1, -1):
        if token not in near:
            break
        first = token
    while end + 1 in near and clauses.parse.deps[end + 1] in ("neg", "prt"):
        end += 1
    return first, end + 1


def _noun(clauses: Clauses, noun: int, kind: str) -> Draft | None:
    """A noun with what is claimed: "the claim that ...", "fears of ...", "a plan to ..."."""
    parse = clauses.parse
    content: tuple[Range, ...] = ()
    for kid in clauses.kids(noun, "acl", "ccomp", "relcl"):
        marked = any(parse.lowers[k] == "that" for k in clauses.kids(kid, "mark"))
        purpose = any(parse.tags[k] == "TO" for k in clauses.kids(kid, "aux"))
        if kid > noun and (marked or (purpose and kind in ("plan", "say", "rule"))):
            content = (clauses.range(kid),)
    if not content and (found := preposition(clauses, noun, dict.fromkeys(("of", "about", "for", "against"), kind))):
        content = found[2]
    if not content:
        return None
    speaker = holder(clauses, noun)
    if (
        speaker is None and parse.lowers[content[0][0]] == "that"
    ):  # "there are fears that": told, though nobody is named
        return Draft(noun, kind, "noun", ((noun, noun + 1),), (), content)
    if speaker is None or clauses.low[speaker] <= noun < clauses.high[speaker]:
        return None
    head = parse.heads[noun]
    idle = parse.deps[noun] == "dobj" and parse.lemmas[head] in light() and head < noun
    words = (head, noun + 1) if idle and noun - head < 6 else (noun, noun + 1)
    return Draft(noun, kind, "noun", (words,), (source_range(clauses, speaker),), content, speaker)


def _adjective(clauses: Clauses, token: int, kind: str) -> Draft | None:
    """ "is worried that", "was critical of": the adjective after a form of "be", and what follows it."""
    parse = clauses.parse
    verb = parse.heads[token]
    if parse.deps[token] != "acomp" or (speaker := subject(clauses, verb)) is None:
        return None
    content: tuple[Range, ...] = ()
    for kid in clauses.kids(token, "ccomp", "xcomp", "prep"):
        if kid > token and not content:
            inside = clauses.kids(kid, "pobj", "pcomp") if parse.deps[kid] == "prep" else [kid]
            content = (clauses.range(inside[0]),) if inside else ()
    if not content:
        return None
    words = (cue_range(clauses, verb)[0], token + 1)
    return Draft(token, kind, "adjective", (words,), (source_range(clauses, speaker),), content, speaker)


def _according(clauses: Clauses, token: int) -> Draft | None:
    """ "according to X": the rest of the sentence, before it or after it."""
    parse = clauses.parse
    to = next((k for k in (token + 1,) if k < len(parse) and parse.lowers[k] == "to"), None)
    if to is None or not (whom := clauses.kids(to, "pobj") or clauses.kids(token, "pobj")):
        return None
    source = source_range(clauses, whom[0])
    sentence = parse.sentences[parse.sentence_at[token]]
    first, end = sentence.first, sentence.end
    after = source[1]
    if token - first <= 2:
        if after < end and parse.pos[after] == "PUNCT":
            after += 1
        content = (after, end)
    else:
        above = parse.heads[token]
        content = (clauses.low[above] if parse.pos[above] in ("VERB", "AUX") else first, token)
    if content[0] >= content[1]:
        return None
    return Draft(token, "say", "according", ((token, to + 1),), (source,), (content,), whom[0])
