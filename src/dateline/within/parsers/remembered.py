"""What a spaCy pipeline says of a word by its tag and dependency alone, asked once for each such word.

The attribute ruler (part of speech) and the rule lemmatizer look at one token at a time, but for a few patterns of
two. They took a sixth of the packaged pipeline's time, nearly all of it on words seen before; what they say here is
what they would have said in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PARTS = ("attribute_ruler", "lemmatizer")
MOST = 200_000  # words kept, each with a tag and a dependency: some 40 MB
_FILLER = "·"  # stands between words that are asked about together, so that no pattern of two tokens finds both

Key = tuple[int, int, int]
Said = tuple[str, str, str, str]  # part of speech, tag, dependency, lemma


class Remembered:
    """The last two steps of one pipeline; ``parts`` are those that it takes over, none where it cannot."""

    def __init__(self, language: Language) -> None:
        from spacy.matcher import Matcher  # noqa: PLC0415 - as the pipeline: half a second that naming it need not cost

        self._language = language
        self.parts = PARTS if _single(language) else ()
        self._known: dict[Key, Said] = {}
        self._matcher = Matcher(language.vocab)
        for number, pattern in enumerate(_patterns(language) if self.parts else ()):
            if pattern["index"] or any(len(tokens) > 1 for tokens in pattern["patterns"]):
                self._matcher.add(str(number), pattern["patterns"])

    def columns(self, docs: Sequence[Doc]) -> Iterable[list[Said]]:
        """Part of speech, tag, dependency and lemma of every token of documents that lack them."""
        from spacy.attrs import DEP, ORTH, TAG  # noqa: PLC0415 - see above

        if not self.parts:
            return [_read(doc) for doc in docs]
        if len(self._known) > MOST:
            self._known.clear()
        rows: list[list[Key]] = [list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist())) for doc in docs]
        self._learn({key for row in rows for key in row} - self._known.keys())
        return [
            self._in_full(doc) if self._matcher(doc) else [self._known[key] for key in row]
            for doc, row in zip(docs, rows, strict=True)
        ]

    def _learn(self, keys: Iterable[Key]) -> None:
        from spacy.tokens import Doc  # noqa: PLC0415 - see above

        asked = sorted(keys)
        if not asked:
            return
        strings = self._language.vocab.strings
        words, tags, deps = [], [], []
        for orth, tag, dep in asked:
            words += [strings[orth], _FILLER]
            tags += [strings[tag], "NFP"]
            deps += [strings[dep], "dep"]
        made = Doc(self._language.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        self._known.update(zip(asked, self._in_full(made)[::2], strict=True))

    def _in_full(self, doc: Doc) -> list[Said]:
        for part in self.parts:
            doc = self._language.get_pipe(part)(doc)
        return _read(doc)


def _read(doc: Doc) -> list[Said]:
    return [(token.pos_ or "X", token.tag_, token.dep_, token.lemma_) for token in doc]


def _single(language: Language) -> bool:
    """Whether a pipeline has both steps, and they decide by token, tag and dependency."""
    if (
        not all(language.has_pipe(part) for part in PARTS)
        or getattr(language.get_pipe("lemmatizer"), "mode", "") != "rule"
    ):
        return False
    tests = {test for p in _patterns(language) for tokens in p["patterns"] for token in tokens for test in token}
    return tests <= {"LOWER", "ORTH", "TEXT", "TAG", "DEP", "IS_SPACE"}


def _patterns(language: Language) -> list[dict[str, Any]]:
    return language.get_pipe("attribute_ruler").patterns  # type: ignore[attr-defined, no-any-return]
