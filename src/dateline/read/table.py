"""Tables (CSV, TSV): a report a row, its columns named as the keys of a line of JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from dateline.model import Report, SetAside
from dateline.read.decode import UndecodableError, decode
from dateline.read.jsonl import TEXTS, of_row

_DELIMITERS = ",;\t|"


def reports(data: bytes, *, path: str, max_chars: int) -> Iterator[Report | SetAside]:
    """Give the reports of a table, one a row, and the rows that hold none with the reason."""
    try:
        text = decode(data)
    except UndecodableError as error:
        yield SetAside(path=path, line=None, reason=str(error))
        return
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    head = next((line for line in text.splitlines() if line.strip()), "")
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count))
    names = {name: name.strip().lower().replace(" ", "_") for name in rows.fieldnames or () if name}
    if not {*TEXTS, "html"} & {*names.values()}:
        columns = ", ".join(names)[:200]
        yield SetAside(
            path=path, line=None, reason=f"a table without a column {' or '.join(TEXTS)} (it has: {columns})"
        )
        return
    try:
        for row in rows:
            given = {names[name]: value for name, value in row.items() if name in names}
            if any(value and value.strip() for value in given.values()):
                yield of_row(given, path, rows.line_num, max_chars)
    except csv.Error as error:
        yield SetAside(path=path, line=rows.line_num, reason=f"no table can be read from here on ({error})")
