"""The matrix products of a pipeline, by numpy's BLAS on one thread.

spaCy multiplies with a library of its own that took half of the parse on processors newer than it knows; numpy's is
picked for the processor at hand. What it rounds in the last digit hangs on how many rows are multiplied at once and on
how many threads, so one call must see one report, whole, and one thread.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from threadpoolctl import ThreadpoolController


def by_numpy(language: Language) -> None:
    """Have every layer that thinc computes on the processor multiply by numpy; other layers stay as they are."""
    from thinc.api import NumpyOps  # noqa: PLC0415 - half a second that naming a pipeline need not cost

    ours = NumpyOps(use_blis=False)
    for _, part in language.components:
        model: Any = getattr(part, "model", None)
        for layer in model.walk() if hasattr(model, "walk") else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = ours


def one_thread() -> AbstractContextManager[None]:
    """Within it, BLAS uses one thread; a build takes more processors by more processes."""
    limits: AbstractContextManager[None] = _controller().limit(limits=1, user_api="blas")
    return limits


@cache
def _controller() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415 - asks every loaded library, once

    return ThreadpoolController()
