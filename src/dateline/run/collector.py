"""Python's cycle collector, asked to look less often while millions of small records live."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OFTEN = (1_000_000, 50, 50)  # the default of 700 cost a quarter of the time across 600 reports


@contextmanager
def rarely() -> Iterator[None]:
    """Collect rarely inside, and as before after."""
    before = gc.get_threshold()
    gc.set_threshold(*OFTEN)
    try:
        yield
    finally:
        gc.set_threshold(*before)
