"""The record decided anew after a judgement, beside the pages: a large one takes longer than anybody waits for."""

from __future__ import annotations

import threading
from pathlib import Path

from dateline.run.build import rebuild

WAIT = 10.0  # seconds that the page of a judgement waits for its outcome: enough for some hundred reports


class Rebuilding:
    """At most one build of a record at a time; what is asked for while one runs is done after it, once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._state = threading.Lock()
        self._running: threading.Thread | None = None
        self._again = False

    def ask(self, wait: float = WAIT) -> bool:
        """Have the record decided anew; gives whether that was done after ``wait`` seconds."""
        with self._state:
            if self._running is None:
                self._running = threading.Thread(target=self._work, name="rebuild", daemon=False)
                self._running.start()
            else:
                self._again = True
            running = self._running
        running.join(wait)
        return not running.is_alive()

    def _work(self) -> None:
        while True:
            try:
                rebuild(self._path)
            finally:
                with self._state:
                    done = not self._again
                    self._again = False
                    if done:
                        self._running = None
            if done:
                return
