"""JSON Lines: our own shape, and those of news-please, Fundus and trafilatura."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from dateline.model import DatelineError, Outlet, Report, day


def reports(path: Path) -> Iterator[Report]:
    """Give the reports of a JSON Lines file."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row: dict[str, Any] = msgspec.json.decode(line)
            except msgspec.DecodeError as error:
                raise DatelineError(f"{path}:{number}: not JSON ({error})") from error
            outlet, published = row.get("outlet"), row.get("published")
            yield Report(
                id=str(row["id"]),
                uri=f"{path.name}#{number}",
                title=row.get("title"),
                text=row["text"],
                outlet=Outlet(name=outlet) if outlet else None,
                published=day(date.fromisoformat(published[:10]), "given") if published else None,
                url=row.get("url"),
            )
