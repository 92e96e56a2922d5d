"""What the paths on the command line stand for, and the reader for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.model import Report, SetAside
from dateline.read import jsonl


def read(paths: Sequence[str | Path], *, max_chars: int = 1_000_000) -> Iterator[Report | SetAside]:  # noqa: ARG001
    """Give every report that the paths hold, and what had to be set aside."""
    for path in map(Path, paths):
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.suffix == ".jsonl":
                yield from jsonl.reports(file)
            else:
                yield Report(id=file.stem, uri=str(file), title=None, text=file.read_text(encoding="utf-8"))
