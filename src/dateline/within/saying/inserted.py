"""Cues set into or after what was said: "X," he said, "Y."; X, officials said."""

from __future__ import annotations

from dateline.knowledge.cues import verbs
from dateline.within.parse import Sentence
from dateline.within.saying.clauses import Clauses, Range
from dateline.within.saying.source import QUOTING

_STOPS = frozenset((",", "”", '"', "’", "'", "''", "?", "!", "—", "–", "--", "-", "»", "…", "...", "."))
_AHEAD = 15  # words between a cue and the second half of what was said
_LENGTH = 8  # words of what is more than an opening: "On Tuesday in Ola, ..."
_WHOM = 6  # words of whom it was said to, and when
_TELLING = ("VERB", "AUX", "NOUN", "PROPN", "PRON")
_TENSED = ("VBD", "VBZ", "VBP", "MD")
_OPENING = frozenset(("“", '"', "‘", "''", "``", "«", "'"))


def inserted(clauses: Clauses, verb: int, words: Range, source: Range | None, *, found: bool) -> tuple[Range, ...]:
    """The content before the cue and, where the sentence goes on, after it; empty where the cue leads its content."""
    parse = clauses.parse
    sentence = parse.sentences[parse.sentence_at[verb]]
    if "aside" in verbs().get(parse.lemmas[verb], ()) and (aside := _as_said(clauses, verb, sentence)):
        return aside
    region = _region(clauses, words, source)
    if ahead := _led_in(clauses, max(words[1], region[1] if region else 0), sentence.end):
        return (ahead,)
    if parse.deps[verb] == "relcl" and source and parse.tags[source[0]] in ("WP", "WDT"):
        return ()  # "said a medic, who asked not to be named"
    if region is None or not _follows(clauses, region, sentence, found=found):
        return ()
    first = _own_part(clauses, sentence.first, region[0])
    opening = _introduces(clauses, verb, first, region[0]) and not _ends(clauses, first, region, sentence)
    if opening and not _interrupts(clauses, verb, region, sentence):
        return ()
    return ((first, region[0]), *_rest(clauses, verb, region[1], sentence.end))


def _ends(clauses: Clauses, first: int, region: Range, sentence: Sentence) -> bool:
    """Whether a sentence of some length ends with who says it to whom, though no verb of it was read as one."""
    after = range(region[1], sentence.end)
    return (
        region[0] - first >= _LENGTH
        and len(after) <= _WHOM
        and all(clauses.parse.tags[t][0] not in "VM" for t in after)
    )


def _own_part(clauses: Clauses, first: int, end: int) -> int:
    """Where the words of an inserted cue begin: behind the semicolon that ends what another cue introduced."""
    parse = clauses.parse
    marks = [token for token in range(first + 1, end - 2) if parse.words[token] == ";"]
    led = (
        any("that" in verbs().get(parse.lemmas[t], ()) and clauses.kids(t, "ccomp") for t in range(first, marks[-1]))
        if marks
        else False
    )
    return marks[-1] + 1 if led else first


def before(clauses: Clauses, source: Range, verb: int) -> tuple[Range, ...]:
    """What stands before a source and a cue that close their sentence, if something is told there."""
    parse = clauses.parse
    first = parse.sentences[parse.sentence_at[verb]].first
    if source[0] - 1 <= first:
        return ()
    whole = any((parse.deps[t], parse.heads[t]) == ("ccomp", verb) for t in range(first, source[0]))
    return ((first, source[0] - 1),) if whole or not _introduces(clauses, verb, first, source[0]) else ()


def _region(clauses: Clauses, words: Range, source: Range | None) -> Range | None:
    """The stretch of source and cue where the two stand side by side."""
    if source is None:
        return None
    parse = clauses.parse
    if source[0] >= words[1]:
        return (words[0], source[1]) if source[0] - words[1] <= 1 else None
    gap = range(source[1], words[0])
    quoted = any(parse.lemmas[t] in QUOTING and parse.lowers[t + 1] == "as" for t in gap)  # "was quoted as saying"
    if len(gap) <= 1 or quoted or all(parse.pos[t] in ("PUNCT", "ADV", "AUX") for t in gap):
        return source[0], words[1]
    return None


def _follows(clauses: Clauses, region: Range, sentence: Sentence, *, found: bool) -> bool:
    """Say whether something that can have been said stands before the cue, and what follows it is not its content."""
    parse, first = clauses.parse, sentence.first
    telling = any(parse.pos[t] in _TELLING for t in range(first, region[0])) or _quoted_before(
        clauses, region[0], first
    )
    if region[0] - first < 2 or not telling:
        return False
    if found:
        return parse.words[region[0] - 1] in _STOPS and _quoted_before(clauses, region[0], first)
    return parse.words[region[0] - 1] in _STOPS or _closes(clauses, region, sentence)  # some wires lost their commas


def _closes(clauses: Clauses, region: Range, sentence: Sentence) -> bool:
    """Say whether source and cue are the last words of their sentence, and no relative clause ("all that he said.")."""
    parse = clauses.parse
    last = sentence.end - 1 if parse.pos[sentence.end - 1] == "PUNCT" else sentence.end
    relative = parse.tags[region[0] - 1] in ("WDT", "WP", "IN", "DT") or parse.deps[region[1] - 1] in ("relcl", "advcl")
    told = any(parse.deps[t] == "ccomp" and parse.heads[t] < region[0] for t in range(*region))  # "said talks held"
    return region[1] == last and not relative and not told


def _as_said(clauses: Clauses, verb: int, sentence: Sentence) -> tuple[Range, ...]:
    """ "As the ministry said, ...", "..., as he put it": the rest of the sentence."""
    parse = clauses.parse
    if parse.deps[verb] != "advcl" or not any(parse.lowers[k] == "as" for k in clauses.kids(verb, "mark", "advmod")):
        return ()
    first, end = clauses.range(verb)
    taken = [k for k in parse.kids[verb] if parse.deps[k] in ("ccomp", "dobj") and parse.lowers[k] != "it"]
    if taken or end - first > 25:
        return ()
    if first - sentence.first <= 2:
        return ((end, sentence.end),) if end < sentence.end else ()
    return ((clauses.low[parse.heads[verb]], first),) if clauses.low[parse.heads[verb]] < first else ()


def _led_in(clauses: Clauses, at: int, end: int) -> Range | None:
    """What follows a colon after the cue, or an opening quotation mark after a comma: 'said later, "Yes."'"""
    parse = clauses.parse
    for token in range(at, min(at + 12, end)):
        word = parse.words[token]
        if word == ":":
            if token + 1 < end and parse.lowers[token + 1 : end] != [""]:
                return token + 1, end
            following = parse.sentence_at[token] + 1
            if following < len(parse.sentences):
                return parse.sentences[following].first, parse.sentences[following].end
            return None
        if word == "," and token + 1 < end and parse.words[token + 1] in _OPENING:
            return token + 1, end
        if parse.tags[token][0] == "V" or word in _STOPS:
            return None
    return None


def _rest(clauses: Clauses, verb: int, at: int, end: int) -> tuple[Range, ...]:
    """The piece of content that comes after an inserted cue and its adverbials, if the sentence goes on with it."""
    parse = clauses.parse
    while at < end and (below := _adverbial(clauses, verb, at)):
        at = below
    if at < end - 2 and parse.words[at] == "," and _resumes(clauses, at + 1, end):
        return ((at + 1, end),)
    for token in range(at, min(at + _AHEAD, end - 2)):
        if parse.words[token] in (",", "and") and parse.words[token + 1] in _OPENING:
            return ((token + 1, end),)
        if parse.words[token] in _OPENING:
            break
    return ()


def _adverbial(clauses: Clauses, verb: int, at: int) -> int:
    """The end of the adverbial of the cue that starts at a token ("in a statement", "on Friday"); 0 where none does."""
    for kid in clauses.kids(verb, "prep", "npadvmod", "advmod", "dobj", "dative"):
        if clauses.low[kid] == at and clauses.high[kid] - at < 12:
            return clauses.high[kid]
    return 0


def _interrupts(clauses: Clauses, verb: int, region: Range, sentence: Sentence) -> bool:
    """Say whether a cue between two commas parts a clause: "The talks, he said on Monday, were short." """
    parse, at = clauses.parse, region[1]
    while at < sentence.end and (below := _adverbial(clauses, verb, at)):
        at = below
    if not (at < sentence.end and parse.words[at] == "," and parse.words[region[0] - 1] == ","):
        return False
    if any(k < region[0] - 1 for k in clauses.kids(verb, "nsubj")) and parse.tags[at + 1] in _TENSED:
        return True  # the parser gave the cue both subjects: "The bridge, engineers warned, was at risk"
    return any(
        parse.deps[t] in ("nsubj", "nsubjpass", "csubj") and (t > at or parse.heads[t] > at)
        for t in (*range(sentence.first, region[0]), *range(at, sentence.end))
    )


def _quoted_before(clauses: Clauses, at: int, first: int) -> bool:
    words = clauses.parse.words
    return any(words[t] in ("”", '"', "’", "''", "»") for t in range(max(first, at - 3), at))


def _introduces(clauses: Clauses, verb: int, first: int, end: int) -> bool:
    """Say whether what stands before the cue is only an opening ("On Tuesday," "Speaking in Rome,")."""
    parse = clauses.parse
    if _quoted_before(clauses, end, first):
        return False
    return not any(parse.tags[t] in _TENSED and not _below_verb(clauses, t, verb) for t in range(first, end))


def _below_verb(clauses: Clauses, token: int, verb: int) -> bool:
    """Say whether a finite verb hangs on the cue as an adverbial clause or inside its opening phrase."""
    parse = clauses.parse
    last = token
    for above in parse.above(token):
        if above == verb:
            return parse.deps[last] in ("advcl", "prep", "nsubj", "npadvmod")
        last = above
    return False


def _resumes(clauses: Clauses, at: int, end: int) -> bool:
    parse = clauses.parse
    if parse.words[at] in _OPENING or parse.deps[at] == "csubj" or parse.tags[at] in _TENSED:
        return True
    if parse.tags[at] in ("VBG", "WDT", "WP", "WRB") or parse.lowers[at] in ("according", "but", "and", "while", "who"):
        return False
    return any(
        parse.deps[t] in ("nsubj", "nsubjpass", "expl") or (parse.pos[t] in ("VERB", "AUX") and _before(clauses, t, at))
        for t in range(at, end)
    )


def _before(clauses: Clauses, verb: int, at: int) -> bool:
    """Say whether the subject of a verb stands before a token."""
    return any(clauses.parse.deps[k] in ("nsubj", "nsubjpass") and k < at for k in clauses.parse.kids[verb])
