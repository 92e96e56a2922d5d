"""Which reports are the same text, whole or for the greater part, and who copied whom."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Copies, Decision, Reading


def copies(readings: Sequence[Reading], judgements: Sequence[Decision]) -> Copies:  # noqa: ARG001
    """Find families of copied reports."""
    first: dict[str, str] = {}
    for reading in sorted(readings, key=lambda r: r.report.id):
        first.setdefault(reading.report.text, reading.report.id)
    family = {r.report.id: first[r.report.text] for r in readings}
    return Copies(copy_of={a: b for a, b in family.items() if a != b}, family=family)
