"""Who a cue's words belong to: its subject, agent or possessor, found in the parse."""

from __future__ import annotations

from dateline.within.saying.clauses import Clauses, Range

QUOTING = ("quote", "cite")  # what a medium does with whom it passes on
_SUBJECT = ("nsubj", "csubj", "expl")
_LONG = 25  # words: an aside of more is not part of the name
_NAMED = 12  # words in which a speaker is named
_WITHIN = ("of", "for", "in", "at", "on", "from", "to", "with")


def subject(clauses: Clauses, verb: int) -> int | None:
    """The head word of the subject of an active verb, its own or the one it shares with the verb above it."""
    parse, start = clauses.parse, verb
    for _ in range(6):
        own = clauses.kids(verb, *_SUBJECT) or _stray(clauses, verb) or _quoted_as(clauses, verb)
        if own:
            return (
                own[-1] if parse.deps[own[-1]] not in ("csubj", "expl") and not _idle(clauses, own[-1], start) else None
            )
        if clauses.kids(verb, "nsubjpass"):
            return None
        above, dep = parse.heads[verb], parse.deps[verb]
        if above == verb:
            return None
        if dep in ("acl", "relcl"):
            return above if parse.tags[verb] == "VBG" or dep == "relcl" else None
        if dep == "xcomp" and (objects := clauses.kids(above, "dobj")) and objects[0] < verb:
            return objects[0]
        if dep not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "parataxis", "aux", "acomp", "attr"):
            return None
        if dep == "advcl" and (passive := clauses.kids(above, "nsubjpass")):
            return passive[-1]
        verb = above
    return None


def _quoted_as(clauses: Clauses, verb: int) -> list[int]:
    """Whom another verb quotes "as" saying something: "the paper quoted the mayor as saying that"."""
    parse, prep = clauses.parse, clauses.parse.heads[verb]
    quoting = parse.heads[prep]
    if parse.deps[verb] != "pcomp" or parse.lowers[prep] != "as" or parse.lemmas[quoting] not in QUOTING:
        return []
    if clauses.kids(quoting, "auxpass"):
        return clauses.kids(quoting, "nsubjpass")  # "the mayor was quoted by the paper as saying that"
    return [kid for kid in clauses.kids(quoting, "dobj") if kid < prep]


def _idle(clauses: Clauses, word: int, verb: int) -> bool:
    """Whether a word is the "it" that stands for nobody: "it is worth mentioning that"."""
    parse = clauses.parse
    return parse.lowers[word] == "it" and parse.heads[word] != verb and parse.lemmas[parse.heads[word]] == "be"


def _stray(clauses: Clauses, verb: int) -> list[int]:
    """The subject of an inserted cue that the parser hangs elsewhere: "To know him, the mayor said, one had to"."""
    parse, before = clauses.parse, verb - 1
    noun = parse.deps[verb] == "parataxis" and parse.pos[before] in ("PROPN", "NOUN")
    return [before] if noun and parse.heads[before] < before else []


def closing(clauses: Clauses, verb: int, first: int) -> int | None:
    """The head word of what stands between the last comma and a cue that closes its sentence: "..., sailors and a nurse
    said on Monday.", which the parser takes for one more of what was listed before.
    """
    parse = clauses.parse
    sentence = parse.sentences[parse.sentence_at[verb]]
    start = max((t for t in range(max(sentence.first, first - _NAMED), first) if parse.words[t] == ","), default=None)
    if start is None or start + 1 >= first or parse.tags[verb] not in ("VBD", "VBZ", "VBP"):
        return None
    inside, after = range(start + 1, first), range(verb + 1, sentence.end)
    plain = all(parse.tags[t][0] not in "VMWI" or parse.lowers[t] in _WITHIN for t in inside)
    if not plain or parse.tags[start + 1] in ("CC", "RB") or any(parse.tags[t][0] in "VMW," for t in after):
        return None
    heads = [t for t in inside if parse.pos[t] in ("NOUN", "PROPN") and parse.heads[t] not in inside]
    return heads[0] if len(heads) == 1 and clauses.high[heads[0]] >= first else None


def agent(clauses: Clauses, verb: int) -> int | None:
    """The head word after "by" of a passive verb or of a noun ("a statement by")."""
    for by in clauses.kids(verb, "agent", "prep"):
        if clauses.parse.lowers[by] == "by" and (whom := clauses.kids(by, "pobj")):
            return whom[0]
    return None


def holder(clauses: Clauses, noun: int) -> int | None:
    """Whose claim, plan or fear a noun is: possessor, agent, or the subject of the verb that it completes."""
    parse = clauses.parse
    if own := clauses.kids(noun, "poss"):
        return own[0]
    if by := agent(clauses, noun):
        return by
    for prep in clauses.kids(noun, "prep"):
        if parse.lowers[prep] in ("from", "among") and (whom := clauses.kids(prep, "pobj")):
            return whom[0]
    if parse.deps[noun] in ("dobj", "attr"):
        return subject(clauses, parse.heads[noun])
    return None


def source_range(clauses: Clauses, head: int) -> Range:
    """The words that name a source: the noun with all that hangs on it, short of a possessive mark and commas."""
    parse = clauses.parse
    first, end = clauses.range(head)
    if parse.deps[head] == "poss" and end - 1 > head and parse.tags[end - 1] == "POS":
        end -= 1
    for kid in parse.kids[head]:
        aside = kid > head and parse.deps[kid] in ("relcl", "acl", "advcl", "ccomp", "appos")
        if aside and clauses.high[kid] - kid > _LONG:
            end = min(end, clauses.low[kid])
    for token in range(head + 2, end):  # 'said Ida Dahl, the cook, "then it went dark"': her name ends at the mark
        if parse.tags[token] == "``" and parse.words[token - 1] == ",":
            end = token
            break
    while end - 1 > head and parse.pos[end - 1] == "PUNCT" and parse.words[end - 1] != ")":
        end -= 1
    while first < head and parse.pos[first] in ("PUNCT", "SPACE"):
        first += 1
    return first, end
