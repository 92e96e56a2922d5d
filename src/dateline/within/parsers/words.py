"""What a pipeline makes of a word by itself, before it looks at the words beside it: made once for each word.

spaCy's `MultiHashEmbed` (https://spacy.io/api/architectures#MultiHashEmbed) looks at the letters of one token at a
time and at the word's vector. It took a third of the pipeline's time, nearly all of it on words seen before. What BLAS
rounds in the last digit hangs on how many rows it multiplies at once and, on some processors, on a row's place among
twelve: so words are made so many at a time, each at a place of its own, and hang on no word beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

from dateline.within.parsers.windows import Floats, leaves

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
    from thinc.api import Model

MOST = 40_000  # words kept by each embedding: some 20 MB
DOZEN, DOZENS = 12, 4  # places of the words made together; each word has its place in every dozen
_STEPS = frozenset({"list2ragged", "ints-getitem", "hashembed", "static_vectors", "maxout", "layernorm", "dropout"})

type Rows = np.ndarray[Any, np.dtype[np.uint64]]


def by_words(language: Language) -> None:
    """Have every such embedding of a pipeline keep what it makes of words; any other stays as it is."""
    from thinc.api import Model  # noqa: PLC0415 - half a second that naming a pipeline need not cost

    for _, part in language.components:
        model: Any = getattr(part, "model", None)
        for outer in list(model.walk()) if hasattr(model, "walk") else ():
            for place, embed in enumerate(outer.layers):
                if _alone(embed):
                    outer.layers[place] = Model("words", Words(embed, language.vocab), ops=outer.ops)


def _alone(embed: Model[Any, Any]) -> bool:
    """Whether a model is an embedding that looks at one token at a time."""
    names = [leaf.name for leaf in leaves(embed)]
    return names[0] == "extract_features" and names[-1] == "ragged2list" and _STEPS.issuperset(names[1:-1])


class Words:
    """An embedding with what it made of words before."""

    def __init__(self, embed: Model[Any, Any], vocab: Vocab) -> None:
        self._embed, self._vocab = embed, vocab
        self._columns = [vocab.vectors.attr, *leaves(embed)[0].attrs["columns"]]
        self._made: dict[bytes, Floats] = {}

    def __call__(
        self,
        _model: object,
        docs: Sequence[Doc],
        *,
        is_train: bool,  # noqa: ARG002 - thinc says it
    ) -> tuple[list[Floats], object]:
        """What is made of the words of each document."""
        if len(self._made) > MOST:
            self._made.clear()
        width = 8 * len(self._columns)
        found = [doc.to_array(self._columns).view(f"V{width}").ravel().tolist() for doc in docs]
        self._learn({key for keys in found for key in keys} - self._made.keys())
        empty = np.empty((0, self._embed.get_dim("nO")), dtype=np.float32)
        return [np.array([self._made[key] for key in keys]) if keys else empty for keys in found], None

    def _learn(self, keys: Iterable[bytes]) -> None:
        waiting: list[list[bytes]] = [[] for _ in range(DOZEN)]
        for key in sorted(keys):
            waiting[crc32(key) % DOZEN].append(key)
        while any(waiting):
            group = [
                (DOZEN * turn + place, of.pop()) for turn in range(DOZENS) for place, of in enumerate(waiting) if of
            ]
            rows = np.zeros((DOZEN * DOZENS, len(self._columns)), dtype=np.uint64)
            for place, key in group:
                rows[place] = np.frombuffer(key, dtype=np.uint64)
            (made,) = self._embed.predict([_Listed(self._vocab, rows)])
            self._made.update((key, made[place].copy()) for place, key in group)


class _Listed:
    """Words that stand in no text, in the form in which an embedding asks a document for them."""

    def __init__(self, vocab: Vocab, rows: Rows) -> None:
        self.vocab, self._rows = vocab, rows

    def __len__(self) -> int:
        return len(self._rows)

    def to_array(self, asked: int | Sequence[str]) -> Rows:
        """The key of each word's vector, or all columns but that."""
        return np.ascontiguousarray(self._rows[:, 0] if isinstance(asked, int) else self._rows[:, 1:])
