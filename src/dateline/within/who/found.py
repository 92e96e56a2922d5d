"""Words that were found to stand for somebody, by their tokens, before it is decided for whom."""

from __future__ import annotations

import msgspec

from dateline.model import EntityKind, Field
from dateline.model.mention import Gender, MentionForm
from dateline.within.parse import Parse


class Found(msgspec.Struct, frozen=True):
    """A stretch of tokens that stands for somebody; ``head`` is the token of its head word.

    ``noun`` is the singular of a nominal's head noun, ``definite`` says that the words point at somebody known;
    ``apart`` keeps a place said for a government from the place itself.
    """

    first: int
    end: int
    head: int
    kind: EntityKind
    form: MentionForm
    name: str = ""
    noun: str = ""
    role: str = ""
    country: str = ""
    age: int | None = None
    gender: Gender | None = None
    plural: bool = False
    definite: bool = False
    metonym: str = ""
    courtesy: str = ""

    def holds(self, token: int) -> bool:
        """Say whether a token is among these words."""
        return self.first <= token < self.end


def word(parse: Parse, token: int) -> str:
    """A word as it would be written in running text: the parser's lemma tells what ALL CAPS hide."""
    said = parse.words[token]
    if not said.isupper() or len(said) == 1:
        return said
    lemma = parse.lemmas[token]
    if lemma.isupper() or not _shouted(parse, token):
        return said
    if lemma.lower() == said.lower():
        return lemma
    return said.title() if parse.tags[token].startswith("NNP") else said.lower()


def _shouted(parse: Parse, token: int) -> bool:
    """Whether the words beside one are in capitals too: in running text one word in capitals is an acronym."""
    near = [parse.words[t] for t in range(max(0, token - 2), min(len(parse), token + 3)) if t != token]
    near = [said for said in near if said.isalpha() and len(said) > 1]
    return bool(near) and all(said.isupper() for said in near)


def words(parse: Parse, first: int, end: int) -> str:
    """The words of some tokens as they would be written in running text, white space made single blanks."""
    pieces = []
    for token in range(first, end):
        if token != first and parse.starts[token] != parse.ends[token - 1]:
            pieces.append(" ")
        said = parse.words[token]
        pieces.append(word(parse, token) if said.isupper() else said)
    return "".join(pieces)


def field_of(parse: Parse, token: int) -> Field:
    """Whether a token stands in the title or in the text."""
    return parse.block_of(token).field


def head_of(parse: Parse, first: int, end: int) -> int:
    """The token that governs the others of a stretch: the first whose own head lies outside it."""
    heads = parse.heads
    return next((t for t in range(first, end) if not first <= heads[t] < end or heads[t] == t), end - 1)


def one_sentence(parse: Parse, one: int, other: int) -> bool:
    """Say whether two tokens stand in one sentence."""
    return parse.sentence_at[one] == parse.sentence_at[other]


def is_name_word(parse: Parse, token: int) -> bool:
    """Say whether a token is written and tagged as part of a name."""
    return parse.tags[token] in ("NNP", "NNPS") and word(parse, token)[:1].isupper()
