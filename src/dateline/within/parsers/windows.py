"""The layers of a pipeline in which each word looks at the words beside it, as one function over a whole report.

spaCy's `MaxoutWindowEncoder` (https://spacy.io/api/architectures#MaxoutWindowEncoder) is a chain of small layers, each
with its own copies and what training would need. Here they are the same products and sums without those, in two thirds
of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.api import Model

type Floats = np.ndarray[Any, np.dtype[np.float32]]

_STEPS = ["expand_window", "maxout", "layernorm", "dropout"]
_EPSILON = 1e-08  # as in thinc's layer norm


class _Block(NamedTuple):
    """One layer's numbers; the pieces that compete for a place stand apart, so that they are compared as a whole."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats
    pieces: int


def by_windows(language: Language) -> None:
    """Have every such encoder of a pipeline computed at once; one that is built otherwise stays as it is."""
    from thinc.api import Model  # noqa: PLC0415 - half a second that naming a pipeline need not cost

    for _, part in language.components:
        model: Any = getattr(part, "model", None)
        for outer in list(model.walk()) if hasattr(model, "walk") else ():
            if len(outer.layers) == 1 and (blocks := _blocks(outer.layers[0])):
                outer.layers[0] = Model("windows", _forward(blocks), ops=outer.ops)


def leaves(model: Model[Any, Any]) -> list[Model[Any, Any]]:
    """The layers of a model that have none below them, in their order."""
    return [leaf for layer in model.layers for leaf in leaves(layer)] if model.layers else [model]


def _blocks(chain: Model[Any, Any]) -> list[_Block]:
    """What the layers of an encoder compute with; none where they are others than those known here."""
    steps = [leaves(layer) if layer.name.startswith("residual(") else [] for layer in chain.layers]
    if any([leaf.name for leaf in found] != _STEPS or found[0].attrs["window_size"] != 1 for found in steps):
        return []
    return [_block(maxout, norm) for _, maxout, norm, _ in steps]


def _block(maxout: Model[Any, Any], norm: Model[Any, Any]) -> _Block:
    weights, bias, gain, shift = (
        np.asarray(layer.get_param(name)) for layer, name in ((maxout, "W"), (maxout, "b"), (norm, "G"), (norm, "b"))
    )
    width, pieces, inputs = weights.shape
    apart = np.ascontiguousarray(np.moveaxis(weights, 1, 0)).reshape(width * pieces, inputs)
    return _Block(apart.T, np.ascontiguousarray(bias.T).ravel(), gain, shift, pieces)


def _forward(blocks: Sequence[_Block]) -> Callable[..., tuple[Floats, object]]:
    def forward(_model: object, rows: Floats, *, is_train: bool) -> tuple[Floats, object]:  # noqa: ARG001 - thinc's call
        width = rows.shape[1]
        beside = np.zeros((len(rows), 3 * width), dtype=rows.dtype)
        for block in blocks:
            beside[1:, :width] = rows[:-1]
            beside[:, width : 2 * width] = rows
            beside[:-1, 2 * width :] = rows[1:]
            found: Floats = np.dot(beside, block.weights)
            found += block.bias
            rows = rows + _normal(_most(found, block.pieces), block)
        return rows, None

    return forward


def _most(found: Floats, pieces: int) -> Floats:
    """The largest of the pieces at every place."""
    first, *others = np.split(found, pieces, axis=1)
    for other in others:
        first = np.maximum(first, other)
    return first


def _normal(found: Floats, block: _Block) -> Floats:
    """Rows brought to the mean and spread that the layer has learned."""
    found -= found.mean(axis=1, keepdims=True)
    spread = (found * found).sum(axis=1, keepdims=True) / np.float32(found.shape[1])
    found *= (spread + _EPSILON) ** (-1.0 / 2.0)
    found *= block.gain
    found += block.shift
    return found
