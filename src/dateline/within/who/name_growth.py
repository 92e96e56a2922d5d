"""Names grown by what parsers leave out of them: articles, given names, surnames, what a hyphen ties on, a team."""

from __future__ import annotations

import re

from dateline.knowledge.bodies import body_named
from dateline.knowledge.casing import counted_small, own_form
from dateline.knowledge.countries import country_in
from dateline.knowledge.nouns import noun
from dateline.knowledge.persons import is_given_name, is_honorific, is_particle
from dateline.knowledge.places import named
from dateline.within.parse import Parse
from dateline.within.who.found import is_name_word, one_sentence, word
from dateline.within.who.name_kind import Range

_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th|d)")  # of a unit or a court
_AGE = re.compile(r"[1-9]\d")
_WHERE = frozenset({"near", "outside", "inside", "around", "across", "along", "beyond", "towards", "toward"})
_LINKS = frozenset({"e", "i", "o", "ul", "ur", "us", "uz", "ud", "al", "el"})  # inside names of Persian, Urdu, Arabic


def grown(parse: Parse, span: Range, taken: set[int]) -> Range:
    """Take in the article-like particle or given name that stands before a name: al-, Abu, van."""
    first, end, label = span
    while first > 0 and parse.sentence_at[first - 1] == parse.sentence_at[first]:
        glued = parse.words[first - 1] == "-" and first > 1 and is_particle(parse.words[first - 2])
        if glued and parse.ends[first - 2] == parse.starts[first - 1]:
            first -= 2
        elif (
            label == "PERSON"
            and _part_of_name(parse, first - 1)
            and (first - 1 not in taken or _stray(parse, first - 1))
        ):
            first -= 1
        else:
            break
    numbered = label == "ORG" and first > 0 and _ORDINAL.fullmatch(parse.words[first - 1])
    if numbered and one_sentence(parse, first - 1, first):
        first -= 1
    while label == "PERSON" and end < len(parse) and _particle_before(parse, end):
        end += 1
    while label == "PERSON" and end - first < 3 and _surname_behind(parse, first, end, taken):
        end += 1
    if label in ("GPE", "ORG", "LOC", "") and _team(parse, end):
        end, label = end + 1, "ORG"
    while end < len(parse) - 1 and parse.words[end] == "-" and (more := _tight(parse, end)):
        end += more
    return first, end, label


def _team(parse: Parse, end: int) -> bool:
    """Whether the name goes on with a capitalised plural that it modifies: the Lund Giants, the Malmo 76ers."""
    if end >= len(parse) or parse.sentence_at[end] != parse.sentence_at[end - 1] or parse.heads[end - 1] != end:
        return False
    said = word(parse, end)
    capital = (said[:1].isupper() and parse.tags[end] == "NNPS") or (said[:1].isdigit() and said.endswith("ers"))
    return capital and noun(said) is None


def _tight(parse: Parse, token: int) -> int:
    """How many tokens a hyphen ties to a name: two, four over a link (`Hizb-e-Wahdat`), or none."""
    for size in (2, 4):
        if token + size > len(parse) or not one_sentence(parse, token - 1, token + size - 1):
            break
        glued = all(parse.ends[t - 1] == parse.starts[t] for t in range(token, token + size))
        linked = size == 2 or (parse.lowers[token + 1] in _LINKS and parse.words[token + 2] == "-")
        capital = is_name_word(parse, token + size - 1) or (size == 4 and parse.words[token + 3].istitle())
        if glued and linked and capital:
            return size
    return 0


def _part_of_name(parse: Parse, token: int) -> bool:
    said = word(parse, token)
    if not is_name_word(parse, token) or is_honorific(said) or _fronted(parse, token):
        return False
    if is_particle(said) or is_given_name(said):
        return True
    # An unknown capitalised word that hangs on the name: the given name that the parser left out.
    hangs = parse.deps[token] == "compound" and 0 < parse.heads[token] - token <= 3
    known = is_title(said) or noun(said) or country_in(said)
    return hangs and said.isalpha() and not said.isupper() and not known


def _fronted(parse: Parse, token: int) -> bool:
    """Whether a preposition opens its sentence, and so has a capital: `Near Ar Tarva, two strikes ...`."""
    opens = token == parse.sentences[parse.sentence_at[token]].first
    return opens and parse.lowers[token] in _WHERE and parse.lowers[token + 1 : token + 2] != ["east"]


def _particle_before(parse: Parse, end: int) -> bool:
    """Whether a name was ended at a particle that opens its surname: `Ana de la | Cruz`."""
    opens = parse.words[end - 1].islower() and is_particle(parse.words[end - 1])
    return opens and is_name_word(parse, end) and one_sentence(parse, end - 1, end)


def _surname_behind(parse: Parse, first: int, end: int, taken: set[int]) -> bool:
    """Whether the word behind given names is the surname that the parser left out: capitalised, in no word list."""
    if end >= len(parse) or (end in taken and not _stray(parse, end)) or not is_name_word(parse, end):
        return False
    if end - first == 1 and not is_given_name(word(parse, first)) and not _person_told(parse, first, end):
        return False
    said, low = parse.words[end], parse.lowers[end]
    strange = said.istitle() and counted_small(low) < 0 and own_form(low) is None and noun(low) is None
    return strange and not country_in(said) and parse.heads[end - 1] == end and one_sentence(parse, end - 1, end)


def _person_told(parse: Parse, first: int, end: int) -> bool:
    """Whether words beside say that a name is somebody's: "the teacher Rima Tarvi", "Rima Tarvi 29 was hurt"."""
    known = noun(parse.lowers[first - 1]) if first and parse.words[first - 1].islower() else None
    aged = _AGE.fullmatch(" ".join(parse.words[end + 1 : end + 2])) is not None
    return aged or (known is not None and known.kind == "person")


def _stray(parse: Parse, token: int) -> bool:
    """Whether a single word that the parser named apart is no name that could stand beside another's."""
    alone = (token, token + 1) in {(first, end) for first, end, _ in parse.names}
    return alone and not named(word(parse, token)) and not body_named(word(parse, token))


def is_title(said: str) -> bool:
    """Say whether a word is an office or is set before names: `Judge`, `Dr.`."""
    known = noun(said.lower())
    return is_honorific(said) or (known is not None and known.office and not is_given_name(said))
