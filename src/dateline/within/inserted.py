"""Cues set into or after what was said: "X," he said, "Y."; X, officials said."""

from __future__ import annotations

from dateline.within.clauses import Clauses, Range

_STOPS = frozenset((",", "”", '"', "’", "'", "''", "?", "!", "—", "–", "--", "-", "»", "…", "...", "."))
_ENDS = frozenset(("CD", "NNP", "IN", "RB", "TO"))


def inserted(clauses: Clauses, verb: int, words: Range, source: Range | None, *, found: bool) -> tuple[Range, ...]:
    """The content before the cue and, where the sentence goes on, after it; empty where the cue leads its content."""
    parse = clauses.parse
    sentence = parse.sentences[parse.sentence_at[verb]]
    region = _region(clauses, words, source)
    if region is None or not sentence.first < region[0] or parse.words[region[0] - 1] not in _STOPS:
        return ()
    if found and not _quoted_before(clauses, region[0], sentence.first):
        return ()
    if verb != parse.heads[verb] and parse.deps[verb] in ("acl", "advcl", "xcomp", "pcomp", "relcl") and source is None:
        return ()
    first = sentence.first
    if region[0] - first < 2 or not any(parse.pos[t] in ("VERB", "AUX", "NOUN") for t in range(first, region[0])):
        return ()
    if _introduces(clauses, verb, first, region[0]):
        return ()
    pieces = [(first, region[0])]
    after = region[1]
    if after < sentence.end - 2 and parse.words[after] == "," and _resumes(clauses, after + 1, sentence.end):
        pieces.append((after + 1, sentence.end))
    return tuple(pieces)


def _region(clauses: Clauses, words: Range, source: Range | None) -> Range | None:
    """The stretch of source and cue where the two stand side by side."""
    if source is None:
        return None
    parse = clauses.parse
    if source[0] >= words[1]:
        return (words[0], source[1]) if source[0] - words[1] <= 1 else None
    gap = range(source[1], words[0])
    if len(gap) <= 1 or all(parse.pos[t] in ("PUNCT", "ADV", "AUX") for t in gap):
        return source[0], words[1]
    return None


def _quoted_before(clauses: Clauses, at: int, first: int) -> bool:
    words = clauses.parse.words
    return any(words[t] in ("”", '"', "’", "''", "»") for t in range(max(first, at - 3), at))


def _introduces(clauses: Clauses, verb: int, first: int, end: int) -> bool:
    """Say whether what stands before the cue is only an opening ("On Tuesday," "Speaking in Rome,")."""
    parse = clauses.parse
    if _quoted_before(clauses, end, first):
        return False
    return not any(
        parse.tags[t] in ("VBD", "VBZ", "VBP", "MD") and not _below_verb(clauses, t, verb) for t in range(first, end)
    )


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
    if parse.words[at] in ("“", '"', "‘", "''", "``", "«"):
        return True
    if parse.tags[at] in ("VBG", "WDT", "WP", "WRB") or parse.lowers[at] in ("according", "but", "and", "while", "who"):
        return False
    return any(parse.deps[t] in ("nsubj", "nsubjpass") for t in range(at, end))
